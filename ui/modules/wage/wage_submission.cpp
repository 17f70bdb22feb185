// 提交申报 (W2): check, ask, send, tell.

#include "ui/modules/wage/draft_edits.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/modules/wage/wage_daily_page.h"
#include "ui/shell/submission_text.h"

namespace ui {

using domain::WageDraftCheck;

void WageDailyPage::submit()
{
    strip()->clear();
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        [&wages, edits = m_edits, unit = m_desk.unit()](base::Job &) -> base::Result<WageDraftCheck> {
            if (const auto written = edits->write(); !written)
                return written.error();
            return wages.check(unit, kind);
        },
        [this](base::Result<WageDraftCheck> check) {
            if (!check)
                return showError(check.error(), [this] { submit(); });
            checked(*check);
        });
}

void WageDailyPage::checked(const WageDraftCheck &check)
{
    if (check.blocked())
        return showFlaws(check);
    if (check.zeroWages == 0)
        return confirm(check);
    m_desk.prompt.ask(this,
                      {.title = tr("新缴费工资为 0"),
                       .text = tr("有 %1 名职工的新缴费工资为 0，确定按 0 申报吗？").arg(check.zeroWages),
                       .confirmText = tr("继续申报"),
                       .cancelText = tr("返回修改")},
                      [this, check](bool yes) {
                          if (yes)
                              confirm(check);
                      });
}

/// Says what is missing and takes the user to the first of it, also when the query hides it.
void WageDailyPage::showFlaws(const WageDraftCheck &check)
{
    QStringList parts;
    const auto count = [&parts](qint64 rows, const QString &what) {
        if (rows > 0)
            parts << what.arg(rows);
    };
    count(check.emptyWages, tr("%1 行没有填写新缴费工资"));
    count(check.emptyMonths, tr("%1 行没有填写生效年月"));
    count(check.outOfRangeMonths, tr("%1 行的生效年月超出允许范围"));
    strip()->show(Tone::Danger, tr("不能提交：%1。已定位到第一处，请补充后再提交。").arg(parts.join(tr("，"))));
    domain::WageDraftLine flawed;
    for (const auto &line : m_lines) {
        if (line.staffId == check.firstFlawStaffId && line.insurance == check.firstFlawInsurance)
            flawed = line;
    }
    if (!shows(flawed)) {
        query()->clear();
        showLines();
    }
    table()->goTo(wageDraftKey(flawed), flawed.newWage ? QStringLiteral("month") : QStringLiteral("wage"));
}

void WageDailyPage::confirm(const WageDraftCheck &check)
{
    m_desk.prompt.ask(this,
                      {.title = tr("提交申报"),
                       .text = tr("本次共申报 %1 名职工的缴费工资，确定提交吗？").arg(check.lines),
                       .detail = tr("提交后保存到税务端并生成一条申报记录，请到缴费工资申报记录中获取反馈。"),
                       .confirmText = tr("提交申报")},
                      [this](bool yes) {
                          if (yes)
                              send();
                      });
}

void WageDailyPage::send()
{
    auto &wages = m_wages;
    const auto handle = m_desk.jobs.run(
        this, [&wages, unit = m_desk.unit()](base::Job &job) { return wages.submit(unit, kind, job); },
        [this](base::Result<domain::Submission> submission) {
            hideProgress();
            if (!submission)
                return showError(submission.error());
            sent(*submission);
        });
    showProgress(tr("正在提交申报…"), [handle] { handle.cancel(); });
}

void WageDailyPage::sent(const domain::Submission &submission)
{
    reload([this, submission] {
        auto message = outcomeMessage(submission);
        message.actions = {{QStringLiteral("records"), tr("查看申报记录"),
                            [this] { Q_EMIT openRequested(QStringLiteral("wage.records")); }}};
        strip()->show(message);
        Q_EMIT badgesChanged();
    });
}

}  // namespace ui
