#pragma once
// The window's composition: the way in, the pages of the unit that is in, and what happens by itself after a login.

#include "app/application.h"
#include "ui/shell/desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/prompt.h"

#include <QStackedWidget>

namespace ui {

class DialogsAside;
class LayoutMemory;
class LoginFlow;
class UpgradeFlow;
class StoreWatch;
class UpgradeWatch;
class Veil;

class ClientWindow final : public QWidget {
    Q_OBJECT
public:
    ClientWindow(app::Application &application, Prompt &prompt, QWidget *parent = nullptr);
    ~ClientWindow() override;

    void start();
    /// A second start of the program asked for this window.
    void raiseWindow();
    /// Whether any work is under way.
    bool busy() const { return m_jobs.busy() || m_loginJobs.busy(); }

Q_SIGNALS:
    /// Another practice world was chosen: this client ends and one with these options begins (X14).
    void practiceChosen(const taxside::Options &next, bool fresh);

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildUpgrade();
    bool mayClose();
    void leave(int code);
    void enter(const service::UnitProfile &profile);
    void takeRules(const service::UnitProfile &profile);
    void sessionEnded(const QString &unit);
    void logInAgain();
    void chooseUnit(const QString &unit);
    void openSwitcher();
    void switchUnit(const std::optional<QString> &unit);
    void addUnit();
    void showLogin();
    void showPages();
    void openNetworkSettings();
    void openDiagnosis();
    void openPracticeSettings();
    void search();
    void openPerson(const QString &staffId);
    void openRecord(const QString &pageId, const QString &record);
    std::vector<PageSpec> pagesOf(const Desk &desk);
    /// E7, H2: what each login brings up to date, in the background.
    void refreshAfterLogin();
    void reopenHome();
    void refreshWaiting();
    void noteReveal(const QString &page);
    void sayRestored();
    void sayLostProxyPassword();
    void backUpAndLeave();
    int badge(qint64 service::Waiting::*count) const { return int(m_waiting.*count); }

    app::Application &m_app;
    Prompt &m_prompt;
    JobRunner m_jobs;
    JobRunner m_loginJobs;  ///< of its own: work that waits for a login must not keep the login waiting
    std::unique_ptr<LayoutMemory> m_layouts;
    MessageStrip *m_strip = nullptr;  ///< above the way in and the pages alike
    Veil *m_veil = nullptr;
    DialogsAside *m_dialogs = nullptr;
    QStackedWidget *m_stack = nullptr;
    LoginFlow *m_login = nullptr;
    MainWindow *m_pages = nullptr;
    UpgradeFlow *m_upgrade = nullptr;
    UpgradeWatch *m_upgradeWatch = nullptr;
    StoreWatch *m_storeWatch = nullptr;
    bool m_painted = false;
    bool m_leaving = false;  ///< the backup on the way out is behind it
    std::optional<int> m_code;  ///< what the program ends with once the window is closed; nothing: as Qt says
    std::unique_ptr<Desk> m_desk;
    service::Waiting m_waiting;
    LatestJob m_waitingJob;
    LatestJob m_switchJob;
    LatestJob m_personJob;
    LatestJob m_restoreJob;
};

}  // namespace ui
