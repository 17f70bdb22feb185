#include "ui/modules/unit/rules_page.h"

#include "ui/shell/sheet_export.h"

namespace ui {

RulesPage::RulesPage(const Desk &desk, service::UnitService &units, QWidget *parent)
    : ProfilePage(QStringLiteral("unit.rules"), tr("系统业务规则更新"), desk, units, parent)
{
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, [this] {
        exportSheet(this, this->desk(), sheetOf(tr("系统业务规则"), m_model->columns(), m_model->rows()), tr("条"));
    });
    query()->addText(QStringLiteral("rule"), tr("规则"), 180);
    query()->addChoice(QStringLiteral("group"), tr("类别"), {}, 150);
    query()->addChoice(QStringLiteral("force"), tr("状态"),
                       {{QStringLiteral("present"), tr("现行")}, {QStringLiteral("other"), tr("已被取代或尚未执行")}},
                       170);
    connect(query(), &QueryBar::searchRequested, this, &RulesPage::showFiltered);
    connect(query(), &QueryBar::resetRequested, this, &RulesPage::showFiltered);
    m_model = new ListModel<RuleLine>(
        ruleLineColumns(), [](const RuleLine &line) { return line.id; }, this);
    table()->setListModel(m_model);
    setEmptyText(Icon::Rules, tr("还没有业务规则"), tr("没有符合条件的规则"));
}

void RulesPage::loaded(const service::UnitProfile &profile, bool asked)
{
    m_lines = ruleLines(profile.pack, domain::Month::of(desk().clock.today()));
    header()->setSubtitle(tr("%1，版本 %2").arg(profile.pack.regionName, profile.pack.version));
    QVector<QueryBar::Choice> groups;
    for (const auto &line : m_lines) {
        if (groups.isEmpty() || groups.last().code != line.group)
            groups.append({line.group, line.group});
    }
    query()->setChoices(QStringLiteral("group"), groups);
    showFiltered();
    if (profile.pack.version != desk().profile.pack.version)
        Q_EMIT rulesChanged(profile);
    else if (asked)
        strip()->show(Tone::Success, tr("业务规则已是最新版本 %1。").arg(profile.pack.version));
}

void RulesPage::showFiltered()
{
    const auto words = query()->text(QStringLiteral("rule"));
    const auto group = query()->code(QStringLiteral("group"));
    const auto force = query()->code(QStringLiteral("force"));
    std::vector<RuleLine> shown;
    for (const auto &line : m_lines) {
        const bool present = line.force == RuleLine::Force::Present;
        if ((line.rule + line.value).contains(words, Qt::CaseInsensitive) && (group.isEmpty() || group == line.group)
            && (force.isEmpty() || (force == QLatin1String("present")) == present))
            shown.push_back(line);
    }
    m_export->setEnabled(!shown.empty());
    totals()->setTotals({{tr("总条数"), QString::number(shown.size())}});
    m_model->setRows(std::move(shown));
    showRows();
}

}  // namespace ui
