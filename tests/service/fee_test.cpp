#include "service/practice.h"
#include "support/memory.h"
#include "support/workbook.h"

#include <QFile>

namespace {

using domain::FeeKind;
using domain::SubmissionKind;
using domain::SubmissionState;
using tests::confirmedFees;
using tests::kUnit;

class Fee : public tests::Practice {
protected:
    QStringList idsOf(const service::AssessmentList &list, int most)
    {
        QStringList ids;
        for (int i = 0; i < most && i < list.rows.size(); ++i)
            ids.append(list.rows[i].id);
        return ids;
    }
    std::vector<domain::Submission> records(app::Application &of)
    {
        return *of.outbox().list(kUnit, {{SubmissionKind::Fee}, std::nullopt, {}, {}});
    }
    QDate today() { return client->clock().today(); }
};

TEST_F(Fee, TotalsEqualTheirPeople)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list) << list.error().detail.toStdString();
    ASSERT_GE(list->rows.size(), 8);
    for (const auto &row : list->rows) {
        const auto count = client->fees().loadPersons(kUnit, row.id, job);
        ASSERT_TRUE(count);
        EXPECT_EQ(*count, row.headcount);
        domain::Money payable;
        for (const auto &person : *client->fees().persons(kUnit, row.id, 0, 100'000))
            payable += person.payable;
        EXPECT_EQ(payable, row.payable) << row.item.category.name.toStdString();
    }
}

TEST_F(Fee, PeopleOfATotalAreSearchedAndPutInOrder)
{
    using domain::FeePersonOrder;
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list);
    const auto id = list->rows.first().id;
    const auto count = client->fees().loadPersons(kUnit, id, job);
    ASSERT_TRUE(count);
    ASSERT_GT(*count, 5);
    const auto people = *client->fees().persons(kUnit, id, 0, 100'000);
    const auto shown = [&](const domain::FeePersonView &view) {
        EXPECT_EQ(*client->fees().countPersons(kUnit, id, view),
                  qint64(client->fees().personWindow(kUnit, id, view, 0, 100'000)->size()));
        std::vector<domain::NumberedPerson> all;
        for (qint64 offset = 0; offset < *count; offset += 3) {
            for (auto &one : *client->fees().personWindow(kUnit, id, view, offset, 3))
                all.push_back(std::move(one));
        }
        for (const auto &one : all)
            EXPECT_EQ(one.person.documentNumber, people[size_t(one.number - 1)].documentNumber) << "its 序号 goes along";
        return all;
    };
    EXPECT_EQ(qint64(shown({}).size()), *count);
    const auto byBase = shown({{}, FeePersonOrder::Base, true});
    ASSERT_EQ(qint64(byBase.size()), *count);
    EXPECT_TRUE(std::is_sorted(byBase.begin(), byBase.end(), [](const auto &a, const auto &b) { return a.person.base > b.person.base; }));
    const auto byDocument = shown({{}, FeePersonOrder::DocumentNumber, false});
    EXPECT_TRUE(std::is_sorted(byDocument.begin(), byDocument.end(), [](const auto &a, const auto &b) {
        return a.person.documentNumber < b.person.documentNumber;
    }));
    const auto &one = people[2];
    const auto found = shown({one.documentNumber.right(6), FeePersonOrder::Name, false});
    ASSERT_GE(found.size(), 1u);
    EXPECT_LT(qint64(found.size()), *count);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [](const auto &each) { return each.number == 3; }));
    EXPECT_TRUE(shown({QStringLiteral("没有这个人"), FeePersonOrder::Number, false}).empty());
}

TEST_F(Fee, WhatWasLoadedStaysWithItsAge)
{
    const auto loaded = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(loaded);
    server->stop();
    EXPECT_FALSE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto kept = client->fees().assessments(kUnit, FeeKind::Daily);
    EXPECT_EQ(kept->rows.size(), loaded->rows.size());
    EXPECT_TRUE(kept->loadedAt.isValid());
}

TEST_F(Fee, DeclaredOnceAndHeldUntilDecided)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto ids = idsOf(*list, 3);
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring(ids), job);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, SubmissionState::Awaiting);
    EXPECT_EQ(sent->total, list->rows[0].payable + list->rows[1].payable + list->rows[2].payable);
    const auto again = client->fees().submit(kUnit, FeeKind::Daily, declaring({ids.first()}), job);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, QStringLiteral("outbox.held"));
    EXPECT_EQ(client->fees().assessments(kUnit, FeeKind::Daily)->rows.first().heldBy, sent->id);
    settleAll(*client, {SubmissionKind::Fee});
    EXPECT_EQ(records(*client).front().state, SubmissionState::Succeeded);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

