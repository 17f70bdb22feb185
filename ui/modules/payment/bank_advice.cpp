#include "ui/modules/payment/bank_advice.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Tr final {
    Q_DECLARE_TR_FUNCTIONS(ui::BankAdvice)
};

enum class Step { TopUp, CheckAgreement, AskBank, AskTaxOffice, OtherHours, AskFirst };

struct Entry {
    const char *code;
    const char *words;  ///< found in the bank's text
    Step step;
};

/// The twenty or so texts banks answer with, as codes of the contract and as words for a code that is not in it.
constexpr Entry kEntries[] = {
    {"balance-insufficient", "余额不足", Step::TopUp},
    {"account-name-mismatch", "账号与户名不符", Step::CheckAgreement},
    {"budget-subject-missing", "预算科目", Step::AskTaxOffice},
    {"account-missing", "账号不存在", Step::AskBank},
    {"not-signed", "未签约", Step::AskBank},
    {"account-state", "状态错", Step::AskBank},
    {"debit-not-allowed", "不允许扣款", Step::AskBank},
    {"bank-internal", "银行系统内部错误", Step::AskBank},
    {"outside-hours", "非该种业务受理时间", Step::OtherHours},
    {"system-closed", "非工作状态", Step::OtherHours},
    {"bank-timeout", "税库银超时", Step::AskFirst},
    {"treasury-timeout", "国库通讯超时", Step::AskFirst},
    {"communication", "通信异常", Step::AskFirst},
    {"queue-failed", "MQ", Step::AskFirst},
    {"cancelled", "作废", Step::AskFirst},
    {"unknown-state", "原交易状态不明", Step::AskFirst},
};

BankAdvice adviceOf(Step step)
{
    switch (step) {
    case Step::TopUp: return {Tr::tr("请向扣款账户存入足够的资金，再重新缴款。"), false};
    case Step::CheckAgreement: return {Tr::tr("请核对三方协议上的账号和户名，与开户银行更正后再缴款。"), false};
    case Step::AskBank: return {Tr::tr("请联系开户银行核实账户和签约状态，处理后再缴款。"), false};
    case Step::AskTaxOffice: return {Tr::tr("请联系主管税务机关核实该费种的预算科目，更正后再缴款。"), false};
    case Step::OtherHours: return {Tr::tr("银行或国库当前不受理。请先查询结果，确认没有扣款后，在受理时间内重新缴款。"), true};
    case Step::AskFirst: return {Tr::tr("款项可能已经扣出。请先查询结果，确认没有扣款之前不要重新缴款。"), true};
    }
    return {};
}

}  // namespace

BankAdvice bankAdvice(const QString &code, const QString &text)
{
    for (const auto &entry : kEntries) {
        if (code == QLatin1String(entry.code))
            return adviceOf(entry.step);
    }
    for (const auto &entry : kEntries) {
        if (text.contains(QString::fromUtf8(entry.words)))
            return adviceOf(entry.step);
    }
    return adviceOf(Step::AskFirst);
}

}  // namespace ui
