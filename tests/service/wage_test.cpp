#include "service/practice.h"

namespace {

using domain::Money;
using domain::Month;
using domain::SubmissionKind;
using domain::SubmissionState;
using tests::kAnnual;
using tests::kDaily;
using tests::kUnit;
using tests::newWage;

class Wage : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        people = *client->staff().window(kUnit, normal, store::StaffOrder::PersonNumber, false, 0, 3);
        ASSERT_EQ(people.size(), 3u);
    }
    void add(std::size_t who, qint64 fen)
    {
        ASSERT_TRUE(client->wages().add(kUnit, kDaily, people[who].id, tests::wage(fen), present()));
    }
    Month present() const { return Month::of(client->clock().today()); }

    const Money kMaximum = Money::fromFen(99'999'999);
    std::vector<domain::Staff> people;
};

TEST_F(Wage, EveryCommittedCellIsOnDisk)
{
    ASSERT_TRUE(client->wages().add(kUnit, kDaily, people[0].id, tests::wage(std::nullopt), std::nullopt));
    const store::WageDraftKey key{people[0].id, {}};
    ASSERT_TRUE(client->wages().setWage(kUnit, kDaily, key, Money::fromFen(654321)));
    ASSERT_TRUE(client->wages().setMonth(kUnit, kDaily, key.staffId, present()));
    client.reset();  // as a kill would: nothing is written on the way out
    client = connect(QStringLiteral("first"));
    const auto draft = client->wages().draft(kUnit, kDaily);
    ASSERT_TRUE(draft);
    ASSERT_EQ(draft->size(), 1);
    EXPECT_EQ(newWage(draft->first()), Money::fromFen(654321));
    EXPECT_EQ(draft->first().effectiveMonth, present());
    EXPECT_EQ(draft->first().name, people[0].name);
}

TEST_F(Wage, AddingAllContributingKeepsWhatIsThere)
{
    add(1, 700000);
    const auto added = client->wages().addContributing(kUnit, kDaily);
    ASSERT_TRUE(added);
    const auto draft = client->wages().draft(kUnit, kDaily);
    EXPECT_EQ(draft->size(), *added + 1);
    EXPECT_EQ(draft->size(), contributing());
    EXPECT_EQ(newWage(draft->first()), Money::fromFen(700000));
    EXPECT_EQ(*client->wages().addContributing(kUnit, kDaily), 0);
}

TEST_F(Wage, IncompleteLinesBlock)
{
    ASSERT_TRUE(client->wages().add(kUnit, kDaily, people[0].id, tests::wage(std::nullopt), present()));
    const auto blocked = client->wages().submit(kUnit, kDaily, true, job);
    ASSERT_FALSE(blocked);
    EXPECT_EQ(blocked.error().code, QStringLiteral("wage.blocked"));
    EXPECT_EQ(client->wages().check(kUnit, kDaily)->firstFlawStaffId, people[0].id);
    EXPECT_TRUE(ledger()["wageDeclarations"].empty());
}

TEST_F(Wage, SamePersonTwiceIsRefused)
{
    add(0, 1);
    const auto twice = client->wages().add(kUnit, kDaily, people[0].id, tests::wage(std::nullopt), std::nullopt);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, QStringLiteral("wage.duplicate"));
}

TEST_F(Wage, DeclaredWageComesBackWithTheNextUpdate)
{
    add(0, 812345);
    const auto sent = client->wages().submit(kUnit, kDaily, true, job);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, SubmissionState::Awaiting);
    EXPECT_TRUE(client->wages().draft(kUnit, kDaily)->isEmpty());
    settleAll(*client, {SubmissionKind::Wage});
    EXPECT_EQ(client->outbox().find(sent->id)->state, SubmissionState::Succeeded);
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
    EXPECT_EQ(client->staff().find(kUnit, people[0].id)->wage, Money::fromFen(812345));
    EXPECT_EQ(ledger()["wageDeclarations"].size(), 1u);
}

