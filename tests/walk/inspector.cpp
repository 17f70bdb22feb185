#include "walk/inspector.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace walk {

bool isPartOfQt(const QWidget *widget)
{
    static const QSet<QString> parts{QStringLiteral("QLineEditIconButton"),
                                     QStringLiteral("QTableCornerButton"),
                                     QStringLiteral("QComboBoxPrivateContainer"),
                                     QStringLiteral("QComboBoxListView"),
                                     QStringLiteral("QTabBarPrivate"),
                                     QStringLiteral("QScrollBar"),
                                     QStringLiteral("QCalendarView")};
    if (parts.contains(QString::fromLatin1(widget->metaObject()->className()))
        || widget->objectName().startsWith(QLatin1String("qt_")))
        return true;
    const auto *parent = widget->parentWidget();
    if (qobject_cast<const QHeaderView *>(widget))
        return true;  // the table's keys act on its columns
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
}

bool takesInput(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
           || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
           || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QTextEdit *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget);
}

QString nameOf(const QWidget *widget)
{
    QString name = QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    for (auto *up = widget->parentWidget(); widget->objectName().isEmpty() && up; up = up->parentWidget()) {
        if (!up->objectName().isEmpty())
            return name + QStringLiteral("in ") + up->objectName();
    }
    return name;
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return edit->text().isEmpty() ? edit->placeholderText() : edit->displayText();
    if (const auto *group = qobject_cast<const QGroupBox *>(widget))
        return group->title();
    return {};
}

void Inspector::fail(const char *check, const QWidget *widget, const QString &what)
{
    m_findings.add(m_where, QString::fromLatin1(check), nameOf(widget) + QLatin1Char(' ') + what);
}

void Inspector::look(const QString &where, QWidget *top)
{
    m_where = where;
    QApplication::setActiveWindow(top->window());
    // For whoever wants to see what was looked at.
    if (const auto folder = qEnvironmentVariable("WALK_PICTURES"); !folder.isEmpty())
        top->grab().save(
            QDir(folder).filePath(QString(where).replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".png")));
    if (top->width() > m_looks.screen.width() || top->height() > m_looks.screen.height())
        fail("larger than the screen", top, QStringLiteral("%1×%2").arg(top->width()).arg(top->height()));
    texts(top);
    if (m_looks.contrast && !m_looks.marked)
        contrast(top);
    names(top);
    if (!m_looks.marked) {
        if (top->windowType() != Qt::Popup)
            tabs(top);
        inputMethod(top);
    }
}

void Inspector::lookAtTexts(const QString &where, const QList<QAction *> &actions)
{
    m_where = where;
    const QWidget none;
    for (const auto *action : actions) {
        if (!action->isSeparator())
            checkLanguage(&none, action->text(), true);
    }
}

}  // namespace walk
