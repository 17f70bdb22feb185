#pragma once
// A request on its way through a handler: who asks, for what.

#include "taxside/exchange.h"
#include "taxside/json.h"
#include "taxside/problem.h"
#include "taxside/world.h"

namespace taxside {

struct UnitInsurance {
    int position = 0;  ///< its bit in a staff row's cover
    QString insurance;
    QString unitNumber;
    QString agencyCode;
    QString agencyName;
    domain::Month from;
};

/// An insurance registration (登记序号).
struct Registrant {
    qint64 key = 0;
    QString registrationId;
    QString taxNumber;
    QString name;
    domain::UnitType type = domain::UnitType::Enterprise;
    QString authorityCode;
    QString authorityName;
    QString address;
    QString contact;
    qint64 sequence = 0;  ///< of its roster
    int month = 0;        ///< the last pre-processed one
    QVector<UnitInsurance> insurances;
    const ServedPack *pack = nullptr;

    const domain::RulePack &rules() const { return pack->rules; }
    const UnitInsurance *insurance(const QString &code) const;
};

struct Visit {
    World &world;
    const Request &request;
    QString id;  ///< the {id} of the path
    Registrant unit;
    QByteArray tokenHash;
};

using Handler = Answer (*)(const Visit &);

Registrant registrantOf(World &world, qint64 key);
QVector<qint64> allRegistrants(World &world);

Answer answerOf(const Json &body, int status = 200);

}  // namespace taxside