/// What was confirmed is what is sent; after a refresh with other amounts nothing is.
TEST_F(Fee, AnAmountThatChangedAfterItWasConfirmedIsNotSent)
{
    const auto profile = client->units().profile(kUnit);
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(profile && list);
    const auto confirmed = declaring(idsOf(*list, 2));
    changeStaff(5, 0, 0);
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, confirmed, job);
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, QStringLiteral("fee.changed"));
    EXPECT_EQ(sent.error().sent, base::Sent::No);
    const auto review =
        client->fees().review(kUnit, {profile->pack, profile->unit.unitType}, FeeKind::Daily, confirmed, job);
    ASSERT_FALSE(review) << "no verdict about other numbers than those that are shown";
    EXPECT_EQ(review.error().code, QStringLiteral("fee.changed"));
    EXPECT_TRUE(records(*client).empty());
    EXPECT_TRUE(ledger()["feeDeclarations"].empty());
    EXPECT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, declaring(idsOf(*list, 2)), job));
}

/// The comparison stands in the transaction of the intent, so that no refresh comes between.
TEST_F(Fee, AnIntentWithAnotherAmountThanTheStoredOneIsRefused)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list);
    service::Intent intent;
    domain::SubmissionItem item;
    item.key = list->rows[0].id;
    item.amount = list->rows[0].payable + domain::Money::fromFen(1);
    intent.items = {item};
    EXPECT_EQ(client->outbox().submit(kUnit, intent, job).error().code, QStringLiteral("fee.changed"));
    intent.items[0].key = QStringLiteral("gone");
    EXPECT_EQ(client->outbox().submit(kUnit, intent, job).error().code, QStringLiteral("fee.changed"));
    intent.kind = SubmissionKind::Payment;
    EXPECT_EQ(client->outbox().submit(kUnit, intent, job).error().code, QStringLiteral("payment.changed"));
    EXPECT_TRUE(records(*client).empty());
}

TEST_F(Fee, RejectedOnesAreFreeAgain)
{
    fault("reject=data-error:PUT /v1/fee-declarations");
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring(idsOf(*list, 1)), job);
    ASSERT_TRUE(sent);
    settleAll(*client, {SubmissionKind::Fee});
    const auto record = records(*client).front();
    EXPECT_EQ(record.state, SubmissionState::Failed);
    EXPECT_FALSE(record.reasonText.isEmpty());
    EXPECT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, declaring(idsOf(*list, 1)), job));
}

TEST_F(Fee, VoidedOnesCanBeDeclaredAgain)
{
    declareAll();
    const auto declaration = records(*client).front();
    const auto voiding = client->fees().voidDeclaration(kUnit, declaration.id, QStringLiteral("申报有误"), job);
    ASSERT_TRUE(voiding);
    EXPECT_EQ(client->outbox().find(declaration.id)->state, SubmissionState::Voiding);
    const auto twice = client->fees().voidDeclaration(kUnit, declaration.id, {}, job);
    ASSERT_FALSE(twice);
    settleAll(*client, {SubmissionKind::Fee, SubmissionKind::FeeVoiding});
    EXPECT_EQ(client->outbox().find(declaration.id)->state, SubmissionState::Voided);
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_FALSE(list->rows.isEmpty());
    EXPECT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, declaring(idsOf(*list, 1)), job));
}

