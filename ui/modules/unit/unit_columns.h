#pragma once
// How units and their registrations are shown: the lists of 单位管理, 选择单位 and 参保登记信息, and the words in them.

#include "domain/unit.h"
#include "ui/models/column.h"

namespace ui {

QString unitTypeName(domain::UnitType type);
QString unitStateName(domain::UnitState state);
QString collectionModeName(domain::CollectionMode mode);
/// 2026-07-01 09:30 in China time; 从未 when there is none.
QString lastLoginText(const domain::KnownUnit &unit);

/// `current` is marked; empty: none is. With `full`, authority and mode are shown too and the name is a link.
std::vector<Column<domain::KnownUnit>> knownUnitColumns(const QString &current, bool full);
std::vector<Column<domain::Registration>> registrationColumns();
std::vector<Column<domain::UnitInsurance>> unitInsuranceColumns();

}  // namespace ui
