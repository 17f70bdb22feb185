#include "ui/modules/payment/bank_advice.h"

#include "domain/bank_answer.h"
#include "ui/style/tr.h"

namespace ui {

using domain::BankStep;

namespace {

QString nextOf(BankStep step)
{
    switch (step) {
    case BankStep::TopUp: return Tr::tr("请向扣款账户存入足够的资金，再重新缴款。");
    case BankStep::CheckAgreement: return Tr::tr("请核对三方协议上的账号和户名，与开户银行更正后再缴款。");
    case BankStep::AskBank: return Tr::tr("请联系开户银行核实账户和签约状态，处理后再缴款。");
    case BankStep::AskTaxOffice: return Tr::tr("请联系主管税务机关核实该费种的预算科目，更正后再缴款。");
    case BankStep::OtherHours:
        return Tr::tr("银行或国库当前不受理。请先查询结果，确认没有扣款后，在受理时间内重新缴款。");
    case BankStep::AskFirst: return Tr::tr("款项可能已经扣出。请先查询结果，确认没有扣款之前不要重新缴款。");
    }
    return {};
}

}  // namespace

BankAdvice bankAdvice(const QString &code, const QString &text)
{
    const auto step = domain::bankStep(code, text);
    return {nextOf(step), domain::mayHaveMoved(step)};
}

}  // namespace ui
