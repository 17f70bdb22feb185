#pragma once
// A compound file around one stream: Workbook.

#include <QByteArray>

namespace fuzz {

QByteArray compoundOf(const QByteArray &stream);

}  // namespace fuzz
