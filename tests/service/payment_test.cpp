#include "service/practice.h"

namespace {

using domain::ArrearHold;
using domain::SubmissionKind;
using domain::SubmissionState;
using tests::kUnit;

class Payment : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        declareAll();
        arrears = client->payments().arrears(kUnit)->rows;
        ASSERT_GE(arrears.size(), 4);
        const auto agreements = client->payments().agreements(kUnit, job);
        ASSERT_TRUE(agreements);
        for (const auto &candidate : *agreements) {
            if (candidate.verified)
                agreement = candidate.number;
        }
    }
    QStringList ids(int from, int count) const
    {
        QStringList ids;
        for (int i = from; i < from + count; ++i)
            ids.append(arrears[i].id);
        return ids;
    }

    QVector<domain::Arrear> arrears;
    QString agreement;
};

TEST_F(Payment, PaidItemsLeaveTheList)
{
    const auto outcome = client->payments().pay(kUnit, agreement, ids(0, 2), job);
    ASSERT_TRUE(outcome) << outcome.error().code.toStdString();
    EXPECT_EQ(outcome->payment.state, SubmissionState::Succeeded);
    for (const auto &item : outcome->items)
        EXPECT_EQ(item.taxReceiptNumber.size(), 18);
    const auto rest = client->payments().refresh(kUnit, job);
    EXPECT_EQ(rest->rows.size(), arrears.size() - 2);
}

TEST_F(Payment, SomeItemsFailWithTheBanksWords)
{
    fault("partial=balance-insufficient:PUT /v1/payments");
    const auto outcome = client->payments().pay(kUnit, agreement, ids(0, 3), job);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->payment.state, SubmissionState::Partial);
    int failed = 0;
    for (const auto &item : outcome->items) {
        if (item.state == SubmissionState::Failed) {
            ++failed;
            EXPECT_FALSE(item.reasonText.isEmpty());
        }
    }
    EXPECT_EQ(failed, 1);
    ASSERT_TRUE(client->payments().refresh(kUnit, job));
    noFaults();
    // The failed item is free again, the paid ones are not.
    const auto again = client->payments().pay(kUnit, agreement, ids(0, 1), job);
    ASSERT_TRUE(again) << again.error().code.toStdString();
    EXPECT_EQ(again->payment.state, SubmissionState::Succeeded);
    const auto paid = client->payments().pay(kUnit, agreement, ids(1, 1), job);
    ASSERT_FALSE(paid);
}

TEST_F(Payment, UnverifiedAgreementIsRefusedWithAReason)
{
    const auto outcome = client->payments().pay(kUnit, QStringLiteral("SF14010000000102"), ids(0, 1), job);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->payment.state, SubmissionState::Failed);
    EXPECT_EQ(outcome->payment.reasonCode, QStringLiteral("agreement-invalid"));
}

TEST_F(Payment, AVoucherHoldsItsItems)
{
    const auto issued = client->payments().issueVoucher(kUnit, ids(0, 2), job);
    ASSERT_TRUE(issued) << issued.error().code.toStdString();
    EXPECT_EQ(issued->state, SubmissionState::Succeeded);
    const auto voucher = client->payments().voucher(issued->id);
    ASSERT_TRUE(voucher);
    EXPECT_EQ(voucher->items.size(), 2);
    EXPECT_EQ(voucher->total, arrears[0].total + arrears[1].total);
    const auto held = client->payments().pay(kUnit, agreement, ids(0, 1), job);
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().code, QStringLiteral("payment.closed"));
    EXPECT_EQ(client->payments().refresh(kUnit, job)->rows[0].hold, ArrearHold::InVoucher);

    const auto voiding = client->payments().voidVoucher(kUnit, issued->id, job);
    ASSERT_TRUE(voiding);
    settleAll(*client, {SubmissionKind::VoucherVoiding});
    EXPECT_EQ(client->payments().refresh(kUnit, job)->rows[0].hold, ArrearHold::Open);
    EXPECT_TRUE(client->payments().pay(kUnit, agreement, ids(0, 1), job));
}

TEST_F(Payment, AVoucherThatWasNeverIssuedIsRefused)
{
    const auto unknown = client->payments().voucher(QStringLiteral("no-such"));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, QStringLiteral("voucher.not-issued"));
}

}  // namespace
