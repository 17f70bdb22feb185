#include "service/wage_import.h"

#include "service/staff_service.h"
#include "service/wage_import_judge.h"

#include <QHash>

#include <algorithm>
#include <future>

namespace service {

using base::sqlite::Connection;
using domain::WageForm;
using domain::WageKind;
using office::CellRow;

namespace {

constexpr qint64 kReportEvery = 500;
constexpr size_t kBatch = 500;

QStringList titles(std::initializer_list<const char *> names)
{
    QStringList list;
    for (const char *name : names)
        list << QString::fromUtf8(name);
    return list;
}

/// What people call an insurance beside its full name (field.md 1.3, 1.4).
QStringList shortNames(const QString &code)
{
    static const QHash<QString, QStringList> names = {
        {QStringLiteral("110"), titles({"养老保险", "基本养老保险"})},
        {QStringLiteral("120"), titles({"养老保险", "机关养老保险", "机关养老"})},
        {QStringLiteral("180"), titles({"年金"})},
        {QStringLiteral("210"), titles({"失业"})},
        {QStringLiteral("310"), titles({"医疗保险", "基本医疗保险", "医保"})},
        {QStringLiteral("330"), titles({"大额医疗", "大额"})},
        {QStringLiteral("410"), titles({"工伤"})},
        {QStringLiteral("510"), titles({"生育"})},
    };
    return names.value(code);
}

/// Under which titles a column is looked for; the first name is the one our own workbooks use.
office::WantedColumn wantedColumn(const ImportColumn &column)
{
    switch (column.field) {
    case ImportField::Name: return {titles({"姓名", "职工姓名", "人员姓名", "缴费人姓名"}), true};
    case ImportField::DocumentType: return {titles({"证件类型", "身份证件类型", "证照类型", "身份证件类型代码", "证件类型代码"})};
    case ImportField::DocumentNumber:
        return {titles({"证件号码", "身份证件号码", "证照号码", "身份证号码", "身份证号", "公民身份号码", "证件号", "社会保障号",
                        "社会保障号码"}),
                true};
    case ImportField::PersonNumber: return {titles({"人员编号", "个人编号", "个人社保号", "个人社保编号"})};
    case ImportField::UnitNumber: return {titles({"单位编号", "社保编号", "单位社保号", "分组"})};
    case ImportField::EffectiveMonth: return {titles({"生效年月", "开始年月", "生效月份", "起始年月", "开始缴费年月"})};
    case ImportField::NewWage: break;
    }
    const auto &[code, name] = column.insurance;
    if (code.isEmpty()) {
        return {titles({"新缴费工资", "申报缴费工资", "新缴费基数", "申报工资", "缴费工资", "月缴费工资", "月工资", "工资"}),
                true, false, true};
    }
    return {QStringList{name, code + QLatin1Char('|') + name, code} + shortNames(code), false, true};
}

/// The table as it stands there, with the user's columns when he has said which they are.
base::Result<office::FoundTable> locate(office::Workbook &book, const QVector<ImportColumn> &columns,
                                        const std::optional<QVector<int>> &chosen, base::Job &job)
{
    QVector<office::WantedColumn> wanted;
    for (const auto &column : columns)
        wanted.append(wantedColumn(column));
    auto found = office::findTable(book, wanted, job);
    if (!found)
        return found.error();
    if (!*found)
        return base::validation(QStringLiteral("import.no-table"));
    auto table = std::move(**found);
    if (chosen && chosen->size() == columns.size())
        table.columns = *chosen;
    return table;
}

/// Rows on their way to the judge: a batch is judged on a thread of its own while the next one is read.
class Batches final {
public:
    Batches(const office::FoundTable &table, store::Store &store, WageImportJudge &judge)
        : m_table(table), m_store(store), m_judge(judge)
    {
    }

    /// false: what was handed over could not be judged, and finish() says why.
    bool row(qint64 number, const CellRow &cells)
    {
        m_next.push_back(WantedRow::of(number, cells, m_table));
        return m_next.size() < kBatch || handOver();
    }

    base::Result<void> finish()
    {
        if (handOver())
            wait();
        return m_result;
    }

private:
    bool handOver()
    {
        wait();
        if (!m_result)
            return false;
        m_judged = std::async(std::launch::async, [this, rows = std::exchange(m_next, {})] {
            return m_store.readOneState([&](Connection &roster) { m_judge.rows(roster, rows); });
        });
        return true;
    }

    void wait()
    {
        if (m_judged.valid())
            m_result = m_judged.get();
    }

