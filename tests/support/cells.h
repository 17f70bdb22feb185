#pragma once
// Cells as a test writes them: 张三, [3000.5] for a number, {2026-07-01} for a date, !#REF! for one without a value.

#include "office/workbook.h"

inline QString shown(const office::Cell &cell)
{
    using Kind = office::Cell::Kind;
    switch (cell.kind) {
    case Kind::Empty: return {};
    case Kind::Text: return cell.text;
    case Kind::Number: return QLatin1Char('[') + cell.text + QLatin1Char(']');
    case Kind::Date: return QLatin1Char('{') + cell.text + QLatin1Char('}');
    case Kind::NoValue: return QLatin1Char('!') + cell.text;
    }
    return {};
}
