#include "taxside/bank_words.h"

namespace taxside {

QString bankWords(const QString &code)
{
    struct Row {
        const char *code;
        const char *text;
    };
    static constexpr Row rows[] = {
        {"balance-insufficient", "余额不足支付"},
        {"account-name-mismatch", "银行账号与户名不符"},
        {"budget-subject-missing", "共享参数表中无此预算科目或辅助标志错误"},
        {"account-missing", "账号不存在"},
        {"not-signed", "未签约"},
        {"account-state", "账户状态错"},
        {"debit-not-allowed", "账户不允许扣款"},
        {"bank-internal", "银行系统内部错误"},
        {"bank-timeout", "税库银超时"},
        {"treasury-timeout", "与国库通讯超时"},
        {"communication", "通信异常"},
        {"queue-failed", "MQ发送信息失败"},
        {"system-closed", "系统当前非工作状态"},
        {"outside-hours", "非该种业务受理时间"},
        {"cancelled", "作废"},
        {"unknown-state", "原交易状态不明"},
    };
    for (const auto &row : rows) {
        if (code == QLatin1String(row.code))
            return QString::fromUtf8(row.text);
    }
    return QStringLiteral("扣款失败");
}

}  // namespace taxside
