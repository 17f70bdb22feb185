#include "office/table_finder.h"

#include <QRegularExpression>

#include <algorithm>

namespace office {

namespace {

constexpr qint64 kHeaderWithin = 60;  // rows of titles, notes and addresses above a table
constexpr int kHeaderRows = 3;

constexpr size_t kHeaderColumns = 1000;
constexpr qsizetype kLongestTitle = 200;
constexpr qint64 kMostExamined = 1'000'000;  // cells, of all sheets: a second's work

/// The rows at the top that may hold the header, and what their texts are as titles.
struct Top {
    QVector<qint64> numbers;
    std::vector<QStringList> texts;
    std::vector<QStringList> titles;
};

/// For each column where its title stands when row `last` ends the header: in that row, else above, as in cells that are
/// merged downwards; -1: nowhere.
QVector<int> titleRows(const Top &top, size_t last)
{
    const size_t first = last + 1 >= kHeaderRows ? last + 1 - kHeaderRows : 0;
    qsizetype width = 0;
    for (size_t row = first; row <= last; ++row)
        width = std::max(width, top.texts[row].size());
    QVector<int> rows(width, -1);
    for (qsizetype column = 0; column < width; ++column) {
        for (size_t row = last + 1; row-- > first && rows[column] < 0;) {
            if (column < top.texts[row].size() && !top.texts[row][column].isEmpty())
                rows[column] = int(row);
        }
    }
    return rows;
}

QStringList pick(const std::vector<QStringList> &texts, const QVector<int> &rows)
{
    QStringList picked;
    for (qsizetype column = 0; column < rows.size(); ++column)
        picked.append(rows[column] < 0 ? QString() : texts[size_t(rows[column])][column]);
    return picked;
}

/// For each column the row of what stands above its title: 120|机关事业单位养老保险 above 缴费工资.
QVector<int> rowsAbove(const Top &top, size_t last, const QVector<int> &own)
{
    const int first = last + 1 >= kHeaderRows ? int(last) + 1 - kHeaderRows : 0;
    QVector<int> rows(own.size(), -1);
    for (qsizetype column = 0; column < own.size(); ++column) {
        for (int row = own[column] - 1; row >= first && rows[column] < 0; --row) {
            if (column < top.texts[size_t(row)].size() && !top.texts[size_t(row)][column].isEmpty())
                rows[column] = row;
        }
    }
    return rows;
}

/// The titles of the columns when a row ends the header, and what stands above them.
struct Header {
    QStringList own;
    QStringList above;
};

int columnOf(const Header &header, const QString &title, const WantedColumn &wanted)
{
    const int found = int(header.own.indexOf(title));
    if (found < 0)
        return wanted.grouped ? int(header.above.indexOf(title)) : -1;
    return wanted.single && header.own.indexOf(title, found + 1) >= 0 ? kSeveralColumns : found;
}

/// Header and wanted titles are normalized.
QVector<int> columnsOf(const Header &header, const QVector<WantedColumn> &wanted)
{
    QVector<int> columns;
    for (const auto &one : wanted) {
        int found = -1;
        // In the order of the names: 新缴费工资 before 缴费工资, wherever each stands.
        for (const auto &title : one.titles) {
            found = columnOf(header, title, one);
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

base::Result<Top> topOf(Workbook &book, int sheet, qint64 &examined, base::Job &job)
{
    Top top;
    const auto read = book.read(
        sheet,
        [&](qint64 row, const CellRow &cells) {
            if (row > kHeaderWithin + kHeaderRows || examined > kMostExamined)
                return false;
            QStringList texts;
            QStringList titles;
            for (size_t column = 0; column < std::min(cells.size(), kHeaderColumns); ++column) {
                texts.append(cells[column].text.left(kLongestTitle));
                titles.append(texts.back().isEmpty() ? QString() : normalizedTitle(texts.back()));
            }
            examined += texts.size();
            top.numbers.append(row);
            top.texts.push_back(texts);
            top.titles.push_back(titles);
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
    size_t first = 0;  // the row in which so many titles were complete
    for (size_t row = 0; row < top.texts.size(); ++row) {
        const auto rows = titleRows(top, row);
        const auto above = rowsAbove(top, row, rows);
        const auto columns = columnsOf({pick(top.titles, rows), pick(top.titles, above)}, wanted);
        const auto matched = std::count_if(columns.begin(), columns.end(), [](int column) { return column != -1; });
        // The rows right below belong to the header while nothing in them hides a title: what groups of columns are made of,
        // what is merged downwards.
        const bool goesOn = best && matched == most && row < first + kHeaderRows;
        if ((matched <= most && !goesOn) || !complete(columns, wanted))
            continue;
        if (!goesOn)
            first = row;
        most = matched;
        best = FoundTable{0, {}, top.numbers[int(row)], titlesOf({pick(top.texts, rows), pick(top.texts, above)}), columns};
    }
    return best;
}

QVector<WantedColumn> normalized(QVector<WantedColumn> wanted)
{
    for (auto &one : wanted) {
        for (auto &title : one.titles)
            title = normalizedTitle(title);
    }
    return wanted;
}

}  // namespace

base::Result<std::optional<FoundTable>> findTable(Workbook &book, const QVector<WantedColumn> &wanted, base::Job &job)
{
    const auto heads = book.sheets();
    const auto titles = normalized(wanted);
    qint64 examined = 0;
    for (const bool hidden : {false, true}) {
        for (int sheet = 0; sheet < heads.size(); ++sheet) {
            if (heads[sheet].hidden != hidden)
                continue;
            const auto top = topOf(book, sheet, examined, job);
            if (!top)
                return top.error();
            auto found = bestOf(*top, titles);
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
