#pragma once
// A unit (参保单位) as the tax side knows it. `registrationId` (登记序号) is its key everywhere.

#include "domain/month.h"

#include <QString>
#include <QVector>

#include <optional>

namespace domain {

enum class CollectionMode { Self, Delegated };  ///< 税务自主征收, 税务代征 (manual 1.2)
enum class UnitType { Enterprise, Government, Institution, Association, PrivateNonprofit, SelfEmployed };
enum class UnitState { Normal, Suspended, Ended };

/// What the tax side returns for a tax number before any login (L1, L2).
struct Registration {
    QString registrationId;
    QString taxNumber;
    QString name;
    UnitType unitType = UnitType::Enterprise;
    QString authorityCode;
    QString authorityName;  ///< 主管税务机关
    QString region;
    QString regionName;
    CollectionMode mode = CollectionMode::Self;
    bool initialPassword = false;  ///< the generated password is still in force (L3)
    QString hintInsurance;         ///< whose 单位编号 its last six digits are
    QString hintUnitNumber;        ///< masked
};

struct UnitInsurance {
    QString unitNumber;  ///< 单位编号
    QString insurance;   ///< AAE140 code
    QString insuranceName;
    QString agencyCode;
    QString agencyName;  ///< 社保经办机构
    UnitState state = UnitState::Normal;
    Month from;
    std::optional<Month> to;
};

struct Unit {
    QString registrationId;
    QString taxNumber;
    QString name;
    UnitType unitType = UnitType::Enterprise;
    UnitState state = UnitState::Normal;
    QString authorityCode;
    QString authorityName;
    QString region;
    QString regionName;
    QString address;
    QString contact;
    QVector<UnitInsurance> insurances;
};

/// A unit as 单位管理 lists it (L6).
struct KnownUnit {
    QString registrationId;
    QString taxNumber;
    QString name;
    QString authorityName;
    QString regionName;
    CollectionMode mode = CollectionMode::Self;
    std::optional<QString> lastLogin;  ///< RFC 3339, UTC
};

/// What is stored of a unit on this computer, and would go with it.
struct UnitHoldings {
    qint64 staff = 0;
    qint64 draftLines = 0;
    qint64 submissions = 0;
    qint64 certificates = 0;
    qint64 declaredMonths = 0;
    bool openSubmissions = false;  ///< some have no result yet: its data cannot be erased now
};

struct Session {
    QString token;
    QString expiresAt;  ///< RFC 3339, UTC
    bool mustChangePassword = false;
};

}  // namespace domain
