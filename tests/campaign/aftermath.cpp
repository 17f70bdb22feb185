#include "campaign/aftermath.h"

#include "base/encrypt_database.h"
#include "base/encrypted_files.h"
#include "office/workbook.h"
#include "store/copies.h"
#include "store/migrations.h"
#include "store/setting_table.h"
#include "support/open_book.h"
#include "support/wages.h"

#include <QDir>

namespace campaign {

using base::sqlite::Access;
using base::sqlite::Connection;
using domain::SubmissionKind;
using domain::SubmissionState;
using Kind = Chore::Kind;

Said::Said(const QList<QByteArray> &lines)
{
    for (const auto &line : lines) {
        if (line.startsWith("done "))
            done.append(line.mid(5));
        else if (line.startsWith("error "))
            errors.append(line.mid(6));
        else if (line.startsWith("before "))
            before = line.mid(7).toLongLong();
        else if (line.startsWith("steps "))
            steps = line.mid(6).toLongLong();
        else if (line.startsWith("renames "))
            renames = line.mid(8).toLongLong();
        ended = ended || line == "end";
    }
}

namespace {

qint64 fenInDraft(Client &client)
{
    const auto draft = need(client.app().wages().draft(kUnit, tests::kDaily), "draft");
    expect(draft.size() == 1 && tests::newWage(draft[0]).has_value(), "the line is there");
    return tests::newWage(draft[0])->fen();
}

/// Something that counts up: what was said last is there, or the one that came after it.
std::string countedFrom(qint64 found, qint64 said, const char *what)
{
    expect(found == said || found == said + 1,
           std::string(what) + " is " + std::to_string(found) + " after " + std::to_string(said) + " was stored");
    return found == said ? "as said" : "one further";
}

void checkFillers(Connection &connection)
{
    const store::SettingTable settings(connection);
    for (int number = 0; number < kFillers; ++number)
        expect(settings.value(QStringLiteral("filler.%1").arg(number)) == fillerText(number), "every row is there");
}

/// The copy from before the migration, if it is there, is one that can be gone back to.
void checkCopy(const QString &data)
{
    const auto path = data + QStringLiteral("/shebao.db.schema-%1").arg(kSchemaOfOlder);
    if (!QFile::exists(path))
        return;
    Connection copy(path, Access::ReadOnly, need(app::keyOf(data), "key"));
    expect(base::sqlite::isWhole(copy) && copy.number("PRAGMA user_version") == kSchemaOfOlder, "the copy is whole");
    checkFillers(copy);
}

void checkOneStore(const QString &data)
{
    expect(store::Store::isEncrypted(data), "the store is encrypted");
    for (const auto *left : {"shebao.db.plain", "shebao.db.encrypting"})
        expect(!QFile::exists(data + QLatin1Char('/') + QLatin1String(left)), std::string(left) + " is left");
}

/// What was declared after the backup was made is known whatever became of the restore. True: it was applied.
bool isRestored(Client &client)
{
    const auto fees = need(client.app().outbox().list(kUnit, {{SubmissionKind::Fee}, std::nullopt, {}, {}}), "records");
    expect(fees.size() == 1 && fees.front().state == SubmissionState::Succeeded, "what was declared is known");
    const auto fen = fenInDraft(client);
    expect(fen == kWageFen || fen == kLaterWageFen, "the draft is the one or the other");
    return fen == kWageFen;
}

std::string checkStart(const Chore &chore, Scene &scene, const Said &said)
{
    auto client = scene.client();
    scene.checkIntegrity();
    const auto opened = beside(scene.data(), Access::ReadOnly);
    expect(opened->number("PRAGMA user_version") == store::schemaVersion(), "the schema is this program's");
    switch (chore.ground) {
    case Ground::Older:
    case Ground::Plain:
        checkFillers(*opened);
        checkOneStore(scene.data());
        if (chore.ground == Ground::Older)
            checkCopy(scene.data());
        break;
    case Ground::Waiting: {
        expect(!client.app().backups().isRestoreWaiting(), "nothing waits any more");
        // Only a disk that refused something may be a reason.
        const bool given = said.done.contains("not-applied")
                           || (!said.errors.isEmpty() && client.app().restored() == store::Restored::Failed);
        expect(isRestored(client) != given, given ? "what was given up is not applied" : "the restore is applied");
        return given ? "given up" : "applied";
    }
    case Ground::Wages: expect(fenInDraft(client) == kWageFen, "the wage"); break;
    case Ground::Nothing:
    case Ground::Fees:
    case Ground::Arrears:
    case Ground::Roster:
    case Ground::Village:
    case Ground::Backed: break;
    }
    return "starts";
}

std::string checkTyping(Scene &scene, const Said &said)
{
    auto client = scene.client();
    scene.checkIntegrity();
    const auto fen = fenInDraft(client);
    if (said.done.isEmpty() && fen == kWageFen)
        return "as before";
    return countedFrom(fen, said.done.isEmpty() ? wageOfRound(0) - 1 : said.done.back().toLongLong(), "the wage");
}

std::string checkImport(Scene &scene, const Said &said)
{
    auto client = scene.client();
    scene.checkIntegrity();
    const auto draft = need(client.app().wages().draft(kUnit, tests::kDaily), "draft");
    if (said.done.isEmpty() && draft.size() == 1 && tests::newWage(draft[0])->fen() == kWageFen)
        return "as before";
    expect(draft.size() > 1 && (said.done.isEmpty() || draft.size() == said.done.back().toLongLong()),
           "lines in the draft: " + std::to_string(draft.size()));
    for (const auto &line : draft)
        expect(tests::newWage(line) == domain::Money::fromFen(500000), "every wage is the workbook's");
    return "imported";
}

std::string checkBackup(Scene &scene, const Said &said)
{
    auto client = scene.client();
    scene.checkIntegrity();
    const QDir folder(scene.data() + QStringLiteral("/backups"));
    const auto files = folder.entryList({QStringLiteral("*.sbbak")}, QDir::Files);
    for (const auto &made : said.done)
        expect(files.contains(QFileInfo(QString::fromUtf8(made)).fileName()), "the backup is there");
    base::Job job;
    for (const auto &file : files) {
        need(client.app().backups().check(folder.filePath(file), kBackupPassword, job), "a backup that has its name");
        client.app().backups().giveUpRestore();
    }
    const auto scratch = QDir(scene.data() + QStringLiteral("/scratch")).entryList(QDir::Files);
    expect(scratch.isEmpty(), "nothing is left in scratch");
    return files.isEmpty() ? "none" : "made";
}

std::string checkRestore(Scene &scene, const Said &said)
{
    auto client = scene.client();
    scene.checkIntegrity();
    const bool applied = client.app().restored() == store::Restored::Applied;
    expect(applied || said.done.isEmpty(), "a confirmed restore is applied");
    expect(isRestored(client) == applied, "applied or not");
    expect(applied || !QFile::exists(scene.data() + QStringLiteral("/shebao.db.restoring")), "nothing half is left");
    return applied ? "applied" : "as before";
}

std::string checkSettings(Scene &scene, const Said &said)
{
    auto client = scene.client();
    scene.checkIntegrity();
    const qint64 last = said.done.isEmpty() ? -1 : said.done.back().toLongLong();
    const auto plan = need(client.app().backups().plan(), "plan");
    expect(plan.hasPassword, "the backups' password is there");
    if (last >= 0 || plan.keep != service::BackupPlan().keep)
        countedFrom(plan.keep, keepOfRound(int(last)), "what is kept");
    const auto saved = need(client.app().network().saved(), "proxy");
    expect(!saved.lost, "the vault can be read");
    const auto &proxy = saved.proxy;
    if (last < 0 && proxy.user.isEmpty())
        return "as before";
    countedFrom(proxy.password.toLongLong(), last, "the proxy's password");
    return countedFrom(proxy.user.toLongLong(), last, "the proxy's user");
}

std::string checkExport(Scene &scene, const Said &said)
{
    auto client = scene.client();
    scene.checkIntegrity();
    const auto book = need(tests::openBook(scene.data() + QStringLiteral("/list.xlsx")), "the workbook");
    int rows = -1;  // the header
    base::Job job;
    need(book->read(0, [&rows](qint64, const office::CellRow &) { return ++rows, true; }, job), "rows");
    expect(rows == kOldRows || rows == kNewRows, "rows of the workbook: " + std::to_string(rows));
    expect(rows == kNewRows || said.done.isEmpty(), "the new workbook is there");
    return rows == kNewRows ? "new" : "as before";
}

std::string checkSaid(const Chore &chore, Scene &scene, const Said &said)
{
    const auto left = scene.stored(chore.flow->kind);
    if (!said.done.isEmpty())
        expect(left.size() == 1 && left.front().id == QString::fromLatin1(said.done.back())
                   && left.front().state != SubmissionState::Pending,
               "what was said to be submitted is known");
    return checkSubmission(*chore.flow, scene);
}

std::string checkDownload(Scene &scene, const Said &said)
{
    const auto found = checkSync(scene, kVillageSize);
    expect(said.done.isEmpty() || found == "complete", "what was said to be complete is");
    return found;
}

}  // namespace

std::string checkAftermath(const Chore &chore, Scene &scene, const Said &said)
{
    switch (chore.kind) {
    case Kind::Start: return checkStart(chore, scene, said);
    case Kind::Sync: return checkDownload(scene, said);
    case Kind::Typing: return checkTyping(scene, said);
    case Kind::Import: return checkImport(scene, said);
    case Kind::Submission: return checkSaid(chore, scene, said);
    case Kind::Backup: return checkBackup(scene, said);
    case Kind::Restore: return checkRestore(scene, said);
    case Kind::Settings: return checkSettings(scene, said);
    case Kind::Export: return checkExport(scene, said);
    }
    return {};
}

}  // namespace campaign
