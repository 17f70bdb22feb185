#include "ui/widgets/field_action.h"

#include <QAction>
#include <QLineEdit>
#include <QToolButton>

namespace ui {
namespace {

/// Qt makes the button and gives no access to it but this.
QToolButton *buttonOf(QLineEdit *field, QAction *action)
{
    for (auto *button : field->findChildren<QToolButton *>()) {
        if (button->defaultAction() == action)
            return button;
    }
    return nullptr;
}

}  // namespace

QAction *addFieldAction(QLineEdit *field, const QString &id, const QString &name, Icon iconId, IconColor color)
{
    auto *action = field->addAction(icon(iconId, color), QLineEdit::TrailingPosition);
    action->setObjectName(field->objectName() + QLatin1Char('.') + id);
    renameFieldAction(field, action, name);
    if (auto *button = buttonOf(field, action))
        button->setObjectName(action->objectName() + QStringLiteral(".button"));
    return action;
}

void renameFieldAction(QLineEdit *field, QAction *action, const QString &name)
{
    action->setText(name);
    action->setToolTip(name);
    if (auto *button = buttonOf(field, action))
        button->setAccessibleName(name);
}

}  // namespace ui
