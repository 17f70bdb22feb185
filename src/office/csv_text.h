#pragma once
// A text file as a stream of characters, and those as rows of cells.

#include "office/csv_workbook.h"
#include "office/gb18030.h"
#include "office/text_allowance.h"

#include <QStringDecoder>

namespace office {

/// Decodes block by block; a character may lie across two.
class CsvText final {
public:
    explicit CsvText(CsvWorkbook::Encoding encoding);

    /// Nothing when the bytes are not of this encoding.
    std::optional<QString> next(const QByteArray &block);
    /// Is the text whole where the bytes end?
    bool atEnd() const { return m_chinese.atEnd(); }

private:
    const bool m_isChinese;
    QStringDecoder m_decoder;
    Gb18030 m_chinese;
};

/// Puts characters together to rows. What follows a closing quote belongs to the cell, as Excel reads it.
class CsvRows final {
public:
    CsvRows(QChar separator, const ReadLimits &limits, const Workbook::RowSink &sink)
        : m_separator(separator), m_limits(limits), m_texts(limits), m_sink(sink)
    {
    }

    /// False: no more, please, or an error.
    bool take(QStringView text);
    void finish();
    const std::optional<base::Error> &error() const { return m_error; }

private:
    bool endCell();
    bool endRow();
    bool fail();

    enum class In { Start, Plain, Quotes, Quote };  ///< Quote: a quote in quotes, the end or half of a pair

    const QChar m_separator;
    const ReadLimits &m_limits;
    TextAllowance m_texts;
    const Workbook::RowSink &m_sink;
    In m_in = In::Start;
    bool m_afterReturn = false;
    QString m_cell;
    CellRow m_cells;
    bool m_any = false;  ///< a cell of this row that is not empty
    qint64 m_row = 1;
    qint64 m_count = 0;
    std::optional<base::Error> m_error;
};

}  // namespace office
