#include "service/program_facts.h"

#include "base/sqlite.h"
#include "platform/cipher.h"
#include "store/migrations.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace service {

namespace {

QVector<ProgramPart> shipped(const QString &folder)
{
    QVector<ProgramPart> parts;
    QFile file(folder + QStringLiteral("/THIRD-PARTY.json"));
    if (!file.open(QIODevice::ReadOnly))
        return parts;
    for (const auto &each : QJsonDocument::fromJson(file.read(1024 * 1024)).array()) {
        const auto text = [&each](const char *key) { return each[QLatin1String(key)].toString(); };
        if (!text("name").isEmpty())
            parts.append({text("name"), text("version"), text("licence")});
    }
    return parts;
}

// docs/dependencies.md
QVector<ProgramPart> known()
{
    const auto part = [](const char *name, const QString &version, const char *licence) {
        return ProgramPart{QString::fromLatin1(name), version, QString::fromLatin1(licence)};
    };
    return {part("Qt", QString::fromLatin1(qVersion()), "LGPL-3.0"),
            part("OpenSSL", platform::cryptoVersion(), "Apache-2.0"),
            part("SQLite", base::sqlite::libraryVersion(), "Public domain"),
            part("spdlog, fmt", {}, "MIT"),
            part("nlohmann/json", {}, "MIT"),
            part("cpp-httplib", {}, "MIT"),
            part("zlib, minizip", {}, "Zlib"),
            part("expat", {}, "MIT"),
            part("Material Design Icons", {}, "OFL-1.1, CC-BY-4.0")};
}

}  // namespace

ProgramFacts programFacts(const QString &folder)
{
    auto parts = shipped(folder);
    return {store::schemaVersion(), parts.isEmpty() ? known() : parts};
}

}  // namespace service
