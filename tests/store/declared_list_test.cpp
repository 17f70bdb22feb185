// 申报明细 by one type of document: few people have it, nearly everybody, or neither; the same rows and sums in every way.
#include "store/declared_table.h"
#include "store/store.h"
#include "store/unit_table.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Connection;
using domain::DeclaredPerson;
using domain::DeclaredQuery;
using store::DeclaredTable;

const QString kUnit = QStringLiteral("unit");
const domain::Month kMonth(2026, 9);
constexpr int kItems = 4;

class DeclaredTypes : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = store::Store::open(folder.path());
        ASSERT_TRUE(opened);
        target = std::move(opened).value();
    }
    /// Every `rare`-th of the people has a 237 instead of a 201.
    void declare(int people, int rare)
    {
        QVector<DeclaredPerson> rows;
        for (int item = 0; item < kItems; ++item) {
            for (int i = 0; i < people; ++i) {
                DeclaredPerson row;
                row.declarationId = QStringLiteral("declaration");
                row.item.noticeNumber = QString::number(item);
                row.item.periodFrom = row.item.periodTo = kMonth - item % 2;
                row.received = item % 2 == 0;
                row.person.personNumber = QString::number(i);
                row.person.name = QStringLiteral("职工");
                row.person.documentType = i % rare ? QStringLiteral("201") : QStringLiteral("237");
                row.person.documentNumber = QString::number(1'000'000 + i);
                row.person.due = row.person.payable = domain::Money::fromFen(i + item);
                rows.append(row);
            }
        }
        all = rows;
        ASSERT_TRUE(target->write([&](Connection &c) {
            domain::Unit unit;
            unit.registrationId = kUnit;
            store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
            DeclaredTable table(c);
            table.append(kUnit, 1, rows);
            table.show(kUnit, 1, {kMonth - 1, kMonth}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        }));
    }
    /// Totals are those of the rows; windows meet each of them once.
    void expectRight(const char *type, std::optional<domain::Month> from = {})
    {
        DeclaredQuery query;
        query.documentType = QString::fromLatin1(type);
        query.from = from;
        domain::DeclaredTotals expected;
        for (const auto &row : all) {
            if (row.person.documentType != query.documentType || (from && row.item.periodTo < *from))
                continue;
            ++expected.rows;
            expected.due += row.person.due;
            expected.payable += row.person.payable;
            if (row.received)
                expected.received += row.person.payable;
        }
        ASSERT_TRUE(target->read([&](Connection &c) {
            const DeclaredTable table(c);
            const auto totals = table.totals(kUnit, query);
            EXPECT_EQ(totals.rows, expected.rows);
            EXPECT_EQ(totals.due, expected.due);
            EXPECT_EQ(totals.relief, expected.relief);
            EXPECT_EQ(totals.payable, expected.payable);
            EXPECT_EQ(totals.received, expected.received);
            QStringList inWindows;
            for (qint64 offset = 0; offset < expected.rows; offset += 777) {
                for (const auto &row : table.window(kUnit, query, offset, 777)) {
                    EXPECT_EQ(row.person.documentType, query.documentType);
                    inWindows << row.key;
                }
            }
            QStringList atOnce;
            for (const auto &row : table.window(kUnit, query, 0, expected.rows + 1))
                atOnce << row.key;
            EXPECT_EQ(inWindows, atOnce);
            EXPECT_EQ(inWindows.size(), expected.rows);
            inWindows.removeDuplicates();
            EXPECT_EQ(inWindows.size(), expected.rows);
        }));
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> target;
    QVector<DeclaredPerson> all;
};

TEST_F(DeclaredTypes, FewAndNearlyEverybody)
{
    declare(3000, 100);
    for (const char *type : {"201", "237", "999"}) {
        expectRight(type);
        expectRight(type, kMonth);
    }
}

TEST_F(DeclaredTypes, ManyOfBoth)
{
    declare(4200, 2);
    expectRight("201");
    expectRight("237", kMonth);
}

/// Two declarations of one total, of which one is paid: each has its own people.
TEST_F(DeclaredTypes, ATotalThatWasDeclaredTwiceIsTwoItems)
{
    declare(2, 1);
    all[1].declarationId = QStringLiteral("other");
    all[1].received = false;
    ASSERT_TRUE(target->write([&](Connection &c) {
        DeclaredTable table(c);
        table.append(kUnit, 2, all);
        table.show(kUnit, 2, {kMonth - 1, kMonth}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    }));
    domain::Money received;
    QStringList declared;
    for (const auto &row : all) {
        declared << row.declarationId;
        if (row.received)
            received += row.person.payable;
    }
    ASSERT_TRUE(target->read([&](Connection &c) {
        const DeclaredTable table(c);
        EXPECT_EQ(table.totals(kUnit, {}).received, received);
        QStringList shown;
        for (const auto &row : table.window(kUnit, {}, 0, 100))
            shown << row.declarationId;
        shown.sort();
        declared.sort();
        EXPECT_EQ(shown, declared);
    }));
}

TEST_F(DeclaredTypes, NobodyIsKeptOfWhomNothingIsDeclaredAnyMore)
{
    declare(50, 7);
    QVector<DeclaredPerson> fewer;
    for (const auto &row : all) {
        if (row.person.personNumber.toInt() < 20)
            fewer.append(row);
    }
    ASSERT_TRUE(target->write([&](Connection &c) {
        DeclaredTable table(c);
        table.append(kUnit, 2, fewer);
        table.show(kUnit, 2, {kMonth - 1, kMonth}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
        while (table.removeSome(kUnit, 0)) {
        }
        qint64 last = 0;
        do {
            last = table.forgetSome(last);
        } while (last > 0);
        EXPECT_EQ(c.number("SELECT count(*) FROM declared_who"), 20);
        EXPECT_EQ(table.totals(kUnit, {}).rows, qint64(fewer.size()));
        EXPECT_EQ(table.window(kUnit, {}, 0, 1000).size(), std::size_t(fewer.size()));
    }));
}

}  // namespace
