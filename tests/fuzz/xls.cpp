// Any bytes as an .xls; those that begin with a record are put into a sound container first, so that what is found lies
// in the records too.

#include "fuzz/compound.h"
#include "fuzz/walk.h"
#include "office/xls_workbook.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const bool records = size > 2 && bytes[0] == 0x09 && bytes[1] == 0x08;
    const QByteArray file = records ? fuzz::compoundOf({reinterpret_cast<const char *>(bytes), qsizetype(size)})
                                    : QByteArray();
    const auto device = records
                            ? fuzz::deviceOf(reinterpret_cast<const uint8_t *>(file.constData()), size_t(file.size()))
                            : fuzz::deviceOf(bytes, size);
    fuzz::walk(office::XlsWorkbook::open(*device, fuzz::limits()));
    return 0;
}
