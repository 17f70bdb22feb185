#include "walk/findings.h"

#include <cstdio>

namespace walk {

void Findings::add(const QString &where, const QString &check, const QString &what)
{
    const QString text = QStringLiteral("%1: %2: %3").arg(where, check, what);
    if (m_said.contains(text))
        return;
    m_said.insert(text);
    ++m_checks[check];
    std::printf("  %s\n", qPrintable(text));
    std::fflush(stdout);
}

QString Findings::line() const
{
    QString text = QStringLiteral("walk");
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
        text += QStringLiteral(" %1=%2").arg(it.key()).arg(it.value());
    return text + QStringLiteral(" failures=%1").arg(failures());
}

}  // namespace walk
