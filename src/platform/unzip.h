#pragma once
// Unpacks a zip that may have been made by anybody. What is no plain relative name, no regular file, no stored or deflated
// data, or more than was announced, ends it.

#include "base/job.h"
#include "base/result.h"

#include <QIODevice>

namespace platform {

/// May this be the name of a file inside a package? Relative, of [A-Za-z0-9._+-] parts joined by `/`; no part is `.`, `..`,
/// a name of a Windows device, or ends in a dot. So it means the same on every system.
bool isPlainPath(const QString &path);

/// Reads `zip` from its start through this very device and writes below `folder`, which exists and is empty. Reports unpacked bytes. On an error what was written is left for the caller to remove.
/// Errors: Validation upgrade.package (what is wrong with which entry in the detail), upgrade.unpacked (more than
/// `maxBytes`), Store upgrade.disk, cancelled.
base::Result<qint64> unzip(QIODevice &zip, const QString &folder, qint64 maxBytes, base::Job &job);

}  // namespace platform
