#pragma once
// The books of a practice world are made before its window opens. A million people take minutes, so a window says what
// is going on and lets the user give up.

#include "base/result.h"
#include "taxside/options.h"

class QApplication;

namespace ui {

/// Returns soon when the books are there. Error: what kept the reference tax side from starting; Cancelled when the user
/// closed the window: the work is one transaction, and the process may end in the middle of it.
base::Result<void> preparePractice(QApplication &application, const taxside::Options &options);

}  // namespace ui
