#pragma once
// server.json beside the program: where the business server is. No dialog edits it (manual 3.2.1); an upgrade or an
// administrator does.

#include "base/result.h"

#include <QString>
#include <QUrl>

namespace app {

struct ServerConfig {
    QUrl url;        ///< https; http only to this very machine
    QString caFile;  ///< PEM, trusted beside the system's authorities; empty: none
};

/// Reads `{"url": "https://…/", "caFile": "…"}`; a relative caFile is beside the file. Errors: Validation
/// config.{missing,json,url,insecure,ca-file}.
base::Result<ServerConfig> readServerConfig(const QString &path);

}  // namespace app
