// The list of 对账, and the words of what disagrees.

#include "ui/models/column_makers.h"
#include "ui/modules/query/query_columns.h"
#include "ui/style/tr.h"

#include <algorithm>

namespace ui {

using domain::Discrepancy;
using domain::DiscrepancyFound;
using domain::FeeStage;
using domain::ReconciliationLine;

namespace {

/// Which of the amounts a discrepancy is about: marked and red.
enum class Amount { Assessed, Declared, Payable, LateFee, Paid, Received };

Amount amountOf(Discrepancy kind)
{
    switch (kind) {
    case Discrepancy::DeclarationLate: return Amount::Assessed;
    case Discrepancy::DeclarationUnknown:
    case Discrepancy::DeclaredTwice:
    case Discrepancy::DeclaredDiffers: return Amount::Declared;
    case Discrepancy::PayableMissing:
    case Discrepancy::PayableDiffers:
    case Discrepancy::PayableUndeclared:
    case Discrepancy::ItemDiffers: return Amount::Payable;
    case Discrepancy::PaymentLate:
    case Discrepancy::PaymentLost: return Amount::Paid;
    case Discrepancy::LateFeeDiffers: return Amount::LateFee;
    case Discrepancy::ReceiptMissing:
    case Discrepancy::ReceiptLate:
    case Discrepancy::ReceiptDiffers:
    case Discrepancy::ReceivedTwice:
    case Discrepancy::ReceiptUnknown:
    case Discrepancy::ReceiptUnbooked: return Amount::Received;
    }
    return Amount::Received;
}

QString reasonOf(const ReconciliationLine &line)
{
    QStringList texts;
    for (const auto &each : line.discrepancies)
        texts << discrepancyText(each);
    return texts.join(Tr::tr("；"));
}

QString adviceOf(const ReconciliationLine &line)
{
    QStringList texts;
    for (const auto &each : line.discrepancies)
        texts << discrepancyAdvice(each.kind);
    texts.removeDuplicates();
    return texts.join(Tr::tr("；"));
}

/// Why there is no amount.
QString absenceText(Amount which)
{
    switch (which) {
    case Amount::Assessed: return Tr::tr("本机没有下载过这项费款的预处理汇总");
    case Amount::Declared: return Tr::tr("没有有效的申报");
    case Amount::Payable: return Tr::tr("税务端没有应缴信息");
    case Amount::LateFee: return Tr::tr("没有应缴信息，也就没有滞纳金");
    case Amount::Paid: return Tr::tr("还没有缴款");
    case Amount::Received: return Tr::tr("税务端没有到账信息");
    }
    return {};
}

Column<ReconciliationLine> amountColumn(const char *id, const QString &title, Amount which,
                                        std::optional<domain::Money> ReconciliationLine::*amount, int width = 96)
{
    auto column = moneyColumn<ReconciliationLine>(id, title, amount, width);
    const auto mark = [which](const ReconciliationLine &line) -> CellMark {
        QStringList texts;
        for (const auto &each : line.discrepancies) {
            if (amountOf(each.kind) == which)
                texts << discrepancyText(each);
        }
        return {Tone::Danger, texts.join(Tr::tr("；"))};
    };
    column.mark = mark;
    column.display = [show = column.display](const ReconciliationLine &line) {
        const auto text = show(line);
        return text.isValid() ? text : QVariant(QStringLiteral("—"));
    };
    column.tooltip = [which, amount](const ReconciliationLine &line) {
        return line.*amount ? QString() : absenceText(which);
    };
    column.tone = [mark](const ReconciliationLine &line) {
        return mark(line).reason.isEmpty() ? Tone::Neutral : Tone::Danger;
    };
    return column;
}

}  // namespace

StateText stageText(FeeStage stage)
{
    switch (stage) {
    case FeeStage::Assessed: return {Tr::tr("待申报"), Tone::Neutral};
    case FeeStage::Declaring: return {Tr::tr("申报中"), Tone::Info};
    case FeeStage::Declared: return {Tr::tr("已申报"), Tone::Info};
    case FeeStage::Payable: return {Tr::tr("待缴款"), Tone::Warning};
    case FeeStage::Paying: return {Tr::tr("缴款中"), Tone::Info};
    case FeeStage::Paid: return {Tr::tr("已缴款"), Tone::Info};
    case FeeStage::Received: return {Tr::tr("已到账"), Tone::Success};
    case FeeStage::NothingToPay: return {Tr::tr("无需缴款"), Tone::Neutral};
    }
    return {};
}

QString discrepancyText(const DiscrepancyFound &found)
{
    const QString expected = found.expected ? domain::moneyText(*found.expected) : QString();
    const QString amount = found.found ? domain::moneyText(*found.found) : QString();
    switch (found.kind) {
    case Discrepancy::DeclarationLate: return Tr::tr("已过申报期限，尚未申报");
    case Discrepancy::DeclarationUnknown: return Tr::tr("申报结果未知");
    case Discrepancy::DeclaredTwice: return Tr::tr("重复申报：应为 %1，申报合计 %2").arg(expected, amount);
    case Discrepancy::DeclaredDiffers: return Tr::tr("申报 %2 与预处理 %1 不一致").arg(expected, amount);
    case Discrepancy::PayableMissing: return Tr::tr("已申报 %1，税务端没有应缴信息").arg(expected);
    case Discrepancy::PayableDiffers: return Tr::tr("应缴 %2 与申报 %1 不一致").arg(expected, amount);
    case Discrepancy::PayableUndeclared: return Tr::tr("应缴 %1，没有有效的申报").arg(amount);
    case Discrepancy::ItemDiffers: return Tr::tr("各环节的单位编号、征收品目或费款所属期不一致");
    case Discrepancy::PaymentLate: return Tr::tr("已过缴款期限，欠缴 %1").arg(expected);
    case Discrepancy::PaymentLost: return Tr::tr("本机已缴 %1，税务端仍显示未缴").arg(expected);
    case Discrepancy::ReceiptMissing: return Tr::tr("已缴 %1，没有到账信息").arg(expected);
    case Discrepancy::ReceiptLate: return Tr::tr("已缴 %1，超过 %2 天未入库").arg(expected).arg(domain::kSettlingDays);
    case Discrepancy::ReceiptDiffers: return Tr::tr("到账 %2 与应缴 %1 不一致").arg(expected, amount);
    case Discrepancy::LateFeeDiffers: return Tr::tr("到账滞纳金 %2 与应缴滞纳金 %1 不一致").arg(expected, amount);
    case Discrepancy::ReceivedTwice: return Tr::tr("重复到账：应缴 %1，到账合计 %2").arg(expected, amount);
    case Discrepancy::ReceiptUnknown: return Tr::tr("到账 %1，没有对应的应缴信息").arg(amount);
    case Discrepancy::ReceiptUnbooked: return Tr::tr("到账 %2，税务端仍显示欠缴 %1").arg(expected, amount);
    }
    return {};
}

QString discrepancyAdvice(Discrepancy kind)
{
    switch (kind) {
    case Discrepancy::DeclarationLate: return Tr::tr("请尽快到「社保费申报」申报");
    case Discrepancy::DeclarationUnknown: return Tr::tr("请到「社保费申报记录」点击「获取反馈」，查清之前不要重新申报");
    case Discrepancy::DeclaredTwice:
        return Tr::tr("请核对「社保费申报记录」，未缴款的一笔可以作废；已缴款的请联系主管税务机关");
    case Discrepancy::DeclaredDiffers:
        return Tr::tr("可能在预处理之后职工或工资有变化，并由其他渠道申报；请核对人员明细，有误的联系社保经办机构");
    case Discrepancy::PayableMissing:
    case Discrepancy::PayableDiffers:
    case Discrepancy::PayableUndeclared:
    case Discrepancy::ItemDiffers: return Tr::tr("请携带征集通知流水号联系主管税务机关核对，核对清楚之前不要缴款");
    case Discrepancy::PaymentLate: return Tr::tr("请尽快到「缴款」缴纳，滞纳金按日加收");
    case Discrepancy::PaymentLost: return Tr::tr("不要再次缴款；请与开户银行核对是否扣款，再联系主管税务机关");
    case Discrepancy::ReceiptMissing:
    case Discrepancy::ReceiptLate: return Tr::tr("请与开户银行核对扣款，凭税票号码联系主管税务机关查询入库情况");
    case Discrepancy::ReceiptDiffers:
    case Discrepancy::LateFeeDiffers:
    case Discrepancy::ReceiptUnknown: return Tr::tr("请凭税票号码联系主管税务机关核对");
    case Discrepancy::ReceivedTwice: return Tr::tr("请凭税票号码联系主管税务机关办理退费");
    case Discrepancy::ReceiptUnbooked: return Tr::tr("扣款后未入账，不要再次缴款；请联系主管税务机关");
    }
    return {};
}

std::vector<Column<ReconciliationLine>> reconciliationColumns()
{
    using Row = ReconciliationLine;
    auto result = pillColumn<Row>(
        "result", Tr::tr("对账结果"),
        [](const Row &line) {
            return line.discrepancies.isEmpty() ? StateText{Tr::tr("一致"), Tone::Success}
                                                : StateText{Tr::tr("有差异"), Tone::Danger};
        },
        80);
    auto reason = textColumn<Row>("reason", Tr::tr("差异原因"), &reasonOf, 210);
    reason.tone = [](const Row &) { return Tone::Danger; };
    reason.tooltip = &reasonOf;
    auto advice = textColumn<Row>("advice", Tr::tr("怎么办"), &adviceOf, 420);
    advice.tooltip = &adviceOf;
    auto category = textColumn<Row>(
        "category", Tr::tr("征收品目"), [](const Row &l) { return l.item.category.name; }, column_width::category);
    category.tooltip = [](const Row &l) {
        return l.item.collectionItem.name + QLatin1Char('\n') + l.item.category.name;
    };
    return {
        dateColumn<Row>(
            "period", Tr::tr("费款所属期"), [](const Row &l) { return domain::monthsText(l.item.period()); }, 88),
        category,
        pillColumn<Row>(
            "stage", Tr::tr("进度"), [](const Row &l) { return stageText(l.stage); }, 80),
        result,
        reason,
        textColumn<Row>(
            "noticeNumber", Tr::tr("征集通知流水号"), [](const Row &l) { return l.item.noticeNumber; }, 176),
        amountColumn("assessed", Tr::tr("预处理"), Amount::Assessed, &Row::assessed),
        amountColumn("declared", Tr::tr("申报"), Amount::Declared, &Row::declared),
        amountColumn("payable", Tr::tr("应缴"), Amount::Payable, &Row::payable),
        amountColumn("lateFee", Tr::tr("滞纳金"), Amount::LateFee, &Row::lateFee, 70),
        amountColumn("paid", Tr::tr("缴款"), Amount::Paid, &Row::paid),
        amountColumn("received", Tr::tr("到账"), Amount::Received, &Row::received),
        advice,
        textColumn<Row>(
            "collectionItem", Tr::tr("征收项目"), [](const Row &l) { return l.item.collectionItem.name; }, column_width::collectionItem),
        textColumn<Row>(
            "unitNumber", Tr::tr("单位编号"), [](const Row &l) { return l.item.unitNumber; }, 96),
        textColumn<Row>(
            "agency", Tr::tr("社保经办机构"), [](const Row &l) { return l.item.agencyName; }, 180),
    };
}

}  // namespace ui
