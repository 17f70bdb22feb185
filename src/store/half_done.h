#pragma once
// A database that has lost its name in the middle of something: an encryption, a restore, a return to the version before.
// What lies beside the name is all there is of it. So no start makes a new one there; it says so and leaves everything as it is.

#include "base/error.h"

#include <QString>

#include <optional>

namespace store {

/// The error of a start, Store `store.unfinished`, when the file is missing (or empty) and something is left of one beside
/// it: `<file>.*`, whatever it is called. A note (`.restore-failed`) is nothing.
std::optional<base::Error> halfDone(const QString &path);

}  // namespace store
