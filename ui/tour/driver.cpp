#include "ui/tour/driver.h"

#include "ui/models/list_model_base.h"
#include "ui/models/table_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QThread>
#include <QTreeWidget>

namespace ui {

namespace {

constexpr int kPollMs = 25;
constexpr int kSettleMs = 250;  ///< animations and late repaints before a picture

bool canBeUsed(const QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled())
        return false;
    const auto *modal = QApplication::activeModalWidget();
    return !modal || modal == widget || modal->isAncestorOf(widget) || widget->window()->windowType() == Qt::Popup;
}

QWidget *find(const QString &name)
{
    for (auto *top : QApplication::topLevelWidgets()) {
        if (top->objectName() == name && canBeUsed(top))
            return top;
        for (auto *child : top->findChildren<QWidget *>(name)) {
            if (canBeUsed(child))
                return child;
        }
    }
    return nullptr;
}

TableView *findTable(const QString &name)
{
    return qobject_cast<TableView *>(find(name));
}

void send(QWidget *widget, QEvent::Type type, QPoint at, Qt::MouseButtons held)
{
    QMouseEvent event(type, at, widget->mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

/// Pressed and released by a timer of their own: a handler that opens a dialog must not run inside the driver's call.
void clickAt(QWidget *widget, QPoint at)
{
    const QPointer<QWidget> target(widget);
    QMetaObject::invokeMethod(
        widget,
        [target, at] {
            if (!target)
                return;
            if (target->focusPolicy() & Qt::ClickFocus)
                target->setFocus(Qt::MouseFocusReason);
            send(target, QEvent::MouseMove, at, Qt::NoButton);
            send(target, QEvent::MouseButtonPress, at, Qt::LeftButton);
            if (target)
                send(target, QEvent::MouseButtonRelease, at, Qt::NoButton);
        },
        Qt::QueuedConnection);
}

void press(QWidget *widget, int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(widget, &up);
}

void replaceText(QLineEdit *edit, const QString &text)
{
    edit->setFocus(Qt::OtherFocusReason);
    press(edit, Qt::Key_A, QString(), Qt::ControlModifier);
    press(edit, Qt::Key_Delete);
    for (const QChar c : text)
        press(edit, Qt::Key_unknown, QString(c));
}

/// By title (without the star of a required column) or by column id.
int sectionOf(const TableView *table, const QString &column)
{
    if (const int byId = table->listModel() ? table->listModel()->sectionOf(column) : -1; byId >= 0)
        return byId;
    const auto *model = table->model();
    for (int section = 0; section < model->columnCount(); ++section) {
        if (model->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString().remove(QLatin1Char('*')) == column)
            return section;
    }
    return -1;
}

QModelIndex indexOf(TableView *table, int row, const QString &column)
{
    return table ? table->model()->index(row, sectionOf(table, column)) : QModelIndex();
}

void clickIndex(TableView *table, const QModelIndex &index)
{
    table->scrollTo(index);
    clickAt(table->viewport(), table->visualRect(index).center());
}

QString shownText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    QStringList texts;
    for (const auto *label : widget->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            texts << label->text();
    }
    return texts.join(QLatin1Char(' '));
}

/// The window with what stands on it, as a user sees it; there is no window manager to ask.
QImage picture()
{
    QWidget *main = nullptr;
    QVector<QWidget *> above;
    for (auto *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        if (top->objectName() == QLatin1String("client"))
            main = top;
        else if (qobject_cast<QDialog *>(top) || top->windowType() == Qt::Popup)
            above.append(top);
    }
    if (!main)
        return {};
    QImage image = main->grab().toImage();
    QPainter painter(&image);
    for (auto *window : above) {
        const QPoint centred((main->width() - window->width()) / 2, (main->height() - window->height()) / 2);
        const QPoint at = window->windowType() == Qt::Popup ? main->mapFromGlobal(window->mapToGlobal(QPoint(0, 0))) : centred;
        if (window->windowType() != Qt::Popup)
            painter.fillRect(main->rect(), QColor(0, 0, 0, 60));
        painter.drawPixmap(at, window->grab());
    }
    return image;
}

}  // namespace

Driver::Driver(QString folder) : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

void Driver::awaitTrue(const QString &what, const std::function<bool()> &condition, int timeoutMs)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        if (waited.elapsed() > timeoutMs)
            throw Stuck(what.toStdString());
        QThread::msleep(kPollMs);
    }
}

