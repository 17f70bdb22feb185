#pragma once
// The small questions of safeText(): characters, entities, attributes, addresses.

#include <QString>

namespace domain {

/// Characters that steer the display instead of being seen: what stands there must read as it is.
bool isSteering(char16_t c);
/// With its entities read; nothing of a document's own making is one.
QString decodedText(QStringView text);
/// The value of one attribute in what stands between the name and the end of a tag.
QString attributeOf(QStringView rest, QLatin1String wanted);
/// Only addresses that say where they lead: the web, a host, and no user name that could be taken for one. Empty: none.
QString safeAddress(const QString &written);

}  // namespace domain
