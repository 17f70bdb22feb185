#pragma once
// Texts of cells as XML holds them. What XML cannot hold stands as _x000D_, as Excel has it.

#include <QString>

#include <string>

namespace office {

/// The content of an element or an attribute: UTF-8, escaped.
void appendXml(std::string &to, QStringView text);
/// The other way for what the XML parser leaves: _x000D_ becomes a carriage return.
QString unescaped(const QString &text);

}  // namespace office
