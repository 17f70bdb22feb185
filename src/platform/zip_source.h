#pragma once
// Lets minizip read from a QIODevice that is open already, so that what was checked and what is unpacked are one thing.

#include <QIODevice>

#include <unzip.h>

namespace platform {

zlib_filefunc64_def sourceOf(QIODevice &device);

}  // namespace platform
