#pragma once
// The scaffold of the record pages: local records at once, then the tax side is asked for those that are open; resend,
// withdraw, ask for one. What a record is about is for the modules to show.

#include "service/outbox.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_text.h"

class QTimer;

namespace ui {

/// First and longest pause between two questions of an open record page, in milliseconds; it doubles in between.
constexpr int kFirstPollMs = 3000;
constexpr int kLastPollMs = 60000;

struct SubmissionRecord {
    domain::Submission submission;
    QVector<domain::SubmissionItem> items;  ///< where a page reads them
    QDate due;                              ///< 限缴日期 of a voucher
    QString remark;                         ///< 转账附言 of a voucher
};

class SubmissionPage : public ListPage {
    Q_OBJECT
public:
    using Records = std::vector<SubmissionRecord>;

    struct Setup {
        QString id;
        QString title;
        std::vector<domain::SubmissionKind> kinds;  ///< whose feedback is asked for
        std::vector<Column<SubmissionRecord>> columns;
        QString what = {};  ///< 申报, 缴款; of records that other channels and machines have too, with
        /// what merges those of these China days and says how many there were.
        std::function<base::Result<qint64>(QDate from, QDate to, base::Job &)> sync = {};
    };

    SubmissionPage(Setup setup, const Desk &desk, service::Outbox &outbox, QWidget *parent);

    /// Shows the local records, merges the last two months of other channels and machines where there are any, then
    /// asks for those that are open.
    void opened() override;
    void showRow(const QString &key) override;

protected:
    /// Reads the records by the query bar; runs on a worker.
    using Reader = std::function<base::Result<Records>(base::Job &)>;
    virtual Reader reader() = 0;
    virtual void showDetail(const SubmissionRecord &record) = 0;
    /// A link of 操作 that the scaffold does not know: column `act` or `more`.
    virtual void activate(const SubmissionRecord &record, const QString &column);
    /// 查询结果 of one that is 结果未知.
    virtual void askOne(const SubmissionRecord &record);
    /// After 获取反馈; the default says what was found, when there is something to say.
    virtual void feedbackArrived(const service::FeedbackReport &report, bool asked);
    /// Sets the query so that it hides no record.
    virtual void widenQuery();
    /// What entering the page does after the local records are there.
    virtual void enter();

    /// 状态 and 时间 of the query bar, `state` and `created` where a page has them, for its kinds.
    store::SubmissionQuery typedQuery() const;
    void reload(std::function<void()> then = {});
    /// `asked`: by the button, so that 「无需获取反馈」 is said too.
    void askFeedback(bool asked);
    /// Runs an attempt, shows its outcome, reads the records again.
    using Attempt = std::function<base::Result<domain::Submission>(base::Job &)>;
    void attempt(const QString &title, Attempt work);
    void report(const domain::Submission &submission);

    bool anyOpen() const;
    ListModel<SubmissionRecord> *model() const { return m_model; }
    const Desk &desk() const { return m_desk; }
    service::Outbox &outbox() const { return m_outbox; }

private:
    void build();
    void poll();
    void pollLater();
    void chooseRange();
    void syncDays(QDate from, QDate to, bool asked);
    void linkActivated(const QString &key, const QString &column);
    void resend(const SubmissionRecord &record);
    void withdraw(const SubmissionRecord &record);

    Desk m_desk;
    service::Outbox &m_outbox;
    std::vector<domain::SubmissionKind> m_kinds;
    QString m_what;
    std::function<base::Result<qint64>(QDate, QDate, base::Job &)> m_sync;
    QPushButton *m_syncButton = nullptr;
    ListModel<SubmissionRecord> *m_model = nullptr;
    QPushButton *m_feedback = nullptr;
    LatestJob m_reading;
    std::vector<std::function<void()>> m_afterReading;
    bool m_asking = false;
    bool m_hiddenWait = false;  ///< something waits, whatever the query shows
    QTimer *m_poll = nullptr;  ///< feedback by itself while the page is shown and something waits for it
};

/// 详情 | 重新提交, 查询结果 | 撤回; `act` and `more` name what a module adds for other states (may be empty).
using OperationText = std::function<QString(const SubmissionRecord &)>;
std::vector<Column<SubmissionRecord>> operationColumns(OperationText act = {}, OperationText more = {});
Column<SubmissionRecord> createdColumn(const QString &title);
Column<SubmissionRecord> typeColumn(const QString &title);
/// 费款所属期 of its items, from the first to the last.
Column<SubmissionRecord> periodColumn();
Column<SubmissionRecord> totalColumn();
Column<SubmissionRecord> settledColumn();  ///< 反馈时间
/// 状态: a pill; with a reason behind it, a link.
Column<SubmissionRecord> stateColumn();
/// 「2 条申报成功，1 条仍待反馈」
QString feedbackText(const service::FeedbackReport &report);
/// The states a record page can be queried by.
QVector<QueryBar::Choice> stateChoices(domain::SubmissionKind kind);
std::optional<domain::SubmissionState> stateFromCode(const QString &code);
/// Buttons of errors lead where the desk says.
void connectErrors(ListPage *page, const Desk &desk);

}  // namespace ui
