#include "service/wage_import.h"

#include "domain/document.h"
#include "domain/person_name.h"
#include "store/staff_table.h"
#include "store/wage_table.h"

#include <QHash>

namespace service {

using base::sqlite::Connection;
using domain::WageKind;
using office::Cell;
using office::CellRow;

namespace {

constexpr qint64 kReportEvery = 500;

/// In the order of ImportField; the first name is the one our own workbooks use.
const QVector<office::WantedColumn> &wantedColumns()
{
    const auto titles = [](std::initializer_list<const char *> names) {
        QStringList list;
        for (const char *name : names)
            list << QString::fromUtf8(name);
        return list;
    };
    static const QVector<office::WantedColumn> columns = {
        {titles({"姓名", "职工姓名", "人员姓名", "缴费人姓名"}), true},
        {titles({"证件类型", "身份证件类型", "证照类型", "身份证件类型代码", "证件类型代码"})},
        {titles({"证件号码", "身份证件号码", "证照号码", "身份证号码", "身份证号", "公民身份号码", "证件号", "社会保障号", "社会保障号码"}), true},
        {titles({"人员编号", "个人编号", "个人社保号", "个人社保编号"})},
        {titles({"单位编号", "社保编号", "单位社保号"})},
        {titles({"新缴费工资", "申报缴费工资", "新缴费基数", "申报工资", "缴费工资", "月缴费工资", "月工资", "工资"}), true},
        {titles({"生效年月", "开始年月", "生效月份", "起始年月", "开始缴费年月"})},
    };
    return columns;
}

/// Judges the rows of one file against the roster.
class Judge final {
public:
    Judge(WageImport &import, Connection &roster, const QString &unit, WageKind kind, const domain::WageRules &rules,
          domain::Month present)
        : m_import(import), m_staff(roster), m_draft(roster), m_unit(unit), m_kind(kind), m_rules(rules), m_present(present)
    {
    }

    void row(qint64 number, const CellRow &cells)
    {
        m_cells = &cells;
        WageImport::Line line;
        line.row = number;
        if (const auto refused = judge(line)) {
            m_import.rejected.push_back({number, cell(ImportField::Name).text, refused->field, cell(refused->field).text,
                                         QString::fromLatin1(refused->code)});
            return;
        }
        if (m_draft.hasDraftLine(m_unit, m_kind, {line.staffId, {}}))
            ++m_import.alreadyInDraft;
        m_import.lines.push_back(std::move(line));
    }

private:
    struct Refusal {
        ImportField field;
        const char *code;
    };

    const Cell &cell(ImportField field) const
    {
        static const Cell none;
        const int column = m_import.table.columns[int(field)];
        return column >= 0 && size_t(column) < m_cells->size() ? (*m_cells)[size_t(column)] : none;
    }

    std::optional<Refusal> judge(WageImport::Line &line)
    {
        for (const auto field : {ImportField::Name, ImportField::DocumentNumber, ImportField::NewWage, ImportField::EffectiveMonth}) {
            if (cell(field).kind == Cell::Kind::NoValue)
                return Refusal{field, "import.no-value"};
        }
        if (const auto refused = judgePerson(line))
            return refused;
        if (const auto refused = judgeWage(line))
            return refused;
        if (const auto refused = judgeMonth(line))
            return refused;
        const auto first = m_seen.constFind(line.staffId);
        if (first != m_seen.constEnd())
            return Refusal{ImportField::DocumentNumber, "import.twice"};
        m_seen.insert(line.staffId, line.row);
        return std::nullopt;
    }

    std::optional<Refusal> judgePerson(WageImport::Line &line)
    {
        const Cell &document = cell(ImportField::DocumentNumber);
        if (document.kind == Cell::Kind::Empty)
            return Refusal{ImportField::DocumentNumber, "import.document-missing"};
        const QString number = domain::normalizedDocument(document.text);
        // Excel keeps 15 digits of a number: the last three of an identity number are gone for good.
        if (document.kind == Cell::Kind::Number && number.size() > 15)
            return Refusal{ImportField::DocumentNumber, "import.document-as-number"};
        domain::StaffQuery query;
        query.documentNumber = number;
        query.unitNumber = cell(ImportField::UnitNumber).text;
        const auto found = m_staff.window(m_unit, query, store::StaffOrder::PersonNumber, false, 0, 2);
        if (found.empty())
            return Refusal{ImportField::DocumentNumber, "import.staff-unknown"};
        if (found.size() > 1)
            return Refusal{ImportField::UnitNumber, "import.unit-number-needed"};
        if (!sameType(found.front().documentType))
            return Refusal{ImportField::DocumentType, "import.type-differs"};
        if (!domain::sameName(found.front().name, cell(ImportField::Name).text))
            return Refusal{ImportField::Name, "import.name-differs"};
        line.staffId = found.front().id;
        line.name = found.front().name;
        return std::nullopt;
    }

