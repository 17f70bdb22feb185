#pragma once
// The program cannot start: a window of its own says why, and what can be done about it.

#include "base/error.h"
#include "service/diagnosis_service.h"
#include "ui/shell/prompt.h"

namespace ui {

struct Refused {
    base::Error error;
    QString dataFolder;
    service::ProgramPlace program;
};
/// True when the start should be tried again.
using Ended = std::function<void(bool again)>;

/// Data that cannot be read any more is opened by the backup password (app/recover_key.h) or set aside (app/set_aside.h), if
/// the user says so. Every refusal has its diagnosis (X13).
void sayRefusal(Prompt &prompt, QWidget *owner, const Refused &refused, Ended ended);

}  // namespace ui
