#include "ui/modules/wage/wage_detail_dialog.h"

#include "base/china_time.h"
#include "ui/models/table_view.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/modules/wage/wage_draft_page.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_history.h"
#include "ui/shell/submission_text.h"
#include "ui/shell/window_source.h"
#include "ui/widgets/grouped.h"

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
    addFacts({{tr("申报时间"), base::china::text(submission.createdAt)},
              {tr("类型"), submissionTypeText(submission)},
              {tr("反馈时间"), submission.settledAt.isValid() ? base::china::text(submission.settledAt) : tr("尚未反馈")},
              {tr("人数"), grouped(submission.headcount)}});
    const auto state = stateText(submission);
    const auto reason = reasonText(submission);
    strip()->show({.tone = state.tone,
                   .text = reason.isEmpty() ? state.text : tr("%1：%2").arg(state.text, reason),
                   .closable = false});

    m_table = new TableView(QStringLiteral("wage.detail.table"), tr("申报明细"), this);
    buildModel(false);
    body()->addWidget(m_table, 1);
    body()->addWidget(new SubmissionHistory(objectName(), m_desk, outbox, submission.id, this));
}

/// Which columns there are depends on whether the lines are by insurance.
void WageDetailDialog::buildModel(bool byInsurance)
{
    m_byInsurance = byInsurance;
    auto *before = m_model;
    m_model = new Model(wageLineColumns(byInsurance, m_desk.profile.pack), &lineKey, m_table);
    m_model->setAway(awayOn(m_desk.jobs, this));
    m_table->setListModel(m_model);
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

/// Read, put in order and made ready on a worker: a declaration may have a million lines.
void WageDetailDialog::load()
{
    const auto read = [&wages = m_wages, id = m_submission.id, state = m_submission.state,
                       prepare = m_model->preparation()](base::Job &) -> base::Result<Loaded> {
        auto lines = wages.lines(id);
        if (!lines)
            return lines.error();
        const auto end = std::stable_partition(lines->begin(), lines->end(), [](const domain::WageLine &line) {
            return !line.reasonCode.isEmpty();
        });
        const qint64 total = qint64(lines->size());
        const qint64 rejected = domain::isRefusedWhole(state, *lines) ? total : end - lines->begin();
        const bool byInsurance = !lines->empty() && !lines->front().insurance.isEmpty();
        return Loaded{prepare(std::move(*lines)), total, rejected, byInsurance};
    };
    m_reading = m_desk.jobs.run(this, read, [this](base::Result<Loaded> loaded) {
        if (!loaded)
            return strip()->show(errorMessage(loaded.error(), [this] { load(); }));
        if (loaded->byInsurance != m_byInsurance)
            buildModel(loaded->byInsurance);
        if (!m_model->setPrepared(std::move(loaded->lines)))
            return load();  // put in another order meanwhile
        setNote(loaded->rejected > 0 ? tr("共 %1 条，其中 %2 条失败").arg(loaded->total).arg(loaded->rejected)
                                     : tr("共 %1 条").arg(loaded->total));
        m_takeBack->setVisible(loaded->rejected > 0);
    });
}

}  // namespace ui
