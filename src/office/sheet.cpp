#include "office/sheet.h"

#include "base/durable.h"
#include "office/csv_writer.h"
#include "office/failure.h"
#include "office/scratch.h"
#include "office/xlsx_writer.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace office {

namespace {

constexpr qint64 kWindow = 2000;
constexpr qint64 kMostRows = 1'048'575;  // one more is the header's
constexpr qint64 kCopied = 1 << 20;

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

/// Puts the finished book in place; one that is open in Excel stays, and is said.
base::Result<void> place(QFile &draft, const QString &path, base::Job &job)
{
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return failure("office.write", target.errorString());
    if (!draft.flush() || !draft.seek(0))
        return failure("office.write", draft.errorString());
    while (!draft.atEnd()) {
        if (job.cancelled())
            return base::cancelled();
        const QByteArray block = draft.read(kCopied);
        if (block.isEmpty() || target.write(block) != block.size())
            return failure("office.write", block.isEmpty() ? draft.errorString() : target.errorString());
    }
    if (!base::commitDurably(target))
        return failure("office.write", target.errorString());
    return {};
}

}  // namespace

base::Result<qint64> writeSheet(const QString &path, const Sheet &sheet, base::Job &job)
{
    const bool csv = path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    if (!csv && sheet.total > kMostRows - sheet.bands.size())
        return failure("office.too-many-rows", QString::number(sheet.total));
    if (!QFileInfo(QFileInfo(path).path()).isWritable())  // said now, not after a hundred thousand rows
        return failure("office.write", QStringLiteral("folder not writable"));
    const auto draft = Scratch::file();
    if (!draft)
        return failure("office.write", QStringLiteral("no place for the draft"));
    const auto filled = csv ? writeAs<CsvWriter>(*draft, sheet, job) : writeAs<XlsxWriter>(*draft, sheet, job);
    if (!filled)
        return filled;
    if (const auto placed = place(*draft, path, job); !placed)
        return placed.error();
    return filled;
}

}  // namespace office
