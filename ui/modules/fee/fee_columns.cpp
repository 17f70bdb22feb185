#include "ui/modules/fee/fee_columns.h"

#include "base/china_time.h"
#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/style/tr.h"

#include <iterator>

namespace ui {

using domain::FeeAssessment;
using domain::SubmissionState;

namespace {

Column<AssessmentRow> headcountColumn()
{
    const auto headcount = [](const AssessmentRow &row) { return row.assessment.headcount; };
    auto column = numberColumn<AssessmentRow>("headcount", Tr::tr("缴费人数"), headcount, 72);
    column.link = [](const AssessmentRow &row) { return row.assessment.hasPersons; };
    column.tooltip = [](const AssessmentRow &row) {
        return row.assessment.hasPersons ? Tr::tr("查看人员明细") : QString();
    };
    return column;
}

Column<AssessmentRow> declareByColumn(QDate today)
{
    const auto day = [](const AssessmentRow &row) { return row.assessment.declareBy.toString(Qt::ISODate); };
    auto column = dateColumn<AssessmentRow>("declareBy", Tr::tr("申报期限"), day);
    column.tone = [today](const AssessmentRow &row) {
        const bool late = row.assessment.declareBy.isValid() && row.assessment.declareBy < today;
        return late && row.assessment.heldBy.isEmpty() ? Tone::Danger : Tone::Neutral;
    };
    return column;
}

Column<AssessmentRow> holdColumn()
{
    auto column = pillColumn<AssessmentRow>("hold", Tr::tr("状态"), &holdText, 104);
    column.tooltip = &holdReason;
    return column;
}

/// With what the kind means as its hint; money that comes back is marked.
Column<AssessmentRow> specialKindColumn()
{
    const auto special = [](const AssessmentRow &row) { return domain::specialKindName(row.assessment.specialKind); };
    auto column = textColumn<AssessmentRow>("specialKind", Tr::tr("特殊缴费类型"), special, 128);
    column.tooltip = [](const AssessmentRow &row) { return domain::specialKindHint(row.assessment.specialKind); };
    column.tone = [](const AssessmentRow &row) {
        return row.assessment.payable.fen() < 0 ? Tone::Info : Tone::Neutral;
    };
    return column;
}

/// Which fee it is.
std::vector<Column<AssessmentRow>> feeNameColumns(domain::FeeKind kind)
{
    using Row = AssessmentRow;
    const auto item = [](const Row &row) { return row.assessment.item.collectionItem.name; };
    const auto category = [](const Row &row) { return row.assessment.item.category.name; };
    const auto period = [](const Row &row) { return domain::monthsText(row.assessment.item.period()); };
    std::vector<Column<Row>> columns = {
        textColumn<Row>("collectionItem", Tr::tr("征收项目"), item, column_width::collectionItem),
        textColumn<Row>("category", Tr::tr("征收品目"), category, column_width::category)};
    if (kind == domain::FeeKind::Special)
        columns.push_back(specialKindColumn());
    columns.push_back(
        dateColumn<Row>("period", Tr::tr("费款所属期"), period, kind == domain::FeeKind::Special ? 140 : 96));
    return columns;
}

std::vector<Column<AssessmentRow>> amountColumns()
{
    using Row = AssessmentRow;
    const auto due = [](const Row &row) { return row.assessment.due; };
    const auto relief = [](const Row &row) { return row.assessment.relief; };
    const auto payable = [](const Row &row) { return row.assessment.payable; };
    return {headcountColumn(), moneyColumn<Row>("due", Tr::tr("应缴费额"), due, 100),
            moneyColumn<Row>("relief", Tr::tr("减免费额"), relief, 76),
            moneyColumn<Row>("payable", Tr::tr("应补(退)费额"), payable, 106)};
}

/// Where it comes from and how it was computed.
std::vector<Column<AssessmentRow>> originColumns()
{
    using Row = AssessmentRow;
    const auto unit = [](const Row &row) { return row.assessment.item.unitNumber; };
    const auto agency = [](const Row &row) { return row.assessment.item.agencyName; };
    const auto notice = [](const Row &row) { return row.assessment.item.noticeNumber; };
    const auto subcategory = [](const Row &row) { return row.assessment.item.subcategory; };
    const auto wages = [](const Row &row) { return row.assessment.wageTotal; };
    const auto bases = [](const Row &row) { return row.assessment.baseTotal; };
    const auto rate = [](const Row &row) { return domain::rateText(row.assessment.rate); };
    const auto authority = [](const Row &row) { return row.assessment.item.authorityName; };
    return {textColumn<Row>("unitNumber", Tr::tr("单位编号"), unit, 96),
            textColumn<Row>("agency", Tr::tr("社保经办机构"), agency, 190),
            textColumn<Row>("noticeNumber", Tr::tr("征集通知流水号"), notice, 180),
            textColumn<Row>("subcategory", Tr::tr("征收子目"), subcategory, 110),
            moneyColumn<Row>("wageTotal", Tr::tr("缴费工资总额"), wages, 130),
            moneyColumn<Row>("baseTotal", Tr::tr("缴费基数总额"), bases, 130),
            figureColumn<Row>("rate", Tr::tr("费率"), rate, 96),
            textColumn<Row>("authority", Tr::tr("主管税务机关"), authority, 230)};
}

}  // namespace

/// What the clerk decides by stands first: it is visible without scrolling in a window of 1280.
std::vector<Column<AssessmentRow>> assessmentColumns(domain::FeeKind kind, QDate today)
{
    std::vector<Column<AssessmentRow>> columns = {holdColumn()};
    const auto append = [&columns](std::vector<Column<AssessmentRow>> more) {
        columns.insert(columns.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    append(feeNameColumns(kind));
    append(amountColumns());
    append({declareByColumn(today)});
    append(originColumns());
    return columns;
}

StateText holdText(const AssessmentRow &row)
{
    if (row.assessment.heldBy.isEmpty())
        return {Tr::tr("待申报"), Tone::Neutral};
    if (!row.holder)
        return {Tr::tr("已申报"), Tone::Info};
    if (row.holder->state == SubmissionState::Awaiting)
        return {Tr::tr("已申报待反馈"), Tone::Info};
    return stateText(*row.holder);
}

QString holdReason(const AssessmentRow &row)
{
    if (row.assessment.heldBy.isEmpty())
        return {};
    if (!row.holder)
        return Tr::tr("已在申报记录中，不能重复申报");
    switch (row.holder->state) {
    case SubmissionState::Pending: return Tr::tr("已在待提交的申报记录中，请到社保费申报记录重新提交或撤回");
    case SubmissionState::Unknown: return Tr::tr("上次提交结果未知，请先到社保费申报记录查询结果，不能重复申报");
    case SubmissionState::Sending:
    case SubmissionState::Awaiting: return Tr::tr("已申报，等待税务端反馈，不能重复申报");
    case SubmissionState::Voiding: return Tr::tr("申报正在作废，作废成功后可重新申报");
    case SubmissionState::Succeeded:
    case SubmissionState::Partial:
    case SubmissionState::Failed:
    case SubmissionState::Voided:
    case SubmissionState::Expired: return Tr::tr("已于 %1 申报，不能重复申报").arg(base::china::text(row.holder->createdAt));
    }
    return {};
}

std::vector<Column<domain::NumberedPerson>> feePersonColumns()
{
    using Row = domain::NumberedPerson;
    const auto typeName = [](const Row &row) { return domain::documentTypeName(row.person.documentType); };
    const auto rate = [](const Row &row) { return domain::rateText(row.person.rate); };
    const auto of = [](auto member) { return [member](const Row &row) { return row.person.*member; }; };
    using domain::FeePerson;
    std::vector<Column<Row>> columns = {
        numberColumn<Row>("number", Tr::tr("序号"), &Row::number, 52),
        textColumn<Row>("name", Tr::tr("姓名"), of(&FeePerson::name), column_width::personName),
        textColumn<Row>("documentType", Tr::tr("证件类型"), typeName, 110),
        documentColumn<Row>(Tr::tr("证件号码"), of(&FeePerson::documentNumber), 166),
        moneyColumn<Row>("wage", Tr::tr("缴费工资"), of(&FeePerson::wage), 98),
        moneyColumn<Row>("base", Tr::tr("缴费基数"), of(&FeePerson::base), 98),
        figureColumn<Row>("rate", Tr::tr("费率"), rate, 84),
        moneyColumn<Row>("due", Tr::tr("应缴费额"), of(&FeePerson::due), 98),
        moneyColumn<Row>("relief", Tr::tr("减免费额"), of(&FeePerson::relief), 80),
        moneyColumn<Row>("payable", Tr::tr("应补(退)费额"), of(&FeePerson::payable), 108),
        textColumn<Row>("personNumber", Tr::tr("人员编号"), of(&FeePerson::personNumber), 104),
    };
    for (auto &column : columns)
        column.sortable = column.id.text == QLatin1String("number") || feePersonOrder(column.id.text) != domain::FeePersonOrder::Number;
    return columns;
}

domain::FeePersonOrder feePersonOrder(const QString &columnId)
{
    using domain::FeePersonOrder;
    static const QHash<QString, FeePersonOrder> orders{
        {QStringLiteral("personNumber"), FeePersonOrder::PersonNumber},
        {QStringLiteral("name"), FeePersonOrder::Name},
        {QStringLiteral("documentNumber"), FeePersonOrder::DocumentNumber},
        {QStringLiteral("wage"), FeePersonOrder::Wage},
        {QStringLiteral("base"), FeePersonOrder::Base},
        {QStringLiteral("due"), FeePersonOrder::Due},
        {QStringLiteral("relief"), FeePersonOrder::Relief},
        {QStringLiteral("payable"), FeePersonOrder::Payable},
    };
    return orders.value(columnId, FeePersonOrder::Number);
}

}  // namespace ui
