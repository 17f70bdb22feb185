#include "ui/modules/payment/payment_records_page.h"

#include "base/china_time.h"
#include "ui/modules/payment/items_dialog.h"
#include "ui/modules/payment/payment_columns.h"
#include "ui/modules/payment/payment_doubt.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/sheet_export.h"

#include <QComboBox>

#include <algorithm>

namespace ui {

using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

const QString kEvery = QStringLiteral("all");  ///< of 状态; nothing chosen leaves out what failed

bool wasPaid(SubmissionState state)
{
    return state == SubmissionState::Succeeded || state == SubmissionState::Partial;
}

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
    setEmptyText(Icon::RecordDone, tr("还没有缴款成功的记录"), tr("没有符合条件的缴款记录"));
    buildQuery();
    buildActions();
}

void PaymentRecordsPage::buildQuery()
{
    query()->addMonthRange(QStringLiteral("period"), tr("费款所属期"));
    auto choices = stateChoices(SubmissionKind::Payment);
    choices.append({kEvery, tr("全部")});
    auto *state = query()->addChoice(QStringLiteral("state"), tr("状态"), choices, 140);
    state->setItemText(0, tr("不含缴款失败"));
}

void PaymentRecordsPage::buildActions()
{
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_print = actions()->addButton(QStringLiteral("print"), tr("打印"), Icon::Print);
    m_print->setToolTip(tr("打印所列缴款中缴款成功的费款；查询没有缴款的状态时不能打印"));
    enable();
    connect(model(), &QAbstractItemModel::modelReset, this, &PaymentRecordsPage::enable);
    connect(model(), &QAbstractItemModel::dataChanged, this, &PaymentRecordsPage::enable);  // the same ones, settled
    connect(m_print, &QPushButton::clicked, this, &PaymentRecordsPage::print);
    connect(m_export, &QPushButton::clicked, this, [this] {
        exportSheet(this, desk(), sheetOf(tr("缴款记录"), paymentLineColumns(), paymentLines(model()->rows(), exported())),
                    tr("条"));
    });
}

WhichItems PaymentRecordsPage::exported() const
{
    const auto state = stateFromCode(m_listed);
    return m_listed.isEmpty() || (state && wasPaid(*state)) ? WhichItems::Paid : WhichItems::All;
}

void PaymentRecordsPage::enable()
{
    const auto which = exported();
    const bool any = !paymentLines(model()->rows(), which).empty();
    m_export->setEnabled(any);
    m_print->setEnabled(any && which == WhichItems::Paid);
}

void PaymentRecordsPage::widenQuery()
{
    SubmissionPage::widenQuery();
    query()->setCode(QStringLiteral("state"), kEvery);
}

SubmissionPage::Reader PaymentRecordsPage::reader()
{
    const auto from = query()->month(QStringLiteral("periodFrom"));
    const auto to = query()->month(QStringLiteral("periodTo"));
    const auto code = query()->code(QStringLiteral("state"));
    m_listed = code;
    return [&box = outbox(), unit = desk().unit(), from, to, code](base::Job &) -> base::Result<Records> {
        store::SubmissionQuery wanted;
        wanted.kinds = {SubmissionKind::Payment};
        wanted.state = stateFromCode(code);
        const auto list = box.list(unit, wanted);
        if (!list)
            return list.error();
        Records records;
        for (const auto &submission : *list) {
            if (code.isEmpty() && submission.state == SubmissionState::Failed)
                continue;
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
        {tr("缴款时间"), base::china::text(payment.createdAt)},
        {tr("三方协议号"), payment.reference},
        {tr("金额"), domain::moneyText(payment.total)},
        {tr("反馈时间"), payment.settledAt.isValid() ? base::china::text(payment.settledAt) : tr("尚未反馈")},
    };
    (new ItemsDialog({tr("缴款详情"), facts, paymentItemColumns()}, record, desk(), outbox(), this))->open();
}

}  // namespace ui
