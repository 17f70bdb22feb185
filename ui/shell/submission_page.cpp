#include "ui/shell/submission_page.h"

#include "ui/shell/sync_range_dialog.h"
#include "ui/widgets/grouped.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace ui {

using domain::Submission;
using domain::SubmissionState;

SubmissionPage::SubmissionPage(Setup setup, const Desk &desk, service::Outbox &outbox, QWidget *parent)
    : ListPage(setup.id, setup.title, parent), m_desk(desk), m_outbox(outbox), m_kinds(std::move(setup.kinds)),
      m_what(setup.what), m_sync(std::move(setup.sync))
{
    m_model = new ListModel<SubmissionRecord>(
        std::move(setup.columns), [](const SubmissionRecord &record) { return record.submission.id; }, this);
    build();
}

void SubmissionPage::build()
{
    m_feedback = actions()->addButton(QStringLiteral("feedback"), tr("获取反馈"), Icon::CloudDownload);
    connect(m_feedback, &QPushButton::clicked, this, [this] { askFeedback(true); });
    if (m_sync) {
        m_syncButton = actions()->addButton(QStringLiteral("sync"), tr("同步"), Icon::Sync);
        connect(m_syncButton, &QPushButton::clicked, this, &SubmissionPage::chooseRange);
    }
    table()->setListModel(m_model);
    connect(table(), &TableView::linkActivated, this, &SubmissionPage::linkActivated);
    connect(table(), &TableView::rowActivated, this,
            [this](const QString &key) { linkActivated(key, QStringLiteral("detail")); });
    connect(query(), &QueryBar::searchRequested, this, [this] { reload(); });
    connect(query(), &QueryBar::resetRequested, this, [this] { reload(); });
    setEmptyText(Icon::Record, tr("还没有记录"), tr("没有符合条件的记录"));
    connectErrors(this, m_desk);
    m_poll = new QTimer(this);
    m_poll->setSingleShot(true);
    connect(m_poll, &QTimer::timeout, this, &SubmissionPage::poll);
}

/// What waits for somebody else's word; 待提交 waits for the clerk's.
static bool waitsForAnswer(SubmissionState state)
{
    return state == SubmissionState::Awaiting || state == SubmissionState::Voiding || state == SubmissionState::Sending;
}

void SubmissionPage::poll()
{
    if (!isVisible())
        return;  // opened() begins again
    askFeedback(false);
}

/// Asks again after a pause that grows while nothing happens.
void SubmissionPage::pollLater()
{
    const auto &rows = m_model->rows();
    const bool waiting = std::any_of(rows.begin(), rows.end(), [](const SubmissionRecord &record) {
        return waitsForAnswer(record.submission.state);
    });
    if (!waiting && !m_hiddenWait)
        return m_poll->stop();
    const int pause = m_poll->isActive() ? m_poll->interval() : std::min(2 * m_poll->interval(), kLastPollMs);
    m_poll->start(std::max(pause, kFirstPollMs));
}

void SubmissionPage::opened()
{
    m_poll->setInterval(kFirstPollMs / 2);
    reload([this] { enter(); });
}

void SubmissionPage::enter()
{
    const auto today = m_desk.clock.today();
    if (m_sync)
        syncDays(today.addMonths(-2), today, false);
    else if (anyOpen())
        askFeedback(false);
}

void SubmissionPage::chooseRange()
{
    auto *dialog = new SyncRangeDialog(pageId(), m_what, m_desk.clock.today(), this);
    connect(dialog, &SyncRangeDialog::chosen, this, [this](QDate from, QDate to) { syncDays(from, to, true); });
    dialog->open();
}

