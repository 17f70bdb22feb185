#include "ui/modules/payment/payment_records_page.h"

#include "ui/modules/payment/items_dialog.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/modules/payment/payment_doubt.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/sheet_export.h"

#include <algorithm>

namespace ui {

using domain::SubmissionKind;

namespace {

bool inPeriod(const QVector<domain::SubmissionItem> &items, const std::optional<domain::Month> &from,
              const std::optional<domain::Month> &to)
{
    return std::any_of(items.cbegin(), items.cend(), [&](const domain::SubmissionItem &one) {
        return (!from || one.item.periodTo >= *from) && (!to || one.item.periodFrom <= *to);
    });
}

}  // namespace

PaymentRecordsPage::PaymentRecordsPage(const Desk &desk, service::PaymentService &payments, service::Outbox &outbox,
                                       service::CertificateService &certificates, QWidget *parent)
    : SubmissionPage(
        {QStringLiteral("payment.records"), tr("缴款记录"), {SubmissionKind::Payment}, paymentRecordColumns(), tr("缴款"),
         [&payments, unit = desk.unit()](QDate from, QDate to, base::Job &job) {
             return payments.sync(unit, from, to, job);
         }},
        desk, outbox, parent),
      m_payments(payments), m_certificates(certificates)
{
    query()->addMonthRange(QStringLiteral("period"), tr("费款所属期"));
    setEmptyText(Icon::RecordDone, tr("还没有三方协议缴款记录"), tr("没有符合条件的缴款记录"));
    auto *button = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    auto *printed = actions()->addButton(QStringLiteral("print"), tr("打印"), Icon::Print);
    const auto enable = [this, button, printed] {
        button->setEnabled(model()->rowCount() > 0);
        printed->setEnabled(model()->rowCount() > 0);
    };
    enable();
    connect(model(), &QAbstractItemModel::modelReset, button, enable);
    connect(printed, &QPushButton::clicked, this, &PaymentRecordsPage::print);
    connect(button, &QPushButton::clicked, this, [this] {
        exportSheet(this, this->desk(), sheetOf(tr("缴款记录"), paymentLineColumns(), paymentLines(model()->rows())),
                    tr("条"));
    });
}

SubmissionPage::Reader PaymentRecordsPage::reader() const
{
    const auto from = query()->month(QStringLiteral("periodFrom"));
    const auto to = query()->month(QStringLiteral("periodTo"));
    return [&box = outbox(), unit = desk().unit(), from, to](base::Job &) -> base::Result<Records> {
        store::SubmissionQuery wanted;
        wanted.kinds = {SubmissionKind::Payment};
        const auto list = box.list(unit, wanted);
        if (!list)
            return list.error();
        Records records;
        for (const auto &submission : *list) {
            const auto items = box.items(submission.id);
            if (!items)
                return items.error();
            if ((!from && !to) || inPeriod(*items, from, to))
                records.push_back({submission, *items, {}, {}});
        }
        return records;
    };
}

void PaymentRecordsPage::print()
{
    QStringList ids;
    for (const auto &record : model()->rows())
        ids << record.submission.id;
    previewPaper(this, desk(), [&certificates = m_certificates, profile = desk().profile, ids](base::Job &) {
        return certificates.issuePayments(profile, ids);
    });
}

void PaymentRecordsPage::askOne(const SubmissionRecord &record)
{
    askPayment(this, desk(), m_payments, record.submission.id, [this](const service::PaymentOutcome &outcome) {
        reload([this, payment = outcome.payment] { report(payment); });
        Q_EMIT badgesChanged();
    });
}

void PaymentRecordsPage::showDetail(const SubmissionRecord &record)
{
    const auto &payment = record.submission;
    const ItemsDialog::Facts facts = {
        {tr("缴款时间"), chinaTime(payment.createdAt)},
        {tr("三方协议号"), payment.reference},
        {tr("金额"), domain::moneyText(payment.total)},
        {tr("反馈时间"), payment.settledAt.isValid() ? chinaTime(payment.settledAt) : tr("尚未反馈")},
    };
    (new ItemsDialog({tr("缴款详情"), facts, paymentItemColumns()}, record, desk(), outbox(), this))->open();
}

}  // namespace ui
