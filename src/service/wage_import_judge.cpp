#include "service/wage_import_judge.h"

#include "domain/document.h"
#include "domain/person_name.h"

#include <QRegularExpression>

#include <algorithm>

namespace service {

using office::Cell;
using office::CellRow;

namespace {

constexpr qsizetype kShownOfName = 60;
constexpr qsizetype kShownOfValue = 200;
constexpr qsizetype kLongestCell = 200;  // nothing that is wanted of a row is as long

const char *codeOf(domain::MoneyFlaw flaw)
{
    switch (flaw) {
    case domain::MoneyFlaw::Empty: return "money.empty";
    case domain::MoneyFlaw::NotANumber: return "money.not-a-number";
    case domain::MoneyFlaw::Negative: return "money.negative";
    case domain::MoneyFlaw::TooManyDecimals: return "money.too-many-decimals";
    case domain::MoneyFlaw::TooLarge: return "money.too-large";
    }
    return "money.not-a-number";
}

/// 1.40105E+17: what a spreadsheet shows of a number it is not wide enough for, and writes into a csv file.
bool isScientific(const QString &number)
{
    static const QRegularExpression form(QStringLiteral(R"(\A[0-9](\.[0-9]+E\+?|E\+)[0-9]{1,2}\z)"));
    return form.match(number).hasMatch();
}

/// 18 digits of which the last three are noughts: of a sound number those are one in a thousand, of a number that was kept
/// as 15 digits all.
bool endsInNoughts(const QString &number)
{
    static const QRegularExpression form(QStringLiteral(R"(\A[0-9]{15}000\z)"));
    return form.match(number).hasMatch();
}

/// Nobody has this number: what may have become of it on its way.
const char *unknownBecause(const QString &number)
{
    if (isScientific(number))
        return "import.document-as-number";
    return endsInNoughts(number) ? "import.document-noughts" : "import.staff-unknown";
}

}  // namespace

WantedRow WantedRow::of(qint64 number, const CellRow &cells, const office::FoundTable &table)
{
    WantedRow row{number, {}};
    row.cells.reserve(size_t(table.columns.size()));
    for (const int at : table.columns) {
        row.cells.push_back(at >= 0 && size_t(at) < cells.size() ? cells[size_t(at)] : Cell());
        row.cells.back().text.truncate(kLongestCell + 1);
    }
    return row;
}

WageImportJudge::WageImportJudge(WageImport &import, const QString &unit, const WageTarget &target, domain::Month present,
                                 QSet<QString> inDraft)
    : m_import(import), m_unit(unit), m_target(target), m_present(present), m_inDraft(std::move(inDraft))
{
}

void WageImportJudge::rows(base::sqlite::Connection &roster, const std::vector<WantedRow> &rows)
{
    m_roster = &roster;
    for (const auto &one : rows)
        row(one);
}

void WageImportJudge::row(const WantedRow &row)
{
    m_row = &row;
    WageImport::Line line;
    line.row = row.number;
    if (const auto refused = judge(line))
        return reject(row.number, *refused);
    m_import.alreadyInDraft += m_inDraft.contains(line.staffId) ? 1 : 0;
    m_import.lines.push_back(std::move(line));
}

void WageImportJudge::reject(qint64 number, const Refusal &refusal)
{
    ++m_import.refused;
    if (m_import.rejected.size() >= WageImport::kMostRejected)
        return;
    m_import.rejected.push_back({number, cell(ImportField::Name).text.left(kShownOfName), m_import.columns.at(refusal.column),
                                 cellAt(refusal.column).text.left(kShownOfValue), QString::fromLatin1(refusal.code),
                                 m_import.table.columns.at(refusal.column)});
}

int WageImportJudge::columnOf(ImportField field) const
{
    const auto found = std::find_if(m_import.columns.begin(), m_import.columns.end(),
                                    [&](const ImportColumn &one) { return one.field == field; });
    return found == m_import.columns.end() ? -1 : int(found - m_import.columns.begin());
}

const Cell &WageImportJudge::cellAt(int column) const
{
    static const Cell none;
    return column < 0 ? none : m_row->cells[size_t(column)];
}

std::optional<WageImportJudge::Refusal> WageImportJudge::judge(WageImport::Line &line)
{
    for (int column = 0; column < m_import.columns.size(); ++column) {
        if (cellAt(column).kind == Cell::Kind::NoValue)
            return Refusal{column, "import.no-value"};
        if (cellAt(column).text.size() > kLongestCell)
            return Refusal{column, "import.too-long"};
    }
    if (const auto refused = judgePerson(line))
        return refused;
    if (const auto refused = judgeWages(line))
        return refused;
    if (const auto refused = judgeMonth(line))
        return refused;
    if (m_seen.contains(line.staffId))
        return refuse(ImportField::DocumentNumber, "import.twice");
    m_seen.insert(line.staffId, line.row);
    return std::nullopt;
}

std::optional<WageImportJudge::Refusal> WageImportJudge::judgePerson(WageImport::Line &line)
{
    const Cell &document = cell(ImportField::DocumentNumber);
    if (document.kind == Cell::Kind::Empty)
        return refuse(ImportField::DocumentNumber, "import.document-missing");
    const QString number = domain::normalizedDocument(document.text);
    // Excel keeps 15 digits of a number: the last three of an identity number are gone for good.
    if (document.kind == Cell::Kind::Number && number.size() > 15)
        return refuse(ImportField::DocumentNumber, "import.document-as-number");
    const auto found = entriesOf(number, line);
    if (found.empty())
        return refuse(ImportField::DocumentNumber, unknownBecause(number));
    const auto *person = entryOf(found);
    if (!person)
        return refuse(ImportField::UnitNumber, found.size() > 1 ? "import.unit-number-needed" : "import.unit-number-differs");
    if (person->state == domain::ContributionState::Suspended || person->state == domain::ContributionState::Ended)
        return refuse(ImportField::DocumentNumber, "import.staff-stopped");
    if (!sameType(person->documentType))
        return refuse(ImportField::DocumentType, "import.type-differs");
    if (!domain::sameName(person->name, cell(ImportField::Name).text))
        return refuse(ImportField::Name, "import.name-differs");
    line.staffId = person->id;
    line.name = person->name;
    return std::nullopt;
}

/// The person's entries. Somebody who is written with an old number of 15 digits is found by today's, and the line says so.
std::vector<domain::Staff> WageImportJudge::entriesOf(const QString &number, WageImport::Line &line) const
{
    const store::StaffTable staff(*m_roster);
    auto found = staff.byDocument(m_unit, number);
    const auto now = found.empty() ? domain::resident18From15(number) : std::nullopt;
    if (!now)
        return found;
    found = staff.byDocument(m_unit, *now);
    std::erase_if(found, [](const domain::Staff &one) { return one.documentType != QLatin1String("201"); });
    if (!found.empty())
        line.numberNow = *now;
    return found;
}

/// Which of a person's entries is meant: the one of the 单位编号 in the row. In the official form that stands under 分组, where
/// people may have written anything, so there it only decides between several.
const domain::Staff *WageImportJudge::entryOf(const std::vector<domain::Staff> &entries) const
{
    const QString unitNumber = cell(ImportField::UnitNumber).text;
    if (entries.size() == 1 && (unitNumber.isEmpty() || m_target.form.byInsurance))
        return &entries.front();
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto &one) { return one.unitNumber == unitNumber; });
    return found == entries.end() ? nullptr : &*found;
}

