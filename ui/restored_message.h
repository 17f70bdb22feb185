#pragma once
// What became of a restore, said by the start that applied it.

#include "store/restore.h"
#include "ui/widgets/message_strip.h"

namespace ui {

MessageStrip::Message restoredMessage(const store::RestoreReport &report);

}  // namespace ui
