#pragma once
// How every file of this room comes into being: as a draft in Scratch, and in its place only when it is whole.

#include "base/job.h"
#include "base/result.h"

#include <QString>

#include <functional>

class QFile;

namespace office {

/// Has `write` fill the draft and returns what it does. Errors: Office office.write, Cancelled, and those of `write`, after
/// which what lay at `path` is as it was.
base::Result<qint64> writeDraft(const QString &path, base::Job &job, const std::function<base::Result<qint64>(QFile &draft)> &write);

}  // namespace office
