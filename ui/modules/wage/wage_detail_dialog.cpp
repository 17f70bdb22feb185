#include "ui/modules/wage/wage_detail_dialog.h"

#include "ui/models/table_view.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/modules/wage/wage_draft_page.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_history.h"
#include "ui/shell/submission_text.h"

#include <algorithm>

namespace ui {

namespace {

QString lineKey(const domain::WageLine &line)
{
    return line.staffId + QLatin1Char('/') + line.insurance;
}

}  // namespace

WageDetailDialog::WageDetailDialog(const Desk &desk, service::WageService &wages, service::Outbox &outbox,
                                   const domain::Submission &submission, QWidget *parent)
    : TaskDialog(QStringLiteral("wage.detail"), tr("缴费工资申报详情"), parent), m_desk(desk), m_wages(wages),
      m_submission(submission)
{
    build(submission, outbox);
    m_takeBack = addButton(QStringLiteral("takeBack"), tr("重新填报失败的职工"), ButtonKind::Primary, Icon::Edit);
    m_takeBack->hide();
    connect(m_takeBack, &QPushButton::clicked, this, &WageDetailDialog::takeBack);
    addClose(tr("关闭"));
    resize(1000, 700);
    load();
}

void WageDetailDialog::build(const domain::Submission &submission, service::Outbox &outbox)
{
    addFacts({{tr("申报时间"), chinaTime(submission.createdAt)},
              {tr("类型"), submissionTypeText(submission)},
              {tr("反馈时间"), submission.settledAt.isValid() ? chinaTime(submission.settledAt) : tr("尚未反馈")},
              {tr("人数"), QString::number(submission.headcount)}});
    const auto state = stateText(submission);
    const auto reason = reasonText(submission);
    strip()->show({.tone = state.tone,
                   .text = reason.isEmpty() ? state.text : tr("%1：%2").arg(state.text, reason),
                   .closable = false});

    m_table = new TableView(QStringLiteral("wage.detail.table"), tr("申报明细"), this);
    showLines({});
    body()->addWidget(m_table, 1);
    body()->addWidget(new SubmissionHistory(objectName(), m_desk, outbox, submission.id, this));
}

/// Which columns there are depends on whether the lines are by insurance.
void WageDetailDialog::showLines(std::vector<domain::WageLine> lines)
{
    const bool byInsurance = !lines.empty() && !lines.front().insurance.isEmpty();
    auto *model = new ListModel<domain::WageLine>(wageLineColumns(byInsurance, m_desk.profile.pack), &lineKey, m_table);
    model->setRows(std::move(lines));
    auto *before = m_table->listModel();
    m_table->setListModel(model);
    delete before;
}

/// They go into the draft as they were sent, where the clerk corrects them.
void WageDetailDialog::takeBack()
{
    auto &wages = m_wages;
    m_desk.jobs.run(
        this, [&wages, unit = m_desk.unit(), submission = m_submission](base::Job &) { return wages.takeBackRejected(unit, submission); },
        [this](base::Result<qint64> lines) {
            if (!lines)
                return strip()->show(errorMessage(lines.error(), [this] { takeBack(); }));
            Q_EMIT draftRequested(WageDraftPage::idOf(domain::wageKindOf(m_submission)));
            accept();
        });
}

void WageDetailDialog::load()
{
    auto &wages = m_wages;
    m_reading = m_desk.jobs.run(
        this, [&wages, id = m_submission.id](base::Job &) { return wages.lines(id); },
        [this](base::Result<std::vector<domain::WageLine>> lines) {
            if (!lines)
                return strip()->show(errorMessage(lines.error(), [this] { load(); }));
            const auto rejected = [](const domain::WageLine &line) { return !line.reasonCode.isEmpty(); };
            std::stable_partition(lines->begin(), lines->end(), rejected);
            const auto count = std::count_if(lines->begin(), lines->end(), rejected);
            setNote(count > 0 ? tr("共 %1 条，其中 %2 条失败").arg(lines->size()).arg(count)
                              : tr("共 %1 条").arg(lines->size()));
            m_takeBack->setVisible(count > 0);
            showLines(std::move(*lines));
        });
}

}  // namespace ui
