#pragma once
// The small button inside a field: the calendar of MonthEdit, the eye of PasswordEdit.

#include "ui/style/icons.h"

class QAction;
class QLineEdit;

namespace ui {

/// At the field's end; object name `<field>.<id>`. `name` is its tooltip and accessible name.
QAction *addFieldAction(QLineEdit *field, const QString &id, const QString &name, Icon iconId,
                        IconColor color = IconColor::Secondary);
void renameFieldAction(QLineEdit *field, QAction *action, const QString &name);

}  // namespace ui
