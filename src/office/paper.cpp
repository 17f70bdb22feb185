#include "office/paper.h"

#include "base/durable.h"
#include "office/failure.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace office {

base::Result<void> writePdf(const Paper &paper, const QString &path, base::Job *job)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure("office.write", file.errorString());
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setResolution(254);  // a device unit is a tenth of a millimetre
        writer.setTitle(paper.title);
        QPainter painter(&writer);
        for (int page = 0; page < paper.pages; ++page) {
            if (job && job->cancelled())
                return base::cancelled();
            if (page > 0)
                writer.newPage();
            paper.paint(painter, page);
            if (job)
                job->report(page + 1, paper.pages);
        }
    }
    if (file.error() != QFileDevice::NoError || !base::commitDurably(file))
        return failure("office.write", file.errorString());
    return {};
}

}  // namespace office
