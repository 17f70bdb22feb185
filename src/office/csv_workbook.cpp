#include "office/csv_workbook.h"

#include "office/failure.h"
#include "office/gb18030.h"
#include "office/number_text.h"

#include <QStringDecoder>

#include <algorithm>

namespace office {

namespace {

constexpr qint64 kMostCsvBytes = 32LL << 20;  // held as UTF-16, so twice that

std::optional<QString> decoded(const QByteArray &bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder(encoding);
    const QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

std::optional<QString> textOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return decoded(bytes, QStringConverter::Utf16LE);
    if (bytes.startsWith("\xFE\xFF"))
        return decoded(bytes, QStringConverter::Utf16BE);
    if (const auto utf8 = decoded(bytes, QStringConverter::Utf8))
        return utf8;  // a BOM is dropped by the decoder
    return fromGb18030(bytes);
}

/// What separates the cells at the start of the file; its first line may be a title.
QChar separatorOf(const QString &text)
{
    const QString start = text.left(4096);
    const QChar candidates[] = {QLatin1Char('\t'), QLatin1Char(','), QLatin1Char(';')};  // of equals the first
    return *std::max_element(std::begin(candidates), std::end(candidates),
                             [&](QChar a, QChar b) { return start.count(a) < start.count(b); });
}

/// Goes through the text once, cell by cell.
class Scanner final {
public:
    Scanner(const QString &text, QChar separator) : m_text(text), m_separator(separator) {}

    bool atEnd() const { return m_at >= m_text.size(); }
    /// The next cell. `last`: it ends its line.
    QString cell(bool &last)
    {
        const QString value = peek() == QLatin1Char('"') ? quoted() : plain();
        last = peek() != m_separator;
        if (!last)
            ++m_at;
        else
            skipLineEnd();
        return value;
    }

private:
    QChar peek() const { return atEnd() ? QChar() : m_text[m_at]; }
    bool ends(QChar c) const { return c == m_separator || c == QLatin1Char('\n') || c == QLatin1Char('\r'); }

    QString plain()
    {
        const qsizetype from = m_at;
        while (!atEnd() && !ends(m_text[m_at]))
            ++m_at;
        return m_text.mid(from, m_at - from);
    }
    QString quoted()
    {
        QString value;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] != QLatin1Char('"')) {
                value.append(m_text[m_at]);
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == QLatin1Char('"')) {
                value.append(m_text[m_at++]);
            } else {
                ++m_at;
                break;
            }
        }
        return value + plain();  // what follows a closing quote belongs to the cell, as Excel reads it
    }
    void skipLineEnd()
    {
        if (peek() == QLatin1Char('\r'))
            ++m_at;
        if (peek() == QLatin1Char('\n'))
            ++m_at;
    }

    const QString &m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
};

}  // namespace

base::Result<std::unique_ptr<Workbook>> CsvWorkbook::open(std::unique_ptr<QIODevice> file, const ReadLimits &limits)
{
    if (file->size() > kMostCsvBytes)
        return failure("read.too-large", QStringLiteral("file %1").arg(file->size()));
    const QByteArray bytes = file->readAll();
    const bool wide = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    const auto text = !wide && bytes.contains('\0') ? std::nullopt : textOf(bytes);
    if (!text)
        return failure("read.unknown", {});
    std::unique_ptr<CsvWorkbook> book(new CsvWorkbook(limits));
    book->m_separator = separatorOf(*text);
    book->m_text = *text;
    return std::unique_ptr<Workbook>(std::move(book));
}

base::Result<void> CsvWorkbook::read(int, const RowSink &sink, base::Job &job)
{
    Scanner scanner(m_text, m_separator);
    qint64 cells = 0;
    for (qint64 row = 1; !scanner.atEnd(); ++row) {
        if (job.cancelled())
            return base::cancelled();
        if (row > m_limits.rows)
            return failure("read.too-large", QStringLiteral("rows"));
        CellRow values;
        for (bool last = false; !last;) {
            const QString text = scanner.cell(last);
            if (qint64(values.size()) >= m_limits.columns || ++cells > m_limits.cells || text.size() > m_limits.textLength)
                return failure("read.too-large", QStringLiteral("row %1").arg(row));
            values.push_back(textCell(text));
        }
        const bool empty = std::all_of(values.begin(), values.end(), [](const Cell &cell) { return cell.kind == Cell::Kind::Empty; });
        if (!empty && !sink(row, values))
            return {};
    }
    return {};
}

}  // namespace office
