#include "ui/modules/unit/unit_removal.h"

#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/grouped.h"
#include "ui/widgets/named.h"

#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

namespace {

TonedLabel *explanation(const QString &text)
{
    auto *label = new TonedLabel(text);
    label->setWordWrap(true);
    label->setContentsMargins(26, 0, 0, 0);
    return label;
}

}  // namespace

UnitRemoval::UnitRemoval(const domain::KnownUnit &unit, JobRunner &jobs, service::UnitService &units, Prompt &prompt,
                         QWidget *parent)
    : TaskDialog(QStringLiteral("unit.remove"), tr("移除单位"), parent), m_unitName(unit.name), m_prompt(prompt)
{
    setContentWidth(480);
    auto *what = new TonedLabel(tr("从单位管理中移除「%1」").arg(unit.name), TonedLabel::Role::Normal);
    what->setFont(fontOf(type::subheading, QFont::DemiBold));
    what->setWordWrap(true);
    m_keep = named(new QRadioButton(tr("保留本机数据")), QStringLiteral("unit.remove.keep"), tr("保留本机数据"));
    m_erase =
        named(new QRadioButton(tr("同时清除本机数据")), QStringLiteral("unit.remove.erase"), tr("同时清除本机数据"));
    m_keep->setChecked(true);
    addClose(tr("取消"));
    m_confirm = addButton(QStringLiteral("confirm"), tr("移除"), ButtonKind::Primary);

    auto *column = body();
    column->setSpacing(space::small);
    column->addWidget(what);
    column->addSpacing(space::small);
    column->addWidget(m_keep);
    column->addWidget(explanation(tr("以后重新添加这个单位，原来的数据还在。")));
    column->addSpacing(space::tiny);
    column->addWidget(m_erase);
    m_what = explanation(tr("这个单位在本机的全部数据都将删除，不能恢复。税务端的数据不受影响。正在统计…"));
    m_what->setObjectName(QStringLiteral("unit.remove.what"));
    column->addWidget(m_what);

    connect(m_confirm, &QPushButton::clicked, this, &UnitRemoval::confirm);
    connect(m_erase, &QRadioButton::toggled, this, &UnitRemoval::renderButton);
    count(unit, jobs, units);
}

void UnitRemoval::count(const domain::KnownUnit &unit, JobRunner &jobs, service::UnitService &units)
{
    const auto read = [&units, id = unit.registrationId](base::Job &) { return units.holdings(id); };
    m_counting = jobs.run(this, read, [this](base::Result<domain::UnitHoldings> holdings) {
        if (holdings)
            showHoldings(*holdings);
        else
            m_what->setText(tr("这个单位在本机的全部数据都将删除，不能恢复。税务端的数据不受影响。"));
        fit();
    });
}

void UnitRemoval::showHoldings(const domain::UnitHoldings &holdings)
{
    QStringList parts;
    const auto add = [&](qint64 count, const QString &text) {
        if (count > 0)
            parts << text.arg(grouped(count));
    };
    add(holdings.staff, tr("职工参保信息 %1 条"));
    add(holdings.draftLines, tr("还没有申报的缴费工资草稿 %1 条"));
    add(holdings.submissions, tr("申报、缴款和凭证记录 %1 笔"));
    add(holdings.declaredMonths, tr("%1 个月的社保费申报明细"));
    add(holdings.certificates, tr("证明和单据的打印记录 %1 份"));
    parts << tr("单位信息、业务规则和通知公告");
    m_goes = parts.join(tr("、"));
    m_what->setText(tr("将从本机删除：%1。不能恢复。税务端的数据不受影响。").arg(m_goes));
    if (!holdings.openSubmissions)
        return;
    m_erase->setEnabled(false);
    m_keep->setChecked(true);
    m_what->setText(tr("现在不能清除：有提交还没有结果。请先在记录页面「获取反馈」或撤回。"));
}

void UnitRemoval::renderButton()
{
    const bool erase = m_erase->isChecked();
    m_confirm->setText(erase ? tr("移除并清除数据") : tr("移除"));
    setKind(m_confirm, erase ? ButtonKind::Danger : ButtonKind::Primary);
    m_confirm->setDefault(!erase);
}

void UnitRemoval::confirm()
{
    if (!m_erase->isChecked()) {
        Q_EMIT chosen(false);
        accept();
        return;
    }
    m_prompt.ask(this,
                 {.title = tr("清除本机数据"),
                  .text = tr("确定清除「%1」在本机的全部数据？").arg(m_unitName),
                  .detail = (m_goes.isEmpty() ? QString() : tr("将删除：%1。\n").arg(m_goes))
                            + tr("恢复备份时留下的旧数据文件也会删除，不能再「撤销上次恢复」；已经做好的备份文件不受影响。\n"
                                 "此操作不能撤销。如果以后可能需要这些记录，请先到「数据备份与恢复」做一次备份。"),
                  .confirmText = tr("清除"),
                  .danger = true},
                 [this](bool yes) {
                     if (!yes)
                         return;
                     Q_EMIT chosen(true);
                     accept();
                 });
}

}  // namespace ui
