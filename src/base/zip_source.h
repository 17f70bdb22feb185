#pragma once
// Lets minizip read from a QIODevice that is open already, so that what was checked and what is unpacked are one thing; and
// write to one.

#include <QIODevice>

#include <unzip.h>

namespace base {

/// `device` outlives the archive; whoever opened it closes it.
zlib_filefunc64_def zipSourceOf(QIODevice &device);

}  // namespace base
