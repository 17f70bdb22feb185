#pragma once
// A release of this program, as its signed manifest describes it (U1, X11).

#include <QDateTime>
#include <QStringList>

namespace domain {

struct Release {
    QString version;         ///< 1.4.0
    QString minimumVersion;  ///< older ones need the new setup program
    QString platform;        ///< windows-x64, linux-x64
    QString package;         ///< name at the tax side, hostile until checked
    qint64 size = 0;         ///< bytes of the package
    QByteArray sha256;       ///< of the package, 32 bytes
    qint64 unpackedSize = 0;
    QByteArray filesSha256;  ///< of files.txt in the package, 32 bytes
    QDateTime publishedAt;
    QDateTime expiresAt;
    QStringList notes;  ///< what is new, a line each
};

}  // namespace domain
