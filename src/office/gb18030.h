#pragma once
// GB 18030, and with it GBK and GB 2312: what Chinese Excel writes as csv. Qt knows it only together with ICU, which the
// Windows build does without.

#include <QByteArray>
#include <QString>

#include <optional>

namespace office {

/// Nothing when the bytes are not GB 18030.
std::optional<QString> fromGb18030(const QByteArray &bytes);

}  // namespace office
