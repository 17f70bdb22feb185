#include "domain/bank_answer.h"

namespace domain {

namespace {

struct Entry {
    const char *code;
    const char *words;  ///< found in the bank's text
    BankStep step;
};

/// The twenty or so texts banks answer with, as codes of the contract and as words for a code that is not in it.
constexpr Entry kEntries[] = {
    {"balance-insufficient", "余额不足", BankStep::TopUp},
    {"account-name-mismatch", "账号与户名不符", BankStep::CheckAgreement},
    {"budget-subject-missing", "预算科目", BankStep::AskTaxOffice},
    {"account-missing", "账号不存在", BankStep::AskBank},
    {"not-signed", "未签约", BankStep::AskBank},
    {"account-state", "状态错", BankStep::AskBank},
    {"debit-not-allowed", "不允许扣款", BankStep::AskBank},
    {"bank-internal", "银行系统内部错误", BankStep::AskBank},
    {"outside-hours", "非该种业务受理时间", BankStep::OtherHours},
    {"system-closed", "非工作状态", BankStep::OtherHours},
    {"bank-timeout", "税库银超时", BankStep::AskFirst},
    {"treasury-timeout", "国库通讯超时", BankStep::AskFirst},
    {"communication", "通信异常", BankStep::AskFirst},
    {"queue-failed", "MQ", BankStep::AskFirst},
    {"cancelled", "作废", BankStep::AskFirst},
    {"unknown-state", "原交易状态不明", BankStep::AskFirst},
};

}  // namespace

BankStep bankStep(const QString &code, const QString &text)
{
    for (const auto &entry : kEntries) {
        if (code == QLatin1String(entry.code))
            return entry.step;
    }
    for (const auto &entry : kEntries) {
        if (text.contains(QString::fromUtf8(entry.words)))
            return entry.step;
    }
    return BankStep::AskFirst;
}

}  // namespace domain
