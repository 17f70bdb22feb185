#include "ui/shell/unit_bar.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

UnitBar::UnitBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("window.unitBar"));
    setFixedHeight(46);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::page, 0, space::medium, 0);
    row->setSpacing(space::medium);
    m_name = new TonedLabel({}, TonedLabel::Role::Normal);
    m_name->setObjectName(QStringLiteral("window.unitName"));
    m_name->setFont(fontOf(type::body, QFont::DemiBold));
    m_facts = new TonedLabel({});
    m_facts->setObjectName(QStringLiteral("window.unitFacts"));
    m_practice = new Pill(tr("演示模式"), Tone::Warning);
    m_practice->setObjectName(QStringLiteral("window.practice"));
    m_switch = button(QStringLiteral("window.switchUnit"), tr("切换单位"), Icon::Switch, ButtonKind::Quiet, this);
    m_switch->setToolTip(tr("切换到另一个单位（Ctrl+Shift+S）"));
    row->addWidget(m_name);
    row->addWidget(m_facts);
    row->addWidget(m_practice);
    m_practiceSettings =
        button(QStringLiteral("window.practiceSettings"), tr("演示设置"), Icon::Settings, ButtonKind::Quiet, this);
    row->addWidget(m_practiceSettings);
    row->addStretch();
    m_search = button(QStringLiteral("window.search"), tr("查找  Ctrl+K"), Icon::Search, ButtonKind::Secondary, this);
    m_search->setAccessibleName(tr("查找页面、职工和记录"));
    m_search->setToolTip(tr("查找页面、职工和记录（Ctrl+K）"));
    row->addWidget(m_search);
    row->addWidget(m_switch);
    setTabOrder(m_practiceSettings, m_search);
    setTabOrder(m_search, m_switch);
    connect(m_search, &QPushButton::clicked, this, &UnitBar::searchRequested);
    connect(m_switch, &QPushButton::clicked, this, &UnitBar::switchRequested);
    connect(m_practiceSettings, &QPushButton::clicked, this, &UnitBar::practiceSettingsRequested);
    setUnit({});
}

void UnitBar::setUnit(const UnitInfo &unit)
{
    m_name->setText(unit.name.isEmpty() ? tr("尚未登录单位") : unit.name);
    QStringList facts{maskedTaxNumber(unit.taxNumber), unit.regionName};
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_facts->setAccessibleName(tr("纳税人识别号 %1，%2").arg(maskedTaxNumber(unit.taxNumber), unit.regionName));
    m_search->setVisible(!unit.name.isEmpty());
    m_practice->setVisible(unit.practice);
    m_practiceSettings->setVisible(unit.practice);
}

void UnitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colors(palette());
    painter.fillRect(rect(), c.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.line);
}

}  // namespace ui
