#pragma once
// How much memory this process takes, for tests that a thing costs little.

#include <QFile>
#include <QRegularExpression>

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
