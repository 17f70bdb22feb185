#include "ui/modules/home/month_steps.h"

#include "base/china_time.h"
#include "ui/style/tr.h"

namespace ui {

namespace {

using Mark = MonthStep::Mark;
using service::Waiting;

constexpr int soonDays = 5;

void setDue(MonthStep &step, int byDay, QDate today)
{
    if (byDay <= 0 || step.mark == Mark::Done)
        return;
    const QDate due = domain::Month::of(today).day(byDay);
    const auto left = today.daysTo(due);
    const auto day = Tr::tr("%1月%2日").arg(due.month()).arg(due.day());
    if (left < 0) {
        step.due = Tr::tr("%1已截止").arg(day);
        step.dueTone = step.mark == Mark::Next ? Tone::Danger : Tone::Neutral;
        return;
    }
    step.due = left == 0 ? Tr::tr("今天截止") : Tr::tr("%1前，还有 %2 天").arg(day).arg(left);
    if (left <= soonDays)
        step.dueTone = Tone::Warning;
}

void toRecords(MonthStep &step, const QString &pageId, Mark mark)
{
    step.goText = Tr::tr("查看记录");
    step.pageId = pageId;
    step.mark = mark;
}

QString sumText(qint64 count, domain::Money total)
{
    return Tr::tr("%1 笔 %2 元").arg(count).arg(domain::moneyText(total));
}

/// Whether what was answered then is about this month: on the 1st nothing of it is done yet.
bool isOfThisMonth(const QDateTime &loadedAt, QDate today)
{
    return loadedAt.isValid() && domain::Month::of(base::china::dayOf(loadedAt)) == domain::Month::of(today);
}

MonthStep staffStep(const Waiting &waiting)
{
    const bool synced = waiting.staffSyncedAt.isValid();
    return {.pageId = QStringLiteral("staff.list"),
            .title = Tr::tr("同步职工"),
            .detail = synced ? Tr::tr("登录时自动更新，人员有变动可再次更新") : Tr::tr("还没有下载职工参保信息"),
            .goText = synced ? Tr::tr("查看职工") : Tr::tr("去下载"),
            .mark = synced ? Mark::Done : Mark::Next};
}

MonthStep wageStep(const Waiting &waiting)
{
    MonthStep step{.pageId = QStringLiteral("wage.daily"),
                   .title = Tr::tr("申报工资"),
                   .detail = Tr::tr("没有待申报的缴费工资"),
                   .goText = Tr::tr("去申报"),
                   .mark = Mark::Plain};
    if (waiting.wageDraftLines > 0) {
        step.detail = Tr::tr("草稿中有 %1 条，还没有提交").arg(waiting.wageDraftLines);
        step.mark = Mark::Next;
    } else if (waiting.staffWithoutWage > 0) {
        step.detail = Tr::tr("%1 名职工缴费工资为空").arg(waiting.staffWithoutWage);
        step.mark = Mark::Next;
    } else if (!waiting.staffSyncedAt.isValid()) {
        step.detail = Tr::tr("下载职工参保信息后可以申报");
    } else if (waiting.openWageDeclarations > 0) {
        step.detail = Tr::tr("%1 条申报等待反馈").arg(waiting.openWageDeclarations);
        toRecords(step, QStringLiteral("wage.records"), Mark::Waiting);
    } else {
        toRecords(step, QStringLiteral("wage.records"), Mark::Done);
    }
    return step;
}

MonthStep feeStep(const Waiting &waiting, QDate today)
{
    MonthStep step{.pageId = QStringLiteral("fee.daily"),
                   .title = Tr::tr("社保费申报"),
                   .detail = Tr::tr("查询本月应申报的社保费"),
                   .goText = Tr::tr("去申报")};
    if (waiting.openFeeDeclarations > 0) {
        step.detail = Tr::tr("%1 条申报等待反馈").arg(waiting.openFeeDeclarations);
        if (waiting.assessments > 0)
            step.detail += Tr::tr("，另有 %1 项待申报").arg(waiting.assessments);
        toRecords(step, QStringLiteral("fee.records"), Mark::Waiting);
    } else if (waiting.assessments > 0) {
        step.detail
            = Tr::tr("%1 项待申报，合计 %2 元").arg(waiting.assessments).arg(domain::moneyText(waiting.assessmentsTotal));
        step.mark = Mark::Next;
    } else if (isOfThisMonth(waiting.assessmentsLoadedAt, today)) {
        step.detail = waiting.declaredTotal.isZero() ? Tr::tr("没有待申报的社保费")
                                                     : Tr::tr("已申报 %1 元").arg(domain::moneyText(waiting.declaredTotal));
        toRecords(step, QStringLiteral("fee.records"), Mark::Done);
    }
    return step;
}

/// `declared`: the fees of this month are; before that nothing owed is nothing paid.
MonthStep paymentStep(const Waiting &waiting, bool declared, QDate today)
{
    MonthStep step{.pageId = QStringLiteral("payment.arrears"),
                   .title = Tr::tr("缴款"),
                   .detail = waiting.arrearsLoadedAt.isValid() ? Tr::tr("本月还没有查询欠费") : Tr::tr("还没有查询欠费"),
                   .goText = Tr::tr("去缴款")};
    if (waiting.openPayments > 0) {
        step.detail = Tr::tr("%1 笔缴款等待结果").arg(waiting.openPayments);
        toRecords(step, QStringLiteral("payment.records"), Mark::Waiting);
    } else if (waiting.openVouchers > 0) {
        step.detail = Tr::tr("%1 张凭证等待结果").arg(waiting.openVouchers);
        toRecords(step, QStringLiteral("payment.vouchers"), Mark::Waiting);
    } else if (waiting.arrears > 0) {
        step.detail = Tr::tr("待缴 %1").arg(sumText(waiting.arrears, waiting.arrearsTotal));
        if (waiting.inVouchers > 0)
            step.detail += Tr::tr("，另有 %1已开凭证").arg(sumText(waiting.inVouchers, waiting.inVouchersTotal));
        step.mark = Mark::Next;
    } else if (waiting.inVouchers > 0) {
        step.detail = Tr::tr("%1已开凭证，请到银行缴款").arg(sumText(waiting.inVouchers, waiting.inVouchersTotal));
        step.goText = Tr::tr("查看凭证");
        step.pageId = QStringLiteral("payment.vouchers");
        step.mark = Mark::Next;
    } else if (isOfThisMonth(waiting.arrearsLoadedAt, today) && !declared) {
        step.detail = Tr::tr("没有欠费，本月社保费申报后缴款");
    } else if (isOfThisMonth(waiting.arrearsLoadedAt, today)) {
        step.detail = Tr::tr("没有欠费");
        toRecords(step, QStringLiteral("payment.records"), Mark::Done);
    }
    return step;
}

}  // namespace

std::vector<MonthStep> monthSteps(const Waiting &waiting, const domain::RulePack &pack, QDate today)
{
    std::vector<MonthStep> steps{staffStep(waiting)};
    if (pack.has(QStringLiteral("wage")))
        steps.push_back(wageStep(waiting));
    auto fee = feeStep(waiting, today);
    setDue(fee, pack.fee.declareByDay, today);
    steps.push_back(fee);
    auto payment = paymentStep(waiting, fee.mark == Mark::Done, today);
    setDue(payment, pack.fee.payByDay, today);
    steps.push_back(payment);
    return steps;
}

}  // namespace ui
