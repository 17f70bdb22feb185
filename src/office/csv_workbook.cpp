#include "office/csv_workbook.h"

#include "office/csv_text.h"
#include "office/failure.h"

#include <algorithm>

namespace office {

namespace {

constexpr qint64 kReadBlock = 256 << 10;
constexpr qsizetype kSample = 4096;

/// What separates the cells at the start of the file; its first line may be a title.
QChar separatorOf(const QString &start)
{
    const QChar candidates[] = {QLatin1Char('\t'), QLatin1Char(','), QLatin1Char(';')};  // of equals the first
    return *std::max_element(std::begin(candidates), std::end(candidates),
                             [&](QChar a, QChar b) { return start.count(a) < start.count(b); });
}

/// The start of the text, when all of the file is text of this encoding.
std::optional<QString> sampleOf(QIODevice &file, CsvWorkbook::Encoding encoding)
{
    const bool wide = encoding == CsvWorkbook::Encoding::Utf16Le || encoding == CsvWorkbook::Encoding::Utf16Be;
    CsvText text(encoding);
    QString start;
    file.seek(0);
    while (!file.atEnd()) {
        const QByteArray block = file.read(kReadBlock);
        const auto decoded = block.isEmpty() || (!wide && block.contains('\0')) ? std::nullopt : text.next(block);
        if (!decoded)
            return std::nullopt;
        if (start.size() < kSample)
            start += decoded->left(kSample);
    }
    return text.atEnd() ? std::optional(start.left(kSample)) : std::nullopt;
}

QVector<CsvWorkbook::Encoding> possible(const QByteArray &start)
{
    using Encoding = CsvWorkbook::Encoding;
    if (start.startsWith("\xFF\xFE"))
        return {Encoding::Utf16Le};
    if (start.startsWith("\xFE\xFF"))
        return {Encoding::Utf16Be};
    return {Encoding::Utf8, Encoding::Gb18030};
}

}  // namespace

base::Result<std::unique_ptr<Workbook>> CsvWorkbook::open(std::unique_ptr<QIODevice> file, const ReadLimits &limits)
{
    for (const auto encoding : possible(file->peek(2))) {
        const auto start = sampleOf(*file, encoding);
        if (!start)
            continue;
        std::unique_ptr<CsvWorkbook> book(new CsvWorkbook(std::move(file), limits));
        book->m_encoding = encoding;
        book->m_separator = separatorOf(*start);
        return std::unique_ptr<Workbook>(std::move(book));
    }
    return failure("read.unknown", {});
}

base::Result<void> CsvWorkbook::read(int, const RowSink &sink, base::Job &job)
{
    CsvText text(m_encoding);
    CsvRows rows(m_separator, m_limits, sink);
    m_file->seek(0);
    while (!m_file->atEnd()) {
        if (job.cancelled())
            return base::cancelled();
        const auto decoded = text.next(m_file->read(kReadBlock));
        if (!decoded)
            return failure("read.damaged", QStringLiteral("text"));  // it was sound when it was opened
        if (!rows.take(*decoded))
            return rows.error() ? base::Result<void>(*rows.error()) : base::Result<void>();
    }
    rows.finish();
    return rows.error() ? base::Result<void>(*rows.error()) : base::Result<void>();
}

}  // namespace office
