#include "store/store.h"
#include "store/submission_table.h"
#include "store/trail_table.h"
#include "support/print.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Connection;
using domain::SubmissionState;
using store::TrailTable;

const QString kUnit = QStringLiteral("unit");

class Trail : public testing::Test {
protected:
    void SetUp() override
    {
        store = std::move(store::Store::open(folder.path())).value();
        store->setOperator(QStringLiteral("clerk"));
        ASSERT_TRUE(store->write([](Connection &c) {
            for (const char *unit : {"unit", "other"})
                c.run("INSERT INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code,"
                      " authority_name, region, region_name, address, contact) VALUES (?,'','',0,0,0,'','','','','','')",
                      QString::fromLatin1(unit));
        }));
        submit("a", "unit");
        submit("b", "other");
        submit("c", "unit");
        move("a", SubmissionState::Succeeded);
    }

    void submit(const char *id, const char *unit)
    {
        domain::Submission submission;
        submission.id = QString::fromLatin1(id);
        submission.itemCount = 2;
        submission.total = domain::Money::fromFen(12345);
        submission.createdAt = QDateTime::currentDateTimeUtc();
        ASSERT_TRUE(store->write([&](Connection &c) {
            store::SubmissionTable(c).insert({QString::fromLatin1(unit), submission, "{}", {}});
        }));
    }
    void move(const char *id, SubmissionState state)
    {
        ASSERT_TRUE(store->write(
            [&](Connection &c) { store::SubmissionTable(c).setState(QString::fromLatin1(id), state); }));
    }
    domain::TrailCheck check(const QString &unit = kUnit)
    {
        base::Job job;
        return *store->read([&](Connection &c) { return TrailTable(c).check(unit, job); });
    }
    std::vector<domain::TrailEntry> entries()
    {
        return *store->read([](Connection &c) { return TrailTable(c).window(kUnit, {}, 0, 100); });
    }
    /// By somebody who opens the file with another program and takes the locks off first.
    void tamper(const char *sql)
    {
        Connection other(folder.filePath(QStringLiteral("shebao.db")), base::sqlite::Access::ReadWrite);
        other.script("DROP TRIGGER trail_stays; DROP TRIGGER trail_unchanged; DROP TRIGGER trail_goes_on");
        other.script(sql);
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> store;
};

TEST_F(Trail, HasEveryStateInAChainOfItsUnit)
{
    const auto all = entries();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].number, 3);
    EXPECT_EQ(all[0].subject, QStringLiteral("a"));
    EXPECT_EQ(all[0].by, QStringLiteral("clerk"));
    EXPECT_TRUE(all[0].facts.contains("\"fen\":12345")) << all[0].facts.toStdString();
    EXPECT_EQ(all[0].hash, store::trailHash(all[1].hash, kUnit, all[0]));
    EXPECT_EQ(all[2].hash, store::trailHash({}, kUnit, all[2]));
    EXPECT_EQ(check().entries, 3);
    EXPECT_EQ(check().firstWrong, 0);
    EXPECT_EQ(check().head, all[0].hash);
    EXPECT_EQ(check(QStringLiteral("other")).entries, 1);
}

TEST_F(Trail, TakesNothingBack)
{
    for (const char *sql : {"DELETE FROM trail WHERE number = 3", "UPDATE trail SET facts = '{}'", "UPDATE trail SET hash = x''",
                            "UPDATE trail SET operator = 'nobody', hash = x'00'",
                            "INSERT INTO trail (registration_id, number, at, event, subject, facts) VALUES ('unit', 9, '', 0, '', '')",
                            "INSERT OR REPLACE INTO trail (id, registration_id, number, at, event, subject, facts)"
                            " VALUES (1, 'unit', 1, '', 0, '', '')"})
        EXPECT_FALSE(store->write([&](Connection &c) { c.run(sql); })) << sql;
    EXPECT_EQ(check().firstWrong, 0);
    EXPECT_EQ(check().entries, 3);
}

TEST_F(Trail, OutlivesWhatItTellsAbout)
{
    ASSERT_TRUE(store->write([](Connection &c) { store::SubmissionTable(c).remove(QStringLiteral("c")); }));
    EXPECT_EQ(entries().front().event, domain::TrailEvent::Removed);
    ASSERT_TRUE(store->write([](Connection &c) { c.run("DELETE FROM unit WHERE registration_id = 'unit'"); }));
    EXPECT_EQ(check().entries, 5);
    EXPECT_EQ(check().firstWrong, 0);
}

TEST_F(Trail, WhatIsRolledBackIsNotInIt)
{
    EXPECT_FALSE(store->write([](Connection &c) {
        store::SubmissionTable(c).setState(QStringLiteral("a"), SubmissionState::Voiding);
        throw base::validation(QStringLiteral("outbox.held"));
    }));
    EXPECT_EQ(check().entries, 3);
}

TEST_F(Trail, AChangeIsFound)
{
    tamper("UPDATE trail SET facts = replace(facts, '12345', '12344') WHERE registration_id = 'unit' AND number = 2");
    EXPECT_EQ(check().firstWrong, 2);
    EXPECT_EQ(check().entries, 1);
}

TEST_F(Trail, AGapIsFound)
{
    tamper("DELETE FROM trail WHERE registration_id = 'unit' AND number = 1");
    EXPECT_EQ(check().firstWrong, 1);
}

TEST_F(Trail, WhatAnotherProgramAddsIsFound)
{
    tamper("INSERT INTO trail (registration_id, number, at, event, subject, facts, hash)"
           " VALUES ('unit', 4, '2026-01-01T00:00:00.000Z', 0, 'z', '{}', x'00')");
    EXPECT_EQ(check().firstWrong, 4);
}

}  // namespace
