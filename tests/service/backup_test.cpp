// Backup and restore over the real application (S3–S5, X2).
#include "base/encrypt_database.h"
#include "service/practice.h"
#include "store/migrations.h"

#include <sqlite3.h>

#include <QCryptographicHash>
#include <QDirIterator>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using store::Restored;

const QString kBackupPassword = QStringLiteral("only-this-is-needed");

class BackupTest : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Full, job));
        ASSERT_TRUE(client->backups().setPassword(kBackupPassword));
    }

    QString data(const char *name = "first") const { return folder.filePath(QString::fromLatin1(name)); }
    QString made()
    {
        const auto report = client->backups().make(folder.filePath(QStringLiteral("a.sbbak")), job);
        EXPECT_TRUE(report) << report.error().code.toStdString() << report.error().detail.toStdString();
        return report ? report->file : QString();
    }
    void restart(const char *name = "first")
    {
        client.reset();
        client = connect(QString::fromLatin1(name));
        ASSERT_TRUE(client);
    }
    qint64 people() { return client->staff().count(unit, {}).value(); }
    /// Id and state of all that was pushed, in order.
    QStringList submissions()
    {
        QStringList all;
        for (const auto &one : *client->outbox().list(unit, {{domain::SubmissionKind::Fee}, {}, {}, {}}))
            all << one.id + QLatin1Char(' ') + QString::number(int(one.state));
        all.sort();
        return all;
    }
    QString codeOf(const QString &file, const QString &password = kBackupPassword)
    {
        const auto checked = client->backups().check(file, password, job);
        return checked ? QStringLiteral("ok") : checked.error().code;
    }
    /// Every file of the store.
    QByteArray fingerprint(const char *name = "first") const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QDir files(data(name));
        for (const auto &file :
             files.entryList({QStringLiteral("shebao.db*"), QStringLiteral("*.key")}, QDir::Files, QDir::Name)) {
            if (file.endsWith(QLatin1String("-shm")))
                continue;
            QFile content(files.filePath(file));
            EXPECT_TRUE(content.open(QIODevice::ReadOnly));
            hash.addData(file.toUtf8());
            hash.addData(content.readAll());
        }
        return hash.result();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
};

TEST_F(BackupTest, GoesToAnotherComputerWithThePasswordAlone)
{
    declareAll();
    const auto before = submissions();
    ASSERT_FALSE(before.isEmpty());
    const auto file = made();
    const auto look = client->backups().look(file);
    ASSERT_TRUE(look);
    EXPECT_EQ(look->schema, store::schemaVersion());
    EXPECT_EQ(look->version, QStringLiteral(SHEBAO_VERSION));

    restart("second");
    EXPECT_EQ(people(), 0);
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    EXPECT_EQ(people(), 0) << "only the next start applies it";
    ASSERT_TRUE(client->backups().confirmRestore());
    restart("second");
    EXPECT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(people(), employees);
    EXPECT_EQ(submissions(), before);
    logIn(*client, tests::kPassword);
    changeStaff(1, 0, 1);
    ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Auto, job));
    EXPECT_EQ(people(), employees + 1);
    restart("second");
    EXPECT_EQ(client->restored(), Restored::Nothing) << "once";
}

TEST_F(BackupTest, WhatWasSentSinceIsKept)
{
    const auto file = made();
    declareAll();
    const auto sent = submissions();
    ASSERT_FALSE(sent.isEmpty());
    const auto told = client->trail().check(unit, job);
    ASSERT_TRUE(told && told->entries > 0 && told->firstWrong == 0);
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    EXPECT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(submissions(), sent);
    const auto chain = client->trail().check(unit, job);
    ASSERT_TRUE(chain);
    EXPECT_EQ(chain->head, told->head) << "the backup is an earlier state of the same chain";
    const auto items = client->outbox().items(sent.front().section(QLatin1Char(' '), 0, 0));
    ASSERT_TRUE(items);
    EXPECT_FALSE(items->empty());
    EXPECT_EQ(people(), employees);
    EXPECT_TRUE(QFile::exists(data() + QStringLiteral("/shebao.db.before-restore"))) << "what was there before";
}

