#include "walk/route.h"

#include "ui/models/list_model_base.h"
#include "ui/models/table_view.h"
#include "ui/widgets/sidebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

namespace walk {

namespace {

constexpr int kMostMs = 15'000;

/// Leads to another page or unit, ends the dialog, or sends something: the walk decides itself when to do that.
/// What a page submits or prints is asked about in a dialog first.
bool leadsAway(const QString &name, bool onPage)
{
    if (onPage && (name.endsWith(QLatin1String(".submit")) || name.endsWith(QLatin1String(".print"))))
        return false;
    for (const char *part : {"home.", "window.", ".close", ".cancel", ".feedback", ".submit", ".strip", ".restart",
                             ".ok", "practice.fault", ".print", ".apply", ".save", "remove.confirm"}) {
        if (name.contains(QLatin1String(part)) && name != QLatin1String("window.search"))
            return true;
    }
    return false;
}

QWidget *modal()
{
    return QApplication::activeModalWidget();
}

}  // namespace

void Route::rest()
{
    QElapsedTimer waited;
    waited.start();
    do {
        QTest::qWait(25);
    } while (m_window.busy() && waited.elapsed() < kMostMs);
    QTest::qWait(15);
}

void Route::closeAll(const QWidget *downTo)
{
    for (int i = 0; i < 10; ++i) {
        if (auto *popup = QApplication::activePopupWidget()) {
            popup->close();
        } else if (auto *dialog = qobject_cast<QDialog *>(modal()); dialog && dialog != downTo) {
            dialog->reject();
        } else {
            return;
        }
        rest();
    }
}

void Route::press(const char *name)
{
    if (auto *button = find<QAbstractButton>(QString::fromLatin1(name)))
        button->click();
    rest();
}

void Route::openPage(const QString &id)
{
    Q_EMIT find<ui::Sidebar>(QStringLiteral("window.sidebar"))->activated(id);
    rest();
}

void Route::type(const char *name, const QString &text)
{
    auto *edit = find<QLineEdit>(QString::fromLatin1(name));
    if (!edit)
        return;
    edit->selectAll();
    edit->insert(text);  // as if typed
}

void Route::walk()
{
    unlock();
    logIn();
    auto *sidebar = find<ui::Sidebar>(QStringLiteral("window.sidebar"));
    if (!sidebar) {
        m_findings.add(QStringLiteral("login"), QStringLiteral("the window is not reached"), {});
        return;
    }
    QStringList pages;
    for (QTreeWidgetItemIterator it(sidebar); *it; ++it) {
        const auto id = (*it)->data(0, Qt::UserRole).toString();
        if (!id.isEmpty())
            pages << id;
    }
    for (const auto &page : pages)
        walkPage(page);
    walkRest();
    logInAgain();
    addUnit();
    checkDialogs();
}

void Route::walkPage(const QString &id)
{
    for (int i = 0; i < 5 && !find<ui::Sidebar>(QStringLiteral("window.sidebar")); ++i)
        press("login.back");  // something led to the login
    m_page = id;
    openPage(id);
    auto *page = find(id);
    if (!page) {
        m_findings.add(id, QStringLiteral("the page does not open"), {});
        return;
    }
    m_findings.count(QStringLiteral("pages"));
    m_inspector.look(id, &m_window);
    for (auto *table : page->findChildren<ui::TableView *>()) {
        if (table->isVisible())
            walkTable(id, table);
    }
    walkFields(id, page);
    walkButtons(id, page, 0);
    closeAll();
}

/// The first row that may be checked.
void Route::checkOne(ui::TableView *table)
{
    auto *model = table->listModel();
    for (int row = 0; model && model->isCheckable() && model->checkedCount() == 0 && row < model->rowCount(); ++row)
        model->setChecked(row, true);
    rest();
}

/// From wherever a link of the page has led.
void Route::comeBack(const QWidget *part)
{
    if (part->isVisible() || !find<ui::Sidebar>(QStringLiteral("window.sidebar")))
        return;
    openPage(m_page);
}

void Route::walkTable(const QString &where, ui::TableView *table)
{
    auto *model = table->listModel();
    if (!model || !QTest::qWaitFor([model] { return model->rowCount() > 0; }, 300))
        return;
    checkOne(table);
    const bool loaded = QTest::qWaitFor(
        [model] {
            (void)model->index(0, model->columnCount() - 1).data();
            return model->rowCount() > 0 && model->isLoaded(0);
        },
        kMostMs);
    if (!loaded)
        m_findings.add(where, QStringLiteral("the first row does not come"), {});
    for (int section = 0; section < model->columnCount(); ++section) {
        for (int row = 0; row < qMin(8, model->rowCount()); ++row) {
            const auto index = model->index(row, section);
            if (!index.data(ui::ListModelBase::LinkRole).toBool() || !model->info(section))
                continue;
            const QString key = model->keyOf(index);
            const QString column = model->info(section)->id;
            explore(
                where + QLatin1Char(' ') + column, [table, key, column] { Q_EMIT table->linkActivated(key, column); },
                1);
            comeBack(table);
            break;
        }
    }
    const QString key = model->keyOf(model->index(0, 0));
    explore(
        where + QStringLiteral(" row"), [table, key] { Q_EMIT table->rowActivated(key); }, 1);
    std::unique_ptr<QMenu> menu(table->rowMenu());
    if (menu)
        m_inspector.lookAtTexts(where + QStringLiteral(" menu"), menu->actions());
}

/// The pickers of months and days.
void Route::walkFields(const QString &where, QWidget *area)
{
    for (auto *edit : area->findChildren<QLineEdit *>()) {
        if (!edit->isVisible() || !edit->isEnabled())
            continue;
        for (auto *action : edit->actions()) {
            if (m_dialogs.contains(QString::fromLatin1(edit->metaObject()->className())))
                break;
            m_dialogs.insert(QString::fromLatin1(edit->metaObject()->className()));
            action->trigger();
            QTest::qWait(20);
            lookAtPopup(where + QLatin1Char(' ') + edit->objectName());
        }
    }
}

bool Route::lookAtPopup(const QString &where)
{
    auto *popup = QApplication::activePopupWidget();
    if (!popup)
        return false;
    m_findings.count(QStringLiteral("popups"));
    if (auto *menu = qobject_cast<QMenu *>(popup))
        m_inspector.lookAtTexts(where, menu->actions());
    else
        m_inspector.look(where, popup);
    if (QApplication::activePopupWidget())
        QApplication::activePopupWidget()->close();
    return true;
}

void Route::walkButtons(const QString &where, QWidget *area, int depth)
{
    QStringList names;
    for (auto *button : area->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !isPartOfQt(button) && !button->objectName().isEmpty()
            && button->window() == area->window() && !leadsAway(button->objectName(), depth == 0)
            && !names.contains(button->objectName()))
            names << button->objectName();
    }
    const QPointer<QWidget> alive(area);
    for (const auto &name : names) {
        if (!alive)
            return;
        for (auto *table : alive->findChildren<ui::TableView *>()) {
            if (depth == 0 && table->isVisible())
                checkOne(table);
        }
        QPointer<QAbstractButton> button = alive->findChild<QAbstractButton *>(name);
        if (!button || !button->isVisible() || !button->isEnabled())
            continue;
        const QString at = where + QStringLiteral(" → ") + name;
        auto *push = qobject_cast<QPushButton *>(button.data());
        if (auto *menu = push ? push->menu() : nullptr) {
            Q_EMIT menu->aboutToShow();
            m_inspector.lookAtTexts(at, menu->actions());
            QList<QPointer<QAction>> actions;
            for (auto *action : menu->actions())
                actions << action;
            for (const auto &action : actions) {
                if (action && action->isEnabled() && !action->isSeparator())
                    explore(
                        at + QLatin1Char(' ') + action->text(),
                        [action] {
                            if (action)
                                action->trigger();
                        },
                        depth);
            }
            continue;
        }
        explore(
            at,
            [button] {
                if (button)
                    button->click();
            },
            depth);
    }
}

