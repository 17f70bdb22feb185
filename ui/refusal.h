#pragma once
// The program cannot start: a window of its own says why, and what can be done about it.

#include "base/error.h"
#include "ui/shell/prompt.h"

namespace ui {

/// `ended`: true when the start should be tried again. Data that cannot be read any more is set aside if the user says so
/// (app/set_aside.h); `dataFolder` is where it is.
void sayRefusal(Prompt &prompt, QWidget *owner, const base::Error &error, const QString &dataFolder,
                std::function<void(bool again)> ended);

}  // namespace ui
