// Backups are restored, on this computer and on another, over the real application (S4, S5, X2).
#include "base/encrypt_database.h"
#include "service/backup_practice.h"
#include "store/migrations.h"
#include "store/trail_table.h"

#include <sqlite3.h>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using store::Restored;
using tests::BackupTest;
using tests::kBackupPassword;

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
    const auto arrears = client->payments().arrears(unit);
    ASSERT_TRUE(arrears);
    const auto voucher = client->payments().issueVoucher(unit, paying({arrears->rows.front().id}), job,
                                                         {QStringLiteral("示例单位"), QStringLiteral("示范银行"), {}});
    ASSERT_TRUE(voucher);
    const auto sent = submissions();
    ASSERT_FALSE(sent.isEmpty());
    const auto told = client->trail().check(unit, job);
    ASSERT_TRUE(told && told->entries > 0 && told->firstWrong == 0);
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    EXPECT_EQ(client->restored(), Restored::Applied);
    EXPECT_EQ(submissions(), sent);
    const auto payer = client->payments().payer(voucher->id);
    ASSERT_TRUE(payer && *payer) << "who pays by a voucher stays with it";
    EXPECT_EQ((*payer)->bankName, QStringLiteral("示范银行"));
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
    ASSERT_TRUE(client->fees().submit(unit, domain::FeeKind::Daily, declaring({list->rows.front().id}), job));
    const auto file = made();  // 待反馈
    settleAll(*client, {domain::SubmissionKind::Fee});
    const auto settled = submissions();
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    EXPECT_EQ(submissions(), settled);
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

/// Whoever has chosen the wrong backup goes back; what was sent meanwhile stays, and back again is possible too.
TEST_F(BackupTest, TheLastRestoreCanBeUndone)
{
    EXPECT_FALSE(client->backups().canUndoRestore());
    client->units().leave(unit, job);
    restart("second");
    ASSERT_TRUE(client->backups().setPassword(kBackupPassword));
    const auto wrong = made();  // of an empty machine
    restart();
    ASSERT_EQ(codeOf(wrong), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    ASSERT_EQ(client->restored(), Restored::Applied);
    ASSERT_EQ(people(), 0);
    logIn(*client, tests::kPassword);
    declareAll();
    const auto sent = submissions();
    ASSERT_FALSE(sent.isEmpty());
    for (const qint64 expected : {qint64(employees), qint64(0)}) {
        ASSERT_TRUE(client->backups().canUndoRestore());
        const auto ready = client->backups().prepareUndo();
        ASSERT_TRUE(ready) << ready.error().code.toStdString();
        EXPECT_TRUE(client->backups().canUndoRestore()) << "until the next restore has taken its place";
        ASSERT_TRUE(client->backups().confirmRestore());
        restart();
        ASSERT_EQ(client->restored(), Restored::Applied);
        EXPECT_EQ(people(), expected);
        EXPECT_EQ(submissions(), sent);
    }
}

TEST_F(BackupTest, AnUndoOfADamagedFileIsRefusedAndNothingIsTouched)
{
    const auto file = made();
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    write("first/shebao.db.before-restore", QByteArray(8192, 'x'));
    EXPECT_EQ(client->backups().prepareUndo().error().code, QStringLiteral("backup.damaged"));
    EXPECT_FALSE(client->backups().isRestoreWaiting());
    EXPECT_EQ(people(), employees);
}

TEST_F(BackupTest, ErasingAUnitsDataRemovesTheFilesOfEarlierStates)
{
    const auto file = made();
    ASSERT_EQ(codeOf(file), QStringLiteral("ok"));
    ASSERT_TRUE(client->backups().confirmRestore());
    restart();
    write("first/shebao.db.newer-1", "a newer version's");
    ASSERT_TRUE(client->units().remove(unit, false, job));
    EXPECT_TRUE(client->backups().canUndoRestore());
    ASSERT_TRUE(client->units().remove(unit, true, job));
    EXPECT_FALSE(client->backups().canUndoRestore());
    EXPECT_FALSE(QFile::exists(data() + QStringLiteral("/shebao.db.newer-1")));
    EXPECT_TRUE(QFile::exists(file)) << "a backup is the user's";
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

/// A unit with a person, a draft, a submission with a line and an item, and from schema 5 on a document, as they were
/// written then. %1 is the schema, %2 the same in two digits.
const char *const kOldRows = R"(
INSERT OR IGNORE INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code, authority_name, region,
  region_name, address, contact) VALUES ('old', 'T', '旧单位', 1, 0, 0, 'A', '税务局', '140000', '山西', '地址', '联系人');
INSERT INTO staff (registration_id, id, person_number, unit_number, name, document_type, document_number, department, state,
  wage, generation) VALUES ('old', 'p%1', 'n%1', 'u', '人%1', '201', '140105190001010015', '', 0, %1000, 1);
INSERT INTO staff_insurance VALUES ('old', 'p%1', '01', '养老', 0, 24000, NULL, %1000, %1000);
INSERT INTO wage_draft VALUES ('old', 0, 'p%1', '', 1, %1001, 24300);
INSERT INTO submission (id, registration_id, kind, state, channel, variant, target_id, payload, payload_hash, item_count,
  headcount, total, paid, reference, created_at, settled_at, reason_code, reason_text, request_id)
  VALUES ('s%1', 'old', 0, 4, 0, 'daily', '', '{}', 'h', 1, 1, %1002, '', '', '2026-01-%2T00:00:00.000Z',
  '2026-01-%2T01:00:00.000Z', '', '', 'r');
INSERT INTO wage_line VALUES ('s%1', 0, 'declared%1', '', '人', '201', '140105190001010015', NULL, %1003, 24300, '', '');
INSERT INTO submission_item VALUES ('s%1', 0, 'k%1', 'n', 'u', 'a', 'a', 'c', 'c', 'c', 'c', '', 24300, 24300, '税务局', 1,
  %1004, 4, '', '', '');
)";
const char *const kOldDocument = "INSERT INTO certificate VALUES ('d%1', 'old', 0, 'p%1', '证明', 24300, 24300, %1005,"
                                 " '2026-01-%2T00:00:00.000Z', '2026-01-%2', x'00', x'%2')";
