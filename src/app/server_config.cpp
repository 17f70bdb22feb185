#include "app/server_config.h"

#include <QFile>
#include <QFileInfo>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") || host == QLatin1String("::1");
}

}  // namespace

base::Result<ServerConfig> readServerConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::validation(QStringLiteral("config.missing"), QFileInfo(path).fileName());
    const auto document = QJsonDocument::fromJson(file.read(64 * 1024));
    if (!document.isObject())
        return base::validation(QStringLiteral("config.json"), QFileInfo(path).fileName());
    const auto object = document.object();
    ServerConfig config;
    QString address = object[QLatin1String("url")].toString();
    if (!address.endsWith(QLatin1Char('/')))
        address += QLatin1Char('/');
    config.url = QUrl(address, QUrl::StrictMode);
    if (!config.url.isValid() || config.url.host().isEmpty() || !config.url.userInfo().isEmpty())
        return base::validation(QStringLiteral("config.url"), QFileInfo(path).fileName());
    const bool secure = config.url.scheme() == QLatin1String("https");
    if (!secure && !(config.url.scheme() == QLatin1String("http") && isThisMachine(config.url.host())))
        return base::validation(QStringLiteral("config.insecure"), QFileInfo(path).fileName());
    const QString ca = object[QLatin1String("caFile")].toString();
    if (!ca.isEmpty()) {
        config.caFile = QFileInfo(path).dir().absoluteFilePath(ca);
        if (!QFileInfo(config.caFile).isReadable())
            return base::validation(QStringLiteral("config.ca-file"), QFileInfo(path).fileName());
    }
    return config;
}

}  // namespace app
