#include "ui/shell/submission_history.h"

#include "base/china_time.h"
#include "ui/models/column_makers.h"
#include "ui/models/table_view.h"
#include "ui/shell/submission_text.h"
#include "ui/widgets/card.h"

#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kHeight = 182;  // four rows and the head; the rest is a scroll away

domain::Submission asSubmission(const domain::SubmissionEvent &event)
{
    domain::Submission submission;
    submission.kind = event.kind;
    submission.state = event.state;
    submission.reasonCode = event.reasonCode;
    submission.reasonText = event.reasonText;
    return submission;
}

}  // namespace

SubmissionHistory::SubmissionHistory(const QString &dialog, const Desk &desk, service::Outbox &outbox,
                                     const QString &submissionId, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(new TonedLabel(tr("状态记录"), TonedLabel::Role::Secondary, this));
    m_table = new TableView(dialog + QStringLiteral(".history"), tr("状态记录"), this);
    m_table->setEmptyVisible(false);
    m_events = new ListModel<Row>(
        columns(), [](const Row &row) { return QString::number(row.number); }, this);
    m_table->setListModel(m_events);
    m_table->setFixedHeight(kHeight);
    layout->addWidget(m_table);
    load(desk, outbox, submissionId);
}

std::vector<Column<SubmissionHistory::Row>> SubmissionHistory::columns()
{
    const auto at = [](const Row &row) { return base::china::exactText(row.event.at); };
    const auto what = [](const Row &row) { return submissionTypeText(asSubmission(row.event)); };
    const auto state = [](const Row &row) { return stateText(asSubmission(row.event)); };
    const auto reason = [](const Row &row) { return reasonText(asSubmission(row.event)); };
    auto why = textColumn<Row>("reason", tr("说明"), reason, 420);
    why.tooltip = reason;
    return {dateColumn<Row>("at", tr("时间"), at, 160), textColumn<Row>("what", tr("事项"), what, 140),
            pillColumn<Row>("state", tr("状态"), state, 110), why};
}

void SubmissionHistory::load(const Desk &desk, service::Outbox &outbox, const QString &submissionId)
{
    m_reading = desk.jobs.run(
        this, [&outbox, submissionId](base::Job &) { return outbox.history(submissionId); },
        [this](base::Result<std::vector<domain::SubmissionEvent>> events) {
            if (!events)
                return;  // the details above have met the same disk and say so
            std::vector<Row> rows;
            for (auto &event : *events)
                rows.push_back({int(rows.size()), std::move(event)});
            m_events->setRows(std::move(rows));
        });
}

}  // namespace ui