/// 居民身份证, 201, 201|居民身份证, or nothing.
bool WageImportJudge::sameType(const QString &type) const
{
    const QString typed = cell(ImportField::DocumentType).text;
    return typed.isEmpty() || typed.section(QLatin1Char('|'), 0, 0).trimmed() == type
        || office::normalizedTitle(typed.section(QLatin1Char('|'), -1)) == office::normalizedTitle(domain::documentTypeName(type));
}

std::optional<WageImportJudge::Refusal> WageImportJudge::judgeWages(WageImport::Line &line)
{
    const auto joined = m_target.form.byInsurance ? store::WageTable(*m_roster).insurancesOf(m_unit, line.staffId) : QStringList();
    for (int column = 0; column < m_import.columns.size(); ++column) {
        const bool there = m_import.columns.at(column).field == ImportField::NewWage && m_import.table.columns.at(column) >= 0;
        if (!there)
            continue;
        if (const auto refused = judgeWage(line, column, joined))
            return refused;
    }
    if (!m_target.form.byInsurance || !line.wages.isEmpty())
        return std::nullopt;
    if (joined.isEmpty())
        return refuse(ImportField::DocumentNumber, "wage.no-insurance");
    line.wages.append({joined.first(), {}, {}});  // in none of the file's insurances: a line to be filled
    return std::nullopt;
}

std::optional<WageImportJudge::Refusal> WageImportJudge::judgeWage(WageImport::Line &line, int column,
                                                                   const QStringList &joined)
{
    const QString insurance = m_import.columns.at(column).insurance.code;
    const bool isIn = insurance.isEmpty() || joined.contains(insurance);
    const Cell &wage = cellAt(column);
    if (wage.kind == Cell::Kind::Empty) {
        if (isIn)
            line.wages.append({insurance, {}, {}});
        return std::nullopt;
    }
    if (!isIn)
        return Refusal{column, "import.not-insured"};
    const auto typed = domain::moneyFromTyped(wage.text, m_target.rules.maximum);
    line.wages.append({insurance, {}, typed.amount});
    return typed.flaw ? std::optional(Refusal{column, codeOf(*typed.flaw)}) : std::nullopt;
}

std::optional<WageImportJudge::Refusal> WageImportJudge::judgeMonth(WageImport::Line &line)
{
    const Cell &month = cell(ImportField::EffectiveMonth);
    if (month.kind == Cell::Kind::Empty)
        return std::nullopt;
    line.month = month.kind == Cell::Kind::Date ? domain::Month::of(QDate::fromString(month.text, Qt::ISODate))
                                                : domain::monthFromTyped(month.text);
    if (!line.month)
        return refuse(ImportField::EffectiveMonth, "month.not-a-month");
    const auto flaw = domain::effectiveMonthFlaw(m_target.rules, m_present, *line.month);
    if (!flaw)
        return std::nullopt;
    return refuse(ImportField::EffectiveMonth, *flaw == domain::MonthFlaw::TooEarly ? "month.too-early" : "month.too-late");
}

}  // namespace service
