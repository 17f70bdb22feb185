#pragma once
// How much memory and processor this process takes, for tests that a thing costs little.

#include <QFile>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <ctime>
#endif

/// A sanitizer keeps what was freed, and takes its time.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// Resident kilobytes: VmRSS now, VmHWM at most since the start or the last resetPeak(). 0 where nobody says.
inline qint64 residentKb(const char *name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QRegularExpression line(QStringLiteral("%1:\\s+(\\d+)").arg(QLatin1String(name)));
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong();
}

inline void resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write("5");
}

/// Of a processor, by this process: what others do on the machine does not count. (On Windows clock() is the wall's.)
inline double processorSeconds()
{
#ifdef Q_OS_WIN
    FILETIME made, ended, kernel, user;
    GetProcessTimes(GetCurrentProcess(), &made, &ended, &kernel, &user);
    const auto ticks = [](const FILETIME &time) { return (quint64(time.dwHighDateTime) << 32) + time.dwLowDateTime; };
    return double(ticks(kernel) + ticks(user)) / 1e7;
#else
    return double(std::clock()) / CLOCKS_PER_SEC;
#endif
}

/// What a hostile file may take of processorSeconds(). Under Wine near half of that is Wine's own heap and system calls; a
/// sanitizer makes everything several times as long.
inline double mostHostileSeconds()
{
    if (kSanitized)
        return 60;
#ifdef Q_OS_WIN
    if (GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "wine_get_version"))
        return 10;
#endif
    return 5;
}
