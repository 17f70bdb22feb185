// Every text of the field has a next step, and none of them is "try again" (field.md 2, item 8).

#include "ui/modules/payment/bank_advice.h"

#include "support/print.h"

#include <gtest/gtest.h>

namespace tests {
namespace {

struct Case {
    const char *text;
    const char *next;
    bool askFirst;
};

void PrintTo(const Case &one, std::ostream *out)
{
    *out << one.text;
}

constexpr Case kCases[] = {
    {"余额不足支付", "存入足够的资金", false},
    {"银行账号与户名不符", "核对三方协议", false},
    {"共享参数表中无此预算科目或辅助标志错误", "税务机关", false},
    {"账号不存在", "开户银行", false},
    {"未签约", "开户银行", false},
    {"账户状态错", "开户银行", false},
    {"账户不允许扣款", "开户银行", false},
    {"银行系统内部错误", "开户银行", false},
    {"税库银超时", "先查询结果", true},
    {"与国库通讯超时", "先查询结果", true},
    {"通信异常", "先查询结果", true},
    {"MQ发送信息失败", "先查询结果", true},
    {"系统当前非工作状态", "先查询结果", true},
    {"非该种业务受理时间", "先查询结果", true},
    {"作废", "先查询结果", true},
    {"原交易状态不明", "先查询结果", true},
    {"从未见过的说法", "先查询结果", true},
};

class BankAdvice : public testing::TestWithParam<Case> {};

TEST_P(BankAdvice, SaysWhatToDo)
{
    const auto advice = ui::bankAdvice({}, QString::fromUtf8(GetParam().text));
    EXPECT_TRUE(advice.next.contains(QString::fromUtf8(GetParam().next))) << advice.next.toStdString();
    EXPECT_EQ(advice.askFirst, GetParam().askFirst);
    for (const char *never : {"退出", "重新登录", "重试"})
        EXPECT_FALSE(advice.next.contains(QString::fromUtf8(never)));
}

INSTANTIATE_TEST_SUITE_P(Texts, BankAdvice, testing::ValuesIn(kCases));

TEST(BankAdviceByCode, TheCodeCountsBeforeTheWords)
{
    EXPECT_TRUE(ui::bankAdvice(QStringLiteral("balance-insufficient"), QStringLiteral("作废")).next.contains(
        QStringLiteral("资金")));
}

}  // namespace
}  // namespace tests