/// Two machines have worked on the same unit: what this one has done is told behind what the backup's has.
TEST_F(BackupTest, WhatTwoMachinesHaveDoneIsOneTrail)
{
    declareAll();
    const auto file = made();
    const auto first = client->trail().check(unit, job);
    restart("second");
    logIn(*client, tests::kPassword);
    ASSERT_TRUE(client->trail().noteOutput(unit, domain::TrailEvent::Export, QStringLiteral("缴款记录"), 3));
    const auto second = client->trail().check(unit, job);
    ASSERT_TRUE(first && second);
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart("second");
    ASSERT_EQ(client->restored(), Restored::Applied);
    const auto both = client->trail().check(unit, job);
    ASSERT_TRUE(both);
    EXPECT_EQ(both->firstWrong, 0);
    EXPECT_EQ(both->entries, first->entries + second->entries);
    EXPECT_EQ(client->trail().window(unit, {}, 0, 1)->front().entry.event, domain::TrailEvent::Export);
}

TEST_F(BackupTest, AnOlderStateOfASubmissionDoesNotComeBack)
{
    const auto list = client->fees().refresh(unit, domain::FeeKind::Daily, job);
    ASSERT_TRUE(list);
    ASSERT_TRUE(client->fees().submit(unit, domain::FeeKind::Daily, {list->rows.front().id}, job));
    const auto file = made();  // 待反馈
    settleAll(*client, {domain::SubmissionKind::Fee});
    const auto settled = submissions();
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    EXPECT_EQ(submissions(), settled);
}

/// The copy is looked at page by page before it gets a name.
TEST_F(BackupTest, ADamagedStoreGetsNoBackup)
{
    restart();  // all of it in the one file
    {
        QFile store(data() + QStringLiteral("/shebao.db"));
        ASSERT_TRUE(store.open(QIODevice::ReadWrite));
        for (qint64 page = 40; page < store.size() / 4096; ++page) {
            ASSERT_TRUE(store.seek(page * 4096));
            store.write(QByteArray(32, 'x'));
        }
    }
    const auto target = folder.filePath(QStringLiteral("a.sbbak"));
    const auto report = client->backups().make(target, job);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, QStringLiteral("store.damaged"));
    EXPECT_FALSE(QFile::exists(target));
    EXPECT_FALSE(QFile::exists(target + QStringLiteral(".part")));
}

