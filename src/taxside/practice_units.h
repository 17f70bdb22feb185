#pragma once
// Who can be played in practice mode (X14): the units that a scenario is named after.

#include <QList>
#include <QString>

namespace taxside {

struct PracticeUnit {
    QString scenario;  ///< Options::scenario: its own unit has Options::employees people
    QString name;
    QString taxNumber;
    QString password;  ///< the initial one; a unit's own from its first login on
    QString region;
    bool delegated = false;  ///< 税务代征
};

QList<PracticeUnit> practiceUnits();

}  // namespace taxside
