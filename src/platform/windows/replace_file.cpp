// Not QSaveFile: its rename neither reaches the disk before it returns, nor is tried again when a virus scanner, which
// looks at every new file, holds the old or the new one for a moment; nor is QFile's opening. Who may read it, the folder says.

#include "base/durable.h"
#include "base/windows/patiently.h"
#include "platform/paths.h"
#include "platform/store_error.h"

#include <QDir>

#include <string>

namespace platform {

namespace {

std::wstring nativeName(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

bool writeThrough(const std::wstring &name, const QByteArray &content)
{
    HANDLE file = INVALID_HANDLE_VALUE;
    const bool opened = base::patiently([&] {
        file = CreateFileW(name.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
        return file != INVALID_HANDLE_VALUE;
    });
    if (!opened)
        return false;
    DWORD written = 0;
    const auto size = static_cast<DWORD>(content.size());
    const bool good = WriteFile(file, content.constData(), size, &written, nullptr) && written == size
                      && FlushFileBuffers(file);
    const DWORD error = GetLastError();
    CloseHandle(file);
    SetLastError(error);
    return good;
}

}  // namespace

base::Result<void> replaceFile(const QString &path, const QByteArray &content)
{
    const auto draft = path + QStringLiteral(".new");
    const auto fresh = nativeName(draft);
    const bool replaced = writeThrough(fresh, content) && base::replaceDurably(draft, path);
    if (replaced)
        return {};
    const DWORD error = GetLastError();
    DeleteFileW(fresh.c_str());
    return storeError("file.write", QStringLiteral("Windows error %1").arg(error));
}

base::Result<QByteArray> readFile(const QString &path)
{
    const auto name = nativeName(path);
    HANDLE file = INVALID_HANDLE_VALUE;
    const bool opened = patiently([&] {
        file = CreateFileW(name.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                           OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
        return file != INVALID_HANDLE_VALUE;
    });
    if (!opened)
        return storeError("vault.read", QStringLiteral("Windows error %1").arg(GetLastError()));
    QByteArray content;
    char piece[4096];
    DWORD count = 0;
    bool good = false;
    while ((good = ReadFile(file, piece, sizeof piece, &count, nullptr)) && count > 0)
        content.append(piece, static_cast<qsizetype>(count));
    const DWORD error = GetLastError();
    CloseHandle(file);
    if (!good)
        return storeError("vault.read", QStringLiteral("Windows error %1").arg(error));
    return content;
}

}  // namespace platform
