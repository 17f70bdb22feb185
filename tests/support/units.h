#pragma once
// The units most tests work with: of the scenario `shanxi`.

#include <QString>

namespace tests {

inline const QString kUnit = QStringLiteral("10011401000000000001");
inline const QString kTaxNumber = QStringLiteral("91140100MA0000015K");
/// Of a unit that has two registrations.
inline const QString kTwoRegistrations = QStringLiteral("92140105MA0000023K");

}  // namespace tests
