#include "office/xlsx_workbook.h"

#include "office/failure.h"
#include "office/number_text.h"
#include "office/xlsx_parts.h"
#include "office/xml_text.h"

namespace office {

namespace {

/// Feeds a worksheet's rows to the caller's sink.
class SheetSink final : public XmlSink {
public:
    SheetSink(const ReadLimits &limits, TextAllowance &texts, const SharedStrings *strings, const QVector<bool> &dateStyles,
              bool epoch1904, const Workbook::RowSink &rows)
        : m_limits(limits), m_texts(texts), m_strings(strings), m_dateStyles(dateStyles), m_epoch1904(epoch1904), m_rows(rows)
    {
    }

    void start(std::string_view name, const char **attributes) override
    {
        if (m_over)
            return;
        m_inValue = name == "v" || (name == "t" && !m_phonetic);
        if (name == "c")
            beginCell(attributes);
        else if (name == "row")
            beginRow(attribute(attributes, "r"));
        else if (name == "f")
            m_formula = true;
        else if (name == "rPh")
            m_phonetic = true;
    }

    void end(std::string_view name) override
    {
        if (m_over)
            return;
        m_inValue = false;
        if (name == "c")
            endCell();
        else if (name == "row")
            endRow();
        else if (name == "rPh")
            m_phonetic = false;
        else if (name == "sheetData")
            m_over = true;  // read on: the checksum of the part stands at its end
    }

    void text(std::string_view text) override
    {
        if (!m_inValue)
            return;
        m_value.append(text);
        if (qint64(m_value.size()) > m_limits.textLength * 4)
            fail(failure("read.too-large", QStringLiteral("cell of row %1").arg(m_row)));
    }

private:
    void refuse(const char *what)
    {
        fail(failure("read.damaged", QStringLiteral("%1 in row %2").arg(QString::fromLatin1(what)).arg(m_row)));
    }

    void beginRow(std::string_view number)
    {
        m_cells.clear();
        m_texts.beginRow();
        m_next = 0;
        ++m_row;
        if (number.empty())
            return;
        const auto given = wholeNumber(number);
        if (!given || *given < 1 || *given > m_limits.rows)
            return refuse("row number");
        m_row = *given;
    }

    void beginCell(const char **attributes)
    {
        m_value.clear();
        m_formula = false;
        m_kind = 'n';
        m_style = 0;
        m_column = m_next;
        for (; *attributes; attributes += 2) {
            const std::string_view name = attributes[0];
            if (name == "r")
                m_column = columnOf(attributes[1]);
            else if (name == "s")
                m_style = wholeNumber(attributes[1]).value_or(0);
            else if (name == "t")
                m_kind = kindOf(attributes[1]);
        }
        m_next = m_column + 1;
        if (m_column < 0 || m_column >= m_limits.columns)
            refuse("column");
    }

    /// One letter for each of the types there are.
    static char kindOf(std::string_view type)
    {
        return type == "str" ? 't' : type == "inlineStr" ? 'i' : type.empty() ? 'n' : type.front();
    }

    void endCell()
    {
        if (m_column < 0 || stopped())
            return;
        Cell cell = value();
        // By the width of the rows, so that far-away cells in every row cost what they cost.
        m_count += std::max<qint64>(1, m_column + 1 - qint64(m_cells.size()));
        if (m_count > m_limits.cells)
            fail(failure("read.too-large", QStringLiteral("cells")));
        if (cell.kind == Cell::Kind::Empty || stopped())
            return;
        if (m_cells.size() <= size_t(m_column))
            m_cells.resize(size_t(m_column) + 1);
        m_cells[size_t(m_column)] = std::move(cell);
    }

    void endRow()
    {
        if (!stopped() && !m_cells.empty() && !m_rows(m_row, m_cells))
            stop();
    }

    bool take(qsizetype bytes)
    {
        if (!m_texts.take(bytes))
            fail(failure("read.too-large", QStringLiteral("texts up to row %1").arg(m_row)));
        return !stopped();
    }

