// 提交申报 (W2): check, ask, send, tell.

#include "ui/modules/wage/draft_edits.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/modules/wage/wage_confirm_dialog.h"
#include "ui/modules/wage/wage_draft_page.h"
#include "ui/shell/submission_text.h"

namespace ui {

using domain::WageDraftCheck;

void WageDraftPage::submit()
{
    strip()->clear();
    m_refused = false;
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        afterEdits(m_edits, [&wages, unit = m_desk.unit(), form = m_form](base::Job &) { return wages.check(unit, form); }),
        [this](base::Result<WageDraftCheck> check) {
            if (!check)
                return showError(check.error(), [this] { submit(); });
            checked(*check);
        });
}

void WageDraftPage::checked(const WageDraftCheck &check)
{
    if (check.blocked())
        return showFlaws(check);
    if (check.zeroWages == 0)
        return confirm(check);
    m_desk.prompt.ask(this,
                      {.title = tr("新缴费工资为 0"),
                       .text = tr("有 %1 项新缴费工资为 0，确定按 0 申报吗？").arg(check.zeroWages),
                       .confirmText = tr("继续申报"),
                       .cancelText = tr("返回修改")},
                      [this, check](bool yes) {
                          if (yes)
                              confirm(check);
                      });
}

/// Says what is missing and takes the user to the first of it.
void WageDraftPage::showFlaws(const WageDraftCheck &check)
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
    m_refused = check.emptyWages + check.emptyMonths > 0;
    const auto *flawed = m_model->rowByKey(check.firstFlawStaffId);
    if (!flawed)
        return;
    const bool noWage = flawed->filled() == 0 && !flawed->wages.isEmpty();
    goTo(flawed->staffId, noWage ? columnOfInsurance(flawed->wages.constFirst().insurance) : QStringLiteral("month"));
}

void WageDraftPage::confirm(const WageDraftCheck &check)
{
    auto *dialog = new WageConfirmDialog(m_form, check, rules().commitment, this);
    connect(dialog, &QDialog::accepted, this, &WageDraftPage::send);
    dialog->open();
}

void WageDraftPage::send()
{
    auto &wages = m_wages;
    const auto handle = m_desk.jobs.run(
        this, [&wages, unit = m_desk.unit(), form = m_form](base::Job &job) { return wages.submit(unit, form, true, job); },
        [this](base::Result<domain::Submission> submission) {
            hideProgress();
            if (!submission)
                return showError(submission.error());
            sent(*submission);
        });
    showProgress(tr("正在提交申报…"), [handle] { handle.cancel(); });
}

void WageDraftPage::sent(const domain::Submission &submission)
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
