#include "platform/protect.h"

#include <windows.h>

#include <wincrypt.h>

namespace platform {

namespace {

DATA_BLOB blobOf(const QByteArray &bytes)
{
    return {static_cast<DWORD>(bytes.size()), reinterpret_cast<BYTE *>(const_cast<char *>(bytes.constData()))};
}

/// Wiped, because one of the two is the secret.
QByteArray taken(const DATA_BLOB &blob)
{
    QByteArray bytes(reinterpret_cast<const char *>(blob.pbData), static_cast<qsizetype>(blob.cbData));
    SecureZeroMemory(blob.pbData, blob.cbData);
    LocalFree(blob.pbData);
    return bytes;
}

}  // namespace

std::optional<QByteArray> protect(const QByteArray &secret)
{
    DATA_BLOB in = blobOf(secret);
    DATA_BLOB out{};
    if (!CryptProtectData(&in, L"Shebao", nullptr, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &out))
        return std::nullopt;
    return taken(out);
}

std::optional<QByteArray> unprotect(const QByteArray &stored)
{
    DATA_BLOB in = blobOf(stored);
    DATA_BLOB out{};
    if (!CryptUnprotectData(&in, nullptr, nullptr, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &out))
        return std::nullopt;
    return taken(out);
}

}  // namespace platform
