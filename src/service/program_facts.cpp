#include "service/program_facts.h"

#include "base/sqlite.h"
#include "platform/cipher.h"
#include "store/migrations.h"

#include <QFile>

namespace service {

namespace {

QVector<ProgramPart> shipped(const QString &folder)
{
    QVector<ProgramPart> parts;
    QFile file(folder + QStringLiteral("/THIRD-PARTY.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return parts;
    for (const auto &line : QString::fromUtf8(file.read(256 * 1024)).split(QLatin1Char('\n'))) {
        const auto cells = line.trimmed().split(QLatin1Char('\t'));
        if (cells.size() == 3)
            parts.append({cells[0], cells[1], cells[2]});
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
            part("libxlsxwriter", {}, "BSD-2-Clause"),
            part("zlib, minizip", {}, "Zlib"),
            part("Material Design Icons", {}, "OFL-1.1, CC-BY-4.0")};
}

}  // namespace

ProgramFacts programFacts(const QString &folder)
{
    auto parts = shipped(folder);
    return {store::schemaVersion(), parts.isEmpty() ? known() : parts};
}

}  // namespace service
