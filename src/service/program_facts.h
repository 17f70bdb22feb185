#pragma once
// What 关于 says about this program.

#include <QString>
#include <QVector>

namespace service {

struct ProgramPart {
    QString name;
    QString version;
    QString licence;
};

struct ProgramFacts {
    int schema = 0;               ///< of the local file, as this program writes it
    QVector<ProgramPart> parts;  ///< work of others in this program
};

/// `folder` is the program's. Its THIRD-PARTY.json (objects with name, version, licence) says what was shipped; without one
/// it is what this build knows of itself. Reads a file.
ProgramFacts programFacts(const QString &folder);

}  // namespace service