TEST_F(Wage, RejectedLinesCarryTheirReason)
{
    add(0, 812345);
    ASSERT_TRUE(people[1].wage);
    add(1, people[1].wage->fen());  // 基数没有发生变化
    const auto sent = client->wages().submit(kUnit, kDaily, true, job);
    ASSERT_TRUE(sent);
    settleAll(*client, {SubmissionKind::Wage});
    EXPECT_EQ(client->outbox().find(sent->id)->state, SubmissionState::Partial);
    const auto lines = client->wages().lines(sent->id);
    ASSERT_TRUE(lines);
    EXPECT_TRUE(lines->at(0).reasonText.isEmpty());
    EXPECT_FALSE(lines->at(1).reasonText.isEmpty());
}

TEST_F(Wage, RejectedLinesGoBackIntoTheDraft)
{
    add(0, 812345);
    ASSERT_TRUE(people[1].wage);
    add(1, people[1].wage->fen());  // 基数没有发生变化
    const auto sent = client->wages().submit(kUnit, kDaily, true, job);
    settleAll(*client, {SubmissionKind::Wage});
    EXPECT_EQ(*client->wages().takeBackRejected(kUnit, *sent), 1);
    const auto draft = *client->wages().draft(kUnit, kDaily);
    ASSERT_EQ(draft.size(), 1);
    EXPECT_EQ(draft.first().staffId, people[1].id);
    EXPECT_EQ(*client->wages().takeBackRejected(kUnit, *sent), 0) << "what the clerk has begun stays";
}

/// No line has a reason, and none is lost.
TEST_F(Wage, ADeclarationRefusedAsAWholeGoesBackIntoTheDraft)
{
    add(0, 812345);
    add(1, 700000);
    fault("drop-before:PUT /v1/wage-declarations");
    const auto sent = client->wages().submit(kUnit, kDaily, true, job);
    ASSERT_TRUE(sent);
    ASSERT_EQ(client->outbox().settle(sent->id, job)->state, SubmissionState::Pending);
    fault("drop-after:PUT /v1/withdrawals");
    ASSERT_FALSE(client->outbox().withdraw(sent->id, job));
    noFaults();
    const auto refused = client->outbox().resend(sent->id, job);
    ASSERT_TRUE(refused);
    ASSERT_EQ(refused->state, SubmissionState::Failed);
    EXPECT_TRUE(client->wages().draft(kUnit, kDaily)->isEmpty());
    EXPECT_EQ(*client->wages().takeBackRejected(kUnit, *refused), 2);
    EXPECT_EQ(client->wages().draft(kUnit, kDaily)->size(), 2);
}

TEST_F(Wage, WithdrawnLinesAreBackInTheDraft)
{
    add(0, 812345);
    server->stop();
    const auto sent = client->wages().submit(kUnit, kDaily, true, job);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, SubmissionState::Pending);
    EXPECT_EQ(sent->reasonCode, QStringLiteral("network.refused"));
    ASSERT_TRUE(client->outbox().withdraw(sent->id, job));
    const auto draft = client->wages().draft(kUnit, kDaily);
    ASSERT_EQ(draft->size(), 1);
    EXPECT_EQ(newWage(draft->first()), Money::fromFen(812345));
    EXPECT_FALSE(client->outbox().find(sent->id));
}

TEST_F(Wage, PeopleOfOneUnitNumberAreAdded)
{
    const auto numbers = *client->staff().contributingByUnitNumber(kUnit);
    ASSERT_FALSE(numbers.empty());
    EXPECT_EQ(*client->wages().addContributing(kUnit, kDaily, {{numbers.front().unitNumber}}), numbers.front().people);
    const auto draft = *client->wages().draft(kUnit, kDaily);
    for (const auto &line : draft)
        EXPECT_EQ(line.unitNumber, numbers.front().unitNumber);
    EXPECT_EQ(*client->wages().addContributing(kUnit, kDaily, {{QStringLiteral("no such number")}}), 0);
}

