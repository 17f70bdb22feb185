// What a restored database takes over from the live file, with no program around it (store/take_over.h).

#include "store/migrations.h"
#include "store/restore.h"
#include "store/store.h"
#include "support/damage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;
using store::Restored;

class TakeOver : public testing::Test {
protected:
    void SetUp() override
    {
        make(live());
        make(staged());
    }
    QString live() const { return folder.filePath(QStringLiteral("shebao.db")); }
    QString staged() const { return live() + QStringLiteral(".restoring"); }
    void make(const QString &path)
    {
        Connection made(path, Access::ReadWrite, key);
        store::migrate(made);
        made.script("INSERT INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code, authority_name,"
                    " region, region_name, address, contact) VALUES ('u', 'T', 'N', 1, 0, 0, '', '', '', '', '', '')");
    }
    void script(const QString &path, const QByteArray &sql) { Connection(path, Access::ReadWrite, key).script(sql); }
    /// A wage declaration of one person.
    static QByteArray submission(const char *id, int state)
    {
        return "INSERT INTO submission (id, registration_id, kind, state, channel, variant, target_id, payload, payload_hash,"
               " item_count, headcount, total, paid, reference, created_at, settled_at, reason_code, reason_text, request_id)"
               " VALUES ('" + QByteArray(id) + "', 'u', 0, " + QByteArray::number(state)
               + ", 0, 'daily', '', '{}', 'h', 1, 1, 5, '', '', '2026-01-01T00:00:00.000Z', '', '', '', '');"
                 "INSERT INTO wage_line VALUES ('" + id + "', 0, 'p-" + id + "', '', '', '', '', NULL, 7, NULL, '', '');";
    }
    store::RestoreReport apply()
    {
        EXPECT_TRUE(store::markStaged(folder.path()));
        return store::applyRestore(folder.path(), key);
    }
    QString all(const char *sql)
    {
        Connection connection(live(), Access::ReadWrite, key);
        auto row = connection.query(sql);
        QStringList rows;
        while (row.next())
            rows << row.text(0);
        return rows.join(QLatin1Char(' '));
    }
    QString states() { return all("SELECT id || state FROM submission ORDER BY id"); }

    const QByteArray key = QByteArray(32, 'k') + QByteArray(32, 'l');
    QTemporaryDir folder;
};

TEST_F(TakeOver, WhatWasSentSinceIsThereAndItsWagesAreNoDraft)
{
    script(staged(), "INSERT INTO wage_draft VALUES ('u', 0, 'p-a', '', 1, 7, NULL), ('u', 0, 'p-f', '', 2, 7, NULL),"
                     " ('u', 1, 'p-a', '', 1, 7, NULL), ('u', 0, 'p-a', '01', 1, 7, NULL)");
    script(live(), submission("a", 4) + submission("f", 6));
    const auto report = apply();
    ASSERT_EQ(report.what, Restored::Applied) << report.why.detail.toStdString();
    EXPECT_EQ(report.unread, QStringList());
    EXPECT_EQ(states(), QStringLiteral("a4 f6"));
    EXPECT_EQ(all("SELECT kind || staff_id || insurance FROM wage_draft ORDER BY 1"), QStringLiteral("0p-a01 0p-f 1p-a"));
    EXPECT_EQ(all("SELECT staff_id FROM wage_line ORDER BY 1"), QStringLiteral("p-a p-f"));
}

TEST_F(TakeOver, PendingIsBelievedOfTheLiveFileAlone)
{
    script(staged(), submission("b", 0) + submission("k", 0));
    script(live(), submission("k", 0));
    ASSERT_EQ(apply().what, Restored::Applied);
    EXPECT_EQ(states(), QStringLiteral("b2 k0"));
    EXPECT_EQ(all("SELECT count(*) FROM trail WHERE hash = x''"), QStringLiteral("0"));
}

TEST_F(TakeOver, TheHistoryDecidesThenTheStateThenTheClock)
{
    script(staged(), submission("a", 3) + submission("b", 4) + submission("c", 3));
    script(live(), submission("a", 3) + "UPDATE submission SET state = 4;"
                   "UPDATE submission_event SET at = '2020' WHERE number = 2;"  // the clock was set back: still later
                   + submission("b", 3) + "UPDATE submission_event SET at = '2099' WHERE submission_id = 'b';"
                   + submission("c", 4) + "UPDATE submission_event SET at = '2020' WHERE submission_id = 'c';");
    ASSERT_EQ(apply().what, Restored::Applied);
    EXPECT_EQ(states(), QStringLiteral("a4 b4 c4"));
}

TEST_F(TakeOver, OfADamagedFileWhatCanBeReadIsTaken)
{
    const auto kept = staged() + QStringLiteral(".kept");
    script(staged(), submission("b", 0));
    ASSERT_TRUE(QFile::copy(staged(), kept));
    script(live(), submission("a", 4));
    const auto whole = live() + QStringLiteral(".whole");
    ASSERT_TRUE(QFile::copy(live(), whole));
    for (const char *table : {"setting", "certificate", "submission_event", "submission_item", "unit_insurance", "trail"}) {
        for (const auto &[from, to] : {std::pair{whole, live()}, {kept, staged()}}) {
            QFile::remove(to);
            ASSERT_TRUE(QFile::copy(from, to));
        }
        ASSERT_TRUE(tests::damageTable(live(), key, table));
        const auto report = apply();
        ASSERT_EQ(report.what, Restored::Applied) << table << ' ' << report.why.detail.toStdString();
        EXPECT_EQ(report.unread, QStringList{QString::fromLatin1(table)});
        EXPECT_EQ(states(), QStringLiteral("a4 b2")) << table;
    }
}

TEST_F(TakeOver, AFileThatCannotBeReadAtAllKeepsNothingFromBeingRestored)
{
    script(staged(), submission("b", 0));
    QFile file(live());
    for (const qint64 from : {qint64(4096), qint64(0)}) {
        ASSERT_TRUE(file.open(QIODevice::ReadWrite) && file.seek(from));
        file.write(QByteArray(file.size() - from, 'x'));
        file.close();
        const auto report = apply();
        ASSERT_EQ(report.what, Restored::Applied) << from << ' ' << report.why.detail.toStdString();
        EXPECT_TRUE(report.unread.contains(QStringLiteral("submission")));
        EXPECT_EQ(states(), QStringLiteral("b2")) << from;
        EXPECT_TRUE(QFile::exists(live() + QStringLiteral(".before-restore")));
        ASSERT_TRUE(QFile::copy(live(), staged()));
    }
}

TEST_F(TakeOver, TheLastRestoreIsUndone)
{
    EXPECT_FALSE(store::canUndoRestore(folder.path()));
    script(live(), "INSERT INTO setting VALUES ('here', 'first')");
    ASSERT_EQ(apply().what, Restored::Applied);
    script(live(), submission("a", 4));
    ASSERT_TRUE(store::canUndoRestore(folder.path()) && store::stageUndo(folder.path()));
    store::prepareStaged(folder.path(), key);
    ASSERT_EQ(apply().what, Restored::Applied);
    EXPECT_EQ(states(), QStringLiteral("a4"));
    EXPECT_TRUE(store::canUndoRestore(folder.path()));
}

}  // namespace
