#include "service/practice.h"
#include "support/planting.h"

namespace {

using domain::Discrepancy;
using tests::kUnit;

class Receipts : public tests::Planting {
protected:
    domain::MonthRange months() const
    {
        const auto present = domain::Month::of(client->clock().today());
        return {present - 11, present};
    }
    service::Reconciliation reconciled()
    {
        const auto result = client->receipts().refreshAndReconcile(kUnit, months(), job);
        EXPECT_TRUE(result) << result.error().code.toStdString();
        return result ? *result : service::Reconciliation();
    }
};

TEST_F(Receipts, WhatWasPaidArrives)
{
    const auto before = client->receipts().refresh(kUnit, months(), job);
    ASSERT_TRUE(before) << before.error().code.toStdString();
    EXPECT_EQ(before->payables.size(), before->receipts.size());  // the months before, paid at the counter
    EXPECT_TRUE(before->loadedAt.isValid());
    declareAll();
    payFirst(3);
    const auto after = client->receipts().refresh(kUnit, months(), job);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->receipts.size(), before->receipts.size() + 3);
    for (const auto &receipt : after->receipts) {
        const auto owed = std::find_if(after->payables.begin(), after->payables.end(), [&](const domain::Arrear &each) {
            return each.item.noticeNumber == receipt.item.noticeNumber;
        });
        ASSERT_NE(owed, after->payables.end());
        EXPECT_EQ(owed->due, receipt.amount);
        EXPECT_EQ(owed->hold, domain::ArrearHold::Paid);
    }
}

TEST_F(Receipts, OnlyTheMonthsAskedForAreReplaced)
{
    const auto all = client->receipts().refresh(kUnit, months(), job);
    ASSERT_TRUE(all);
    const auto present = domain::Month::of(client->clock().today());
    ASSERT_TRUE(client->receipts().refresh(kUnit, {present, present}, job));
    EXPECT_EQ(client->receipts().books(kUnit, months())->payables.size(), all->payables.size());
    const auto one = client->receipts().books(kUnit, {present - 1, present - 1});
    EXPECT_EQ(one->payables.size() * 2, all->payables.size());
}

TEST_F(Receipts, StayWhenTheTaxSideCannotBeReached)
{
    const auto loaded = client->receipts().refresh(kUnit, months(), job);
    ASSERT_TRUE(loaded);
    fault("drop-before:GET /v1/receipts");
    EXPECT_FALSE(client->receipts().refresh(kUnit, months(), job));
    EXPECT_EQ(client->receipts().books(kUnit, months())->receipts.size(), loaded->receipts.size());
}

TEST_F(Receipts, AMonthInOrderHasNoDiscrepancies)
{
    for (const auto &line : reconciled().lines)
        EXPECT_TRUE(line.discrepancies.isEmpty()) << line.item.noticeNumber.toStdString();
    declareAll();
    payFirst(2);
    const auto lines = reconciled().lines;
    EXPECT_GT(lines.size(), 20);
    for (const auto &line : lines)
        EXPECT_TRUE(line.discrepancies.isEmpty()) << line.item.noticeNumber.toStdString();
}

TEST_F(Receipts, EachPlantedDiscrepancyIsFoundAndNothingElse)
{
    const auto planted = plantAll();
    ASSERT_GE(planted.size(), 12);
    QMap<QString, Discrepancy> found;
    for (const auto &line : reconciled().lines) {
        EXPECT_LE(line.discrepancies.size(), 1) << line.item.noticeNumber.toStdString();
        for (const auto &each : line.discrepancies)
            found.insert(line.item.noticeNumber, each.kind);
    }
    EXPECT_EQ(found, planted);
}

TEST_F(Receipts, WhatIsLateIsFoundWhenItsDayHasPassed)
{
    declareAll();
    const auto inTime = reconciled().lines;
    const auto next = client->clock().now().addDays(70);
    client->clock().setNow(next);
    server->clock().setNow(next);
    logIn(*client, tests::kPassword);
    int unpaid = 0;
    int undeclared = 0;
    for (const auto &line : reconciled().lines) {
        for (const auto &each : line.discrepancies) {
            unpaid += each.kind == Discrepancy::PaymentLate ? 1 : 0;
            undeclared += each.kind == Discrepancy::DeclarationLate ? 1 : 0;
        }
    }
    EXPECT_GT(unpaid, 5);
    EXPECT_GT(undeclared, 5);
}

