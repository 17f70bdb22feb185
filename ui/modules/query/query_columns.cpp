#include "ui/modules/query/query_columns.h"

#include "base/china_time.h"
#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/style/tr.h"

namespace ui {

using domain::Arrear;
using domain::ArrearHold;
using domain::FeeItem;
using domain::Receipt;

namespace {

QString unitStateName(domain::UnitState state)
{
    switch (state) {
    case domain::UnitState::Normal: return Tr::tr("已参保");
    case domain::UnitState::Suspended: return Tr::tr("中断");
    case domain::UnitState::Ended: return Tr::tr("终止");
    }
    return {};
}

StateText unitState(const UnitInsuranceRow &row)
{
    const auto state = row.insurance.state;
    const auto tone = state == domain::UnitState::Normal      ? Tone::Success
                      : state == domain::UnitState::Suspended ? Tone::Warning
                                                              : Tone::Neutral;
    return {unitStateName(state), tone};
}

QString monthOrNone(const std::optional<domain::Month> &month)
{
    return month ? domain::monthText(*month) : QString();
}

/// What can be cut off by the width of its column is said in full to whoever points at it.
template <class Row, class Get>
Column<Row> longText(const ColumnId &id, const QString &title, Get get, int width)
{
    auto column = textColumn<Row>(id, title, get, width);
    column.tooltip = [get](const Row &row) -> QString { return std::invoke(get, row); };
    return column;
}

}  // namespace

std::vector<Column<UnitInsuranceRow>> unitInsuranceRowColumns()
{
    using Row = UnitInsuranceRow;
    return {
        textColumn<Row>(
            "unitNumber", Tr::tr("单位编号"), [](const Row &r) { return r.insurance.unitNumber; }, 110),
        textColumn<Row>(
            "insurance", Tr::tr("参保险种"), [](const Row &r) { return r.insurance.insuranceName; }, 170),
        longText<Row>(
            "agency", Tr::tr("社保经办机构"), [](const Row &r) { return r.insurance.agencyName; }, 200),
        longText<Row>(
            "authority", Tr::tr("主管税务机关"), [](const Row &r) { return r.authorityName; }, 240),
        pillColumn<Row>("state", Tr::tr("参保状态"), &unitState, 92),
        dateColumn<Row>(
            "from", Tr::tr("参保起始"), [](const Row &r) { return domain::monthText(r.insurance.from); }, 92),
        dateColumn<Row>(
            "to", Tr::tr("参保终止"), [](const Row &r) { return monthOrNone(r.insurance.to); }, 92),
    };
}

std::vector<Column<domain::KnownContributionBase>> contributionBaseColumns()
{
    using Row = domain::KnownContributionBase;
    std::vector<Column<Row>> columns = {
        textColumn<Row>(
            "personNumber", Tr::tr("人员编号"), [](const Row &r) { return r.base.personNumber; }, 116),
        longText<Row>(
            "name", Tr::tr("姓名"), [](const Row &r) { return r.name; }, column_width::personName),
        longText<Row>(
            "documentType", Tr::tr("证件类型"),
            [](const Row &r) {
                return r.documentType.isEmpty() ? QString() : domain::documentTypeName(r.documentType);
            },
            120),
        documentColumn<Row>(
            Tr::tr("证件号码"), [](const Row &r) { return r.documentNumber; }, 176),
        longText<Row>(
            "insurance", Tr::tr("险种"), [](const Row &r) { return r.base.insuranceName; }, 150),
        moneyColumn<Row>(
            "wage", Tr::tr("缴费工资"), [](const Row &r) { return r.base.wage; }, 110),
        moneyColumn<Row>(
            "base", Tr::tr("缴费基数"), [](const Row &r) { return r.base.base; }, 110),
        dateColumn<Row>(
            "from", Tr::tr("生效年月起"), [](const Row &r) { return domain::monthText(r.base.from); }, 100),
        dateColumn<Row>(
            "to", Tr::tr("生效年月止"), [](const Row &r) { return monthOrNone(r.base.to); }, 100),
        textColumn<Row>(
            "unitNumber", Tr::tr("单位编号"), [](const Row &r) { return r.base.unitNumber; }, 100),
    };
    for (auto &column : columns)
        column.sortable = false;  // read in windows, in the order of people
    return columns;
}

StateText payableState(ArrearHold hold)
{
    switch (hold) {
    case ArrearHold::Open: return {Tr::tr("未缴款"), Tone::Warning};
    case ArrearHold::InVoucher: return {Tr::tr("已开凭证"), Tone::Info};
    case ArrearHold::InPayment: return {Tr::tr("缴款中"), Tone::Info};
    case ArrearHold::InDoubt: return {Tr::tr("结果未知"), Tone::Danger};
    case ArrearHold::Paid: return {Tr::tr("已缴款"), Tone::Success};
    }
    return {};
}

StateText receiptState(const Receipt &receipt)
{
    return receipt.receivedAt.isValid() ? StateText{Tr::tr("已入库"), Tone::Success}
                                        : StateText{Tr::tr("在途"), Tone::Info};
}

namespace {

/// 单位编号 and what else names a fee, for the end of a line.
template <class Row>
void addFeeTail(std::vector<Column<Row>> &columns)
{
    columns.push_back(textColumn<Row>(
        "noticeNumber", Tr::tr("征集通知流水号"), [](const Row &row) { return row.item.noticeNumber; }, 190));
    columns.push_back(textColumn<Row>(
        "unitNumber", Tr::tr("单位编号"), [](const Row &row) { return row.item.unitNumber; }, 96));
    columns.push_back(longText<Row>(
        "agency", Tr::tr("社保经办机构"), [](const Row &row) { return row.item.agencyName; }, 180));
    columns.push_back(longText<Row>(
        "authority", Tr::tr("主管税务机关"), [](const Row &row) { return row.item.authorityName; }, 200));
    columns.push_back(longText<Row>(
        "subcategory", Tr::tr("征收子目"), [](const Row &row) { return row.item.subcategory; }, 100));
}

template <class Row>
std::vector<Column<Row>> feeHead()
{
    return {
        dateColumn<Row>(
            "period", Tr::tr("费款所属期"), [](const Row &row) { return domain::monthsText(row.item.period()); }, 104),
        longText<Row>(
            "collectionItem", Tr::tr("征收项目"), [](const Row &row) { return row.item.collectionItem.name; }, column_width::collectionItem),
        longText<Row>(
            "category", Tr::tr("征收品目"), [](const Row &row) { return row.item.category.name; }, column_width::category),
    };
}

}  // namespace

std::vector<Column<Arrear>> payableColumns()
{
    using Row = Arrear;
    auto columns = feeHead<Row>();
    columns.push_back(moneyColumn<Row>("due", Tr::tr("应补(退)费额"), &Row::due, 116));
    columns.push_back(moneyColumn<Row>("lateFee", Tr::tr("滞纳金"), &Row::lateFee, 90));
    columns.push_back(moneyColumn<Row>("total", Tr::tr("合计"), &Row::total, 116));
    columns.push_back(dateColumn<Row>(
        "payBy", Tr::tr("缴款期限"), [](const Row &row) { return row.payBy.toString(Qt::ISODate); }, 100));
    columns.push_back(pillColumn<Row>(
        "state", Tr::tr("状态"), [](const Row &row) { return payableState(row.hold); }, 88));
    addFeeTail(columns);
    return columns;
}

std::vector<Column<Receipt>> receiptColumns()
{
    using Row = Receipt;
    auto columns = feeHead<Row>();
    columns.push_back(moneyColumn<Row>("amount", Tr::tr("实缴费额"), &Row::amount, 116));
    columns.push_back(moneyColumn<Row>("lateFee", Tr::tr("滞纳金"), &Row::lateFee, 90));
    columns.push_back(moneyColumn<Row>(
        "total", Tr::tr("合计"), [](const Row &row) { return row.total(); }, 116));
    columns.push_back(pillColumn<Row>("state", Tr::tr("状态"), &receiptState, 80));
    columns.push_back(dateColumn<Row>(
        "paidAt", Tr::tr("缴款时间"), [](const Row &row) { return base::china::text(row.paidAt); }, 136));
    columns.push_back(dateColumn<Row>(
        "receivedAt", Tr::tr("入库时间"), [](const Row &row) { return base::china::text(row.receivedAt); }, 136));
    columns.push_back(textColumn<Row>("taxReceipt", Tr::tr("税票号码"), &Row::taxReceiptNumber, 160));
    addFeeTail(columns);
    return columns;
}

}  // namespace ui
