#include "service/export.h"

namespace service {

base::Result<qint64> exportSheet(const Sheet &sheet, const QString &path, base::Job &job)
{
    return office::writeSheet(path, sheet, job);
}

base::Result<void> exportPdf(const Paper &paper, const QString &path, base::Job &job)
{
    return office::writePdf(paper, path, &job);
}

}  // namespace service
