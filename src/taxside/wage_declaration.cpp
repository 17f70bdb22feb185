#include "taxside/wage_declaration.h"

#include "domain/wage.h"
#include "taxside/assessment.h"

#include <algorithm>
#include <map>
#include <set>

namespace taxside {

using domain::Money;
using domain::Month;

namespace {

struct Line {
    qint64 position = 0;
    QString staff;
    QString insurance;
    Money wage;
    std::optional<Month> month;
};

struct Verdict {
    const char *code = nullptr;
    QString text;
};

QVector<Line> linesOf(Fields &fields, bool daily, bool byInsurance)
{
    QVector<Line> lines;
    for (const auto &each : fields.filledArray("lines")) {
        Fields entry(each);
        Line line;
        line.position = lines.size();
        line.staff = entry.text("staffId", 64);
        line.insurance = entry.optionalText("insurance", 10).value_or(QString());
        line.wage = entry.money("wage");
        line.month = entry.optionalMonth("effectiveMonth");
        entry.end();
        if (daily != line.month.has_value())
            throw Problem("invalid-request", QStringLiteral("第%1行：日常申报应有生效年月，年度申报不应有。").arg(line.position + 1));
        if (byInsurance == line.insurance.isEmpty())
            throw Problem("invalid-request", QStringLiteral("第%1行：只有按险种申报时才有险种，且不能为空。").arg(line.position + 1));
        lines << line;
    }
    return lines;
}

void checkMode(const Visit &visit, bool daily, bool byInsurance, bool commitmentAccepted)
{
    const auto &rules = visit.unit.rules();
    if (!rules.has(QStringLiteral("wage")))
        throw Problem("module-off", QStringLiteral("本地区缴费工资由社保经办机构核定，请向社保经办机构申报。"));
    if (byInsurance && !rules.wage.byInsuranceUnitTypes.contains(visit.unit.type))
        throw Problem("module-off", QStringLiteral("本单位类型不能按险种申报缴费工资。"));
    const auto window = domain::annualWindow(rules.wage, visit.world.clock.today());
    if (!daily && !(window && window->open))
        throw Problem("outside-window", QStringLiteral("年度缴费工资申报期为%1至%2。").arg(rules.wage.annualFrom, rules.wage.annualTo));
    if (!rules.wage.commitment.isEmpty() && !commitmentAccepted)
        throw Problem("commitment-required", QStringLiteral("申报缴费工资前须接受承诺书。"));
}

/// Which insurances have a month that is declared already: their daily totals of it are held by a declaration.
class DeclaredMonths final {
public:
    DeclaredMonths(World &world, const Registrant &unit) : m_world(world), m_unit(unit) {}

    /// One of those that a line is about.
    bool has(const Line &line, const StaffRow &row)
    {
        const auto &codes = of(*line.month);
        return std::any_of(codes.begin(), codes.end(), [&](const QString &code) {
            const auto *insurance = m_unit.insurance(code);
            return line.insurance.isEmpty() ? insurance && row.covers(*insurance) : line.insurance == code;
        });
    }

private:
    const QStringList &of(Month month)
    {
        const auto known = m_months.find(month.index());
        if (known != m_months.end())
            return known->second;
        QStringList codes;
        auto rows = m_world.db->query("SELECT DISTINCT insurance FROM assessment WHERE registration = ?1 AND kind = 'daily'"
                                      " AND holder IS NOT NULL AND ?2 BETWEEN period_from AND period_to",
                                      m_unit.key, month.index());
        while (rows.next())
            codes << rows.text(0);
        return m_months.emplace(month.index(), codes).first->second;
    }

