// Any bytes as a csv file.

#include "fuzz/walk.h"
#include "office/csv_workbook.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    fuzz::walk(office::CsvWorkbook::open(fuzz::deviceOf(bytes, size), fuzz::limits()));
    return 0;
}
