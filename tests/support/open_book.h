#pragma once
// A workbook that nobody cancels the opening of.

#include "office/workbook.h"

namespace tests {

inline base::Result<std::unique_ptr<office::Workbook>> openBook(const QString &path, const office::ReadLimits &limits = {})
{
    base::Job job;
    return office::openWorkbook(path, job, limits);
}

}  // namespace tests