    World &m_world;
    const Registrant &m_unit;
    std::map<int, QStringList> m_months;
};

/// field.md 3.5: not before 参保起始, not inside a period that is declared already.
Verdict verdictOnMonth(const Registrant &unit, const StaffRow &row, const Line &line, Month present,
                       DeclaredMonths &declared)
{
    if (domain::effectiveMonthFlaw(unit.rules().wage, present, *line.month))
        return {"month-out-of-range", QStringLiteral("生效年月不在允许范围内。")};
    if (line.month->index() < row.from)
        return {"month-before-insured", QStringLiteral("生效年月早于该职工的参保起始年月。")};
    if (declared.has(line, row))
        return {"month-declared", QStringLiteral("该月的费款已经申报，生效年月应晚于已申报的月份。")};
    return {};
}

Verdict verdictOn(World &world, const Registrant &unit, const Line &line, Month present, DeclaredMonths &declared)
{
    const auto row = presentStaff(world, unit.key, line.staff);
    if (!row)
        return {"staff-unknown", QStringLiteral("本单位没有该职工的参保信息。")};
    if (row->state == domain::ContributionState::Suspended || row->state == domain::ContributionState::Ended)
        return {"staff-stopped", QStringLiteral("该职工已停止缴费，不能申报缴费工资。")};
    const auto *insurance = line.insurance.isEmpty() ? nullptr : unit.insurance(line.insurance);
    if (!line.insurance.isEmpty() && (!insurance || !row->covers(*insurance)))
        return {"insurance-not-joined", QStringLiteral("该职工未参加此险种。")};
    if (line.wage.fen() < 0 || line.wage > unit.rules().wage.maximum)
        return {"wage-out-of-range", QStringLiteral("缴费工资超出允许范围。")};
    if (line.month) {
        const auto verdict = verdictOnMonth(unit, *row, line, present, declared);
        if (verdict.code)
            return verdict;
    }
    const bool whole = line.insurance.isEmpty();
    const auto old = whole ? row->wage : std::nullopt;
    const auto oldOne = whole ? std::nullopt : row->wageFor(line.insurance);
    if ((whole && old && *old == line.wage.fen() && row->wages.isEmpty()) || (oldOne && *oldOne == line.wage))
        return {"base-unchanged", QStringLiteral("基数没有发生变化，不用补差")};
    return {};
}

/// Puts an accepted line into the roster, or on the list of those that wait for their month. True when it took effect.
bool carryOut(World &world, const Registrant &unit, const Line &line, Month present, qint64 &seq)
{
    if (line.month && *line.month > present) {
        world.db->run("INSERT INTO wage_pending (registration, staff, insurance, wage, month) VALUES (?, ?, ?, ?, ?)",
                      unit.key, line.staff.toLongLong(), line.insurance, qint64(line.wage.fen()), line.month->index());
        return false;
    }
    if (seq == 0)
        seq = nextSequence(world, unit.key);
    supersede(world, line.staff.toLongLong(), seq);
    setWage(world, *presentStaff(world, unit.key, line.staff), line.insurance, line.wage, seq);
    return true;
}

QVector<Line> storedLines(World &world, qint64 submission)
{
    QVector<Line> lines;
    auto rows = world.db->query("SELECT position, staff, insurance, wage, month FROM wage_line WHERE submission = ?"
                                " ORDER BY position",
                                submission);
    while (rows.next()) {
        Line line{rows.integer(0), rows.text(1), rows.text(2), Money::fromFen(rows.integer(3)), std::nullopt};
        if (!rows.isNull(4))
            line.month = Month::fromIndex(static_cast<int>(rows.integer(4)));
        lines << line;
    }
    return lines;
}

Json wageStateJson(World &world, const Submission &s)
{
    Json rejections = Json::array();
    if (s.status != QLatin1String("submitted")) {
        auto rows = world.db->query("SELECT position, code, text FROM wage_line WHERE submission = ? AND code <> ''"
                                    " ORDER BY position",
                                    s.key);
        while (rows.next())
            rejections.push_back({{"line", rows.integer(0)}, {"code", jsonText(rows.text(1))}, {"text", jsonText(rows.text(2))}});
    }
    return {{"id", jsonText(s.id)},
            {"status", jsonText(s.status)},
            {"submittedAt", jsonInstant(s.submittedAt)},
            {"settledAt", settledJson(s)},
            {"lineCount", s.lineCount},
            {"rejections", rejections}};
}

}  // namespace

Answer putWageDeclaration(const Visit &visit)
{
    World &world = visit.world;
    Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const bool daily = fields.choice("kind", {"daily", "annual"}) == QLatin1String("daily");
    const bool byInsurance = fields.flag("byInsurance", false);
    const bool commitmentAccepted = fields.flag("commitmentAccepted", false);
    const auto lines = linesOf(fields, daily, byInsurance);
    fields.end();
    body["byInsurance"] = byInsurance;  // left out or false: the same request
    body["commitmentAccepted"] = commitmentAccepted;
    const auto hash = bodyHash(body);
    if (const auto found = earlier(visit, "wage", hash))
        return answerOf(wageStateJson(world, *found));
    checkMode(visit, daily, byInsurance, commitmentAccepted);
    Submission draft;
    draft.status = QStringLiteral("submitted");
    draft.variant = daily ? QStringLiteral("daily") : QStringLiteral("annual");
    draft.lineCount = lines.size();
    const auto stored = store(visit, "wage", hash, draft, feedbackAt(world));
    for (const auto &line : lines) {
        const auto month = line.month ? std::optional(qint64(line.month->index())) : std::nullopt;
        world.db->run("INSERT INTO wage_line (submission, position, staff, insurance, wage, month) VALUES (?, ?, ?, ?, ?, ?)",
                      stored.key, line.position, line.staff, line.insurance, qint64(line.wage.fen()), month);
    }
    return answerOf(wageStateJson(world, stored), 202);
}

Answer getWageDeclaration(const Visit &visit)
{
    return answerOf(wageStateJson(visit.world, asked(visit, "wage")));
}

void settleWage(World &world, const Submission &submission)
{
    const Registrant unit = registrantOf(world, submission.registration);
    const Month present = world.month();
    DeclaredMonths declared(world, unit);
    std::set<std::pair<QString, QString>> seen;
    qint64 seq = 0;
    qint64 rejected = 0;
    bool changed = false;
    for (const auto &line : storedLines(world, submission.key)) {
        Verdict verdict = verdictOn(world, unit, line, present, declared);
        if (!verdict.code && !seen.emplace(line.staff, line.insurance).second)
            verdict = {"duplicate-line", QStringLiteral("同一职工在本次申报中重复出现。")};
        if (verdict.code) {
            ++rejected;
            world.db->run("UPDATE wage_line SET code = ?, text = ? WHERE submission = ? AND position = ?",
                          QString::fromLatin1(verdict.code), verdict.text, submission.key, line.position);
        } else if (carryOut(world, unit, line, present, seq)) {
            changed = true;
        }
    }
    if (changed)
        refreshTotals(world, registrantOf(world, unit.key));
    settle(world, submission, rejected == 0 ? "accepted" : rejected == submission.lineCount ? "rejected" : "partial");
}

}  // namespace taxside
