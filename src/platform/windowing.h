#pragma once
// What the window system has to be told, and Qt does not tell it. Nothing outside Windows.

#include <QtGlobal>

namespace platform {

/// The title bar of a top-level window (QWidget::winId) follows the program's theme and not the system's.
void setTitleBarDark(quintptr window, bool dark);
/// Lets the first program bring its window to the front: Windows allows it only to who has the user's attention, which a
/// second start has and passes on.
void allowRaise();

}  // namespace platform
