#include "office/csv_text.h"

#include "office/failure.h"
#include "office/number_text.h"

namespace office {

namespace {

QStringConverter::Encoding encodingOf(CsvWorkbook::Encoding encoding)
{
    switch (encoding) {
    case CsvWorkbook::Encoding::Utf16Le: return QStringConverter::Utf16LE;
    case CsvWorkbook::Encoding::Utf16Be: return QStringConverter::Utf16BE;
    case CsvWorkbook::Encoding::Utf8:
    case CsvWorkbook::Encoding::Gb18030: break;
    }
    return QStringConverter::Utf8;
}

}  // namespace

CsvText::CsvText(CsvWorkbook::Encoding encoding)
    : m_isChinese(encoding == CsvWorkbook::Encoding::Gb18030), m_decoder(encodingOf(encoding))
{
}

std::optional<QString> CsvText::next(const QByteArray &block)
{
    if (m_isChinese)
        return m_chinese.next(block);
    QString text = m_decoder.decode(block);  // a BOM is dropped
    return m_decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

bool CsvRows::take(QStringView text)
{
    for (const QChar c : text) {
        const bool newline = c == u'\n' && std::exchange(m_afterReturn, false);  // the second half of a line's end
        m_afterReturn = false;
        if (newline && m_in == In::Start && m_cells.empty())
            continue;
        if (m_in == In::Quotes) {
            if (c == u'"')
                m_in = In::Quote;
            else
                m_cell.append(c);
        } else if (m_in == In::Quote && c == u'"') {
            m_cell.append(c);
            m_in = In::Quotes;
        } else if (m_in == In::Start && c == u'"') {
            m_in = In::Quotes;
        } else if (c == m_separator) {
            if (!endCell())
                return false;
        } else if (c == u'\n' || c == u'\r') {
            m_afterReturn = c == u'\r';
            if (!endRow())
                return false;
        } else {
            m_cell.append(c);
            m_in = In::Plain;
        }
        if (m_cell.size() > m_limits.textLength)
            return fail();
    }
    return true;
}

void CsvRows::finish()
{
    if (!m_error && (m_in != In::Start || !m_cells.empty()))
        endRow();
}

bool CsvRows::endCell()
{
    if (qint64(m_cells.size()) >= m_limits.columns || ++m_count > m_limits.cells || !m_texts.take(m_cell.size()))
        return fail();
    m_cells.push_back(textCell(std::exchange(m_cell, {})));
    m_any = m_any || m_cells.back().kind != Cell::Kind::Empty;
    m_in = In::Start;
    return true;
}

bool CsvRows::endRow()
{
    if (m_row > m_limits.rows)
        return fail();
    if (!endCell())
        return false;
    const bool goes = !m_any || m_sink(m_row, m_cells);
    m_cells.clear();
    m_texts.beginRow();
    m_any = false;
    ++m_row;
    return goes;
}

bool CsvRows::fail()
{
    m_error = failure("read.too-large", QStringLiteral("row %1").arg(m_row));
    return false;
}

}  // namespace office