    /// 居民身份证, 201, 201|居民身份证, or nothing.
    bool sameType(const QString &type) const
    {
        const QString typed = cell(ImportField::DocumentType).text;
        return typed.isEmpty() || typed.section(QLatin1Char('|'), 0, 0).trimmed() == type
            || office::normalizedTitle(typed.section(QLatin1Char('|'), -1)) == office::normalizedTitle(domain::documentTypeName(type));
    }

    std::optional<Refusal> judgeWage(WageImport::Line &line)
    {
        const Cell &wage = cell(ImportField::NewWage);
        if (wage.kind == Cell::Kind::Empty)
            return std::nullopt;
        const auto typed = domain::moneyFromTyped(wage.text, m_rules.maximum);
        line.wage = typed.amount;
        if (!typed.flaw)
            return std::nullopt;
        switch (*typed.flaw) {
        case domain::MoneyFlaw::Empty: return Refusal{ImportField::NewWage, "money.empty"};
        case domain::MoneyFlaw::NotANumber: return Refusal{ImportField::NewWage, "money.not-a-number"};
        case domain::MoneyFlaw::Negative: return Refusal{ImportField::NewWage, "money.negative"};
        case domain::MoneyFlaw::TooManyDecimals: return Refusal{ImportField::NewWage, "money.too-many-decimals"};
        case domain::MoneyFlaw::TooLarge: return Refusal{ImportField::NewWage, "money.too-large"};
        }
        return std::nullopt;
    }

    std::optional<Refusal> judgeMonth(WageImport::Line &line)
    {
        const Cell &month = cell(ImportField::EffectiveMonth);
        if (month.kind == Cell::Kind::Empty || m_kind == WageKind::Annual)
            return std::nullopt;
        if (month.kind == Cell::Kind::Date)
            line.month = domain::Month::of(QDate::fromString(month.text, Qt::ISODate));
        else
            line.month = domain::monthFromTyped(month.text);
        if (!line.month)
            return Refusal{ImportField::EffectiveMonth, "month.not-a-month"};
        const auto flaw = domain::effectiveMonthFlaw(m_rules, m_present, *line.month);
        if (!flaw)
            return std::nullopt;
        return Refusal{ImportField::EffectiveMonth,
                       *flaw == domain::MonthFlaw::TooEarly ? "month.too-early" : "month.too-late"};
    }

