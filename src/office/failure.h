#pragma once
// The errors of this room.

#include "base/error.h"

namespace office {

inline base::Error failure(const char *code, const QString &detail)
{
    base::Error error;
    error.kind = base::Error::Kind::Office;
    error.code = QString::fromLatin1(code);
    error.detail = detail;
    return error;
}

}  // namespace office
