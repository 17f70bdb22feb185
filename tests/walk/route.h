#pragma once
// The way through the window: every step of the login, every page, every dialog that a button, a menu, a link or a row
// of them opens.

#include "ui/client_window.h"
#include "ui/shell/job_runner.h"
#include "walk/inspector.h"
#include "walk/world.h"

class QAbstractButton;

namespace ui {
class Page;
class TableView;
}  // namespace ui

namespace walk {

class Route final {
public:
    Route(World &world, ui::Prompt &prompt, ui::ClientWindow &window, Inspector &inspector, Findings &findings)
        : m_world(world), m_prompt(prompt), m_window(window), m_inspector(inspector), m_findings(findings)
    {
    }
    void walk();

private:
    using Trigger = std::function<void()>;
    static constexpr int kDeepest = 3;

    void unlock();
    void logIn();
    void addUnit();
    void logInAgain();
    /// What no button of a page leads to.
    void walkRest();
    void lookAtLogin(const char *step);
    /// Every kind of dialog was seen.
    void checkDialogs();
    void walkPage(const QString &id);
    void walkButtons(const QString &where, QWidget *area, int depth);
    void walkFields(const QString &where, QWidget *area);
    void comeBack(const QWidget *part);
    void checkOne(ui::TableView *table);
    void walkTable(const QString &where, ui::TableView *table);
    /// Does something and looks at the dialog or popup that comes of it, and at what that leads to.
    void explore(const QString &where, const Trigger &trigger, int depth);
    bool lookAtPopup(const QString &where);
    void rest();
    void closeAll(const QWidget *downTo = nullptr);
    void press(const char *name);
    void openPage(const QString &id);
    void type(const char *name, const QString &text);
    template <class W = QWidget>
    W *find(const QString &name) const
    {
        for (auto *widget : m_window.findChildren<W *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    World &m_world;
    ui::Prompt &m_prompt;
    ui::ClientWindow &m_window;
    ui::JobRunner m_jobs;
    Inspector &m_inspector;
    Findings &m_findings;
    QString m_page;  ///< that is walked
    QSet<QString> m_dialogs;  ///< by object name
    QSet<QString> m_classes;  ///< of dialogs
};

}  // namespace walk