using domain::PersonDiscrepancy;

class PersonReconciliation : public Receipts {
protected:
    /// The fee with the most people: looked at here, then declared.
    domain::FeeItem declaredFee()
    {
        const auto list = client->fees().refresh(unit, domain::FeeKind::Daily, job);
        const auto most = std::max_element(list->rows.begin(), list->rows.end(),
                                           [](const auto &a, const auto &b) { return a.headcount < b.headcount; });
        EXPECT_TRUE(client->fees().loadPersons(unit, most->id, job));
        const auto fee = most->item;
        declareAll();
        return fee;
    }
    domain::PersonReconciliation reconciledPersons(const domain::FeeItem &fee)
    {
        const auto found = client->receipts().refreshAndReconcilePersons(unit, fee, job);
        EXPECT_TRUE(found) << found.error().code.toStdString();
        return found ? *found : domain::PersonReconciliation();
    }
};

TEST_F(PersonReconciliation, BooksThatAgreeHaveNoDifferences)
{
    const auto found = reconciledPersons(declaredFee());
    EXPECT_TRUE(found.assessed.known && found.declared.known);
    EXPECT_GT(found.assessed.people, 5);
    EXPECT_EQ(found.assessed.people, found.declared.people);
    EXPECT_EQ(found.assessed.payable, found.declared.payable);
    EXPECT_EQ(found.differenceCount, 0);
    EXPECT_TRUE(found.loadedAt.isValid());
}

TEST_F(PersonReconciliation, EachPersonPutWrongIsFoundAndNobodyElse)
{
    const auto fee = declaredFee();
    const auto before = reconciledPersons(fee);
    for (const char *kind : {"person-missing", "person-amount", "person-base", "person-other", "person-twice"})
        plant(fee.noticeNumber, kind);
    const auto found = reconciledPersons(fee);
    QVector<PersonDiscrepancy> kinds;
    for (const auto &each : found.differences)
        kinds << each.kind;
    using P = PersonDiscrepancy;
    EXPECT_EQ(kinds, (QVector<P>{P::NotDeclared, P::AmountDiffers, P::BaseDiffers, P::NotDeclared, P::DeclaredTwice,
                                 P::NotAssessed}));
    EXPECT_EQ(found.differenceCount, 6);
    domain::Money sum;
    for (const auto &each : found.differences)
        sum += each.difference();
    EXPECT_EQ(found.declared.payable - before.declared.payable, sum);
    EXPECT_EQ(found.differences[1].difference(), domain::Money::fromFen(100));
    EXPECT_EQ(found.differences[4].difference(), *found.differences[4].assessed);
}

TEST_F(PersonReconciliation, WithoutOneOfTheBooksNobodyDiffers)
{
    const auto list = client->fees().refresh(unit, domain::FeeKind::Daily, job);
    const auto fee = list->rows.first().item;
    EXPECT_FALSE(reconciledPersons(fee).declared.known);
    declareAll();
    // A machine that has never seen the total does not know whom to ask for.
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    const auto found = other->receipts().refreshAndReconcilePersons(unit, fee, job);
    ASSERT_TRUE(found) << found.error().code.toStdString();
    EXPECT_FALSE(found->assessed.known);
    EXPECT_TRUE(found->declared.known);
    EXPECT_EQ(found->differenceCount, 0);
}

/// Nobody had looked at its people before it was declared: they are fetched now, as they were pre-processed.
TEST_F(PersonReconciliation, PeopleWhoWereNotLookedAtBeforeAreFetched)
{
    const auto list = client->fees().refresh(unit, domain::FeeKind::Daily, job);
    const auto total = list->rows.first();
    declareAll();
    EXPECT_FALSE(client->receipts().reconcilePersons(unit, total.item)->assessed.known);
    plant(total.item.noticeNumber, "person-missing");
    changeStaff(3, 1, 0);  // who works there now is another matter
    const auto found = reconciledPersons(total.item);
    EXPECT_TRUE(found.assessed.known && found.declared.known);
    EXPECT_EQ(found.assessed.people, total.headcount);
    EXPECT_EQ(found.assessed.payable, total.payable);
    EXPECT_EQ(found.differenceCount, 1);
}

}  // namespace
