#include "ui/modules/unit/rule_lines.h"

#include "domain/money.h"
#include "ui/modules/unit/unit_columns.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

namespace ui {

using domain::RulePack;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::rules", text);
}

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
    return names.join(tr("、"));
}

/// 31 is the last day of whichever month it is.
QString dayText(int day)
{
    return day >= 31 ? tr("每月最后一日") : tr("每月 %1 日").arg(day);
}

QString roundingText(domain::Rounding rounding)
{
    switch (rounding) {
    case domain::Rounding::FenUpToJiao: return tr("见分进角");
    case domain::Rounding::JiaoUpToYuan: return tr("见角进元");
    case domain::Rounding::UpToYuan: return tr("进位到元");
    case domain::Rounding::HalfEven: return tr("进位偶数");
    case domain::Rounding::CutJiao: return tr("舍去角");
    case domain::Rounding::CutFen: return tr("舍去分");
    case domain::Rounding::CutLi: return tr("舍去厘");
    case domain::Rounding::HalfUpFen: return tr("四舍五入到分");
    case domain::Rounding::HalfUpJiao: return tr("四舍五入到角");
    case domain::Rounding::HalfUpYuan: return tr("四舍五入到元");
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
        const auto group = tr("缴费工资申报");
        const auto &wage = m_pack.wage;
        add(group, tr("征收模式"), collectionModeName(m_pack.mode));
        if (m_pack.mode == domain::CollectionMode::Delegated) {
            add(group, tr("缴费工资"), tr("由社会保险经办机构核定，本客户端不申报"));
            return;
        }
        add(group, tr("缴费工资上限"), domain::moneyText(wage.maximum) + tr(" 元"));
        add(group, tr("生效年月"), tr("本月前 %1 个月至后 %2 个月").arg(wage.monthsBack).arg(wage.monthsAhead));
        add(group, tr("年度申报期"), tr("每年 %1 至 %2").arg(wage.annualFrom, wage.annualTo));
        if (!wage.byInsuranceUnitTypes.isEmpty())
            add(group, tr("可按险种申报的单位"), typesText(wage.byInsuranceUnitTypes));
    }

    void fees()
    {
        const auto group = tr("社保费申报");
        const auto &fee = m_pack.fee;
        add(group, tr("申报期限"), dayText(fee.declareByDay));
        add(group, tr("缴款期限"), dayText(fee.payByDay));
        add(group, tr("滞纳金"), tr("每日万分之 %1").arg(QString::number(fee.lateFeePpmPerDay / 100.0)));
        add(group, tr("金额尾数"), roundingText(m_pack.rounding));
    }

    void charges()
    {
        for (const auto &charge : m_pack.charges) {
            const auto side = charge.side == domain::Side::Unit ? tr("单位缴纳") : tr("个人缴纳");
            auto rule = charge.insuranceName + QStringLiteral("  ") + side;
            if (!charge.unitTypes.isEmpty())
                rule += tr("（%1）").arg(typesText(charge.unitTypes));
            const auto value = charge.ratePpm ? tr("缴费基数的 %1").arg(percent(*charge.ratePpm))
                               : charge.fixed ? tr("每人每月 %1 元").arg(domain::moneyText(*charge.fixed))
                                              : QString();
            add(tr("缴费比例"), rule, value, charge.from);
        }
    }

    void limits()
    {
        for (const auto &limit : m_pack.limits) {
            add(tr("缴费基数"), domain::insuranceName(m_pack, limit.insurance),
                tr("下限 %1 元，上限 %2 元").arg(domain::moneyText(limit.floor), domain::moneyText(limit.cap)),
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
    case RuleLine::Force::Present: return tr("现行");
    case RuleLine::Force::Past: return tr("已被取代");
    case RuleLine::Force::Future: return tr("尚未执行");
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
        {.id = "group", .title = tr("类别"), .display = [](const Row &r) { return r.group; }, .width = 120},
        {.id = "rule",
         .title = tr("规则"),
         .display = [](const Row &r) { return r.rule; },
         .width = 330,
         .tooltip = [](const Row &r) { return r.rule; }},
        {.id = "value",
         .title = tr("内容"),
         .display = [](const Row &r) { return r.value; },
         .width = 320,
         .tooltip = [](const Row &r) { return r.value; }},
        {.id = "from",
         .title = tr("执行起始"),
         .display = [](const Row &r) { return r.from ? domain::monthText(*r.from) : QString(); },
         .width = 96,
         .kind = CellKind::Date},
        {.id = "force",
         .title = tr("状态"),
         .display = [](const Row &r) { return forceText(r.force); },
         .width = 96,
         .kind = CellKind::State,
         .tone = [](const Row &r) { return forceTone(r.force); }},
    };
}

}  // namespace ui
