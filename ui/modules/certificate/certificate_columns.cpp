#include "ui/modules/certificate/certificate_columns.h"

#include "base/china_time.h"
#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/shell/certificate_text.h"
#include "ui/shell/submission_text.h"
#include "ui/style/tr.h"

namespace ui {

using domain::AnnuityNotice;
using domain::CertificateRecord;
using domain::Employee;

namespace {

/// Opens the document.
template <class Row>
Column<Row> asLink(Column<Row> column)
{
    column.kind = CellKind::Link;
    return column;
}

template <class Row>
std::vector<Column<Row>> unsorted(std::vector<Column<Row>> columns)
{
    for (auto &column : columns)
        column.sortable = false;  // read in windows, in the order of the store
    return columns;
}

template <class Row>
Column<Row> previewColumn()
{
    return asLink(textColumn<Row>(
        "preview", Tr::tr("操作"), [](const Row &) { return Tr::tr("预览"); }, 64));
}

}  // namespace

std::vector<Column<Employee>> employeeColumns()
{
    const auto type = [](const Employee &row) { return domain::documentTypeName(row.documentType); };
    const auto span = [](const Employee &row) { return domain::monthsText({row.first, row.last}); };
    const auto rest = [](const Employee &row) { return row.payable - row.received; };
    return unsorted<Employee>(
        {asLink(textColumn<Employee>("name", Tr::tr("姓名"), &Employee::name, column_width::personName)),
         textColumn<Employee>("documentType", Tr::tr("证件类型"), type, 90),
         documentColumn<Employee>(Tr::tr("证件号码"), &Employee::documentNumber, 168),
         textColumn<Employee>("personNumber", Tr::tr("人员编号"), &Employee::personNumber, 108),
         dateColumn<Employee>("span", Tr::tr("费款所属期"), span, 140),
         numberColumn<Employee>("items", Tr::tr("明细条数"), &Employee::items, 76),
         moneyColumn<Employee>("payable", Tr::tr("应补(退)费额"), &Employee::payable, 104),
         moneyColumn<Employee>("received", Tr::tr("已到账"), &Employee::received, 92),
         moneyColumn<Employee>("rest", Tr::tr("未到账"), rest, 92), previewColumn<Employee>()});
}

std::vector<Column<CertificateRow>> certificateRowColumns()
{
    using Row = CertificateRow;
    const auto type = [](const Row &row) { return domain::documentTypeName(row.employee.documentType); };
    const auto period = [](const Row &row) { return domain::monthsText(row.line.period); };
    const auto received = [](const Row &row) { return row.line.received ? Tr::tr("已到账") : Tr::tr("未到账"); };
    return {textColumn<Row>(
                "name", Tr::tr("姓名"), [](const Row &row) { return row.employee.name; }, column_width::personName),
            textColumn<Row>("documentType", Tr::tr("证件类型"), type, 120),
            documentColumn<Row>(
            Tr::tr("证件号码"), [](const Row &row) { return row.employee.documentNumber; }, 180),
            textColumn<Row>(
                "personNumber", Tr::tr("人员编号"), [](const Row &row) { return row.employee.personNumber; }, 120),
            dateColumn<Row>("period", Tr::tr("费款所属期"), period, 150),
            textColumn<Row>(
                "insurance", Tr::tr("险种"), [](const Row &row) { return row.line.insurance; }, 180),
            moneyColumn<Row>("base", Tr::tr("缴费基数"), [](const Row &row) { return row.line.base; }),
            moneyColumn<Row>("unit", Tr::tr("单位缴纳"), [](const Row &row) { return row.line.unit; }),
            moneyColumn<Row>("person", Tr::tr("个人缴纳"), [](const Row &row) { return row.line.person; }),
            moneyColumn<Row>("other", Tr::tr("其他"), [](const Row &row) { return row.line.other; }),
            moneyColumn<Row>("total", Tr::tr("合计"), [](const Row &row) { return row.line.total(); }),
            textColumn<Row>("received", Tr::tr("到账"), received, 80)};
}

std::vector<Column<AnnuityNotice>> annuityColumns(QDate today)
{
    using Row = AnnuityNotice;
    const auto period = [](const Row &row) { return domain::monthText(row.period); };
    const auto payBy = [](const Row &row) { return row.payBy.toString(Qt::ISODate); };
    const auto notices = [](const Row &row) { return row.noticeNumbers.join(QStringLiteral("、")); };
    auto deadline = dateColumn<Row>("payBy", Tr::tr("缴款期限"), payBy, 100);
    const auto late = [today](const Row &row) { return row.owed && row.payBy < today; };
    deadline.tone = [late](const Row &row) { return late(row) ? Tone::Danger : Tone::Neutral; };
    deadline.tooltip = [late](const Row &row) { return late(row) ? Tr::tr("已过缴款期限，仍有欠费") : QString(); };
    return {asLink(textColumn<Row>("number", Tr::tr("通知单号"), &Row::number, 224)),
            dateColumn<Row>("period", Tr::tr("费款所属期"), period, 88),
            numberColumn<Row>("headcount", Tr::tr("缴费人数"), &Row::headcount, 84),
            moneyColumn<Row>("base", Tr::tr("缴费基数总额"), &Row::baseTotal, 116),
            moneyColumn<Row>("unit", Tr::tr("单位缴纳"), &Row::unitAmount, 104),
            moneyColumn<Row>("person", Tr::tr("个人缴纳"), &Row::personAmount, 104),
            moneyColumn<Row>("total", Tr::tr("合计"), &Row::total, 104),
            deadline,
            textColumn<Row>("notices", Tr::tr("征集通知流水号"), notices, 340)};
}

std::vector<Column<CertificateRecord>> certificateRecordColumns()
{
    using Row = CertificateRecord;
    const auto issued = [](const Row &row) { return base::china::text(row.issuedAt); };
    const auto kind = [](const Row &row) { return certificateKindName(row.kind); };
    const auto months = [](const Row &row) { return domain::monthsText(row.months); };
    return unsorted<Row>({asLink(textColumn<Row>("number", Tr::tr("记录编号"), &Row::number, 190)),
                          textColumn<Row>("kind", Tr::tr("单据"), kind, 130),
                          textColumn<Row>("subject", Tr::tr("职工姓名"), &Row::subject, column_width::personName),
                          dateColumn<Row>("months", Tr::tr("费款所属期"), months, 160),
                          moneyColumn<Row>("total", Tr::tr("金额合计"), &Row::total, 130),
                          dateColumn<Row>("issuedAt", Tr::tr("打印时间"), issued, 150), previewColumn<Row>()});
}

}  // namespace ui