void Driver::bringIntoView(const QString &name)
{
    await(name);
    onWindow([name] {
        auto *widget = find(name);
        for (auto *up = widget; up; up = up->parentWidget()) {
            if (auto *area = qobject_cast<QScrollArea *>(up))
                area->ensureWidgetVisible(widget, 0, area->height());
        }
    });
}

void Driver::await(const QString &name, int timeoutMs)
{
    awaitTrue(QStringLiteral("%1 cannot be used").arg(name), [&] { return usable(name); }, timeoutMs);
}

void Driver::awaitGone(const QString &name, int timeoutMs)
{
    awaitTrue(QStringLiteral("%1 is still there").arg(name), [&] { return !usable(name); }, timeoutMs);
}

bool Driver::usable(const QString &name)
{
    return onWindow([&] { return find(name) != nullptr; });
}

void Driver::click(const QString &name)
{
    await(name);
    onWindow([&] {
        if (auto *widget = find(name))
            clickAt(widget, widget->rect().center());
    });
}

void Driver::choose(const QString &button, const QString &entry)
{
    click(button);
    awaitTrue(QStringLiteral("menu of %1").arg(button), [&] {
        return onWindow([&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return false;
            for (auto *action : menu->actions()) {
                if (action->text() == entry && action->isEnabled()) {
                    clickAt(menu, menu->actionGeometry(action).center());
                    return true;
                }
            }
            return false;
        });
    });
    awaitTrue(QStringLiteral("menu closes"), [&] { return onWindow([] { return !QApplication::activePopupWidget(); }); });
}

void Driver::openPage(const QString &title)
{
    awaitTrue(QStringLiteral("page %1").arg(title), [&] {
        return onWindow([&] {
            for (auto *top : QApplication::topLevelWidgets()) {
                for (auto *tree : top->findChildren<QTreeWidget *>()) {
                    const auto items = tree->findItems(title, Qt::MatchExactly | Qt::MatchRecursive);
                    if (items.isEmpty() || !canBeUsed(tree))
                        continue;
                    tree->scrollToItem(items.first());
                    clickAt(tree->viewport(), tree->visualItemRect(items.first()).center());
                    return true;
                }
            }
            return false;
        });
    });
    QThread::msleep(kSettleMs);
}

void Driver::type(const QString &name, const QString &text)
{
    await(name);
    onWindow([&] {
        if (auto *edit = qobject_cast<QLineEdit *>(find(name)))
            replaceText(edit, text);
    });
}

/// A list whose rows are being fetched anew shows the old ones and takes no clicks.
void Driver::awaitRow(const QString &table, int row)
{
    awaitTrue(QStringLiteral("row %1 of %2").arg(row).arg(table), [&] {
        return onWindow([&] {
            const auto *view = findTable(table);
            return view && view->isEnabled() && view->model() && view->model()->rowCount() > row;
        });
    });
}

void Driver::check(const QString &table, int row)
{
    awaitRow(table, row);
    onWindow([&] {
        if (auto *view = findTable(table))
            clickIndex(view, view->model()->index(row, 0));
    });
}

void Driver::clickCell(const QString &table, int row, const QString &column)
{
    awaitRow(table, row);
    onWindow([&] {
        auto *view = findTable(table);
        if (const auto index = indexOf(view, row, column); index.isValid())
            clickIndex(view, index);
    });
}

void Driver::typeCells(const QString &table, const QStringList &texts)
{
    const QString editor = table + QStringLiteral(".editor");
    for (const auto &text : texts) {
        await(editor);
        onWindow([&] {
            auto *edit = qobject_cast<QLineEdit *>(find(editor));
            if (!edit)
                return;
            replaceText(edit, text);
            press(edit, Qt::Key_Tab, QStringLiteral("\t"));
        });
        QThread::msleep(4 * kPollMs);
    }
}

QString Driver::textOf(const QString &name)
{
    return onWindow([&] {
        const auto *widget = find(name);
        return widget ? shownText(widget) : QString();
    });
}

int Driver::rowCount(const QString &table)
{
    return onWindow([&] {
        const auto *view = findTable(table);
        return view && view->model() ? view->model()->rowCount() : -1;
    });
}

QString Driver::cell(const QString &table, int row, const QString &column)
{
    return onWindow([&] { return indexOf(findTable(table), row, column).data(Qt::DisplayRole).toString(); });
}

void Driver::shot(const QString &name)
{
    QThread::msleep(kSettleMs);
    const auto file = QStringLiteral("%1-%2.png").arg(++m_shots, 2, 10, QLatin1Char('0')).arg(name);
    onWindow([&] { picture().save(QDir(m_folder).filePath(file)); });
}

}  // namespace ui
