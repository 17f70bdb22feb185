#pragma once
// Plays a user: finds widgets by object name and sends them real mouse and key events. Its functions are called on a
// thread of their own, so that a script reads from top to bottom; each step runs on the window's thread.
//
// A widget counts only while it can be used: visible, enabled, not covered by a dialog. Whatever is not there yet is
// waited for; what does not come in time throws Stuck.

#include <QCoreApplication>
#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>
#include <stdexcept>

namespace ui {

class TableView;

struct Stuck final : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Driver final {
public:
    /// Pictures go into `folder`, numbered.
    explicit Driver(QString folder);

    void click(const QString &name);
    /// Opens the menu of a button and clicks the entry.
    void choose(const QString &button, const QString &entry);
    void openPage(const QString &title);
    /// Replaces what is in a line edit, key by key.
    void type(const QString &name, const QString &text);
    /// Ticks the box of a row.
    void check(const QString &table, int row);
    void clickCell(const QString &table, int row, const QString &column);
    /// Types into the cell editor that is open, Tab to the next cell, and so on.
    void typeCells(const QString &table, const QStringList &texts);

    /// Scrolls the page until this widget is at its upper edge, or as far as it goes.
    void bringIntoView(const QString &name);

    /// Waits until a widget with this name can be used.
    void await(const QString &name, int timeoutMs = 15'000);
    /// Waits until no widget with this name is visible.
    void awaitGone(const QString &name, int timeoutMs = 15'000);
    void awaitTrue(const QString &what, const std::function<bool()> &condition, int timeoutMs = 15'000);

    // What is shown. Empty or -1 when it is not there.
    bool usable(const QString &name);
    QString textOf(const QString &name);
    int rowCount(const QString &table);
    QString cell(const QString &table, int row, const QString &column);

    /// A picture of the window with its dialogs, once it has come to rest.
    void shot(const QString &name);
    int shots() const { return m_shots; }
    QString folder() const { return m_folder; }

private:
    /// Runs `fn` on the window's thread and waits for it.
    template <class Fn>
    auto onWindow(Fn fn)
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Fn>>) {
            QMetaObject::invokeMethod(qApp, fn, Qt::BlockingQueuedConnection);
        } else {
            std::invoke_result_t<Fn> result{};
            QMetaObject::invokeMethod(
                qApp, [&] { result = fn(); }, Qt::BlockingQueuedConnection);
            return result;
        }
    }
    void awaitRow(const QString &table, int row);

    QString m_folder;
    int m_shots = 0;
};

}  // namespace ui
