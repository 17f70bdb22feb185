#include "office/paper.h"

#include "office/failure.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace office {

base::Result<void> writePdf(const Paper &paper, const QString &path)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setResolution(254);  // a device unit is a tenth of a millimetre
        writer.setTitle(paper.title);
        QPainter painter(&writer);
        for (int page = 0; page < paper.pages; ++page) {
            if (page > 0)
                writer.newPage();
            paper.paint(painter, page);
        }
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data()) != bytes.size() || !file.commit())
        return failure("office.write", file.errorString());
    return {};
}

}  // namespace office
