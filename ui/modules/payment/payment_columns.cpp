#include "ui/modules/payment/payment_columns.h"

#include "ui/models/column_makers.h"
#include "ui/modules/payment/bank_advice.h"
#include "ui/style/tr.h"

namespace ui {

using domain::Agreement;
using domain::Arrear;
using domain::ArrearHold;
using domain::SubmissionItem;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

/// 征收项目, 征收品目, 费款所属期 of whatever has a FeeItem.
template <class Row>
std::vector<Column<Row>> feeColumns()
{
    std::vector<Column<Row>> columns;
    columns.push_back(textColumn<Row>(
        "collectionItem", Tr::tr("征收项目"), [](const Row &row) { return row.item.collectionItem.name; }, column_width::collectionItem));
    columns.push_back(textColumn<Row>(
        "category", Tr::tr("征收品目"), [](const Row &row) { return row.item.category.name; }, column_width::category));
    columns.push_back(
        dateColumn<Row>("period", Tr::tr("费款所属期"),
                        [](const Row &row) { return domain::monthsText(row.item.period()); }));
    return columns;
}

QString itemReason(const SubmissionItem &item)
{
    return item.reasonText.isEmpty() ? item.reasonCode : item.reasonText;
}

QString itemAdvice(const SubmissionItem &item)
{
    if (item.state == SubmissionState::Awaiting)
        return Tr::tr("银行还没有答复。请勿重复缴款，稍后查询结果。");
    const bool said = isRefused(item) || item.state == SubmissionState::Unknown;
    return said ? bankAdvice(item.reasonCode, item.reasonText).next : QString();
}

StateText itemState(const SubmissionItem &item)
{
    return itemStateText(SubmissionKind::Payment, item.state);
}

}  // namespace

bool isRefused(const SubmissionItem &item)
{
    return item.state == SubmissionState::Failed
           || (item.state == SubmissionState::Unknown && !itemReason(item).isEmpty());
}

StateText holdText(ArrearHold hold)
{
    switch (hold) {
    case ArrearHold::Open: return {Tr::tr("可缴款"), Tone::Success};
    case ArrearHold::InVoucher: return {Tr::tr("已开凭证"), Tone::Info};
    case ArrearHold::InPayment: return {Tr::tr("缴款中"), Tone::Info};
    case ArrearHold::Paid: return {Tr::tr("已缴款"), Tone::Neutral};
    case ArrearHold::InDoubt: return {Tr::tr("结果未知"), Tone::Danger};
    }
    return {};
}

QString holdReason(ArrearHold hold)
{
    switch (hold) {
    case ArrearHold::Open: return {};
    case ArrearHold::InVoucher: return Tr::tr("已开具银行端缴款凭证；如需改用三方协议，请先作废凭证");
    case ArrearHold::InPayment: return Tr::tr("已提交扣款，结果确定之前不能再次缴款");
    case ArrearHold::Paid: return Tr::tr("已经缴款");
    case ArrearHold::InDoubt:
        return Tr::tr("上次扣款结果未知，款项可能已经扣出；请先点击「查询结果」，确认没有扣款后才能再次缴款");
    }
    return {};
}

std::vector<Column<Arrear>> arrearColumns(QDate today)
{
    using Row = Arrear;
    std::vector<Column<Row>> columns;
    auto hold = pillColumn<Row>(
        "hold", Tr::tr("状态"), [](const Row &row) { return holdText(row.hold); }, 86);
    hold.tooltip = [](const Row &row) { return holdReason(row.hold); };
    hold.link = [](const Row &row) { return row.hold == ArrearHold::InDoubt; };
    columns.push_back(hold);
    columns.push_back(textColumn<Row>(
        "collectionItem", Tr::tr("征收项目"), [](const Row &row) { return row.item.collectionItem.name; }, column_width::collectionItem));
    columns.push_back(textColumn<Row>(
        "category", Tr::tr("征收品目"), [](const Row &row) { return row.item.category.name; }, column_width::category));
    columns.push_back(dateColumn<Row>(
        "period", Tr::tr("费款所属期"), [](const Row &row) { return domain::monthsText(row.item.period()); }, 112));
    columns.push_back(moneyColumn<Row>(
        "due", Tr::tr("应补(退)费额"), [](const Row &row) { return row.due; }, 106));
    auto lateFee = moneyColumn<Row>("lateFee", Tr::tr("滞纳金"), [](const Row &row) { return row.lateFee; }, 74);
    lateFee.tone = [](const Row &row) { return row.lateFee.isZero() ? Tone::Neutral : Tone::Danger; };
    lateFee.tooltip = [today](const Row &row) {
        return row.payBy < today
            ? Tr::tr("已超过缴款期限 %1 天，由税务端按日计算，缴款前每天增加").arg(row.payBy.daysTo(today))
            : QString();
    };
    columns.push_back(lateFee);
    columns.push_back(moneyColumn<Row>(
        "total", Tr::tr("合计"), [](const Row &row) { return row.total; }, 106));
    auto payBy = dateColumn<Row>(
        "payBy", Tr::tr("缴款期限"), [](const Row &row) { return row.payBy.toString(Qt::ISODate); }, 98);
    payBy.tone = [today](const Row &row) {
        return row.payBy.isValid() && row.payBy < today ? Tone::Danger : Tone::Neutral;
    };
    columns.push_back(payBy);
    columns.push_back(textColumn<Row>(
        "noticeNumber", Tr::tr("征集通知流水号"), [](const Row &row) { return row.item.noticeNumber; }, 180));
    columns.push_back(textColumn<Row>(
        "unitNumber", Tr::tr("单位编号"), [](const Row &row) { return row.item.unitNumber; }, 100));
    columns.push_back(textColumn<Row>(
        "agency", Tr::tr("社保经办机构"), [](const Row &row) { return row.item.agencyName; }, 190));
    columns.push_back(textColumn<Row>(
        "subcategory", Tr::tr("征收子目"), [](const Row &row) { return row.item.subcategory; }, 110));
    return columns;
}