/// The tax side may say no to a 作废, too: the declaration stands as before, and the reason is known.
TEST_F(Fee, ARejectedVoidingLeavesTheDeclarationStanding)
{
    declareAll();
    const auto declaration = records(*client).front();
    fault("reject=period-closed:PUT /v1/fee-voidings/");
    const auto voiding = client->fees().voidDeclaration(kUnit, declaration.id, QStringLiteral("申报有误"), job);
    ASSERT_TRUE(voiding);
    settleAll(*client, {SubmissionKind::Fee, SubmissionKind::FeeVoiding});
    EXPECT_EQ(client->outbox().find(voiding->id)->state, SubmissionState::Failed);
    const auto after = client->outbox().find(declaration.id);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->state, SubmissionState::Succeeded);
    EXPECT_EQ(after->reasonCode, QStringLiteral("period-closed"));
    EXPECT_FALSE(after->reasonText.isEmpty());
    EXPECT_FALSE(client->payments().refresh(kUnit, job)->rows.isEmpty()) << "what is owed is still owed";
    ASSERT_TRUE(client->fees().voidDeclaration(kUnit, declaration.id, {}, job));
    settleAll(*client, {SubmissionKind::Fee, SubmissionKind::FeeVoiding});
    EXPECT_EQ(client->outbox().find(declaration.id)->state, SubmissionState::Voided);
}

TEST_F(Fee, TwoMachinesCannotDeclareTheSame)
{
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    const auto here = client->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto there = other->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto ids = idsOf(*here, 2);
    const auto winner = client->fees().submit(kUnit, FeeKind::Daily, declaring(ids), job);
    ASSERT_TRUE(winner);
    const auto loser = other->fees().submit(kUnit, FeeKind::Daily, declaring(ids), job);
    ASSERT_TRUE(loser);
    EXPECT_EQ(loser->state, SubmissionState::Failed);
    EXPECT_EQ(loser->reasonCode, QStringLiteral("already-declared"));
    settleAll(*client, {SubmissionKind::Fee});
    ASSERT_TRUE(other->fees().sync(kUnit, today().addMonths(-2), today(), job));
    bool seen = false;
    for (const auto &record : records(*other))
        seen = seen || (record.id == winner->id && record.state == SubmissionState::Succeeded);
    EXPECT_TRUE(seen);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 1u);
}

/// What another machine has just sent is seen here while it waits, and by whom it was sent.
TEST_F(Fee, AnotherMachinesDeclarationIsSeenWhileItWaits)
{
    auto other = connect(QStringLiteral("second"));
    logIn(*other, tests::kPassword);
    const auto ids = idsOf(*client->fees().refresh(kUnit, FeeKind::Daily, job), 1);
    ASSERT_TRUE(other->fees().refresh(kUnit, FeeKind::Daily, job));
    const auto sent = client->fees().submit(kUnit, FeeKind::Daily, declaring(ids), job);
    ASSERT_TRUE(sent);
    ASSERT_TRUE(other->fees().sync(kUnit, today().addMonths(-2), today(), job));
    const auto there = other->outbox().find(sent->id);
    ASSERT_TRUE(there);
    EXPECT_TRUE(there->elsewhere);
    EXPECT_FALSE(client->outbox().find(sent->id)->elsewhere);
    EXPECT_EQ(other->fees().submit(kUnit, FeeKind::Daily, declaring(ids), job).error().code, QStringLiteral("outbox.held"));
    settleAll(*other, {SubmissionKind::Fee});
    EXPECT_EQ(other->outbox().find(sent->id)->state, SubmissionState::Succeeded);
}

