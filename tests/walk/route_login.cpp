// The way in, each of its steps.

#include "ui/models/list_model_base.h"
#include "ui/models/table_view.h"
#include "ui/widgets/sidebar.h"
#include "walk/route.h"

#include <QTest>

namespace walk {

void Route::lookAtLogin(const char *step)
{
    m_inspector.look(QStringLiteral("login ") + QString::fromLatin1(step), &m_window);
    m_findings.count(QStringLiteral("pages"));
}

/// 登录密码 stands before everything else.
void Route::unlock()
{
    rest();
    lookAtLogin("unlock");
    press("login.lockForgot");
    lookAtLogin("recover");
    press("login.back");
    type("login.lockPassword", QStringLiteral("wrong-one"));
    press("login.unlock");
    lookAtLogin("unlock refused");
    type("login.lockPassword", kLock);
    press("login.unlock");
}

void Route::logIn()
{
    const QString where = QStringLiteral("login");
    lookAtLogin("password");
    for (const char *dialog : {"login.network", "login.diagnose", "login.practice"})
        explore(
            where, [this, dialog] { press(dialog); }, 0);
    m_prompt.queueFile(m_world.backupFile());
    explore(
        where, [this] { press("login.restore"); }, 0);
    press("login.back");
    lookAtLogin("pick");
    explore(
        where, [this] { press("login.removeUnit"); }, 0);
    press("login.pick");
    type("login.password", QStringLiteral("999999"));
    press("login.verify");
    lookAtLogin("refused");
    type("login.password", kPassword);
    press("login.verify");
    lookAtLogin("confirm");
    press("login.confirm");
    lookAtLogin("ready");
    explore(
        where, [this] { press("login.enter"); }, 1);  // a notice may pop up
    closeAll();
}

/// The session ends in the middle of work; then a unit is added with a password that must be changed.
void Route::logInAgain()
{
    m_world.endSessions();
    // Not openPage(): what the page asks for goes on waiting until somebody has logged in.
    Q_EMIT find<ui::Sidebar>(QStringLiteral("window.sidebar"))->activated(QStringLiteral("payment.arrears"));
    const bool asked = QTest::qWaitFor([this] { return find(QStringLiteral("login.password")) != nullptr; }, 15'000);
    QTest::qWait(40);  // until it lies where it belongs
    lookAtLogin("again");
    if (!asked)
        m_findings.add(QStringLiteral("login again"), QStringLiteral("the session's end asks for no password"), {});
    type("login.password", kPassword);
    press("login.verify");
    closeAll();
}

/// The steps that only a unit takes which is new here.
void Route::addUnit()
{
    explore(
        QStringLiteral("switcher"), [this] { press("window.switchUnit"); }, kDeepest);
    press("window.switchUnit");
    press("unit.switcher.add");
    lookAtLogin("tax number");
    type("login.taxNumber", kTwoRegistrations);
    press("login.next");
    lookAtLogin("registrations");
    if (auto *table = find<ui::TableView>(QStringLiteral("login.registrations"))) {
        table->selectRow(1);
        const auto unit = table->listModel()->keyOf(table->listModel()->index(1, 0));  // ends as its initial password does
        press("login.choose");
        type("login.password", unit.right(6));
        press("login.verify");
    }
    lookAtLogin("new password");
    if (!find(QStringLiteral("login.newPassword")))
        m_findings.add(QStringLiteral("login new password"), QStringLiteral("the step is not reached"), {});
}

}  // namespace walk