    const office::FoundTable &m_table;
    store::Store &m_store;
    WageImportJudge &m_judge;
    std::vector<WantedRow> m_next;
    base::Result<void> m_result;
    std::future<base::Result<void>> m_judged;  // last: waits for what uses the others
};

/// What 合并 leaves of a line because the file has nothing there.
void countKept(ImportOutcome &outcome, const WageImport::Line &line, const domain::WageDraftLine &before)
{
    for (const auto &wage : line.wages) {
        const auto *cell = before.cell(wage.insurance);
        outcome.keptWages += !wage.newWage && cell && cell->newWage ? 1 : 0;
    }
    outcome.keptMonths += !line.month && before.effectiveMonth ? 1 : 0;
}

}  // namespace

QVector<ImportColumn> importColumns(const WageTarget &target)
{
    QVector<ImportColumn> columns = {{ImportField::Name},
                                     {ImportField::DocumentType},
                                     {ImportField::DocumentNumber},
                                     {ImportField::PersonNumber},
                                     {ImportField::UnitNumber}};
    if (!target.form.byInsurance)
        columns.append({ImportField::NewWage});
    for (const auto &insurance : target.form.byInsurance ? target.insurances : QVector<domain::CodeName>())
        columns.append({ImportField::NewWage, insurance});
    if (target.form.kind == WageKind::Daily)
        columns.append({ImportField::EffectiveMonth});
    return columns;
}

bool WageImport::needsWageColumn() const
{
    for (int at = 0; at < columns.size(); ++at) {
        if (columns[at].field == ImportField::NewWage && table.columns[at] >= 0)
            return false;
    }
    return true;
}

base::Result<WageImport> WageImporter::read(const QString &unit, const WageTarget &target, const QString &path,
                                            base::Job &job, const std::optional<QVector<int>> &chosen)
{
    WageImport import;
    import.path = path;
    import.stamp = FileStamp::of(path);
    const auto book = office::openWorkbook(path, job);
    if (!book)
        return book.error();
    import.columns = importColumns(target);
    auto table = locate(**book, import.columns, chosen, job);
    if (!table)
        return table.error();
    import.table = std::move(table).value();
    if (import.needsWageColumn())
        return import;
    auto inDraft = m_env.store.read([&](Connection &c) { return store::WageTable(c).peopleInDraft(unit, target.form); });
    if (!inDraft)
        return inDraft.error();
    WageImportJudge judge(import, unit, target, domain::Month::of(m_env.clock.today()), std::move(inDraft).value());
    Batches batches(import.table, m_env.store, judge);
    const auto read = (*book)->read(
        import.table.sheet,
        [&](qint64 row, const CellRow &cells) {
            if (row % kReportEvery == 0)
                job.report(row, 0);
            return row <= import.table.headerRow || office::isTotalsRow(cells) || batches.row(row, cells);
        },
        job);
    const auto judged = batches.finish();
    if (!read)
        return read.error();
    if (!judged)
        return judged.error();
    return import;
}

base::Result<ImportOutcome> WageImporter::apply(const QString &unit, const WageForm &form, const WageImport &import,
                                                ImportMode mode)
{
    return m_env.store.write([&](Connection &c) {
        store::WageTable table(c);
        ImportOutcome outcome;
        if (mode == ImportMode::Replace)
            table.clearDraft(unit, form);
        QHash<QString, domain::WageDraftLine> known;
        for (const auto &line : table.draft(unit, form))
            known.insert(line.staffId, line);
        QVector<store::WageDraftEntry> entries;
        for (const auto &line : import.lines) {
            const auto before = known.constFind(line.staffId);
            const bool there = before != known.constEnd();
            if (there && mode == ImportMode::Append) {
                ++outcome.skipped;
                continue;
            }
            if (there)
                countKept(outcome, line, *before);
            entries.append({line.staffId, line.wages, line.month});
            ++(there ? outcome.changed : outcome.added);
        }
        table.saveDraft(unit, form, entries);
        return outcome;
    });
}

base::Result<office::Sheet> WageImporter::rosterSheet(const QString &unit, const WageTarget &target,
                                                      const QString &taxNumber)
{
    domain::StaffSelection inForce;
    inForce.all = true;
    inForce.query.state = domain::ContributionState::Normal;
    const auto walk = std::make_shared<StaffWalk>(m_env.store, unit, inForce);
    const auto count = walk->begin();
    if (!count)
        return count.error();
    auto sheet = wageTemplate(target, taxNumber);
    sheet.total = *count;
    sheet.rows = [walk, target](qint64 offset, qint64 limit) -> base::Result<std::vector<office::SheetRow>> {
        if (offset == 0) {
            if (const auto begun = walk->begin(); !begun)
                return begun.error();
        }
        const auto people = walk->next(limit);
        if (!people)
            return people.error();
        std::vector<office::SheetRow> rows;
        for (const auto &one : *people)
            rows.push_back(wageTemplateRow(target, one));
        return rows;
    };
    return sheet;
}

}  // namespace service
