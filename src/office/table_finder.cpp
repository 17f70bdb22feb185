#include "office/table_finder.h"

#include <QRegularExpression>

#include <algorithm>

namespace office {

namespace {

constexpr qint64 kHeaderWithin = 60;  // rows of titles, notes and addresses above a table
constexpr int kHeaderRows = 3;

/// The rows at the top that may hold the header.
struct Top {
    QVector<qint64> numbers;
    std::vector<CellRow> rows;
};

QString textAt(const CellRow &row, size_t column)
{
    return column < row.size() ? row[column].text : QString();
}

/// The titles of the columns when row `last` ends the header.
struct Header {
    QStringList own;    ///< what stands in that row, else what stands above, as in cells that are merged downwards
    QStringList above;  ///< what stands above that again: 120|机关事业单位养老保险 above 缴费工资
};

Header headerAt(const Top &top, size_t last)
{
    size_t width = 0;
    const size_t first = last + 1 >= kHeaderRows ? last + 1 - kHeaderRows : 0;
    for (size_t row = first; row <= last; ++row)
        width = std::max(width, top.rows[row].size());
    Header header;
    for (size_t column = 0; column < width; ++column) {
        QString own;
        QString above;
        for (size_t row = last + 1; row-- > first && above.isEmpty();)
            (own.isEmpty() ? own : above) = textAt(top.rows[row], column);
        header.own.append(own);
        header.above.append(above);
    }
    return header;
}

/// Where one title stands: below first, then above.
int columnOf(const QStringList &own, const QStringList &above, const QString &title, bool single)
{
    const int found = int(own.indexOf(title));
    if (found < 0)
        return int(above.indexOf(title));
    return single && own.indexOf(title, found + 1) >= 0 ? kSeveralColumns : found;
}

QVector<int> columnsOf(const Header &header, const QVector<WantedColumn> &wanted)
{
    const auto normalized = [](const QStringList &titles) {
        QStringList all;
        for (const auto &title : titles)
            all.append(normalizedTitle(title));
        return all;
    };
    const auto own = normalized(header.own);
    const auto above = normalized(header.above);
    QVector<int> columns;
    for (const auto &one : wanted) {
        int found = -1;
        // In the order of the names: 新缴费工资 before 缴费工资, wherever each stands.
        for (const auto &title : one.titles) {
            found = columnOf(own, above, normalizedTitle(title), one.single);
            if (found != -1)
                break;
        }
        columns.append(found);
    }
    return columns;
}

/// To choose from: where two columns have the same title, with what stands above it.
QStringList titlesOf(const Header &header)
{
    QStringList titles;
    for (int column = 0; column < header.own.size(); ++column) {
        const bool twice = header.own.count(header.own[column]) > 1 && !header.above[column].isEmpty();
        titles.append(twice ? header.above[column] + QLatin1Char(' ') + header.own[column] : header.own[column]);
    }
    return titles;
}

bool complete(const QVector<int> &columns, const QVector<WantedColumn> &wanted)
{
    for (int at = 0; at < wanted.size(); ++at) {
        if (wanted[at].required && columns[at] == -1)
            return false;
    }
    return true;
}

base::Result<Top> topOf(Workbook &book, int sheet, base::Job &job)
{
    Top top;
    const auto read = book.read(
        sheet,
        [&](qint64 row, const CellRow &cells) {
            if (row > kHeaderWithin + kHeaderRows)
                return false;
            top.numbers.append(row);
            top.rows.push_back(cells);
            return true;
        },
        job);
    if (!read)
        return read.error();
    return top;
}

std::optional<FoundTable> bestOf(const Top &top, const QVector<WantedColumn> &wanted)
{
    std::optional<FoundTable> best;
    qsizetype most = 0;
    for (size_t row = 0; row < top.rows.size(); ++row) {
        const auto header = headerAt(top, row);
        const auto columns = columnsOf(header, wanted);
        const auto matched = std::count_if(columns.begin(), columns.end(), [](int column) { return column != -1; });
        if (matched <= most || !complete(columns, wanted))
            continue;
        most = matched;
        best = FoundTable{0, {}, top.numbers[int(row)], titlesOf(header), columns};
    }
    return best;
}

}  // namespace

base::Result<std::optional<FoundTable>> findTable(Workbook &book, const QVector<WantedColumn> &wanted, base::Job &job)
{
    const auto heads = book.sheets();
    for (const bool hidden : {false, true}) {
        for (int sheet = 0; sheet < heads.size(); ++sheet) {
            if (heads[sheet].hidden != hidden)
                continue;
            const auto top = topOf(book, sheet, job);
            if (!top)
                return top.error();
            auto found = bestOf(*top, wanted);
            if (!found)
                continue;
            found->sheet = sheet;
            found->sheetName = heads[sheet].name;
            return found;
        }
    }
    return std::optional<FoundTable>();
}

QString normalizedTitle(const QString &title)
{
    QString text = title.normalized(QString::NormalizationForm_KC).toLower();  // full-width brackets and letters become narrow
    static const QRegularExpression unseen(QStringLiteral("[\\s*＊:：]"));
    static const QRegularExpression unit(QStringLiteral("\\((元|人|必填|选填|yyyy-mm|yyyymm)\\)$"));
    return text.remove(unseen).remove(unit);
}

bool isTotalsRow(const CellRow &cells)
{
    const auto first = std::find_if(cells.begin(), cells.end(), [](const Cell &cell) { return cell.kind != Cell::Kind::Empty; });
    if (first == cells.end() || first->kind != Cell::Kind::Text)
        return false;
    QString text = first->text;
    text.remove(QLatin1Char(' ')).remove(QChar(0x3000));
    return text.startsWith(QStringLiteral("合计")) || text.startsWith(QStringLiteral("小计"))
        || text.startsWith(QStringLiteral("总计")) || text.startsWith(QStringLiteral("本页合计"));
}

}  // namespace office
