#include "office/sheet.h"

#include "office/csv_writer.h"
#include "office/draft.h"
#include "office/failure.h"
#include "office/xlsx_writer.h"

#include <QFile>

namespace office {

namespace {

constexpr qint64 kWindow = 2000;
constexpr qint64 kMostDataRows = 1'048'575;  // one more is the header's

template <class Book>
base::Result<qint64> fill(Book &book, const Sheet &sheet, base::Job &job)
{
    qint64 done = 0;
    while (done < sheet.total) {
        if (job.cancelled())
            return base::cancelled();
        const auto rows = sheet.rows(done, kWindow);
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        for (const auto &row : *rows)
            book.row(row);
        done += qint64(rows->size());
        job.report(done, sheet.total);
    }
    return done;
}

/// Writes all of it as a Book does; the device has the reason when it could not.
template <class Book>
base::Result<qint64> writeAs(QFile &draft, const Sheet &sheet, base::Job &job)
{
    Book book(draft, sheet);
    const auto filled = fill(book, sheet, job);
    if (filled && !book.finish())
        return failure("office.write", draft.errorString());
    return filled;
}

}  // namespace

base::Result<qint64> writeSheet(const QString &path, const Sheet &sheet, base::Job &job)
{
    const bool csv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (!csv && sheet.total > kMostDataRows - sheet.bands.size())
        return failure("office.too-many-rows", QString::number(sheet.total));
    return writeDraft(path, job, [&](QFile &draft) {
        return csv ? writeAs<CsvWriter>(draft, sheet, job) : writeAs<XlsxWriter>(draft, sheet, job);
    });
}

}  // namespace office
