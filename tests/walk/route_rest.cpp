// Dialogs that no button of a page leads to, and the list of all.

#include "ui/modules/payment/refusal_dialog.h"
#include "ui/modules/settings/exit_backup.h"
#include "ui/recover_key_dialog.h"
#include "walk/route.h"

#include <QAction>
#include <QDialog>
#include <QPointer>

namespace walk {

namespace {

/// Every kind of dialog that the program has.
const char *const kDialogs[]
    = {"AgreementDialog", "DiagnosisDialog", "ExitBackup", "FeeConfirmDialog", "FeeDetailDialog", "FeePersonsDialog",
       "FeeVoidDialog", "ItemsDialog", "MethodDialog", "NetworkDialog", "NoticeDialog", "PaperPreview", "PayerDialog",
       "PersonDifferencesDialog", "PracticeDialog", "PromptDialog", "RecoverKeyDialog", "RefusalDialog", "RestoreDialog",
       "SearchDialog", "StaffChangeDialog", "StaffDetailDialog", "SyncRangeDialog", "UnitNumberDialog", "UnitRemoval",
       "UnitSwitcher", "WageAddDialog", "WageBulkDialog", "WageConfirmDialog", "WageDetailDialog", "WageImportDialog"};

domain::SubmissionItem refused(domain::SubmissionState state, const char *words)
{
    domain::SubmissionItem item;
    item.key = QString::fromUtf8(words);
    item.item.category.name = QStringLiteral("职工基本养老保险（单位缴纳）");
    item.amount = domain::Money::fromFen(1'234'567);
    item.state = state;
    item.reasonText = QString::fromUtf8(words);
    return item;
}

}  // namespace

void Route::walkRest()
{
    m_prompt.queueFile(m_world.wageFile());
    openPage(QStringLiteral("wage.daily"));
    explore(
        QStringLiteral("wage.daily import"),
        [this] {
            if (auto *import = m_window.findChild<QAction *>(QStringLiteral("wage.daily.import")))
                import->trigger();
        },
        0);
    const auto open = [this](QDialog *dialog) {
        const QPointer<QDialog> alive(dialog);
        explore(
            QStringLiteral("alone"), [dialog] { dialog->open(); }, kDeepest);
        delete alive;
    };
    using State = domain::SubmissionState;
    open(new ui::RefusalDialog({{}, {refused(State::Failed, "账户余额不足"), refused(State::Unknown, "税库银超时")}}, &m_window));
    open(new ui::RecoverKeyDialog(m_world.dataFolder(), &m_window));
    open(new ui::ExitBackup(m_jobs, m_world.client().backups(), &m_window));
    explore(
        QStringLiteral("search"), [this] { press("window.search"); }, kDeepest);
}

void Route::checkDialogs()
{
    for (const char *name : kDialogs) {
        if (!m_classes.contains(QLatin1String("ui::") + QLatin1String(name)))
            m_findings.add(QStringLiteral("dialogs"), QStringLiteral("never opened"), QLatin1String(name));
    }
}

}  // namespace walk