TEST_F(Fee, AmountsAreReckonedAgainBeforeDeclaring)
{
    const auto profile = client->units().profile(kUnit);
    ASSERT_TRUE(profile);
    service::FeeRules rules{profile->pack, profile->unit.unitType};
    for (const auto kind : {FeeKind::Daily, FeeKind::Special}) {
        const auto list = client->fees().refresh(kUnit, kind, job);
        ASSERT_TRUE(list);
        const auto review = client->fees().review(kUnit, rules, kind, confirmedFees(*client, kUnit, kind, idsOf(*list, 100)), job);
        ASSERT_TRUE(review) << review.error().code.toStdString();
        EXPECT_EQ(review->checks.size(), list->rows.size());
        EXPECT_EQ(review->findings, 0);
        EXPECT_GT(review->people, 0);
        for (const auto &check : review->checks) {
            if (check.gap == domain::FeeCheckGap::None) {
                EXPECT_EQ(check.reckoned, check.stated) << check.category.toStdString();
            }
        }
        for (const auto &month : review->months)
            EXPECT_TRUE(month.known) << month.category.toStdString();  // the tax side was asked for it
        EXPECT_EQ(review->months.size(), kind == FeeKind::Daily ? list->rows.size() : 0);
    }
    // With another rate every person differs.
    for (auto &charge : rules.pack.charges) {
        if (charge.ratePpm)
            *charge.ratePpm += 1000;
    }
    const auto list = client->fees().assessments(kUnit, FeeKind::Daily);
    server->stop();  // the people are here: nothing is downloaded again
    const auto review = client->fees().review(kUnit, rules, FeeKind::Daily, declaring({list->rows[0].id}), job);
    ASSERT_TRUE(review) << review.error().code.toStdString();
    EXPECT_EQ(review->findings, list->rows[0].headcount);
    EXPECT_EQ(review->checks[0].findings[0].kind, domain::FeeFindingKind::AmountDiffers);
}

/// Also when something of the month before is here: the rest may have been declared elsewhere.
TEST_F(Fee, TheMonthBeforeIsAskedForEachTime)
{
    const auto profile = client->units().profile(kUnit);
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(profile && list);
    const service::FeeRules rules{profile->pack, profile->unit.unitType};
    ASSERT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, declaring(idsOf(*list, 2)), job));
    const auto rest = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_EQ(rest->rows.size(), list->rows.size() - 2);
    const auto confirmed = declaring(idsOf(*rest, 100));
    const auto review = client->fees().review(kUnit, rules, FeeKind::Daily, confirmed, job);
    ASSERT_TRUE(review) << review.error().code.toStdString();
    EXPECT_TRUE(review->monthBeforeAsked);
    EXPECT_EQ(review->months.size(), rest->rows.size()) << "what was declared a moment ago has not vanished";
    for (const auto &month : review->months)
        EXPECT_TRUE(month.known && !month.vanished) << month.category.toStdString();
    server->stop();
    const auto offline = client->fees().review(kUnit, rules, FeeKind::Daily, confirmed, job);
    ASSERT_TRUE(offline) << offline.error().code.toStdString();
    EXPECT_FALSE(offline->monthBeforeAsked);
    EXPECT_EQ(offline->months.size(), rest->rows.size());
}

TEST_F(Fee, EverySpecialKindCanBeDeclared)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Special, job);
    ASSERT_TRUE(list);
    QSet<QString> kinds;
    QStringList refunds;
    for (const auto &row : list->rows) {
        kinds.insert(row.specialKind);
        if (row.payable.fen() < 0)
            refunds << row.id;
    }
    EXPECT_EQ(kinds,
              QSet<QString>({QStringLiteral("10"), QStringLiteral("20"), QStringLiteral("31"), QStringLiteral("32"),
                             QStringLiteral("33"), QStringLiteral("34"), QStringLiteral("35"), QStringLiteral("40")}));
    ASSERT_EQ(refunds.size(), 2);
    const auto sent = client->fees().submit(kUnit, FeeKind::Special, confirmedFees(*client, kUnit, FeeKind::Special, refunds), job);
    ASSERT_TRUE(sent);
    EXPECT_LT(sent->total.fen(), 0);
    settleAll(*client, {SubmissionKind::Fee});
    EXPECT_EQ(client->outbox().find(sent->id)->state, SubmissionState::Succeeded);
    EXPECT_FALSE(client->outbox().find(sent->id)->owes) << "money that comes back is not to be paid";
    EXPECT_TRUE(client->payments().refresh(kUnit, job)->rows.isEmpty());
}

