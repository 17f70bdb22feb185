// Any bytes as a rule pack: what is taken keeps every calculation, window and list that follows from it within bounds.

#include "fuzz/checks.h"
#include "fuzz/promise.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const auto pack = gateway::readRulePack(QString::fromUtf8(reinterpret_cast<const char *>(bytes), qsizetype(size)));
    if (pack)
        fuzz::check(*pack);
    else
        fuzz::checkError(pack.error(), false);
    return 0;
}