    WageImport &m_import;
    store::StaffTable m_staff;
    store::WageTable m_draft;
    const QString m_unit;
    const WageKind m_kind;
    const domain::WageRules &m_rules;
    const domain::Month m_present;
    const CellRow *m_cells = nullptr;
    QHash<QString, qint64> m_seen;  ///< staff id → row
};

/// Locates the table anew when the user has said nothing, else takes the user's columns.
base::Result<office::FoundTable> locate(office::Workbook &book, const std::optional<QVector<int>> &columns, base::Job &job)
{
    auto found = office::findTable(book, wantedColumns(), job);
    if (!found)
        return found.error();
    if (!*found)
        return base::validation(QStringLiteral("import.no-table"));
    auto table = std::move(**found);
    if (columns && columns->size() == kImportFields)
        table.columns = *columns;
    return table;
}

}  // namespace

base::Result<WageImport> WageImporter::read(const QString &unit, WageKind kind, const domain::WageRules &rules,
                                            const QString &path, base::Job &job,
                                            const std::optional<QVector<int>> &columns)
{
    const auto book = office::openWorkbook(path);
    if (!book)
        return book.error();
    auto table = locate(**book, columns, job);
    if (!table)
        return table.error();
    WageImport import;
    import.path = path;
    import.table = std::move(table).value();
    const auto judged = m_env.store.read([&](Connection &roster) {
        Judge judge(import, roster, unit, kind, rules, domain::Month::of(m_env.clock.today()));
        return (*book)->read(
            import.table.sheet,
            [&](qint64 row, const CellRow &cells) {
                if (row > import.table.headerRow && !office::isTotalsRow(cells))
                    judge.row(row, cells);
                if (row % kReportEvery == 0)
                    job.report(row, 0);
                return true;
            },
            job);
    });
    if (!judged)
        return judged.error();
    if (!*judged)
        return judged->error();
    return import;
}

base::Result<ImportOutcome> WageImporter::apply(const QString &unit, WageKind kind, const WageImport &import, ImportMode mode)
{
    return m_env.store.write([&](Connection &c) {
        store::WageTable table(c);
        ImportOutcome outcome;
        if (mode == ImportMode::Replace)
            table.clearDraft(unit, kind);
        for (const auto &line : import.lines) {
            const store::WageDraftKey key{line.staffId, {}};
            const bool known = table.hasDraftLine(unit, kind, key);
            if (known && mode == ImportMode::Append) {
                ++outcome.skipped;
                continue;
            }
            table.saveDraftLine(unit, kind, key, line.wage, line.month);
            ++(known ? outcome.changed : outcome.added);
        }
        return outcome;
    });
}

office::Sheet WageImporter::templateSheet()
{
    office::Sheet sheet;
    sheet.name = QStringLiteral("缴费工资申报");
    sheet.columns = {{QStringLiteral("*姓名"), 14},     {QStringLiteral("证件类型"), 20},   {QStringLiteral("*证件号码"), 24},
                     {QStringLiteral("人员编号"), 14},  {QStringLiteral("单位编号"), 14},   {QStringLiteral("原缴费工资"), 14},
                     {QStringLiteral("*新缴费工资"), 14}, {QStringLiteral("*生效年月"), 12}};
    sheet.rows = [](qint64, qint64) -> base::Result<std::vector<office::SheetRow>> { return std::vector<office::SheetRow>(); };
    return sheet;
}

base::Result<office::Sheet> WageImporter::rosterSheet(const QString &unit)
{
    domain::StaffQuery inForce;
    inForce.state = domain::ContributionState::Normal;
    const auto count = m_env.store.read([&](Connection &c) { return store::StaffTable(c).count(unit, inForce); });
    if (!count)
        return count.error();
    auto sheet = templateSheet();
    sheet.total = *count;
    sheet.rows = [local = &m_env.store, unit, inForce](qint64 offset, qint64 limit) -> base::Result<std::vector<office::SheetRow>> {
        const auto people = local->read([&](Connection &c) {
            return store::StaffTable(c).window(unit, inForce, store::StaffOrder::PersonNumber, false, offset, limit);
        });
        if (!people)
            return people.error();
        std::vector<office::SheetRow> rows;
        for (const auto &one : *people) {
            const office::SheetCell wage = one.wage ? office::SheetCell(*one.wage) : office::SheetCell();
            rows.push_back({one.name, domain::documentTypeName(one.documentType), one.documentNumber, one.personNumber,
                            one.unitNumber, wage, {}, {}});
        }
        return rows;
    };
    return sheet;
}

base::Result<qint64> WageImporter::writeReport(const WageImport &import, const QString &path,
                                               const std::function<QString(const WageImport::Rejected &)> &reasonOf,
                                               base::Job &job)
{
    const auto book = office::openWorkbook(import.path);
    if (!book)
        return book.error();
    QHash<qint64, QString> reasons;
    for (const auto &rejected : import.rejected)
        reasons.insert(rejected.row, reasonOf(rejected));
    std::vector<office::SheetRow> rows;
    const auto width = import.table.titles.size();
    const auto read = (*book)->read(
        import.table.sheet,
        [&](qint64 number, const CellRow &cells) {
            if (number <= import.table.headerRow || office::isTotalsRow(cells))
                return true;
            office::SheetRow row;
            for (qsizetype column = 0; column < width; ++column)
                row.push_back(size_t(column) < cells.size() ? cells[size_t(column)].text : QString());
            row.push_back(reasons.value(number, QStringLiteral("可以导入")));
            rows.push_back(std::move(row));
            return true;
        },
        job);
    if (!read)
        return read.error();
    office::Sheet sheet;
    sheet.name = QStringLiteral("导入结果");
    for (const auto &title : import.table.titles)
        sheet.columns.push_back({title, 16});
    sheet.columns.push_back({QStringLiteral("导入结果"), 48});
    sheet.total = qint64(rows.size());
    sheet.rows = [&rows](qint64 offset, qint64 limit) -> base::Result<std::vector<office::SheetRow>> {
        const auto last = std::min<size_t>(rows.size(), size_t(offset + limit));
        return std::vector<office::SheetRow>(rows.begin() + offset, rows.begin() + qint64(last));
    };
    return office::writeSheet(path, sheet, job);
}

}  // namespace service
