#include "ui/modules/unit/rule_lines.h"

#include "domain/money.h"
#include "ui/modules/unit/unit_columns.h"
#include "ui/style/tr.h"

#include <QMap>
#include <QRegularExpression>

namespace ui {

using domain::RulePack;

namespace {

/// 160000 → 16%
QString percent(int ppm)
{
    return QString::number(ppm / 10'000.0, 'f', 4).remove(QRegularExpression(QStringLiteral("\\.?0+$")))
           + QLatin1Char('%');
}

QString typesText(const QVector<domain::UnitType> &types)
{
    QStringList names;
    for (const auto type : types)
        names << unitTypeName(type);
    return names.join(Tr::tr("、"));
}

/// 31 is the last day of whichever month it is.
QString dayText(int day)
{
    return day >= 31 ? Tr::tr("每月最后一日") : Tr::tr("每月 %1 日").arg(day);
}

QString roundingText(domain::Rounding rounding)
{
    switch (rounding) {
    case domain::Rounding::FenUpToJiao: return Tr::tr("见分进角");
    case domain::Rounding::JiaoUpToYuan: return Tr::tr("见角进元");
    case domain::Rounding::UpToYuan: return Tr::tr("进位到元");
    case domain::Rounding::HalfEven: return Tr::tr("进位偶数");
    case domain::Rounding::CutJiao: return Tr::tr("舍去角");
    case domain::Rounding::CutFen: return Tr::tr("舍去分");
    case domain::Rounding::CutLi: return Tr::tr("舍去厘");
    case domain::Rounding::HalfUpFen: return Tr::tr("四舍五入到分");
    case domain::Rounding::HalfUpJiao: return Tr::tr("四舍五入到角");
    case domain::Rounding::HalfUpYuan: return Tr::tr("四舍五入到元");
    }
    return {};
}

class Lines final {
public:
    Lines(const RulePack &pack, domain::Month present) : m_pack(pack), m_present(present) {}

    std::vector<RuleLine> made()
    {
        wages();
        fees();
        charges();
        limits();
        markForce();
        return std::move(m_lines);
    }

private:
    void add(const QString &group, const QString &rule, const QString &value, std::optional<domain::Month> from = {})
    {
        m_lines.push_back({QString::number(m_lines.size()), group, rule, value, from});
    }

    void wages()
    {
        const auto group = Tr::tr("缴费工资申报");
        const auto &wage = m_pack.wage;
        add(group, Tr::tr("征收模式"), collectionModeName(m_pack.mode));
        if (m_pack.mode == domain::CollectionMode::Delegated) {
            add(group, Tr::tr("缴费工资"), Tr::tr("由社会保险经办机构核定，本客户端不申报"));
            return;
        }
        add(group, Tr::tr("缴费工资上限"), domain::moneyText(wage.maximum) + Tr::tr(" 元"));
        add(group, Tr::tr("生效年月"), Tr::tr("本月前 %1 个月至后 %2 个月").arg(wage.monthsBack).arg(wage.monthsAhead));
        add(group, Tr::tr("年度申报期"), Tr::tr("每年 %1 至 %2").arg(wage.annualFrom, wage.annualTo));
        if (!wage.byInsuranceUnitTypes.isEmpty())
            add(group, Tr::tr("可按险种申报的单位"), typesText(wage.byInsuranceUnitTypes));
    }

    void fees()
    {
        const auto group = Tr::tr("社保费申报");
        const auto &fee = m_pack.fee;
        add(group, Tr::tr("申报期限"), dayText(fee.declareByDay));
        add(group, Tr::tr("缴款期限"), dayText(fee.payByDay));
        add(group, Tr::tr("滞纳金"), Tr::tr("每日万分之 %1").arg(QString::number(fee.lateFeePpmPerDay / 100.0)));
        add(group, Tr::tr("金额尾数"), roundingText(m_pack.rounding));
    }

    void charges()
    {
        for (const auto &charge : m_pack.charges) {
            const auto side = charge.side == domain::Side::Unit ? Tr::tr("单位缴纳") : Tr::tr("个人缴纳");
            auto rule = charge.insuranceName + QStringLiteral("  ") + side;
            if (!charge.unitTypes.isEmpty())
                rule += Tr::tr("（%1）").arg(typesText(charge.unitTypes));
            const auto value = charge.ratePpm ? Tr::tr("缴费基数的 %1").arg(percent(*charge.ratePpm))
                               : charge.fixed ? Tr::tr("每人每月 %1 元").arg(domain::moneyText(*charge.fixed))
                                              : QString();
            add(Tr::tr("缴费比例"), rule, value, charge.from);
        }
    }

    void limits()
    {
        for (const auto &limit : m_pack.limits) {
            add(Tr::tr("缴费基数"), domain::insuranceName(m_pack, limit.insurance),
                Tr::tr("下限 %1 元，上限 %2 元").arg(domain::moneyText(limit.floor), domain::moneyText(limit.cap)),
                limit.from);
        }
    }

    void markForce()
    {
        QMap<QString, domain::Month> newest;
        const auto key = [](const RuleLine &line) { return line.group + line.rule; };
        for (const auto &line : m_lines) {
            if (!line.from || *line.from > m_present)
                continue;
            const auto at = newest.constFind(key(line));
            if (at == newest.constEnd() || *at < *line.from)
                newest.insert(key(line), *line.from);
        }
        for (auto &line : m_lines) {
            if (!line.from)
                continue;
            line.force = *line.from > m_present                  ? RuleLine::Force::Future
                         : newest.value(key(line)) == *line.from ? RuleLine::Force::Present
                                                                 : RuleLine::Force::Past;
        }
    }

    const RulePack &m_pack;
    domain::Month m_present;
    std::vector<RuleLine> m_lines;
};

QString forceText(RuleLine::Force force)
{
    switch (force) {
    case RuleLine::Force::Present: return Tr::tr("现行");
    case RuleLine::Force::Past: return Tr::tr("已被取代");
    case RuleLine::Force::Future: return Tr::tr("尚未执行");
    }
    return {};
}

Tone forceTone(RuleLine::Force force)
{
    switch (force) {
    case RuleLine::Force::Present: return Tone::Success;
    case RuleLine::Force::Past: return Tone::Neutral;
    case RuleLine::Force::Future: return Tone::Info;
    }
    return Tone::Neutral;
}

}  // namespace

std::vector<RuleLine> ruleLines(const RulePack &pack, domain::Month present)
{
    return Lines(pack, present).made();
}

std::vector<Column<RuleLine>> ruleLineColumns()
{
    using Row = RuleLine;
    return {
        {.id = "group", .title = Tr::tr("类别"), .display = [](const Row &r) { return r.group; }, .width = 120},
        {.id = "rule",
         .title = Tr::tr("规则"),
         .display = [](const Row &r) { return r.rule; },
         .width = 330,
         .tooltip = [](const Row &r) { return r.rule; }},
        {.id = "value",
         .title = Tr::tr("内容"),
         .display = [](const Row &r) { return r.value; },
         .width = 320,
         .tooltip = [](const Row &r) { return r.value; }},
        {.id = "from",
         .title = Tr::tr("执行起始"),
         .display = [](const Row &r) { return r.from ? domain::monthText(*r.from) : QString(); },
         .width = 96,
         .kind = CellKind::Date},
        {.id = "force",
         .title = Tr::tr("状态"),
         .display = [](const Row &r) { return forceText(r.force); },
         .width = 96,
         .kind = CellKind::State,
         .tone = [](const Row &r) { return forceTone(r.force); }},
    };
}

}  // namespace ui
