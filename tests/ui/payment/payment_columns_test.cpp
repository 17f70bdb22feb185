// What the lists of 费款缴纳 say.

#include "ui/modules/payment/payment_columns.h"

#include <gtest/gtest.h>

namespace {

TEST(AgreementColumns, AnAgreementThatCannotBeUsedSaysWhy)
{
    const QDate today(2026, 11, 24);
    const auto state = [today](bool verified, QDate from, QDate to) {
        domain::Agreement agreement;
        agreement.verified = verified;
        agreement.from = from;
        agreement.to = to;
        const auto columns = ui::agreementColumns(today);
        EXPECT_EQ(columns.back().id.text, QStringLiteral("state"));
        return columns.back().display(agreement).toString();
    };
    EXPECT_EQ(state(true, today, today), QStringLiteral("可用"));
    EXPECT_EQ(state(false, today, today), QStringLiteral("不可用：未通过验证"));
    EXPECT_EQ(state(true, today.addDays(1), {}), QStringLiteral("不可用：尚未生效"));
    EXPECT_EQ(state(true, today.addDays(-9), today.addDays(-1)), QStringLiteral("不可用：已过期"));
}

}  // namespace
