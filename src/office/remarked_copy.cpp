#include "office/remarked_copy.h"

#include "office/draft.h"
#include "office/failure.h"
#include "office/xlsx_writer.h"

#include <QDate>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <deque>

namespace office {

namespace {

constexpr qsizetype kLongestName = 31;
constexpr size_t kMostColumns = 16'384;
constexpr qint64 kMostSheetRows = 1'048'576;
constexpr qint64 kReportEvery = 500;

/// A name that a worksheet may have; a csv file's has none, and of two the second must differ.
QString sheetName(const QString &given, QSet<QString> &taken)
{
    static const QRegularExpression forbidden(QStringLiteral(R"([\[\]:*?/\\\x{00}-\x{1f}]|^'|'$)"));
    QString name = given.left(kLongestName).replace(forbidden, QStringLiteral("_"));
    if (name.isEmpty())
        name = QStringLiteral("工作表");
    const QString first = name.left(kLongestName - 5);
    for (int number = 2; taken.contains(name.toLower()); ++number)
        name = first + QLatin1Char('_') + QString::number(number);
    taken.insert(name.toLower());
    return name;
}

SheetCell copied(const Cell &cell)
{
    if (cell.kind == Cell::Kind::Number)
        return SheetNumber{cell.text};
    if (cell.kind == Cell::Kind::Date) {
        if (const auto date = QDate::fromString(cell.text, Qt::ISODate); date.isValid())
            return date;
    }
    return cell.text.isEmpty() ? SheetCell() : SheetCell(cell.text);
}

class Copy final {
public:
    Copy(Workbook &book, const Remarks &remarks, base::Job &job) : m_book(book), m_remarks(remarks), m_job(job) {}

    base::Result<qint64> write(QFile &draft)
    {
        const auto heads = m_book.sheets();
        QSet<QString> taken;
        for (int sheet = 0; sheet < heads.size(); ++sheet) {
            auto &copy = m_sheets.emplace_back();
            copy.name = sheetName(heads[sheet].name, taken);
            copy.hidden = heads[sheet].hidden && sheet != m_remarks.sheet;
            if (m_writer)
                m_writer->next(copy);
            else
                m_writer.emplace(draft, copy);
            if (const auto done = rows(sheet); !done)
                return done.error();
        }
        if (!m_writer->finish())
            return failure("office.write", draft.errorString());
        return m_remarked;
    }

private:
    base::Result<void> rows(int sheet)
    {
        qint64 last = 0;
        const auto read = m_book.read(
            sheet,
            [&](qint64 row, const CellRow &cells) {
                last = std::max(last + 1, row);  // of two rows of one number the second goes below
                if (last > kMostSheetRows)
                    return false;
                m_writer->row(last, sheet == m_remarks.sheet ? remarked(row, cells) : plain(cells, 0, cells.size()));
                if (row % kReportEvery == 0)
                    m_job.report(row, 0);
                return true;
            },
            m_job);
        if (read && last > kMostSheetRows)
            return failure("read.too-large", QStringLiteral("row %1").arg(last));
        return read;
    }

    static SheetRow plain(const CellRow &cells, size_t from, size_t to)
    {
        SheetRow row;
        for (size_t column = from; column < std::min(to, cells.size()); ++column)
            row.push_back(copied(cells[column]));
        return row;
    }

    SheetRow remarked(qint64 number, const CellRow &cells)
    {
        const auto column = size_t(m_remarks.column);
        SheetRow row = plain(cells, 0, column);
        row.resize(column);
        SheetRow remarks;
        if (number == m_remarks.headerRow)
            remarks.assign(m_remarks.titles.begin(), m_remarks.titles.end());
        else
            remarks = m_remarks.of(number, cells);
        m_remarked += number != m_remarks.headerRow && !remarks.empty() ? 1 : 0;
        remarks.resize(size_t(m_remarks.titles.size()));
        row.insert(row.end(), remarks.begin(), remarks.end());
        const auto rest = plain(cells, column, cells.size());
        row.insert(row.end(), rest.begin(), rest.end());
        row.resize(std::min(row.size(), kMostColumns));
        return row;
    }

    Workbook &m_book;
    const Remarks &m_remarks;
    base::Job &m_job;
    std::deque<Sheet> m_sheets;  ///< the writer keeps references
    std::optional<XlsxWriter> m_writer;
    qint64 m_remarked = 0;
};

}  // namespace

base::Result<qint64> writeRemarkedCopy(const QString &from, const QString &to, const Remarks &remarks, base::Job &job)
{
    const auto book = openWorkbook(from, job);
    if (!book)
        return book.error();
    return writeDraft(to, job, [&](QFile &draft) { return Copy(**book, remarks, job).write(draft); });
}

}  // namespace office
