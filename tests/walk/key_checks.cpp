// Whether one can work without a mouse, without sight, and with an input method.
#include "walk/inspector.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>
#include <QValidator>

namespace walk {

namespace {

bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
           || qobject_cast<const QPlainTextEdit *>(widget);
}

/// One of a group of radio buttons is reached by Tab, the others by the arrow keys.
bool isReachedByArrows(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool exclusive = button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
    return exclusive && button->isCheckable();
}

bool isReachable(const QWidget *widget, const QWidget *top)
{
    return widget->isVisibleTo(top) && widget->isVisible() && widget->isEnabled() && !widget->focusProxy();
}

}  // namespace

void Inspector::names(QWidget *top)
{
    for (auto *widget : top->findChildren<QWidget *>()) {
        if (isTextField(widget) && widget->window()->windowType() == Qt::Popup)
            fail("text field in a popup", widget, {});
        if (!widget->isVisible() || isPartOfQt(widget))
            continue;
        if (!takesInput(widget) && !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        m_findings.count(QStringLiteral("checks"), 2);
        if (widget->objectName().isEmpty())
            fail("no object name", widget, textOf(widget));
        auto *said = QAccessible::queryAccessibleInterface(widget);
        if (!said || said->text(QAccessible::Name).trimmed().isEmpty())
            fail("no accessible name", widget, textOf(widget));
    }
}

void Inspector::tabs(QWidget *top)
{
    QSet<const QWidget *> wanted;
    for (auto *widget : top->findChildren<QWidget *>()) {
        if (!isReachable(widget, top) || isPartOfQt(widget) || widget->window() != top->window())
            continue;
        if ((widget->focusPolicy() & Qt::TabFocus) && !isReachedByArrows(widget))
            wanted.insert(widget);
        else if (takesInput(widget) && !isReachedByArrows(widget) && !(widget->focusPolicy() & Qt::TabFocus))
            fail("cannot be reached by Tab", widget, textOf(widget));
    }
    if (wanted.isEmpty())
        return;
    QApplication::setActiveWindow(top->window());
    auto *before = QApplication::focusWidget();
    if (!before || before->window() != top->window()) {
        const_cast<QWidget *>(*wanted.cbegin())->setFocus(Qt::TabFocusReason);
        before = QApplication::focusWidget();
    }
    int still = 0;
    QSet<const QWidget *> met;
    for (int step = 0; step < 400 && !wanted.isEmpty(); ++step) {
        const auto *now = QApplication::focusWidget();
        if (!now)
            break;
        wanted.remove(now);
        QTest::keyClick(const_cast<QWidget *>(now), Qt::Key_Tab);
        const auto *next = QApplication::focusWidget();
        still = next == now ? still + 1 : 0;
        m_findings.count(QStringLiteral("checks"));
        if (still > 3) {
            fail("focus trap", now, {});
            break;
        }
        if (met.contains(next) && met.size() > 1 && next == before)
            break;
        met.insert(next);
    }
    if (still <= 3) {
        for (const auto *widget : wanted) {
            if (isReachable(widget, top))
                fail("never reached by Tab", widget, textOf(widget));
        }
    }
    if (before)
        before->setFocus(Qt::OtherFocusReason);
}

/// Pinyin as it is being typed is shown and is not yet text; what is chosen becomes text.
void Inspector::inputMethod(QWidget *top)
{
    for (auto *edit : top->findChildren<QLineEdit *>()) {
        if (!edit->isVisible() || !edit->isEnabled() || edit->isReadOnly() || isPartOfQt(edit))
            continue;
        if (edit->echoMode() != QLineEdit::Normal)
            continue;  // what is hidden is typed key by key
        m_findings.count(QStringLiteral("fields"));
        edit->setFocus(Qt::OtherFocusReason);
        const QString before = edit->text();
        if (!edit->testAttribute(Qt::WA_InputMethodEnabled)) {
            fail("no input method", edit, {});
            continue;
        }
        QInputMethodEvent composing(QStringLiteral("zhong"), {});
        QApplication::sendEvent(edit, &composing);
        if (edit->text().contains(QStringLiteral("zhong")))
            fail("preedit is taken as text", edit, edit->text());
        QInputMethodEvent chosen;
        chosen.setCommitString(QStringLiteral("中"));
        QApplication::sendEvent(edit, &chosen);
        const bool free = !edit->validator() && edit->inputMask().isEmpty() && before.size() < edit->maxLength();
        if (free && !edit->text().contains(QStringLiteral("中")))
            fail("what is chosen does not arrive", edit, edit->text());
        edit->setText(before);
    }
}

}  // namespace walk
