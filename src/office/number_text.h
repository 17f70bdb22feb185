#pragma once
// Numbers and dates of cells as texts, and the small numbers of the formats.

#include "office/workbook.h"

#include <QDate>

#include <optional>
#include <string>
#include <string_view>

namespace office {

/// Trimmed of what cannot be seen; a text of nothing is an empty cell.
Cell textCell(QString text);
/// The shortest decimal that means this number, never with an exponent: 3000.5, 201907.
Cell numberCell(double value);
/// The same of a number that is written as people write it, `-0012.50`, with 15 digits at most: without ever being a double.
/// Nothing for any other.
std::optional<Cell> plainNumberCell(std::string_view text);
/// A serial day number; the time of the day is dropped. Days before 1900-03-01 are off by one in Excel's own calendar and
/// come as numbers.
Cell dateCell(double serial, bool epoch1904);
/// The other way; nothing for days that Excel's calendar does not have.
std::optional<qint64> serialOf(QDate day);
/// Does this number format show a date? By its letters outside quotes and brackets.
bool isDateFormat(std::string_view code);
/// The formats that have a number but no code in the file.
bool isBuiltInDateFormat(qint64 number);

/// Digits only; nothing for anything else or more than 15 of them.
std::optional<qint64> wholeNumber(std::string_view text);
/// A for 0, AB for 27.
std::string lettersOf(size_t column);
/// 0 for A1, 27 for AB7; -1 when there is no letter, or too many.
qint64 columnOf(std::string_view reference);

}  // namespace office