void Route::explore(const QString &where, const Trigger &trigger, int depth)
{
    const QPointer<QWidget> before(modal());
    trigger();
    rest();
    if (lookAtPopup(where))
        return;
    const QPointer<QWidget> dialog(modal());
    if (!dialog || dialog == before)
        return;
    const QString name = dialog->objectName().isEmpty() ? QString::fromLatin1(dialog->metaObject()->className())
                                                        : dialog->objectName();
    m_classes.insert(QString::fromLatin1(dialog->metaObject()->className()));
    const bool first = !m_dialogs.contains(name);
    m_dialogs.insert(name);
    if (first || name.startsWith(QLatin1String("prompt"))) {
        m_findings.count(QStringLiteral("dialogs"));
        if (!qobject_cast<QFileDialog *>(dialog.data()))
            m_inspector.look(where + QLatin1Char(' ') + name, dialog);
    }
    if (first && depth < kDeepest && dialog && !qobject_cast<QFileDialog *>(dialog.data())) {
        for (auto *table : dialog->findChildren<ui::TableView *>()) {
            if (dialog && table->isVisible())
                walkTable(where + QLatin1Char(' ') + name, table);
        }
        if (dialog)
            walkFields(where, dialog);
        if (dialog)
            walkButtons(where + QLatin1Char(' ') + name, dialog, depth + 1);
    }
    closeAll(before);
}

}  // namespace walk
