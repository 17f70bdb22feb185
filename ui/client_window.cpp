#include "ui/client_window.h"

#include "ui/dialogs_aside.h"
#include "ui/models/veil.h"
#include "ui/modules/notice/notice_pages.h"
#include "ui/modules/settings/exit_backup.h"
#include "ui/modules/settings/diagnosis_dialog.h"
#include "ui/modules/settings/network_dialog.h"
#include "ui/modules/settings/restore_dialog.h"
#include "ui/modules/settings/upgrade_flow.h"
#include "ui/modules/unit/login_flow.h"
#include "ui/modules/unit/unit_switcher.h"
#include "ui/practice/practice_dialog.h"
#include "ui/shell/error_text.h"
#include "ui/shell/layout_memory.h"
#include "ui/shell/list_page.h"
#include "ui/restored_message.h"
#include "ui/store_watch.h"
#include "ui/upgrade_watch.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

ClientWindow::ClientWindow(app::Application &application, Prompt &prompt, QWidget *parent)
    : QWidget(parent), m_app(application), m_prompt(prompt),
      m_layouts(std::make_unique<LayoutMemory>(m_jobs, application.layouts()))
{
    setObjectName(QStringLiteral("client"));
    setWindowTitle(tr("单位社保费管理客户端"));
    resize(QSize(1366, 820).boundedTo(screen()->availableSize().expandedTo({1024, 640})));
    m_veil = new Veil(this);
    m_dialogs = new DialogsAside(this);
    m_stack = new QStackedWidget(this);
    m_strip = new MessageStrip(QStringLiteral("client.strip"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_stack);
    m_login = new LoginFlow(m_loginJobs, m_prompt, m_app.units(), [this] { openNetworkSettings(); });
    m_login->setLock(m_app.lock());
    m_login->setRestore([this] {
        chooseBackup({m_jobs, m_prompt, m_app.backups(), this, m_login->strip()}, m_restoreJob, [] {});
    });
    m_login->setDiagnosis([this] { openDiagnosis(); });
    m_pages = new MainWindow;
    m_pages->setWindowFlags(Qt::Widget);
    m_stack->addWidget(m_login);
    m_stack->addWidget(m_pages);
    buildUpgrade();
    connect(m_login, &LoginFlow::entered, this, &ClientWindow::enter);
    connect(m_login, &LoginFlow::reloggedIn, this, [this] {
        showPages();
        if (auto *page = m_pages->currentPage())
            page->opened();
    });
    connect(m_login, &LoginFlow::cancelled, this, [this] {
        if (m_desk)
            m_app.sessions().giveUp(m_desk->unit());
        showPages();
    });
    m_app.sessions().setAsker([this](const QString &unit) {
        QMetaObject::invokeMethod(
            this, [this, unit] { sessionEnded(unit); }, Qt::QueuedConnection);
    });
    connect(m_pages, &MainWindow::switchUnitRequested, this, &ClientWindow::openSwitcher);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), this);
    connect(shortcut, &QShortcut::activated, this, &ClientWindow::openSwitcher);
    connect(m_pages, &MainWindow::searchRequested, this, &ClientWindow::search);
    connect(m_pages, &MainWindow::practiceSettingsRequested, this, &ClientWindow::openPracticeSettings);
    if (m_app.practice())
        m_login->setPractice(practiceLogin(m_app.practice()->options().scenario), [this] { openPracticeSettings(); });
    connect(m_veil, &Veil::lifted, this, &ClientWindow::noteReveal);
    connect(m_pages, &MainWindow::pageOpened, this, &ClientWindow::refreshWaiting);
    connect(m_pages, &MainWindow::badgesChanged, this, &ClientWindow::refreshWaiting);
}

ClientWindow::~ClientWindow()
{
    m_app.sessions().setAsker({});
    m_jobs.cancelAll();
    m_layouts.reset();      // what it still writes makes the runner busy, and who hears of that asks for the desk
    m_pages->setPages({});  // pages refer to the desk
}

void ClientWindow::buildUpgrade()
{
    m_storeWatch = new StoreWatch(m_app.diagnosis(), *m_strip, this);
    m_upgrade = new UpgradeFlow(m_app.upgrade(), this);
    const auto atLogin = [this] { return m_stack->currentWidget() == m_login && !m_desk; };
    m_upgradeWatch =
        new UpgradeWatch(*m_upgrade, {m_jobs, m_loginJobs, *m_strip, atLogin, [this](int code) { leave(code); }}, this);
}

// The first picture is on its way to the screen: only now may anything else want the machine, and only now has this
// version shown that it starts.
void ClientWindow::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!std::exchange(m_painted, true)) {
        QMetaObject::invokeMethod(m_upgradeWatch, &UpgradeWatch::begin, Qt::QueuedConnection);
        m_storeWatch->beginLater();
    }
}

void ClientWindow::start()
{
    m_login->start();
    showLogin();
    sayRestored();
    sayLostProxyPassword();
}

void ClientWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool ClientWindow::mayClose()
{
    auto *page = m_pages->currentPage();
    if (page && !page->mayLeave())
        return false;
    if (page)
        page->closed();
    return true;
}

void ClientWindow::leave(int code)
{
    m_code = code;
    close();
}

void ClientWindow::closeEvent(QCloseEvent *event)
{
    if (!m_leaving && !mayClose()) {
        m_code.reset();
        event->ignore();
        return;
    }
    // The end of the whole session waits for nobody.
    if (!m_leaving && m_app.backups().isAutomatic() && !qApp->isSavingSession()) {
        event->ignore();
        m_storeWatch->end();  // the backup needs the store for itself
        backUpAndLeave();
        return;
    }
    m_jobs.cancelAll();
    m_storeWatch->end();
    event->accept();
    if (!m_code)
        return;
    QGuiApplication::setQuitOnLastWindowClosed(false);  // that would end with 0
    QCoreApplication::exit(*m_code);
}

void ClientWindow::backUpAndLeave()
{
    auto *dialog = new ExitBackup(m_jobs, m_app.backups(), this);
    connect(dialog, &ExitBackup::accepted, this, [this] {
        m_leaving = true;
        close();
    });
    connect(dialog, &ExitBackup::rejected, this, [this] { m_code.reset(); });
    dialog->open();
    dialog->begin();
}

void ClientWindow::noteReveal(const QString &page)
{
    if (!m_desk)
        return;
    m_jobs.run(
        m_pages,
        [&trail = m_app.trail(), unit = m_desk->unit(), page](base::Job &) { return trail.noteReveal(unit, page); },
        [this](const base::Result<void> &noted) {
            if (noted)
                return;
            m_veil->lower();  // what cannot be noted is not shown
            m_pages->strip()->show(errorMessage(noted.error()));
        });
}

void ClientWindow::enter(const service::UnitProfile &profile)
{
    m_veil->lower();
    m_waiting = {};
    m_pages->setPages({});  // the old unit's pages go before their desk does
    m_desk.reset(new Desk{m_jobs, m_prompt, m_app.clock(), profile, [this] { logInAgain(); },
                          [this] { openNetworkSettings(); },
                          [&trail = m_app.trail(), unit = profile.unit.registrationId](domain::TrailEvent event, const QString &what,
                                                                                       qint64 count) {
                              return trail.noteOutput(unit, event, what, count);
                          }});
    m_pages->setUnit({profile.unit.name, profile.unit.taxNumber, profile.unit.regionName, m_app.practice() != nullptr});
    m_pages->setPages(pagesOf(*m_desk));
    showPages();
    m_pages->openPage(QStringLiteral("home"));
    refreshAfterLogin();
}

/// The pages are made anew by the rules that have come (X8).
void ClientWindow::takeRules(const service::UnitProfile &profile)
{
    const auto *page = m_pages->currentPage();
    const QString shown = page ? page->pageId() : QStringLiteral("home");
    m_pages->setPages({});
    m_desk->profile = profile;
    m_pages->setPages(pagesOf(*m_desk));
    if (!m_pages->openPage(shown))
        m_pages->openPage(QStringLiteral("home"));
    m_pages->strip()->show(Tone::Info,
                           tr("业务规则已更新到版本 %1，各页面已按新规则重新打开。").arg(profile.pack.version));
}

/// Asked for once, however many questions have met it; they wait and go on with the new session.
void ClientWindow::sessionEnded(const QString &unit)
{
    if (!m_desk || m_desk->unit() != unit || m_stack->currentWidget() == m_login)
        m_app.sessions().giveUp(unit);  // nobody looks at that unit any more
    else
        logInAgain();
}

void ClientWindow::logInAgain()
{
    if (m_stack->currentWidget() == m_login)
        return;
    m_dialogs->put();
    m_login->setCancellable(true);
    m_login->relogin(m_desk->unit());
    showLogin();
}

/// A unit that is logged in already is entered at once, by what is stored; the others by the login.
void ClientWindow::chooseUnit(const QString &unit)
{
    if (m_desk && unit == m_desk->unit())
        return;
    if (auto *page = m_pages->currentPage(); page && !page->mayLeave())
        return;
    if (!m_app.units().hasSession(unit))
        return switchUnit(unit);
    m_switchJob = m_jobs.run(
        this,
        [this, unit](base::Job &) -> base::Result<service::UnitProfile> {
            const auto entered = m_app.units().enter(unit);
            return entered ? m_app.units().profile(unit) : base::Result<service::UnitProfile>(entered.error());
        },
        [this](const base::Result<service::UnitProfile> &profile) {
            if (profile)
                enter(*profile);
            else
                m_pages->strip()->show(errorMessage(profile.error()));
        });
}