    Cell value()
    {
        if (m_kind == 's') {
            const auto number = wholeNumber(m_value);
            if (!number || !m_strings || !m_strings->has(*number)) {
                refuse("shared string");
                return {};
            }
            return take(m_strings->size(*number)) ? textCell(unescaped(m_strings->at(*number))) : Cell{};
        }
        if (m_value.empty())
            return m_formula && m_kind != 't' ? Cell{Cell::Kind::NoValue, {}} : Cell{};  // `t`: calculated to an empty text
        if (m_kind == 'n')
            return number();
        if (!take(qsizetype(m_value.size())))
            return {};
        const QString text = QString::fromUtf8(m_value.data(), qsizetype(m_value.size()));
        switch (m_kind) {
        case 't':
        case 'i': return textCell(unescaped(text));
        case 'e': return {Cell::Kind::NoValue, text};
        case 'd': return {Cell::Kind::Date, text.left(10)};
        case 'b': return {Cell::Kind::Text, text == QLatin1String("1") ? QStringLiteral("TRUE") : QStringLiteral("FALSE")};
        default: break;
        }
        refuse("type of cell");
        return {};
    }

    Cell number()
    {
        const bool date = m_style >= 0 && m_style < m_dateStyles.size() && m_dateStyles[int(m_style)];
        if (!date) {
            if (auto plain = plainNumberCell(m_value))
                return *std::move(plain);
        }
        bool fits = false;
        const double value = QByteArray::fromRawData(m_value.data(), qsizetype(m_value.size())).toDouble(&fits);
        if (!fits) {
            refuse("number");
            return {};
        }
        return date ? dateCell(value, m_epoch1904) : numberCell(value);
    }

    const ReadLimits &m_limits;
    TextAllowance &m_texts;
    const SharedStrings *m_strings;
    const QVector<bool> &m_dateStyles;
    const bool m_epoch1904;
    const Workbook::RowSink &m_rows;

    CellRow m_cells;
    qint64 m_row = 0;
    qint64 m_next = 0;
    qint64 m_column = 0;
    qint64 m_count = 0;
    qint64 m_style = 0;
    char m_kind = 'n';  ///< see kindOf()
    std::string m_value;
    bool m_formula = false;
    bool m_inValue = false;
    bool m_phonetic = false;
    bool m_over = false;
};

}  // namespace

base::Result<std::unique_ptr<Workbook>> XlsxWorkbook::open(std::unique_ptr<QIODevice> file, const ReadLimits &limits, base::Job &job)
{
    auto package = Package::open(std::move(file), limits);
    if (!package)
        return package.error();
    std::unique_ptr<XlsxWorkbook> book(new XlsxWorkbook(limits));
    book->m_package = std::move(package).value();
    if (const auto read = book->readContents(job); !read)
        return read.error();
    return std::unique_ptr<Workbook>(std::move(book));
}

base::Result<void> XlsxWorkbook::readContents(base::Job &job)
{
    const auto contents = readXlsxContents(*m_package, job);
    if (!contents)
        return contents.error();
    for (const auto &sheet : contents->sheets) {
        m_heads.append({sheet.name, sheet.hidden});
        m_parts.append(sheet.part);
    }
    m_stringsPart = contents->stringsPart;
    m_dateStyles = contents->dateStyles;
    m_epoch1904 = contents->epoch1904;
    return {};
}

base::Result<void> XlsxWorkbook::readSharedStrings(base::Job &job)
{
    if (m_strings || !m_package->contains(m_stringsPart))
        return {};
    auto strings = std::make_unique<SharedStrings>(m_limits);
    if (const auto read = m_package->read(m_stringsPart, *strings, job); !read)
        return read;
    m_strings = std::move(strings);
    return {};
}

base::Result<void> XlsxWorkbook::read(int sheet, const RowSink &sink, base::Job &job)
{
    if (const auto strings = readSharedStrings(job); !strings)
        return strings;
    SheetSink rows(m_limits, m_texts, m_strings.get(), m_dateStyles, m_epoch1904, sink);
    return m_package->read(m_parts.at(sheet), rows, job);
}

}  // namespace office
