#include "store/staff_change_table.h"
#include "store/store.h"
#include "store/unit_table.h"
#include "support/print.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <limits>

namespace {

using base::sqlite::Connection;
using domain::StaffChange;
using store::StaffChangeTable;

const QString kOne = QStringLiteral("one");
const QString kOther = QStringLiteral("other");

QDateTime day(int number)
{
    return QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC).addDays(number);
}

StaffChange change(const QString &name, const QString &number)
{
    return {0, {}, QStringLiteral("id"), name, QStringLiteral("201"), number, domain::StaffField::Wage, {},
            QStringLiteral("1"), QStringLiteral("2")};
}

class StaffChangeStore : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = store::Store::open(folder.path());
        ASSERT_TRUE(opened);
        target = std::move(opened).value();
        for (const auto &id : {kOne, kOther}) {
            domain::Unit unit;
            unit.registrationId = id;
            ASSERT_TRUE(target->write([&](Connection &c) {
                store::UnitTable(c).save(unit, domain::CollectionMode::Self, day(0));
            }));
        }
        add(kOne, 0, {change(QStringLiteral("王建国"), QStringLiteral("140105190001010015"))});
        add(kOne, 1, {change(QStringLiteral("王建"), QStringLiteral("140105190001010023")),
                      change(QStringLiteral("李䶮"), QStringLiteral("H00000017"))});
        add(kOther, 1, {change(QStringLiteral("王五"), QStringLiteral("1"))});
    }
    void add(const QString &unit, int at, const std::vector<StaffChange> &changes)
    {
        ASSERT_TRUE(target->write([&](Connection &c) { StaffChangeTable(c).add(unit, day(at), changes); }));
    }
    QStringList names(const domain::StaffChangeQuery &query, qint64 offset = 0, qint64 limit = 100)
    {
        return *target->read([&](Connection &c) {
            QStringList list;
            for (const auto &each : StaffChangeTable(c).window(kOne, query, offset, limit))
                list.append(each.name);
            return list;
        });
    }
    qint64 count(const QString &unit, const domain::StaffChangeQuery &query = {})
    {
        return *target->read([&](Connection &c) { return StaffChangeTable(c).count(unit, query); });
    }
    void prune(const QDateTime &now, qint64 most)
    {
        ASSERT_TRUE(target->write([&](Connection &c) { StaffChangeTable(c).prune(kOne, now, most); }));
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> target;
};

TEST_F(StaffChangeStore, NewestFirstInWindows)
{
    EXPECT_EQ(names({}), QStringList({QStringLiteral("李䶮"), QStringLiteral("王建"), QStringLiteral("王建国")}));
    EXPECT_EQ(names({}, 1, 1), QStringList(QStringLiteral("王建")));
    const auto rest = target->read([](Connection &c) { return StaffChangeTable(c).older(kOne, {}, 3, 100); });
    ASSERT_TRUE(rest);
    ASSERT_EQ(rest->size(), 2u);
    EXPECT_EQ(rest->front().number, 2);
    EXPECT_EQ(rest->front().at, day(1));
    EXPECT_EQ(rest->back().after, QStringLiteral("2"));
}

TEST_F(StaffChangeStore, FindsPartsAndTimes)
{
    domain::StaffChangeQuery query;
    query.name = QStringLiteral("建");
    EXPECT_EQ(count(kOne, query), 2);
    query.documentNumber = QStringLiteral("0015");
    EXPECT_EQ(names(query), QStringList(QStringLiteral("王建国")));
    query = {};
    query.from = day(1);
    EXPECT_EQ(count(kOne, query), 2);
    query = {};
    query.until = day(1);
    EXPECT_EQ(names(query), QStringList(QStringLiteral("王建国")));
    query.documentType = QStringLiteral("208");
    EXPECT_EQ(count(kOne, query), 0);
    query = {};
    query.name = QStringLiteral("%");
    EXPECT_EQ(count(kOne, query), 0) << "no wildcards";
    query.name = QChar(0xE863);
    EXPECT_EQ(names(query), QStringList(QStringLiteral("李䶮"))) << "as an old system wrote it";
}

TEST_F(StaffChangeStore, KeepsTheNewestAndTwoYears)
{
    prune(day(2), 2);
    EXPECT_EQ(names({}), QStringList({QStringLiteral("李䶮"), QStringLiteral("王建")}));
    EXPECT_EQ(count(kOther), 1) << "another unit's stay";
    add(kOne, 300, {change(QStringLiteral("新"), QStringLiteral("1"))});
    prune(day(1).addMonths(StaffChangeTable::kMonthsKept), 100);
    EXPECT_EQ(count(kOne), 3) << "24 months are kept to the day";
    prune(day(2).addMonths(StaffChangeTable::kMonthsKept), 100);
    EXPECT_EQ(names({}), QStringList(QStringLiteral("新")));
    prune(day(3000), 100);
    EXPECT_EQ(count(kOne), 0);
    add(kOne, 3001, {change(QStringLiteral("再"), QStringLiteral("1"))});
    EXPECT_EQ(count(kOne), 1);
}

TEST_F(StaffChangeStore, GoesWithItsUnit)
{
    ASSERT_TRUE(target->write([](Connection &c) { c.run("DELETE FROM unit WHERE registration_id = ?", kOne); }));
    EXPECT_EQ(count(kOne), 0);
    EXPECT_EQ(count(kOther), 1);
}

}  // namespace
