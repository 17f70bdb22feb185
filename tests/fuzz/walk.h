#pragma once
// What every target does with a workbook that opened: reads all of it, as an import would, and holds it to its promises.

#include "office/workbook.h"

#include <QBuffer>

namespace fuzz {

/// Small caps, so that an input costs milliseconds; those of the product only differ in size.
inline office::ReadLimits limits()
{
    office::ReadLimits small;
    small.entryBytes = 4 << 20;
    small.packageBytes = 8 << 20;
    small.elements = 500'000;
    small.sheets = 100;
    small.sharedStrings = 50'000;
    small.sharedStringBytes = 1 << 20;
    small.cells = 100'000;
    return small;
}

/// A file of these bytes.
std::unique_ptr<QIODevice> deviceOf(const uint8_t *bytes, size_t size);
/// Aborts when a promise of office/workbook.h is broken.
void walk(base::Result<std::unique_ptr<office::Workbook>> book);

}  // namespace fuzz
