#include "store/migrations.h"
#include "store/store.h"
#include "store/submission_table.h"
#include "support/print.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Connection;
using domain::SubmissionState;
using store::SubmissionTable;

const QString kUnit = QStringLiteral("unit");

/// A file of the version before: what is in it begins its history with the state it is in; what happens then is added.
TEST(SubmissionHistory, BeginsForWhatAnOlderFileHolds)
{
    const QTemporaryDir folder;
    {
        ASSERT_GT(store::schemaVersion(), 2);
        Connection old(folder.filePath(QStringLiteral("shebao.db")), base::sqlite::Access::ReadWrite);
        for (const char *step : {":/store/schema/v0001.sql", ":/store/schema/v0002.sql"}) {
            QFile file(QString::fromLatin1(step));
            ASSERT_TRUE(file.open(QIODevice::ReadOnly));
            old.script(file.readAll());
        }
        old.script("PRAGMA user_version = 2");
        old.script(
            "INSERT INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code,"
            " authority_name, region, region_name, address, contact) VALUES ('unit','','',0,0,0,'','','','','','')");
        old.script("INSERT INTO submission VALUES ('a', 'unit', 1, 2, 0, 'daily', '', '{}', '', 1, 1, 100, 'none', '',"
                   " '2026-11-01T01:00:00.000Z', '', 'timeout.answer', '', '', '')");
    }
    const auto opened = store::Store::open(folder.path());
    ASSERT_TRUE(opened);
    const auto states = [&] {
        QVector<SubmissionState> found;
        for (const auto &event :
             *(*opened)->read([](Connection &c) { return SubmissionTable(c).history(QStringLiteral("a")); }))
            found << event.state;
        return found;
    };
    EXPECT_EQ(states(), QVector<SubmissionState>{SubmissionState::Unknown});
    ASSERT_TRUE((*opened)->write([](Connection &c) {
        SubmissionTable table(c);
        auto row = table.find(QStringLiteral("a"))->submission;
        table.update(row);  // the same state is no event
        row.state = SubmissionState::Succeeded;
        table.update(row);
    }));
    EXPECT_EQ(states(), (QVector<SubmissionState>{SubmissionState::Unknown, SubmissionState::Succeeded}));
    ASSERT_TRUE((*opened)->write([](Connection &c) { c.run("DELETE FROM unit WHERE registration_id = ?", kUnit); }));
    EXPECT_TRUE(states().isEmpty());
}

/// What has left this machine may come late, also when the timeout itself could not be stored.
TEST(SubmissionHistory, WhatWasSentOnceMayArriveLate)
{
    const QTemporaryDir folder;
    const auto opened = store::Store::open(folder.path());
    ASSERT_TRUE(opened);
    ASSERT_TRUE((*opened)->write([](Connection &c) {
        c.run("INSERT INTO unit (registration_id, tax_number, name, unit_type, state, mode, authority_code, authority_name,"
              " region, region_name, address, contact) VALUES ('unit','','',0,0,0,'','','','','','')");
        SubmissionTable table(c);
        domain::Submission one;
        one.kind = domain::SubmissionKind::Fee;
        one.createdAt = QDateTime::fromString(QStringLiteral("2026-11-01T01:00:00Z"), Qt::ISODate);
        for (const char *id : {"kept", "asked", "lost"}) {
            one.id = QString::fromLatin1(id);
            table.insert({kUnit, one, "{}", {}});
        }
        const auto move = [&table](const char *id, SubmissionState state, const char *reason) {
            auto row = table.find(QString::fromLatin1(id))->submission;
            row.state = state;
            row.reasonCode = QString::fromLatin1(reason);
            table.update(row);
        };
        move("asked", SubmissionState::Sending, "");
        move("asked", SubmissionState::Pending, "outbox.never-arrived");
        move("lost", SubmissionState::Sending, "");
        move("lost", SubmissionState::Unknown, "timeout.answer");
        move("lost", SubmissionState::Pending, "outbox.never-arrived");
        EXPECT_FALSE(table.mayArriveLate(QStringLiteral("kept")));
        EXPECT_TRUE(table.mayArriveLate(QStringLiteral("asked")));
        EXPECT_TRUE(table.mayArriveLate(QStringLiteral("lost")));
    }));
}

}  // namespace
