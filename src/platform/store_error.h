#pragma once
// What the files of this room fail with.

#include "base/error.h"

namespace platform {

inline base::Error storeError(const char *code, const QString &detail = {})
{
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QString::fromLatin1(code);
    error.detail = detail;
    return error;
}

}  // namespace platform
