#include "platform/protect.h"

namespace platform {

std::optional<QByteArray> protect(const QByteArray &secret)
{
    return secret;
}

std::optional<QByteArray> unprotect(const QByteArray &stored)
{
    return stored;
}

}  // namespace platform
