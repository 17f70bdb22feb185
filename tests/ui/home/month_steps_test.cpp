#include "ui/modules/home/month_steps.h"

#include "support/print.h"

#include <gtest/gtest.h>

namespace {

using Mark = ui::MonthStep::Mark;

domain::RulePack pack()
{
    domain::RulePack made;
    made.modules = {QStringLiteral("wage")};
    made.fee.declareByDay = 25;
    made.fee.payByDay = 31;
    return made;
}

TEST(MonthSteps, LeaveOutWagesWhereTheyAreConfirmedElsewhere)
{
    auto delegated = pack();
    delegated.modules.clear();
    EXPECT_EQ(ui::monthSteps({}, pack(), QDate(2026, 7, 1)).size(), 4U);
    EXPECT_EQ(ui::monthSteps({}, delegated, QDate(2026, 7, 1)).size(), 3U);
}

TEST(MonthSteps, CountTheDaysToTheDeadline)
{
    const auto due = [](QDate today) { return ui::monthSteps({}, pack(), today)[2].due; };
    EXPECT_EQ(due(QDate(2026, 7, 1)), QStringLiteral("7月25日前，还有 24 天"));
    EXPECT_EQ(due(QDate(2026, 7, 25)), QStringLiteral("今天截止"));
    EXPECT_EQ(due(QDate(2026, 7, 26)), QStringLiteral("7月25日已截止"));
    EXPECT_EQ(ui::monthSteps({}, pack(), QDate(2026, 6, 1))[3].due, QStringLiteral("6月30日前，还有 29 天"));
    EXPECT_EQ(ui::monthSteps({}, pack(), QDate(2026, 7, 23))[2].dueTone, ui::Tone::Warning);
}

service::Waiting synced()
{
    service::Waiting waiting;
    waiting.staffSyncedAt = QDateTime(QDate(2026, 7, 1), QTime(8, 0), Qt::UTC);
    return waiting;
}

TEST(MonthSteps, BeginWithTheRoster)
{
    const auto steps = ui::monthSteps({}, pack(), QDate(2026, 7, 1));
    EXPECT_EQ(steps[0].mark, Mark::Next);
    EXPECT_EQ(steps[1].mark, Mark::Plain);  // nothing is known of wages yet
    EXPECT_EQ(steps[2].mark, Mark::Plain);
}

TEST(MonthSteps, PointAtWhatIsNext)
{
    auto waiting = synced();
    waiting.staffWithoutWage = 3;
    auto steps = ui::monthSteps(waiting, pack(), QDate(2026, 7, 1));
    EXPECT_EQ(steps[0].mark, Mark::Done);
    EXPECT_EQ(steps[1].mark, Mark::Next);
    EXPECT_EQ(steps[1].pageId, QStringLiteral("wage.daily"));

    waiting = synced();
    waiting.openFeeDeclarations = 1;
    steps = ui::monthSteps(waiting, pack(), QDate(2026, 7, 1));
    EXPECT_EQ(steps[1].mark, Mark::Done);
    EXPECT_EQ(steps[2].mark, Mark::Waiting);
    EXPECT_EQ(steps[2].pageId, QStringLiteral("fee.records"));
    waiting.assessments = 2;
    steps = ui::monthSteps(waiting, pack(), QDate(2026, 7, 1));
    EXPECT_TRUE(steps[2].detail.contains(QStringLiteral("另有 2 项待申报"))) << steps[2].detail.toStdString();

    waiting = synced();
    waiting.openVouchers = 1;
    steps = ui::monthSteps(waiting, pack(), QDate(2026, 7, 1));
    EXPECT_EQ(steps[3].mark, Mark::Waiting);
    EXPECT_EQ(steps[3].pageId, QStringLiteral("payment.vouchers"));

    waiting = synced();
    waiting.assessments = 3;
    waiting.assessmentsTotal = domain::Money::fromFen(654321);
    steps = ui::monthSteps(waiting, pack(), QDate(2026, 7, 1));
    EXPECT_EQ(steps[2].mark, Mark::Next);
    EXPECT_TRUE(steps[2].detail.contains(QStringLiteral("6,543.21")));

    waiting = synced();
    waiting.assessmentsLoadedAt = waiting.staffSyncedAt;
    waiting.arrears = 2;
    waiting.arrearsTotal = domain::Money::fromFen(123456);
    steps = ui::monthSteps(waiting, pack(), QDate(2026, 7, 1));
    EXPECT_EQ(steps[2].mark, Mark::Done);
    EXPECT_EQ(steps[3].mark, Mark::Next);
    EXPECT_EQ(steps[3].detail, QStringLiteral("待缴 2 笔 1,234.56 元"));
}

TEST(MonthSteps, WhatIsDoneHasNoDeadlineAndLeadsToItsRecords)
{
    auto waiting = synced();
    waiting.assessmentsLoadedAt = waiting.staffSyncedAt;
    waiting.arrearsLoadedAt = waiting.staffSyncedAt;
    waiting.declaredTotal = domain::Money::fromFen(14838939);
    const auto steps = ui::monthSteps(waiting, pack(), QDate(2026, 7, 24));
    EXPECT_EQ(steps[2].detail, QStringLiteral("已申报 148,389.39 元"));
    EXPECT_EQ(steps[3].detail, QStringLiteral("没有欠费"));
    const QStringList records{QStringLiteral("wage.records"), QStringLiteral("fee.records"), QStringLiteral("payment.records")};
    for (int at = 1; at < 4; ++at) {
        EXPECT_EQ(steps[size_t(at)].mark, Mark::Done);
        EXPECT_TRUE(steps[size_t(at)].due.isEmpty());
        EXPECT_EQ(steps[size_t(at)].goText, QStringLiteral("查看记录"));
        EXPECT_EQ(steps[size_t(at)].pageId, records[at - 1]);
    }
}

TEST(MonthSteps, AreNotDoneByTheAnswersOfTheMonthBefore)
{
    auto waiting = synced();
    waiting.assessmentsLoadedAt = QDateTime(QDate(2026, 7, 31), QTime(15, 59), Qt::UTC);
    waiting.arrearsLoadedAt = waiting.assessmentsLoadedAt;
    EXPECT_EQ(ui::monthSteps(waiting, pack(), QDate(2026, 7, 31))[2].mark, Mark::Done);
    for (const auto &step : {ui::monthSteps(waiting, pack(), QDate(2026, 8, 1))[2],
                             ui::monthSteps(waiting, pack(), QDate(2026, 8, 1))[3]}) {
        EXPECT_EQ(step.mark, Mark::Plain) << step.title.toStdString();
        EXPECT_FALSE(step.due.isEmpty());
    }
    waiting.assessmentsLoadedAt = waiting.assessmentsLoadedAt.addSecs(60);  // midnight in China
    EXPECT_EQ(ui::monthSteps(waiting, pack(), QDate(2026, 8, 1))[2].mark, Mark::Done);
}

TEST(MonthSteps, NothingOwedBeforeTheDeclarationIsNotPaid)
{
    auto waiting = synced();
    waiting.arrearsLoadedAt = waiting.staffSyncedAt;
    const auto step = ui::monthSteps(waiting, pack(), QDate(2026, 7, 24))[3];
    EXPECT_EQ(step.mark, Mark::Plain);
    EXPECT_EQ(step.pageId, QStringLiteral("payment.arrears"));
    EXPECT_FALSE(step.due.isEmpty());
}

TEST(MonthSteps, SayNothingOfArrearsThatWereNeverAskedFor)
{
    const auto step = ui::monthSteps(synced(), pack(), QDate(2026, 7, 24))[3];
    EXPECT_EQ(step.detail, QStringLiteral("还没有查询欠费"));
    EXPECT_EQ(step.mark, Mark::Plain);
    EXPECT_FALSE(step.due.isEmpty());
}

TEST(MonthSteps, KeepWhatIsInVouchersApart)
{
    auto waiting = synced();
    waiting.arrears = 5;
    waiting.arrearsTotal = domain::Money::fromFen(14346744);
    waiting.inVouchers = 2;
    waiting.inVouchersTotal = domain::Money::fromFen(283210);
    EXPECT_EQ(ui::monthSteps(waiting, pack(), QDate(2026, 7, 24))[3].detail,
              QStringLiteral("待缴 5 笔 143,467.44 元，另有 2 笔 2,832.10 元已开凭证"));
    waiting.arrears = 0;
    const auto step = ui::monthSteps(waiting, pack(), QDate(2026, 7, 24))[3];
    EXPECT_EQ(step.detail, QStringLiteral("2 笔 2,832.10 元已开凭证，请到银行缴款"));
    EXPECT_EQ(step.pageId, QStringLiteral("payment.vouchers"));
}

}  // namespace