TEST_F(Fee, TheHistoryHasTheVoidingToo)
{
    declareAll();
    const auto declaration = records(*client).front();
    ASSERT_TRUE(client->fees().voidDeclaration(kUnit, declaration.id, {}, job));
    settleAll(*client, {SubmissionKind::Fee, SubmissionKind::FeeVoiding});
    const auto history = client->outbox().history(declaration.id);
    ASSERT_TRUE(history);
    QVector<SubmissionState> own;
    int voiding = 0;
    for (const auto &event : *history) {
        EXPECT_TRUE(event.at.isValid());
        if (event.kind == SubmissionKind::Fee)
            own << event.state;
        else
            ++voiding;
    }
    EXPECT_EQ(own.first(), SubmissionState::Pending);
    EXPECT_EQ(own.last(), SubmissionState::Voided);
    EXPECT_TRUE(own.contains(SubmissionState::Succeeded) && own.contains(SubmissionState::Voiding));
    EXPECT_GE(voiding, 3);
}

/// 对账 needs them, for a while.
TEST_F(Fee, PeopleOfWhatWasDeclaredStay)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    const auto id = list->rows[0].id;
    ASSERT_TRUE(client->fees().loadPersons(kUnit, id, job));
    declareAll();
    ASSERT_TRUE(client->fees().refresh(kUnit, FeeKind::Daily, job));
    EXPECT_EQ(client->fees().persons(kUnit, id, 0, 1)->size(), 1u);
}

TEST_F(Fee, RecordsOfOtherChannelsAreMerged)
{
    const auto count = client->fees().sync(kUnit, today().addMonths(-2), today(), job);
    ASSERT_TRUE(count) << count.error().detail.toStdString();
    EXPECT_EQ(static_cast<qint64>(records(*client).size()), *count);
    ASSERT_TRUE(client->fees().sync(kUnit, today().addMonths(-2), today(), job));
    EXPECT_EQ(static_cast<qint64>(records(*client).size()), *count);  // merging twice adds nothing
}

TEST_F(Fee, PersonSheetHasTheElevenColumns)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(client->fees().loadPersons(kUnit, list->rows.first().id, job));
    const QString path = folder.filePath(QStringLiteral("people.xlsx"));
    const auto rows = client->fees().exportPersons(kUnit, list->rows.first().id, {}, path, job);
    ASSERT_TRUE(rows) << rows.error().detail.toStdString();
    EXPECT_EQ(*rows, list->rows.first().headcount);
    const auto written = workbookRows(path);
    ASSERT_EQ(written.size(), *rows + 1);
    EXPECT_EQ(written.first().join(QLatin1Char('|')),
              QStringLiteral(
                  "序号|姓名|证件类型|证件号码|缴费工资|缴费基数|费率|应缴费额|减免费额|应补(退)费额|人员编号"));
    const auto people = client->fees().persons(kUnit, list->rows.first().id, 0, 1);
    EXPECT_EQ(written.at(1).at(3), people->front().documentNumber);
    EXPECT_EQ(written.at(1).at(9).toDouble() * 100, double(people->front().payable.fen()));

    // Whom a search shows, and nobody else.
    domain::FeePersonView one;
    one.quick = people->front().documentNumber;
    const auto found = client->fees().exportPersons(kUnit, list->rows.first().id, one, path, job);
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, 1);
    ASSERT_EQ(workbookRows(path).size(), 2);
    EXPECT_EQ(workbookRows(path).at(1).at(3), people->front().documentNumber);
    EXPECT_TRUE(
        QDir(folder.path()).entryList({QStringLiteral(".shebao-*")}, QDir::AllEntries | QDir::Hidden).isEmpty());
}

