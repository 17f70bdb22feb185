#include "ui/modules/fee/fee_records_page.h"

#include "ui/modules/fee/fee_columns.h"
#include "ui/modules/fee/fee_detail_dialog.h"
#include "ui/modules/fee/fee_void_dialog.h"

#include <algorithm>

namespace ui {

using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

/// 作废 is seen in the state of the declaration it is about; it stands for itself while somebody must do something
/// about it, or when it was refused.
bool standsAlone(const domain::Submission &submission)
{
    return submission.kind != SubmissionKind::FeeVoiding || submission.state == SubmissionState::Pending
        || submission.state == SubmissionState::Unknown || submission.state == SubmissionState::Failed;
}

}  // namespace

FeeRecordsPage::FeeRecordsPage(const Desk &desk, service::FeeService &fees, service::Outbox &outbox, QWidget *parent)
    : SubmissionPage({QStringLiteral("fee.records"), tr("社保费申报记录"), {SubmissionKind::Fee, SubmissionKind::FeeVoiding},
                      feeRecordColumns(), tr("申报"),
                      [&fees, unit = desk.unit()](QDate from, QDate to, base::Job &job) {
                          return fees.sync(unit, from, to, job);
                      }},
                     desk, outbox, parent),
      m_fees(fees)
{
    query()->addChoice(QStringLiteral("state"), tr("申报状态"), stateChoices(SubmissionKind::Fee), 120);
    query()->addDateRange(QStringLiteral("created"), tr("申报日期"));
    setEmptyText(Icon::Record, tr("还没有申报记录"), tr("没有符合条件的申报记录"));
}

SubmissionPage::Reader FeeRecordsPage::reader()
{
    return [&box = outbox(), unit = desk().unit(), wanted = typedQuery()](base::Job &) -> base::Result<Records> {
        const auto list = box.list(unit, wanted);
        if (!list)
            return list.error();
        Records records;
        for (const auto &submission : *list) {
            if (!standsAlone(submission))
                continue;
            const auto items = box.items(submission.id);
            if (!items)
                return items.error();
            records.push_back({submission, *items, {}, {}});
        }
        return records;
    };
}

void FeeRecordsPage::feedbackArrived(const service::FeedbackReport &report, bool asked)
{
    SubmissionPage::feedbackArrived(report, asked);
    const bool owing = std::any_of(report.settled.begin(), report.settled.end(), [](const domain::Submission &submission) {
        return submission.kind == SubmissionKind::Fee && submission.state == SubmissionState::Succeeded && submission.owes;
    });
    if (!owing || report.error)
        return;
    strip()->show({.tone = strip()->tone(),
                   .text = tr("%1欠费信息已生成，可前往缴款。").arg(strip()->text()),
                   .actions = {{QStringLiteral("pay"), tr("去缴款"),
                                [this] { Q_EMIT openRequested(QStringLiteral("payment.arrears")); }}}});
}

void FeeRecordsPage::showDetail(const SubmissionRecord &record)
{
    (new FeeDetailDialog(desk(), outbox(), record.submission, this))->open();
}

void FeeRecordsPage::activate(const SubmissionRecord &record, const QString &column)
{
    if (column == QLatin1String("act"))
        Q_EMIT openRequested(QStringLiteral("payment.arrears"));
    else
        askVoid(record);
}

void FeeRecordsPage::askVoid(const SubmissionRecord &record)
{
    auto *dialog = new FeeVoidDialog(record.submission, this);
    connect(dialog, &FeeVoidDialog::confirmed, this, [this, id = record.submission.id](const QString &reason) {
        auto &fees = m_fees;
        attempt(tr("正在提交作废申请…"), [&fees, unit = desk().unit(), id, reason](base::Job &job) {
            return fees.voidDeclaration(unit, id, reason, job);
        });
    });
    dialog->open();
}

}  // namespace ui
