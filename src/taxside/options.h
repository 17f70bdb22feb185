#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace taxside {

struct Options {
    QString listenHost = QStringLiteral("127.0.0.1");
    int port = 0;    ///< 0: any free one
    QString dbFile;  ///< empty: a private temporary database that goes with the server
    QByteArray dbKey;  ///< of base/encrypted_files.h; a file that is still plain is encrypted with it (practice mode, X3)
    QString scenario = QStringLiteral("shanxi");
    int employees = 60;  ///< roster entries of the scenario's own unit
    quint32 seed = 1;
    QStringList faults;  ///< see faults.h
    QString releasesFolder;  ///< what installer/release has written; empty: there are none
    bool admin = false;  ///< offer /admin, for tests
    QString tlsCert;     ///< PEM; with tlsKey the server speaks TLS 1.2+
    QString tlsKey;
    int feedbackMs = 2500;  ///< how long a verdict takes
};

}  // namespace taxside
