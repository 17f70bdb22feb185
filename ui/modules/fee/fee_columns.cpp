#include "ui/modules/fee/fee_columns.h"

#include "domain/document.h"
#include "ui/models/column_makers.h"

#include <QCoreApplication>

namespace ui {

using domain::FeeAssessment;
using domain::SubmissionState;

namespace {

struct Tr final {
    Q_DECLARE_TR_FUNCTIONS(ui::FeeColumns)
};

Column<AssessmentRow> headcountColumn()
{
    const auto headcount = [](const AssessmentRow &row) { return row.assessment.headcount; };
    auto column = numberColumn<AssessmentRow>("headcount", Tr::tr("缴费人数"), headcount, 88);
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
    auto column = pillColumn<AssessmentRow>("hold", Tr::tr("状态"), &holdText, 124);
    column.tooltip = &holdReason;
    return column;
}

}  // namespace

std::vector<Column<AssessmentRow>> assessmentColumns(domain::FeeKind kind, QDate today)
{
    using Row = AssessmentRow;
    const auto of = [](auto get) { return [get](const Row &row) { return get(row.assessment); }; };
    std::vector<Column<Row>> columns;
    columns.push_back(textColumn<Row>("collectionItem", Tr::tr("征收项目"),
                                of([](const FeeAssessment &a) { return a.item.collectionItem.name; }), 180));
    columns.push_back(
        textColumn<Row>("category", Tr::tr("征收品目"), of([](const FeeAssessment &a) { return a.item.category.name; }), 210));
    if (kind == domain::FeeKind::Special)
        columns.push_back(textColumn<Row>("specialKind", Tr::tr("特殊缴费类型"), of([](const FeeAssessment &a) {
                                        return domain::specialKindName(a.specialKind);
                                    }),
                                    130));
    columns.push_back(
        dateColumn<Row>("periodFrom", Tr::tr("费款所属期起"), of([](const FeeAssessment &a) { return domain::monthText(a.item.periodFrom); })));
    columns.push_back(
        dateColumn<Row>("periodTo", Tr::tr("费款所属期止"), of([](const FeeAssessment &a) { return domain::monthText(a.item.periodTo); })));
    columns.push_back(headcountColumn());
    columns.push_back(moneyColumn<Row>("due", Tr::tr("应缴费额"), of([](const FeeAssessment &a) { return a.due; })));
    columns.push_back(moneyColumn<Row>("relief", Tr::tr("减免费额"), of([](const FeeAssessment &a) { return a.relief; }), 100));
    columns.push_back(moneyColumn<Row>("payable", Tr::tr("应补(退)费额"), of([](const FeeAssessment &a) { return a.payable; })));
    columns.push_back(declareByColumn(today));
    columns.push_back(holdColumn());
    columns.push_back(
        textColumn<Row>("unitNumber", Tr::tr("单位编号"), of([](const FeeAssessment &a) { return a.item.unitNumber; }), 100));
    columns.push_back(
        textColumn<Row>("agency", Tr::tr("社保经办机构"), of([](const FeeAssessment &a) { return a.item.agencyName; }), 190));
    columns.push_back(textColumn<Row>("noticeNumber", Tr::tr("征集通知流水号"),
                                of([](const FeeAssessment &a) { return a.item.noticeNumber; }), 180));
    columns.push_back(
        textColumn<Row>("subcategory", Tr::tr("征收子目"), of([](const FeeAssessment &a) { return a.item.subcategory; }), 110));
    columns.push_back(
        moneyColumn<Row>("wageTotal", Tr::tr("缴费工资总额"), of([](const FeeAssessment &a) { return a.wageTotal; }), 130));
    columns.push_back(
        moneyColumn<Row>("baseTotal", Tr::tr("缴费基数总额"), of([](const FeeAssessment &a) { return a.baseTotal; }), 130));
    columns.push_back(textColumn<Row>("rate", Tr::tr("费率"),
                                of([](const FeeAssessment &a) { return domain::rateText(a.rate); }), 96));
    columns.push_back(
        textColumn<Row>("authority", Tr::tr("主管税务机关"), of([](const FeeAssessment &a) { return a.item.authorityName; }), 220));
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
    case SubmissionState::Expired: return Tr::tr("已于 %1 申报，不能重复申报").arg(chinaTime(row.holder->createdAt));
    }
    return {};
}

std::vector<Column<NumberedPerson>> feePersonColumns()
{
    using Row = NumberedPerson;
    const auto of = [](auto get) { return [get](const Row &row) { return get(row.person); }; };
    using domain::FeePerson;
    std::vector<Column<Row>> columns;
    columns.push_back(numberColumn<Row>("number", Tr::tr("序号"), [](const Row &row) { return row.number; }, 64));
    columns.push_back(textColumn<Row>("name", Tr::tr("姓名"), of([](const FeePerson &p) { return p.name; }), 100));
    columns.push_back(textColumn<Row>("documentType", Tr::tr("证件类型"), of([](const FeePerson &p) {
                                    return domain::documentTypeName(p.documentType);
                                }),
                                110));
    columns.push_back(
        textColumn<Row>("documentNumber", Tr::tr("证件号码"), of([](const FeePerson &p) { return p.documentNumber; }), 170));
    columns.push_back(moneyColumn<Row>("wage", Tr::tr("缴费工资"), of([](const FeePerson &p) { return p.wage; }), 104));
    columns.push_back(moneyColumn<Row>("base", Tr::tr("缴费基数"), of([](const FeePerson &p) { return p.base; }), 104));
    columns.push_back(
        textColumn<Row>("rate", Tr::tr("费率"), of([](const FeePerson &p) { return domain::rateText(p.rate); }), 84));
    columns.push_back(moneyColumn<Row>("due", Tr::tr("应缴费额"), of([](const FeePerson &p) { return p.due; }), 104));
    columns.push_back(moneyColumn<Row>("relief", Tr::tr("减免费额"), of([](const FeePerson &p) { return p.relief; }), 90));
    columns.push_back(moneyColumn<Row>("payable", Tr::tr("应补(退)费额"), of([](const FeePerson &p) { return p.payable; }), 110));
    columns.push_back(
        textColumn<Row>("personNumber", Tr::tr("人员编号"), of([](const FeePerson &p) { return p.personNumber; }), 110));
    for (auto &column : columns)
        column.sortable = false;  // read in windows, in the order of the tax side
    return columns;
}

}  // namespace ui
