#pragma once
// A variable of this process' environment, whatever is in it.

#include <QString>

#ifdef Q_OS_WIN
#include <cstdlib>
#endif

namespace tests {

/// qputenv() writes in the code page of the system, which cannot hold every path; readers on Windows ask for UTF-16.
inline void setEnvironment(const char *name, const QString &value)
{
#ifdef Q_OS_WIN
    _wputenv_s(QString::fromLatin1(name).toStdWString().c_str(), value.toStdWString().c_str());
#else
    qputenv(name, value.toLocal8Bit());
#endif
}

}  // namespace tests