void ClientWindow::openSwitcher()
{
    if (!m_desk || m_stack->currentWidget() != m_pages || findChild<UnitSwitcher *>())
        return;
    auto *switcher = new UnitSwitcher(m_jobs, m_app.units(), m_desk->unit(), this);
    connect(switcher, &UnitSwitcher::chosen, this, &ClientWindow::chooseUnit);
    connect(switcher, &UnitSwitcher::addRequested, this, &ClientWindow::addUnit);
    switcher->open();
}

void ClientWindow::switchUnit(const std::optional<QString> &unit)
{
    m_login->setCancellable(m_desk != nullptr);
    m_login->start(unit);
    showLogin();
}

void ClientWindow::addUnit()
{
    m_login->setCancellable(m_desk != nullptr);
    m_login->startAdding();
    showLogin();
}

void ClientWindow::showLogin()
{
    m_stack->setCurrentWidget(m_login);
}

void ClientWindow::showPages()
{
    m_stack->setCurrentWidget(m_pages);
    m_dialogs->bringBack();
}

void ClientWindow::openNetworkSettings()
{
    auto *dialog = new NetworkDialog(m_jobs, m_app.network(), this);
    dialog->open();
}

void ClientWindow::openDiagnosis()
{
    const Desk desk{m_jobs, m_prompt, m_app.clock(), {}, [] {}, [this] { openNetworkSettings(); }};
    auto *dialog = new DiagnosisDialog(
        desk, [&diagnosis = m_app.diagnosis()](base::Job &job) { return diagnosis.collect(job); }, this);
    dialog->open();
}

void ClientWindow::openPracticeSettings()
{
    auto *dialog = new PracticeDialog(*m_app.practice(), m_app.practice()->options(), this);
    connect(dialog, &PracticeDialog::restartRequested, this, [this](const taxside::Options &next, bool fresh) {
        if (auto *page = m_pages->currentPage(); !page || page->mayLeave())
            Q_EMIT practiceChosen(next, fresh);
    });
    dialog->open();
}

void ClientWindow::refreshAfterLogin()
{
    const QString unit = m_desk->unit();
    noticesAtLogin(*m_desk, m_app.notices(), m_pages, [this] { refreshWaiting(); });
    m_jobs.run(
        m_pages, [this, unit](base::Job &job) { return m_app.staff().syncAtLogin(unit, job); },
        [this](const base::Result<service::StaffSyncReport> &report) {
            if (!report)
                m_pages->strip()->show(errorMessage(report.error()));
            else if (const qint64 changed = report->updated + report->removed; changed > 0)
                m_pages->strip()->show(Tone::Info, tr("职工参保信息已自动更新，本次共更新 %1 条数据。").arg(changed));
            refreshWaiting();
            reopenHome();
        });
    m_jobs.run(
        m_pages, [this, unit](base::Job &job) { return m_app.payments().refresh(unit, job); },
        [this](const base::Result<service::ArrearList> &) {
            // Without an answer the home page shows what is stored, with its age; the page itself says why.
            refreshWaiting();
            reopenHome();
        });
    const auto present = domain::Month::of(m_app.clock().today());
    m_jobs.run(
        m_pages,
        [this, unit, present](base::Job &job) { return m_app.receipts().refresh(unit, {present - 11, present}, job); },
        [this](const base::Result<service::ReceiptBooks> &) { reopenHome(); });
}

void ClientWindow::reopenHome()
{
    if (auto *page = m_pages->currentPage(); page && page->pageId() == QLatin1String("home"))
        page->opened();
}

void ClientWindow::refreshWaiting()
{
    if (!m_desk)
        return;
    m_waitingJob = m_jobs.run(
        m_pages, [this, unit = m_desk->unit()](base::Job &) { return m_app.home().waiting(unit); },
        [this](const base::Result<service::Waiting> &waiting) {
            if (!waiting)
                return;
            m_waiting = *waiting;
            m_pages->refreshBadges();
        });
}

void ClientWindow::sayRestored()
{
    if (m_app.restored() != store::Restored::Nothing)
        m_strip->show(restoredMessage(m_app.restoreReport()));
}

void ClientWindow::sayLostProxyPassword()
{
    const auto &lost = m_app.lostProxyPassword();
    const bool restored = m_app.restored() != store::Restored::Nothing;
    if (!lost || (m_strip->isShowing() && !restored))
        return;
    MessageStrip::Message message;
    if (restored)  // on another computer both come together
        message = restoredMessage(m_app.restoreReport());
    message.tone = Tone::Warning;
    message.text += tr("没有读出已保存的代理密码，程序已不带密码启动，还没有向税务端发送任何内容。代理需要验证时将无法"
                       "连接，请在「网络设置」中重新输入代理密码，测试后保存。");
    message.details = errorText(*lost).details;
    message.actions.append({QStringLiteral("network"), tr("网络设置"), [this] { openNetworkSettings(); }});
    m_strip->show(message);
}

}  // namespace ui
