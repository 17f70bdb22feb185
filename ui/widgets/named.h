#pragma once
// Every interactive widget has an object name (`<page>.<thing>`, what tests look for) and an accessible name (what a
// screen reader says).

#include <QWidget>

namespace ui {

template <class W>
W *named(W *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    return widget;
}

}  // namespace ui