/// More people than come in two pages: the second is on the wire while the first is stored.
class LongFee : public tests::Practice {
protected:
    LongFee() { employees = 8'000; }
};

/// Cut off by the wire or by the clerk after its first page, a download takes nothing away.
TEST_F(LongFee, ADownloadThatIsCutOffLeavesThePeopleWhoWereHere)
{
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(list);
    const auto total = list->rows[0];
    ASSERT_GT(total.headcount, 4'000);
    EXPECT_FALSE(client->fees().personsHere(kUnit, total)->complete);
    ASSERT_TRUE(client->fees().loadPersons(kUnit, total.id, job));
    const auto before = client->fees().personsHere(kUnit, total);
    ASSERT_TRUE(before);
    EXPECT_TRUE(before->complete);
    EXPECT_EQ(before->count, total.headcount);
    EXPECT_TRUE(before->loadedAt.isValid());
    const auto stillHere = [&] {
        const auto here = client->fees().personsHere(kUnit, total);
        return here && here->complete && here->count == before->count && here->loadedAt == before->loadedAt;
    };

    base::Job broken([this](qint64, qint64) { fault("drop-before:GET /v1/fee-assessments/"); });
    EXPECT_FALSE(client->fees().loadPersons(kUnit, total.id, broken));
    EXPECT_TRUE(stillHere());
    noFaults();
    base::Job *running = nullptr;
    base::Job given([&](qint64, qint64) { running->cancel(); });
    running = &given;
    EXPECT_FALSE(client->fees().loadPersons(kUnit, total.id, given));
    EXPECT_TRUE(stillHere());
    EXPECT_EQ(client->fees().persons(kUnit, total.id, total.headcount - 1, 10)->size(), 1u);

    ASSERT_TRUE(client->fees().loadPersons(kUnit, total.id, job));
    EXPECT_TRUE(client->fees().personsHere(kUnit, total)->complete) << "and the next one is whole";
}

/// Windows and pages, never the whole: a large unit is checked and exported in the memory of a small one.
class LargeFee : public tests::Practice {
protected:
    LargeFee() { employees = kSanitized ? 3'000 : 100'000; }
};

TEST_F(LargeFee, AHundredThousandPeopleAreCheckedAndExportedInFlatMemory)
{
    const auto profile = client->units().profile(kUnit);
    const auto list = client->fees().refresh(kUnit, FeeKind::Daily, job);
    ASSERT_TRUE(profile && list && !list->rows.isEmpty());
    const auto id = list->rows[0].id;
    ASSERT_GT(list->rows[0].headcount, employees * 6 / 10);
    resetPeak();
    const auto before = residentKb("VmHWM");
    const auto review = client->fees().review(kUnit, {profile->pack, profile->unit.unitType}, FeeKind::Daily, declaring({id}), job);
    ASSERT_TRUE(review) << review.error().code.toStdString();
    EXPECT_EQ(review->people, list->rows[0].headcount);
    EXPECT_EQ(review->findings, 0);
    const auto rows = client->fees().exportPersons(kUnit, id, {}, folder.filePath(QStringLiteral("large.xlsx")), job);
    ASSERT_TRUE(rows);
    EXPECT_EQ(*rows, review->people);
    const auto more = residentKb("VmHWM") - before;
    RecordProperty("kilobytes", std::to_string(more));
    EXPECT_TRUE(kSanitized || more < 90'000) << more << " kB more than before, the tax side in this process included";
    ASSERT_TRUE(client->fees().submit(kUnit, FeeKind::Daily, declaring({id}), job));
    settleAll(*client, {SubmissionKind::Fee});
}

}  // namespace