void SubmissionPage::syncDays(QDate from, QDate to, bool asked)
{
    m_syncButton->setEnabled(false);
    const auto handle = m_desk.jobs.run(
        this, [sync = m_sync, from, to](base::Job &job) { return sync(from, to, job); },
        [this, from, to, asked](base::Result<qint64> count) {
            hideProgress();
            m_syncButton->setEnabled(true);
            if (!count)
                return showError(count.error(), [this, from, to, asked] { syncDays(from, to, asked); });
            header()->setAge(m_desk.clock.now(), m_desk.clock.now());
            reload([this, asked, found = *count] {
                if (asked)
                    strip()->show(Tone::Success, tr("已同步 %1 条%2记录。").arg(found).arg(m_what));
                else if (anyOpen())
                    askFeedback(false);
            });
        });
    if (asked)
        showProgress(tr("正在同步%1记录…").arg(m_what), [handle] { handle.cancel(); });
}

void SubmissionPage::reload(std::function<void()> then)
{
    showLoading();
    if (then)
        m_afterReading.push_back(std::move(then));
    m_reading = m_desk.jobs.run(this, reader(), [this](base::Result<Records> read) {
        // Whoever waited for a reading that a newer one has replaced is told by the newer one.
        const auto waiting = std::exchange(m_afterReading, {});
        if (!read)
            return showError(read.error(), [this] { reload(); });
        m_model->setRows(std::move(*read));
        actions()->setCounter(QStringLiteral("count"), tr("记录数"), grouped(m_model->rowCount()));
        showRows();
        pollLater();
        for (const auto &after : waiting)
            after();
    });
}

void SubmissionPage::showRow(const QString &key)
{
    widenQuery();
    reload([this, key] {
        if (m_model->columnCount() > 0)
            table()->goTo(key, m_model->info(m_model->isCheckable() ? 1 : 0)->id);
    });
}

void SubmissionPage::widenQuery()
{
    query()->clear();
}

bool SubmissionPage::anyOpen() const
{
    for (const auto &record : m_model->rows()) {
        if (domain::isOpen(record.submission.state))
            return true;
    }
    return false;
}

void SubmissionPage::askFeedback(bool asked)
{
    if (m_asking)
        return;
    m_asking = true;
    m_feedback->setEnabled(false);
    auto &outbox = m_outbox;
    m_desk.jobs.run(
        this,
        [&outbox, unit = m_desk.unit(), kinds = m_kinds](base::Job &job) { return outbox.feedback(unit, kinds, job); },
        [this, asked](base::Result<service::FeedbackReport> report) {
            m_asking = false;
            m_feedback->setEnabled(true);
            if (!report)
                return showError(report.error(), [this] { askFeedback(true); });
            m_hiddenWait = std::any_of(report->stillOpen.begin(), report->stillOpen.end(),
                                       [](const Submission &open) { return waitsForAnswer(open.state); });
            reload([this, asked, found = *report] {
                feedbackArrived(found, asked);
                Q_EMIT badgesChanged();
            });
        });
}

void SubmissionPage::feedbackArrived(const service::FeedbackReport &report, bool asked)
{
    if (report.error)
        return showError(*report.error, [this] { askFeedback(true); });
    if (!asked && report.settled.empty() && report.neverArrived.empty())
        return;
    bool failed = !report.neverArrived.empty();
    for (const auto &submission : report.settled)
        failed = failed || submission.state == SubmissionState::Failed || submission.state == SubmissionState::Partial;
    const auto tone = failed ? Tone::Warning : report.settled.empty() ? Tone::Info : Tone::Success;
    strip()->show(tone, feedbackText(report));
}

void SubmissionPage::attempt(const QString &title, Attempt work)
{
    const auto handle = m_desk.jobs.run(this, std::move(work), [this](base::Result<Submission> result) {
        hideProgress();
        if (!result) {
            reload();
            return showError(result.error());
        }
        reload([this, submission = *result] { report(submission); });
        Q_EMIT badgesChanged();
    });
    showProgress(title, [handle] { handle.cancel(); });
}

void SubmissionPage::report(const Submission &submission)
{
    strip()->show(outcomeMessage(submission));
}

