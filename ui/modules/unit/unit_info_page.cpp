#include "ui/modules/unit/unit_info_page.h"

#include "ui/modules/unit/unit_columns.h"

#include <QGridLayout>

namespace ui {

namespace {

/// Caption and value, in the order of the page; two beside each other.
QVector<std::pair<QString, QString>> factsOf(const service::UnitProfile &profile)
{
    const auto &unit = profile.unit;
    const auto or_ = [](const QString &text) { return text.isEmpty() ? UnitInfoPage::tr("—") : text; };
    return {{UnitInfoPage::tr("单位名称"), unit.name},
            {UnitInfoPage::tr("纳税人识别号"), unit.taxNumber},
            {UnitInfoPage::tr("登记序号"), unit.registrationId},
            {UnitInfoPage::tr("单位类型"), unitTypeName(unit.unitType)},
            {UnitInfoPage::tr("单位状态"), unitStateName(unit.state)},
            {UnitInfoPage::tr("征收模式"), collectionModeName(profile.pack.mode)},
            {UnitInfoPage::tr("主管税务机关"), unit.authorityName},
            {UnitInfoPage::tr("税务机关代码"), unit.authorityCode},
            {UnitInfoPage::tr("所属地区"), unit.regionName},
            {UnitInfoPage::tr("联系人"), or_(unit.contact)},
            {UnitInfoPage::tr("地址"), or_(unit.address)}};
}

}  // namespace

UnitInfoPage::UnitInfoPage(const Desk &desk, service::UnitService &units, QWidget *parent)
    : ProfilePage(QStringLiteral("unit.info"), tr("单位信息"), desk, units, parent)
{
    header()->setSubtitle(tr("从税务端下载，每次登录时更新；内容有误请到主管税务机关变更"));
    buildFacts();
    m_model = new ListModel<domain::UnitInsurance>(
        unitInsuranceColumns(),
        [](const domain::UnitInsurance &row) { return row.unitNumber + QLatin1Char('.') + row.insurance; }, this);
    table()->setListModel(m_model);
    setEmptyText(Icon::Unit, tr("本单位没有参保登记"));
}

void UnitInfoPage::buildFacts()
{
    auto *card = new Card(tr("登记信息"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::small);
    const auto facts = factsOf(desk().profile);
    for (int i = 0; i < int(facts.size()); ++i) {
        auto *value = new TonedLabel({}, TonedLabel::Role::Normal);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setObjectName(QStringLiteral("unit.info.fact%1").arg(i));
        grid->addWidget(new TonedLabel(facts[i].first), i / 2, i % 2 * 3, Qt::AlignTop);
        grid->addWidget(value, i / 2, i % 2 * 3 + 1);
        m_facts << value;
    }
    grid->setColumnMinimumWidth(2, space::huge);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    card->body()->addLayout(grid);
    addAboveTable(card);
}

void UnitInfoPage::loaded(const service::UnitProfile &profile, bool asked)
{
    const auto facts = factsOf(profile);
    for (int i = 0; i < int(facts.size()); ++i) {
        m_facts[i]->setText(facts[i].second);
        m_facts[i]->setAccessibleName(facts[i].first + QLatin1Char(' ') + facts[i].second);
    }
    m_model->setRows({profile.unit.insurances.cbegin(), profile.unit.insurances.cend()});
    showRows();
    if (asked)
        strip()->show(Tone::Success, tr("单位信息已更新。"));
}

}  // namespace ui
