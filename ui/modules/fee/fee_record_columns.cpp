// The columns of the records, of what is inside them, and of the confirmation.

#include "ui/models/column_makers.h"
#include "ui/modules/fee/fee_columns.h"
#include "ui/style/tr.h"

#include <algorithm>

namespace ui {

using domain::SubmissionItem;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

/// 作废 is for what was accepted and not paid (F8).
QString voidText(const SubmissionRecord &record)
{
    const auto &s = record.submission;
    const bool possible = s.kind == SubmissionKind::Fee && s.state == SubmissionState::Succeeded
                          && s.paid == QLatin1String("none");
    return possible ? Tr::tr("作废") : QString();
}

QString payText(const SubmissionRecord &record)
{
    const auto &s = record.submission;
    const bool unpaid = s.kind == SubmissionKind::Fee && s.state == SubmissionState::Succeeded && s.owes
                        && s.paid != QLatin1String("all");
    return unpaid ? Tr::tr("去缴款") : QString();
}

}  // namespace

std::vector<Column<SubmissionRecord>> feeRecordColumns()
{
    using Row = SubmissionRecord;
    const auto channel = [](const Row &row) { return channelText(row.submission); };
    const auto headcount = [](const Row &row) { return row.submission.headcount; };
    const auto paid = [](const Row &row) { return paidText(row.submission); };
    std::vector<Column<Row>> columns = {createdColumn(Tr::tr("申报日期")),
                                        typeColumn(Tr::tr("申报类型")),
                                        periodColumn(),
                                        textColumn<Row>("channel", Tr::tr("渠道"), channel, 130),
                                        numberColumn<Row>("headcount", Tr::tr("缴费人数"), headcount, 84),
                                        totalColumn(),
                                        stateColumn(),
                                        pillColumn<Row>("paid", Tr::tr("缴款"), paid, 96)};
    for (auto &column : operationColumns(&payText, &voidText))
        columns.push_back(std::move(column));
    return columns;
}

std::vector<Column<SubmissionItem>> feeItemColumns()
{
    using Row = SubmissionItem;
    return {
        textColumn<Row>(
            "collectionItem", Tr::tr("征收项目"), [](const Row &row) { return row.item.collectionItem.name; }, column_width::collectionItem),
        textColumn<Row>(
            "category", Tr::tr("征收品目"), [](const Row &row) { return row.item.category.name; }, column_width::category),
        dateColumn<Row>("period", Tr::tr("费款所属期"),
                        [](const Row &row) { return domain::monthsText(row.item.period()); }),
        numberColumn<Row>("headcount", Tr::tr("缴费人数"), &Row::headcount, 84),
        moneyColumn<Row>("amount", Tr::tr("应补(退)费额"), &Row::amount),
        textColumn<Row>(
            "noticeNumber", Tr::tr("征集通知流水号"), [](const Row &row) { return row.item.noticeNumber; }, 170),
        textColumn<Row>(
            "unitNumber", Tr::tr("单位编号"), [](const Row &row) { return row.item.unitNumber; }, 90),
    };
}

std::vector<InsuranceSum> sumByInsurance(const std::vector<domain::FeeAssessment> &rows)
{
    std::vector<InsuranceSum> sums;
    for (const auto &row : rows) {
        const auto &name = row.item.collectionItem.name;
        auto found = std::find_if(sums.begin(), sums.end(), [&](const InsuranceSum &sum) { return sum.name == name; });
        if (found == sums.end())
            found = sums.insert(sums.end(), InsuranceSum{name, 0, {}, {}, {}});
        ++found->count;
        found->due += row.due;
        found->relief += row.relief;
        found->payable += row.payable;
    }
    return sums;
}

std::vector<Column<InsuranceSum>> insuranceSumColumns()
{
    using Row = InsuranceSum;
    return {
        textColumn<Row>("name", Tr::tr("征收项目"), &Row::name, column_width::collectionItem),
        numberColumn<Row>("count", Tr::tr("条数"), &Row::count, 60),
        moneyColumn<Row>("due", Tr::tr("应缴费额"), &Row::due),
        moneyColumn<Row>("relief", Tr::tr("减免费额"), &Row::relief),
        moneyColumn<Row>("payable", Tr::tr("应补(退)费额"), &Row::payable),
    };
}

}  // namespace ui