/// All of it in one line for each.
const char *const kOldSeen = R"(
SELECT 'person ' || name || ' ' || document_number || ' ' || wage FROM staff WHERE id = 'p%1'
UNION ALL SELECT 'insurance ' || insurance || ' ' || base FROM staff_insurance WHERE staff_id = 'p%1'
UNION ALL SELECT 'draft ' || new_wage || ' ' || effective_month FROM wage_draft WHERE staff_id = 'p%1'
UNION ALL SELECT 'submission ' || state || ' ' || payload || ' ' || total || ' ' || created_at FROM submission WHERE id = 's%1'
UNION ALL SELECT 'line ' || staff_id || ' ' || wage FROM wage_line WHERE submission_id = 's%1'
UNION ALL SELECT 'item ' || key || ' ' || amount FROM submission_item WHERE submission_id = 's%1')";

QStringList oldRows(Connection &connection, int schema)
{
    auto sql = QString::fromUtf8(kOldSeen);
    if (schema >= 5)
        sql += QStringLiteral(" UNION ALL SELECT 'document ' || total || ' ' || hex(form) FROM certificate WHERE number = 'd%1'");
    auto row = connection.queryText(sql.replace(QStringLiteral("%1"), QString::number(schema)).toUtf8());
    QStringList rows;
    while (row.next())
        rows << row.text(0);
    return rows;
}

TEST_F(BackupTest, EverySchemaThatWasEverThereIsRestored)
{
    const auto key = platform::makeBackupKey(kBackupPassword, 14);
    ASSERT_TRUE(key);
    for (int schema = 1; schema <= store::schemaVersion(); ++schema) {
        const auto database = folder.filePath(QStringLiteral("old%1.db").arg(schema));
        QStringList before;
        {
            Connection old(database, Access::ReadWrite);
            for (int step = 1; step <= schema; ++step)
                old.script(read(QStringLiteral(":/store/schema/v%1.sql").arg(step, 4, 10, QLatin1Char('0'))));
            auto rows = QString::fromUtf8(kOldRows) + (schema >= 5 ? QString::fromUtf8(kOldDocument) : QString());
            rows.replace(QStringLiteral("%1"), QString::number(schema));
            rows.replace(QStringLiteral("%2"), QString::number(schema).rightJustified(2, QLatin1Char('0')));
            old.script(rows.toUtf8());
            if (schema >= 8)
                store::TrailTable(old).seal({});
            old.script("PRAGMA user_version = " + QByteArray::number(schema)
                       + "; INSERT INTO setting VALUES ('old', 'kept')");
            before = oldRows(old, schema);
            ASSERT_EQ(before.size(), schema >= 5 ? 7 : 6) << schema;
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
        const auto chain = client->trail().check(QStringLiteral("old"), job);
        EXPECT_TRUE(chain && chain->firstWrong == 0) << schema;
        client.reset();
        Connection live(data() + QStringLiteral("/shebao.db"), Access::ReadWrite, app::keyOf(data()).value());
        EXPECT_EQ(oldRows(live, schema), before) << schema;
        client = connect(QStringLiteral("first"));
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
    const auto inTheWay = folder.filePath(QStringLiteral("a.sbbak.part"));
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
    ASSERT_EQ(store::applyRestore(data(), *app::keyOf(data())).what, Restored::Failed);
    client = connect(QStringLiteral("first"));
    EXPECT_EQ(client->restored(), Restored::Failed);
    EXPECT_EQ(client->restoreReport().why.code, QStringLiteral("store.damaged"));
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

}  // namespace
