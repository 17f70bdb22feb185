// The columns of 缴款记录 and 缴款凭证打印记录.

#include "base/china_time.h"
#include "ui/models/column_makers.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/style/tr.h"

namespace ui {

using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

using Row = SubmissionRecord;

Column<Row> countColumn()
{
    return numberColumn<Row>("count", Tr::tr("条数"), [](const Row &row) { return row.submission.itemCount; }, 64);
}

domain::Money paidAmount(const Row &row)
{
    domain::Money paid;
    for (const auto &item : row.items) {
        if (item.state == SubmissionState::Succeeded)
            paid += item.amount;
    }
    return paid;
}

bool unpaidVoucher(const Row &row)
{
    return row.submission.kind == SubmissionKind::Voucher && row.submission.state == SubmissionState::Succeeded
        && row.submission.paid != QLatin1String("all");
}

}  // namespace

std::vector<Column<SubmissionRecord>> paymentRecordColumns()
{
    const auto agreement = [](const Row &row) { return row.submission.reference; };
    const auto channel = [](const Row &row) { return channelText(row.submission); };
    std::vector<Column<Row>> columns = {createdColumn(Tr::tr("缴款时间")),
                                        textColumn<Row>("channel", Tr::tr("渠道"), channel, 130),
                                        periodColumn(),
                                        textColumn<Row>("agreement", Tr::tr("三方协议号"), agreement, 124),
                                        countColumn(),
                                        totalColumn(),
                                        moneyColumn<Row>("paid", Tr::tr("已缴金额"), &paidAmount, 110),
                                        stateColumn()};
    for (auto &column : operationColumns())
        columns.push_back(std::move(column));
    return columns;
}

std::vector<PaymentLine> paymentLines(const std::vector<SubmissionRecord> &records, WhichItems which)
{
    std::vector<PaymentLine> lines;
    for (const auto &record : records) {
        for (const auto &item : record.items) {
            if (which == WhichItems::All || item.state == SubmissionState::Succeeded)
                lines.push_back({record.submission, item});
        }
    }
    return lines;
}

std::vector<Column<PaymentLine>> paymentLineColumns()
{
    const auto created = [](const PaymentLine &line) { return base::china::text(line.payment.createdAt); };
    const auto agreement = [](const PaymentLine &line) { return line.payment.reference; };
    std::vector<Column<PaymentLine>> columns = {dateColumn<PaymentLine>("createdAt", Tr::tr("缴款时间"), created, 150),
                                                textColumn<PaymentLine>("agreement", Tr::tr("三方协议号"), agreement, 150)};
    for (auto &column : columnsOfPart<PaymentLine>(paymentItemColumns(), &PaymentLine::item))
        columns.push_back(std::move(column));
    return columns;
}

std::vector<Column<SubmissionRecord>> voucherRecordColumns()
{
    const auto number = [](const Row &row) {
        return row.submission.kind == SubmissionKind::VoucherVoiding ? Tr::tr("凭证作废") : row.submission.reference;
    };
    const auto due = [](const Row &row) { return row.due.toString(Qt::ISODate); };
    std::vector<Column<Row>> columns = {createdColumn(Tr::tr("开具日期")),
                                        textColumn<Row>("number", Tr::tr("凭证序号"), number, 190),
                                        countColumn(),
                                        totalColumn(),
                                        dateColumn<Row>("due", Tr::tr("限缴日期"), due),
                                        stateColumn()};
    const auto print = [](const Row &row) { return unpaidVoucher(row) ? Tr::tr("重新打印") : QString(); };
    const auto voiding = [](const Row &row) { return unpaidVoucher(row) ? Tr::tr("作废") : QString(); };
    for (auto &column : operationColumns(print, voiding))
        columns.push_back(std::move(column));
    return columns;
}

}  // namespace ui