TEST_F(Wage, ABulkChangeSetsTheMonthOfTheChosenAndNothingElse)
{
    add(0, 500000);
    add(1, 600000);
    add(2, 700000);
    const auto before = *client->wages().draft(kUnit, kDaily);
    service::WageChange change;
    change.month = present() + 1;
    EXPECT_EQ(*client->wages().change(kUnit, kDaily, before.mid(0, 2), change, kMaximum), 0) << "no wage was changed";
    const auto after = *client->wages().draft(kUnit, kDaily);
    ASSERT_EQ(after.size(), 3);
    EXPECT_EQ(after[0].effectiveMonth, present() + 1);
    EXPECT_EQ(after[1].effectiveMonth, present() + 1);
    EXPECT_EQ(after[2].effectiveMonth, present());
    for (int at = 0; at < 3; ++at)
        EXPECT_EQ(newWage(after[at]), newWage(before[at]));
}

TEST_F(Wage, ABulkChangeSetsOneAmountForTheChosen)
{
    add(0, 500000);
    ASSERT_TRUE(client->wages().add(kUnit, kDaily, people[1].id, tests::wage(std::nullopt), std::nullopt));
    add(2, 700000);
    const auto chosen = client->wages().draft(kUnit, kDaily)->mid(0, 2);
    service::WageChange change;
    change.amount = Money::fromFen(812345);
    EXPECT_EQ(*client->wages().change(kUnit, kDaily, chosen, change, kMaximum), 2);
    auto draft = *client->wages().draft(kUnit, kDaily);
    ASSERT_EQ(draft.size(), 3);
    EXPECT_EQ(newWage(draft[0]), Money::fromFen(812345));
    EXPECT_EQ(newWage(draft[1]), Money::fromFen(812345)) << "it had none";
    EXPECT_EQ(newWage(draft[2]), Money::fromFen(700000));
    EXPECT_EQ(draft[0].effectiveMonth, present());
    EXPECT_FALSE(draft[1].effectiveMonth) << "no month was asked for";

    change.amount = kMaximum + Money::fromFen(1);
    EXPECT_EQ(*client->wages().change(kUnit, kDaily, chosen, change, kMaximum), 0);
    change.amount = Money();
    change.month = present() - 1;
    EXPECT_EQ(*client->wages().change(kUnit, kDaily, chosen, change, kMaximum), 2);
    draft = *client->wages().draft(kUnit, kDaily);
    for (int at = 0; at < 2; ++at) {
        EXPECT_EQ(newWage(draft[at]), Money()) << "0 is a wage";
        EXPECT_EQ(draft[at].effectiveMonth, present() - 1);
    }
}

TEST_F(Wage, TheCommitmentOfTheRegionMustBeAccepted)
{
    add(0, 812345);
    const auto refused = client->wages().submit(kUnit, kDaily, false, job);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("wage.commitment"));
    EXPECT_EQ(client->wages().draft(kUnit, kDaily)->size(), 1);
    EXPECT_TRUE(ledger()["wageDeclarations"].empty());
}

TEST_F(Wage, TheAnnualDeclarationHasItsDays)
{
    ASSERT_TRUE(client->wages().add(kUnit, kAnnual, people[0].id, tests::wage(812345), std::nullopt));
    EXPECT_TRUE(client->wages().draft(kUnit, kDaily)->isEmpty());
    const auto window = *domain::annualWindow(client->units().profile(kUnit)->pack.wage, client->clock().today());
    const auto sent = client->wages().submit(kUnit, kAnnual, true, job);
    EXPECT_EQ(bool(sent), window.open);
    if (!window.open) {
        EXPECT_EQ(sent.error().code, QStringLiteral("wage.window"));
    }
}

}  // namespace
