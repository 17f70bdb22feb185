// What the store knows about the people of a draft beside their wages (X5).
#include "store/staff_table.h"
#include "store/store.h"
#include "store/unit_table.h"
#include "store/wage_table.h"
#include "support/print.h"
#include "support/wages.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using base::sqlite::Connection;
using tests::kDaily;

constexpr int kPeople = 6000;

/// A unit whose people have the numbers from `first` on, all in its draft.
void addUnit(Connection &c, const QString &id, int first)
{
    domain::Unit unit;
    unit.registrationId = id;
    unit.name = QStringLiteral("单位") + id;
    store::UnitTable(c).save(unit, domain::CollectionMode::Self, QDateTime::fromSecsSinceEpoch(0, Qt::UTC));
    store::StaffTable table(c);
    store::StaffSearch search(c, id);
    for (int i = 0; i < kPeople; ++i) {
        domain::Staff staff;
        staff.id = QString::number(i);
        staff.documentType = QStringLiteral("201");
        staff.documentNumber = QStringLiteral("D%1").arg(first + i);
        staff.state = domain::ContributionState::Normal;
        table.save(search, id, staff, 1);
    }
    search.flush();
    store::WageTable(c).addContributing(id, kDaily, {});
}

TEST(WageSurroundings, PeopleOfOtherUnitsAreFoundByTheirDocument)
{
    const QTemporaryDir folder;
    auto opened = store::Store::open(folder.path());
    ASSERT_TRUE(opened);
    auto &target = **opened;
    ASSERT_TRUE(target.write([](Connection &c) {
        addUnit(c, QStringLiteral("a"), 0);
        addUnit(c, QStringLiteral("b"), kPeople - 2);
    }));
    QElapsedTimer timer;
    timer.start();
    const auto found = target.read([](Connection &c) { return store::WageTable(c).surroundings(QStringLiteral("a"), kDaily); });
    // Person by person through the other unit it takes seconds.
    EXPECT_LT(timer.elapsed(), 1000);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->otherUnits.size(), 2);
    EXPECT_EQ(found->otherUnits.value(QString::number(kPeople - 1)), QStringLiteral("单位b"));
}

}  // namespace
