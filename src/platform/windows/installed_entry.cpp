#include "platform/installed_entry.h"

#include <QDir>

#include <windows.h>

namespace platform {

namespace {

// installer/shebao.nsi writes it, for this user or for all.
const auto kEntry = L"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Shebao";

QString folderOf(HKEY entry)
{
    wchar_t folder[32768];
    DWORD bytes = sizeof folder;
    if (RegGetValueW(entry, nullptr, L"InstallLocation", RRF_RT_REG_SZ, nullptr, folder, &bytes) != ERROR_SUCCESS)
        return {};
    return QDir::cleanPath(QDir::fromNativeSeparators(QString::fromWCharArray(folder)));
}

}  // namespace

void setInstalledVersion(const QString &folder, const QString &version)
{
    const auto text = version.toStdWString();
    for (const HKEY hive : {HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE}) {
        HKEY entry = nullptr;
        // Setup is a 64-bit program's, whatever it is itself.
        if (RegOpenKeyExW(hive, kEntry, 0, KEY_QUERY_VALUE | KEY_SET_VALUE | KEY_WOW64_64KEY, &entry) != ERROR_SUCCESS)
            continue;
        if (folderOf(entry).compare(QDir::cleanPath(folder), Qt::CaseInsensitive) == 0)
            RegSetValueExW(entry, L"DisplayVersion", 0, REG_SZ, reinterpret_cast<const BYTE *>(text.c_str()),
                           DWORD((text.size() + 1) * sizeof(wchar_t)));
        RegCloseKey(entry);
    }
}

}  // namespace platform
