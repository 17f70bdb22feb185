// Erasing what is kept of a unit (L6): all of it, in pieces, and nothing of another unit.
#include "store/contribution_base_table.h"
#include "store/declared_table.h"
#include "store/notice_table.h"
#include "store/setting_table.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "store/sync_table.h"
#include "store/unit_erasure.h"
#include "store/unit_table.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Connection;
using store::UnitErasure;

constexpr int kPeople = 30'000;
const QString kGoes = QStringLiteral("goes");
const QString kStays = QStringLiteral("stays");
const domain::Month kMonth(2026, 9);
const QDateTime kAt = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);

void addStaff(Connection &c, const QString &id, int people)
{
    store::StaffTable table(c);
    store::StaffSearch search(c, id);
    for (int i = 0; i < people; ++i) {
        domain::Staff staff;
        staff.id = QString::number(i);
        staff.name = QStringLiteral("职工");
        staff.insurances.append({QStringLiteral("110"), {}, domain::ContributionState::Normal, kMonth, {}, {}, {}});
        table.save(search, id, staff, 1);
    }
    search.flush();
    store::SyncTable(c).save(id, QStringLiteral("staff"), {{}, 0, 7, 0, 0, 9, kAt});
}

void addDeclared(Connection &c, const QString &id, int people)
{
    QVector<domain::DeclaredPerson> rows;
    for (int i = 0; i < people; ++i) {
        domain::DeclaredPerson row;
        row.item.noticeNumber = id;
        row.item.periodFrom = row.item.periodTo = kMonth;
        row.person.personNumber = QString::number(i);
        rows.append(row);
    }
    store::DeclaredTable table(c);
    table.append(id, 1, rows);
    table.show(id, 1, {kMonth, kMonth}, kAt);
}

void addNotices(Connection &c, const QString &id)
{
    QVector<domain::Notice> notices(2);
    notices[0].id = QStringLiteral("for-all");
    notices[1].id = id;
    for (auto &notice : notices)
        notice.publishedAt = kAt;
    store::NoticeTable(c).replace(id, notices);
}

class Erasing : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = store::Store::open(folder.path());
        ASSERT_TRUE(opened);
        target = std::move(opened).value();
        ASSERT_TRUE(target->write([](Connection &c) {
            for (const auto &[id, people] : {std::pair(kGoes, kPeople), std::pair(kStays, 10)}) {
                domain::Unit unit;
                unit.registrationId = id;
                store::UnitTable(c).save(unit, domain::CollectionMode::Self, kAt);
                addStaff(c, id, people);
                addDeclared(c, id, people);
                addNotices(c, id);
                store::SettingTable(c).set(QStringLiteral("something/") + id, QStringLiteral("1"));
            }
        }));
    }
    qint64 number(const char *sql)
    {
        const auto found = target->read([&](Connection &c) { return c.number(sql); });
        return found ? *found : -1;
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> target;
};

TEST_F(Erasing, GoesInPiecesAndLeavesNothing)
{
    const auto total = target->write([](Connection &c) {
        UnitErasure erasure(c, kGoes);
        erasure.begin();
        return erasure.count();
    });
    ASSERT_TRUE(total);
    EXPECT_EQ(*total, 4 * kPeople + number("SELECT count(*) FROM staff_search WHERE registration_id = 'goes'"));
    qint64 removed = 0;
    while (true) {
        const auto some = target->write([](Connection &c) { return UnitErasure(c, kGoes).removeSome(); });
        ASSERT_TRUE(some);
        if (*some == 0)
            break;
        EXPECT_LE(*some, 20'000);
        removed += *some;
    }
    EXPECT_EQ(removed, *total);
    ASSERT_TRUE(target->write([](Connection &c) { UnitErasure(c, kGoes).end(); }));
    EXPECT_EQ(number("SELECT count(*) FROM unit"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM setting WHERE key LIKE 'something/%'"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM notice"), 2) << "the one for all, and the other unit's";
    EXPECT_EQ(number("SELECT count(*) FROM staff"), 10);
    EXPECT_EQ(number("SELECT count(*) FROM staff_insurance"), 10);
    EXPECT_EQ(number("SELECT count(DISTINCT registration_id) FROM staff_search"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM declared_person"), 10);
    EXPECT_EQ(number("SELECT count(*) FROM declared_who"), 10);
    EXPECT_EQ(number("SELECT count(*) FROM declared_item"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

/// The program ends in the middle: what is left must not be taken for what was fetched.
TEST_F(Erasing, WhatIsCutOffIsNothingFetched)
{
    ASSERT_TRUE(target->write([](Connection &c) {
        UnitErasure erasure(c, kGoes);
        erasure.begin();
        return erasure.removeSome();
    }));
    ASSERT_TRUE(target->read([](Connection &c) {
        const auto state = store::SyncTable(c).state(kGoes, QStringLiteral("staff"));
        EXPECT_FALSE(state.syncedAt.isValid());
        EXPECT_EQ(state.sequence, 0);
        EXPECT_EQ(state.generation, 7) << "what a walk does not meet is older than it";
        const store::DeclaredTable declared(c);
        EXPECT_FALSE(declared.lastFetched(kGoes).isValid());
        EXPECT_EQ(declared.totals(kGoes, {}).rows, 0);
        EXPECT_EQ(store::UnitTable(c).listed().size(), 2) << "it can be removed once more";
        EXPECT_EQ(declared.totals(kStays, {}).rows, 10);
    }));
}

}  // namespace
