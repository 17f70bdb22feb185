// Windows of 职工缴费基数 begin at places, not at the first row.
#include "store/contribution_base_table.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "store/unit_table.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Connection;
using domain::ContributionBaseQuery;
using store::ContributionBasePlaces;
using store::ContributionBaseTable;

const QString kUnit = QStringLiteral("unit");
constexpr int kPeople = 1100;

class ContributionBaseWindows : public testing::Test {
protected:
    void SetUp() override
    {
        auto opened = store::Store::open(folder.path());
        ASSERT_TRUE(opened);
        target = std::move(opened).value();
        ASSERT_TRUE(target->write([](Connection &c) {
            domain::Unit unit;
            unit.registrationId = kUnit;
            store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
            store::StaffTable staff(c);
            store::StaffSearch search(c, kUnit);
            QVector<domain::ContributionBase> bases;
            for (int i = 0; i < kPeople; ++i) {
                domain::Staff person;
                person.id = QString::number(100'000 + i);
                person.documentType = i % 3 ? QStringLiteral("201") : QStringLiteral("237");
                staff.save(search, kUnit, person, 1);
                for (const char *insurance : {"110", "310", "410"}) {
                    domain::ContributionBase base;
                    base.staffId = person.id;
                    base.insurance = QString::fromLatin1(insurance);
                    bases.append(base);
                }
            }
            search.flush();
            ContributionBaseTable(c).save(kUnit, bases, 1);
        }));
    }
    /// Windows of `limit` rows one after the other meet every row once, in order.
    void expectWhole(const ContributionBaseQuery &query, qint64 expected, qint64 limit)
    {
        ASSERT_TRUE(target->read([&](Connection &c) {
            const ContributionBaseTable table(c);
            const auto places = table.places(kUnit, query);
            EXPECT_EQ(places.count, expected);
            EXPECT_EQ(qint64(places.places.size()), expected / ContributionBasePlaces::kStride + 1);
            const auto all = table.after(kUnit, query, {}, {}, expected + 1);
            ASSERT_EQ(qint64(all.size()), expected);
            for (qint64 offset = 0; offset < expected; offset += limit) {
                const auto window = table.window(kUnit, query, places, offset, limit);
                ASSERT_EQ(qint64(window.size()), qMin(limit, expected - offset)) << offset;
                for (std::size_t i = 0; i < window.size(); ++i) {
                    const auto &row = all[std::size_t(offset) + i].base;
                    ASSERT_EQ(window[i].base.staffId, row.staffId) << offset;
                    ASSERT_EQ(window[i].base.insurance, row.insurance) << offset;
                }
            }
            EXPECT_TRUE(table.window(kUnit, query, places, expected, limit).empty());
        }));
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> target;
};

TEST_F(ContributionBaseWindows, OfEverybodyMeetEachOnce)
{
    expectWhole({}, kPeople * 3, 200);
    expectWhole({}, kPeople * 3, 7);
    expectWhole({}, kPeople * 3, 1500);
}

TEST_F(ContributionBaseWindows, OfAQueryMeetEachOnce)
{
    expectWhole({{}, QStringLiteral("201"), {}}, 733 * 3, 199);
    expectWhole({{}, QStringLiteral("237"), {}}, 367 * 3, 1000);
}

TEST_F(ContributionBaseWindows, OfNobodyAreEmpty)
{
    expectWhole({QStringLiteral("nobody"), {}, {}}, 0, 10);
}

}  // namespace
