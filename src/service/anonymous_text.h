#pragma once
// Text for somebody else's eyes (一键诊断), whatever was in it.

#include <QStringList>

namespace service {

/// Without: anything that is not ASCII (names, addresses, the tax side's words), tokens with six digits in a row (document,
/// phone and account numbers; ids of ours, which are UUIDs, stay), what follows token= or password=, and each of `hidden`
/// (the account's name, its folders).
QString anonymousText(const QString &text, const QStringList &hidden);

}  // namespace service
