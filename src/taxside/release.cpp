#include "taxside/release.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace taxside {

namespace {

/// Nothing when there is no such file.
std::optional<std::string> fileOf(const World &world, const QString &name)
{
    const QString &folder = world.options.releasesFolder;
    QFile file(folder + QLatin1Char('/') + name);
    if (folder.isEmpty() || !QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll().toStdString();
}

}  // namespace

Answer getLatestRelease(const Visit &visit)
{
    const auto &query = visit.request.query;
    const auto platform = query.find("platform");
    if (platform == query.end() || (platform->second != "windows-x64" && platform->second != "linux-x64"))
        throw Problem("invalid-request", QStringLiteral("platform应为windows-x64或linux-x64。"));
    Answer answer;
    const auto offer = fileOf(visit.world, QStringLiteral("latest-%1.json").arg(QString::fromStdString(platform->second)));
    if (offer)
        answer.body = *offer;
    else
        answer.status = 204;
    return answer;
}

Answer getReleaseFile(const Visit &visit)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\z"));
    if (!plain.match(visit.id).hasMatch())
        throw Problem("invalid-request", QStringLiteral("文件名不符合接口约定。"));
    auto content = fileOf(visit.world, visit.id);
    if (!content)
        throw Problem("not-found", QStringLiteral("没有该文件。"));
    Answer answer;
    answer.contentType = "application/octet-stream";
    answer.body = std::move(*content);
    return answer;
}

}  // namespace taxside