void SubmissionPage::linkActivated(const QString &key, const QString &column)
{
    const auto *found = m_model->rowByKey(key);
    if (!found)
        return;
    const auto record = *found;
    const auto state = record.submission.state;
    const bool act = column == QLatin1String("act");
    if (act && state == SubmissionState::Pending)
        return resend(record);
    if (act && state == SubmissionState::Unknown)
        return askOne(record);
    if (column == QLatin1String("more") && state == SubmissionState::Pending)
        return withdraw(record);
    if (act || column == QLatin1String("more"))
        return activate(record, column);
    showDetail(record);
}

store::SubmissionQuery SubmissionPage::typedQuery() const
{
    store::SubmissionQuery wanted;
    wanted.kinds = m_kinds;
    wanted.state = stateFromCode(query()->code(QStringLiteral("state")));
    wanted.from = query()->date(QStringLiteral("createdFrom")).value_or(QDate());
    wanted.to = query()->date(QStringLiteral("createdTo")).value_or(QDate());
    return wanted;
}

void SubmissionPage::askOne(const SubmissionRecord &record)
{
    auto &outbox = m_outbox;
    attempt(tr("正在查询结果…"),
            [&outbox, id = record.submission.id](base::Job &job) { return outbox.settle(id, job); });
}

void SubmissionPage::activate(const SubmissionRecord &record, const QString &)
{
    showDetail(record);
}

void SubmissionPage::resend(const SubmissionRecord &record)
{
    m_desk.prompt.ask(this,
                      {.title = tr("重新提交"),
                       .text = tr("确定重新提交这条记录吗？"),
                       .detail = tr("该记录确认没有到达税务端。重新提交沿用原来的编号和内容，不会重复办理。"),
                       .confirmText = tr("重新提交")},
                      [this, id = record.submission.id](bool yes) {
                          auto &outbox = m_outbox;
                          if (yes)
                              attempt(tr("正在提交…"),
                                      [&outbox, id](base::Job &job) { return outbox.resend(id, job); });
                      });
}

void SubmissionPage::withdraw(const SubmissionRecord &record)
{
    const bool wages = record.submission.kind == domain::SubmissionKind::Wage;
    const auto withdrawn = [this, wages](base::Result<std::optional<Submission>> result) {
        hideProgress();
        if (!result) {
            const auto error = result.error();
            return reload([this, error] { showError(error); });
        }
        reload([this, wages, arrived = *result] {
            if (!arrived)
                return strip()->show(Tone::Success, wages ? tr("已撤回，税务端没有留下任何数据；职工已放回草稿，可修改后重新提交。")
                                                          : tr("已撤回，税务端没有留下任何数据。"));
            auto message = outcomeMessage(*arrived);
            message.text = tr("没有撤回：这次提交已经到达税务端。%1").arg(message.text);
            strip()->show(message);
        });
        Q_EMIT badgesChanged();
    };
    m_desk.prompt.ask(this,
                      {.title = tr("撤回"),
                       .text = tr("确定撤回这条待提交的记录吗？"),
                       .detail = wages ? tr("税务端没有这条记录。撤回后职工放回草稿；曾经发送过的，先请税务端不再受理它。")
                                       : tr("税务端没有这条记录。撤回后从本地删除；曾经发送过的，先请税务端不再受理它。"),
                       .confirmText = tr("撤回"),
                       .danger = true},
                      [this, withdrawn, id = record.submission.id](bool yes) {
                          if (!yes)
                              return;
                          const auto handle = m_desk.jobs.run(
                              this, [&outbox = m_outbox, id](base::Job &job) { return outbox.withdraw(id, job); },
                              withdrawn);
                          showProgress(tr("正在撤回…"), [handle] { handle.cancel(); });
                      });
}

void connectErrors(ListPage *page, const Desk &desk)
{
    QObject::connect(page, &ListPage::loginRequested, page, [run = desk.logInAgain] {
        if (run)
            run();
    });
    QObject::connect(page, &ListPage::networkSettingsRequested, page, [run = desk.openNetworkSettings] {
        if (run)
            run();
    });
}

}  // namespace ui