/// The rows are what a backup is about; what an index has lost can be made from them.
TEST_F(BackupTest, AnIndexThatDoesNotFitIsMadeAnewByTheRestore)
{
    const auto everybody = people();
    client.reset();
    {
        base::sqlite::Connection live(data() + QStringLiteral("/shebao.db"), base::sqlite::Access::ReadWrite,
                                      app::keyOf(data()).value());
        sqlite3_db_config(live.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        live.script("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ', person_number)', ', document_number)')"
                    " WHERE name = 'staff_by_person_number'; PRAGMA writable_schema = OFF; PRAGMA user_version = "
                    + QByteArray::number(live.number("PRAGMA user_version")));
        base::sqlite::Connection again(data() + QStringLiteral("/shebao.db"), base::sqlite::Access::ReadWrite,
                                       app::keyOf(data()).value());
        ASSERT_FALSE(base::sqlite::isWhole(again));
    }
    restart();
    const auto file = made();
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    EXPECT_EQ(client->restored(), store::Restored::Applied);
    EXPECT_EQ(people(), everybody);
}

TEST_F(BackupTest, WhatIsNotABackupIsRefusedAndNothingIsTouched)
{
    const auto file = made();
    const auto good = read(file);
    const auto before = fingerprint();
    EXPECT_EQ(codeOf(file, QStringLiteral("another password")), QStringLiteral("backup.password"));
    EXPECT_EQ(codeOf(write("b", "PK\3\4 a workbook")), QStringLiteral("backup.foreign"));
    EXPECT_EQ(codeOf(write("c", {})), QStringLiteral("backup.foreign"));
    EXPECT_EQ(codeOf(write("d", good.left(good.size() - 1))), QStringLiteral("backup.damaged"));
    EXPECT_EQ(codeOf(write("e", good.left(80))), QStringLiteral("backup.damaged"));
    auto flipped = good;
    flipped[good.size() / 2] = char(flipped[good.size() / 2] ^ 1);
    EXPECT_EQ(codeOf(write("f", flipped)), QStringLiteral("backup.damaged"));
    EXPECT_EQ(codeOf(write("g", good + '\0')), QStringLiteral("backup.damaged"));
    EXPECT_EQ(codeOf(folder.filePath(QStringLiteral("nowhere"))), QStringLiteral("backup.read"));
    EXPECT_EQ(fingerprint(), before);
    EXPECT_FALSE(client->backups().isRestoreWaiting());
}

TEST_F(BackupTest, ADatabaseOfANewerVersionOrOfSomethingElseIsRefused)
{
    const auto key = platform::makeBackupKey(kBackupPassword, 14);
    ASSERT_TRUE(key);
    const auto sealed = [&](int schema, const char *sql) {
        const auto database = folder.filePath(QStringLiteral("x.db"));
        QFile::remove(database);
        Connection(database, Access::ReadWrite).script(sql);
        platform::SealedWriter writer;
        const auto file = folder.filePath(QStringLiteral("x.sbbak"));
        EXPECT_TRUE(writer.open(file, *key, {schema, QDateTime::currentDateTimeUtc(), QStringLiteral("9.9.9")}));
        EXPECT_TRUE(writer.write(read(database)));
        EXPECT_TRUE(writer.finish());
        return file;
    };
    const auto before = fingerprint();
    EXPECT_EQ(codeOf(sealed(999, "CREATE TABLE t (a)")), QStringLiteral("backup.newer"));
    EXPECT_EQ(codeOf(sealed(1, "CREATE TABLE t (a); PRAGMA user_version = 999")), QStringLiteral("backup.newer"));
    EXPECT_EQ(codeOf(sealed(1, "CREATE TABLE t (a); PRAGMA user_version = 1")), QStringLiteral("backup.foreign"));
    EXPECT_EQ(fingerprint(), before);
}

TEST_F(BackupTest, EverySchemaThatWasEverThereIsRestored)
{
    const auto key = platform::makeBackupKey(kBackupPassword, 14);
    ASSERT_TRUE(key);
    for (int schema = 1; schema <= store::schemaVersion(); ++schema) {
        const auto database = folder.filePath(QStringLiteral("old%1.db").arg(schema));
        {
            Connection old(database, Access::ReadWrite);
            for (int step = 1; step <= schema; ++step)
                old.script(read(QStringLiteral(":/store/schema/v%1.sql").arg(step, 4, 10, QLatin1Char('0'))));
            old.script("PRAGMA user_version = " + QByteArray::number(schema)
                       + "; INSERT INTO setting VALUES ('old', 'kept')");
        }
        platform::SealedWriter writer;
        const auto file = database + QStringLiteral(".sbbak");
        ASSERT_TRUE(writer.open(file, *key, {schema, QDateTime::currentDateTimeUtc(), QStringLiteral("0.1")}));
        ASSERT_TRUE(writer.write(read(database)));
        ASSERT_TRUE(writer.finish());
        ASSERT_EQ(codeOf(file), QStringLiteral("ok")) << schema;
        ASSERT_TRUE(client->backups().confirmRestore());
        restart();
        EXPECT_EQ(client->restored(), Restored::Applied) << schema;
    }
}

TEST_F(BackupTest, CutOffAtAnyStepTheNextStartGoesOn)
{
    const auto file = made();
    declareAll();
    const auto sent = submissions();
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    const auto db = data() + QStringLiteral("/shebao.db");
    const auto staged = db + QStringLiteral(".restoring");
    const auto kept = folder.filePath(QStringLiteral("kept.db"));
    ASSERT_TRUE(QFile::copy(staged, kept));

    restart();  // checked, and never confirmed
    EXPECT_EQ(client->restored(), Restored::Nothing);
    EXPECT_FALSE(QFile::exists(staged));
    EXPECT_EQ(submissions(), sent);

    ASSERT_TRUE(QFile::copy(kept, staged));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    EXPECT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(submissions(), sent);

    client.reset();  // between the two renames
    ASSERT_TRUE(QFile::rename(db, staged));
    write("first/shebao.db.restore-ready", {});
    client = connect(QStringLiteral("first"));
    EXPECT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(submissions(), sent);

    client.reset();  // after both
    write("first/shebao.db.restore-ready", {});
    client = connect(QStringLiteral("first"));
    EXPECT_EQ(submissions(), sent);
    EXPECT_FALSE(QFile::exists(db + QStringLiteral(".restore-ready")));
}

TEST_F(BackupTest, AfterOneThatFailedTheNextOneWorks)
{
    const auto inTheWay = data() + QStringLiteral("/scratch/shebao-backup.db");
    ASSERT_TRUE(QDir().mkpath(inTheWay));
    EXPECT_FALSE(client->backups().make(folder.filePath(QStringLiteral("a.sbbak")), job));
    ASSERT_TRUE(QDir().rmdir(inTheWay));
    made();
}

TEST_F(BackupTest, ARestoreThatWasGivenUpIsSaidByTheFirstStartThatSucceeds)
{
    write("first/shebao.db.restoring", QByteArray(8192, 'x'));
    ASSERT_TRUE(client->backups().confirmRestore());
    client.reset();
    // A start that ended before anybody could be told.
    ASSERT_EQ(store::applyRestore(data(), *app::keyOf(data())), Restored::Failed);
    client = connect(QStringLiteral("first"));
    EXPECT_EQ(client->restored(), Restored::Failed);
    restart();
    EXPECT_EQ(client->restored(), Restored::Nothing);
}

TEST_F(BackupTest, ARestoreThatCannotBeAppliedLeavesWhatWasThere)
{
    declareAll();
    const auto sent = submissions();
    write("first/shebao.db.restoring", QByteArray(8192, 'x'));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    EXPECT_EQ(client->restored(), Restored::Failed);
    EXPECT_EQ(submissions(), sent);
    EXPECT_EQ(people(), employees);
    restart();
    EXPECT_EQ(client->restored(), Restored::Nothing);
}

TEST_F(BackupTest, AutomaticOnesAreKeptToTheCountAndNobodyElsesFileIsRemoved)
{
    auto plan = *client->backups().plan();
    EXPECT_FALSE(plan.automatic);
    EXPECT_TRUE(plan.hasPassword);
    plan.automatic = true;
    plan.keep = 3;
    plan.folder = folder.filePath(QStringLiteral("kept"));
    ASSERT_TRUE(client->backups().save(plan));
    QDir().mkpath(plan.folder);
    const auto others = write("kept/backup_20200101_000000.sbbak", "somebody else's");
    QStringList files;
    for (int i = 0; i < 5; ++i) {
        const auto report = client->backups().makeAutomatic(job);
        ASSERT_TRUE(report);
        EXPECT_EQ(report->removed, i < 3 ? 0 : 1);
        files << report->file;
    }
    const auto left = QDir(plan.folder).entryInfoList(QDir::Files, QDir::Name);
    ASSERT_EQ(left.size(), 4);
    EXPECT_TRUE(QFile::exists(others));
    for (const auto &file : files.mid(2))
        EXPECT_TRUE(QFile::exists(file));
    EXPECT_EQ(client->backups().plan()->lastFile, files.back());
}

TEST_F(BackupTest, WorkGoesOnMeanwhile)
{
    std::thread worker([this] {
        for (int i = 0; i < 50; ++i)
            EXPECT_TRUE(client->layouts().save({{QStringLiteral("list"), QString::number(i)}}));
    });
    const auto file = made();
    worker.join();
    EXPECT_EQ(codeOf(file), QStringLiteral("ok"));
}

TEST_F(BackupTest, WhatIsCancelledOrHasNoPasswordLeavesNoFile)
{
    const auto file = folder.filePath(QStringLiteral("none/a.sbbak"));
    base::Job cancelled;
    cancelled.cancel();
    const auto report = client->backups().make(file, cancelled);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().kind, base::Error::Kind::Cancelled);
    EXPECT_TRUE(QDir(folder.filePath(QStringLiteral("none"))).isEmpty());
    EXPECT_TRUE(QDir(data() + QStringLiteral("/scratch")).isEmpty());
    EXPECT_EQ(client->backups().setPassword(QStringLiteral("short")).error().code,
              QStringLiteral("backup.password-short"));
    restart("second");
    EXPECT_EQ(client->backups().make(file, job).error().code, QStringLiteral("backup.no-password"));
}

}  // namespace
