#include "ui/widgets/pick_edit.h"

#include "ui/widgets/field_action.h"
#include "ui/widgets/named.h"

#include <QAction>
#include <QKeyEvent>

namespace ui {

PickEdit::PickEdit(const QString &objectName, const QString &accessibleName, const Look &look, QWidget *parent)
    : QLineEdit(parent)
{
    named(this, objectName, accessibleName);
    setPlaceholderText(look.placeholder);
    setMinimumWidth(look.width);
    auto *pick = addFieldAction(this, QStringLiteral("pick"), look.pick, Icon::Calendar);
    connect(pick, &QAction::triggered, this, [this] { openPopup(); });
    connect(this, &QLineEdit::editingFinished, this, &PickEdit::normalise);
}

void PickEdit::put(const QString &value)
{
    setText(value);
    normalise();
}

void PickEdit::choose(const QString &value)
{
    setText(value);
    setModified(true);
    normalise();
}

void PickEdit::normalise()
{
    const auto read = readable();
    if (!read.isEmpty() && text() != read) {
        setText(read);
        setModified(true);
    }
    setProperty("invalid", !isAcceptable());
    update();
}

void PickEdit::keyPressEvent(QKeyEvent *event)
{
    const bool open = event->key() == Qt::Key_F4
        || (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier));
    if (open)
        openPopup();
    else
        QLineEdit::keyPressEvent(event);
}

}  // namespace ui