namespace {

enum class AgreementFlaw { None, Unverified, Early, Expired };

AgreementFlaw flawOf(const Agreement &agreement, QDate today)
{
    if (!agreement.verified)
        return AgreementFlaw::Unverified;
    if (agreement.from.isValid() && today < agreement.from)
        return AgreementFlaw::Early;
    if (agreement.to.isValid() && agreement.to < today)
        return AgreementFlaw::Expired;
    return AgreementFlaw::None;
}

StateText agreementState(const Agreement &agreement, QDate today)
{
    switch (flawOf(agreement, today)) {
    case AgreementFlaw::None: return {Tr::tr("可用"), Tone::Success};
    case AgreementFlaw::Unverified: return {Tr::tr("不可用：未通过验证"), Tone::Warning};
    case AgreementFlaw::Early: return {Tr::tr("不可用：尚未生效"), Tone::Warning};
    case AgreementFlaw::Expired: return {Tr::tr("不可用：已过期"), Tone::Warning};
    }
    return {};
}

}  // namespace

QString agreementFlaw(const Agreement &agreement, QDate today)
{
    switch (flawOf(agreement, today)) {
    case AgreementFlaw::None: return {};
    case AgreementFlaw::Unverified: return Tr::tr("协议未通过验证，请联系开户银行和主管税务机关");
    case AgreementFlaw::Early: return Tr::tr("协议尚未生效");
    case AgreementFlaw::Expired: return Tr::tr("协议已过期");
    }
    return {};
}

std::vector<Column<Agreement>> agreementColumns(QDate today)
{
    using Row = Agreement;
    const auto state = [today](const Row &row) { return agreementState(row, today); };
    const auto validity = [](const Row &row) {
        return Tr::tr("%1 至 %2").arg(row.from.toString(Qt::ISODate), row.to.toString(Qt::ISODate));
    };
    auto usable = pillColumn<Row>("state", Tr::tr("状态"), state, 156);
    usable.tooltip = [today](const Row &row) { return agreementFlaw(row, today); };
    return {
        textColumn<Row>("number", Tr::tr("三方协议号"), &Row::number, 150),
        textColumn<Row>("bank", Tr::tr("开户银行"), &Row::bankName, 200),
        textColumn<Row>("account", Tr::tr("扣款账号"), &Row::accountMasked, 150),
        textColumn<Row>("holder", Tr::tr("账户名称"), &Row::accountName, 180),
        dateColumn<Row>("validity", Tr::tr("有效期"), validity, 184),
        usable,
    };
}

std::vector<Column<SubmissionItem>> paymentItemColumns()
{
    using Row = SubmissionItem;
    auto columns = feeColumns<Row>();
    columns.push_back(moneyColumn<Row>(
        "amount", Tr::tr("金额"), [](const Row &row) { return row.amount; }, 110));
    columns.push_back(pillColumn<Row>("state", Tr::tr("状态"), &itemState, 92));
    columns.push_back(textColumn<Row>(
        "receipt", Tr::tr("税票号码"), [](const Row &row) { return row.taxReceiptNumber; }, 170));
    auto reason = textColumn<Row>("reason", Tr::tr("银行答复"), &itemReason, 160);
    reason.tone = [](const Row &) { return Tone::Danger; };
    reason.tooltip = &itemAdvice;
    columns.push_back(reason);
    return columns;
}

std::vector<Column<SubmissionItem>> unpaidItemColumns()
{
    using Row = SubmissionItem;
    auto columns = feeColumns<Row>();
    columns.erase(columns.begin());
    columns.push_back(moneyColumn<Row>(
        "amount", Tr::tr("金额"), [](const Row &row) { return row.amount; }, 96));
    columns.push_back(pillColumn<Row>("state", Tr::tr("状态"), &itemState, 88));
    auto reason = textColumn<Row>("reason", Tr::tr("银行答复"), &itemReason, 140);
    reason.tone = [](const Row &) { return Tone::Danger; };
    reason.tooltip = &itemReason;
    columns.push_back(reason);
    auto advice = textColumn<Row>("advice", Tr::tr("怎么办"), &itemAdvice, 460);
    advice.tooltip = &itemAdvice;
    columns.push_back(advice);
    return columns;
}

std::vector<Column<SubmissionItem>> voucherItemColumns()
{
    using Row = SubmissionItem;
    auto columns = feeColumns<Row>();
    columns.push_back(moneyColumn<Row>("amount", Tr::tr("金额"), [](const Row &row) { return row.amount; }));
    columns.push_back(textColumn<Row>(
        "noticeNumber", Tr::tr("征集通知流水号"), [](const Row &row) { return row.item.noticeNumber; }, 170));
    columns.push_back(textColumn<Row>(
        "unitNumber", Tr::tr("单位编号"), [](const Row &row) { return row.item.unitNumber; }, 90));
    return columns;
}

}  // namespace ui
