#pragma once
// What Qt reports about a failed exchange, as an Error.

#include "base/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace http {

struct Failure {
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QList<QSslError> tlsErrors;
    QString text;       ///< Qt's words
    bool proxied = false;
    QString proxyHost;
    bool unsent = false;     ///< provably nothing left
    bool connected = false;  ///< the request, or its first bytes, went to a connection
};

base::Error toError(const Failure &failure);
base::Error makeError(base::Error::Kind kind, const char *code, base::Sent sent);

}  // namespace http
