#include "ui/modules/unit/login_confirm_step.h"

#include "ui/models/table_view.h"
#include "ui/modules/unit/unit_columns.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/named.h"

#include <QCheckBox>
#include <QGridLayout>

namespace ui {

namespace {

constexpr int insurancesShown = 6;

TonedLabel *heading(const QString &text)
{
    auto *label = new TonedLabel(text, TonedLabel::Role::Normal);
    label->setFont(fontOf(type::body, QFont::DemiBold));
    return label;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

}  // namespace

ConfirmStep::ConfirmStep(QWidget *parent)
    : LoginStep(Stage::Confirm, QStringLiteral("login.enter"), tr("确定"), parent)
{
    setWords(tr("核对登记信息"), tr("请核对税务登记信息和参保登记信息，确认无误后进入客户端"));
    body()->addWidget(heading(tr("税务登记信息")));
    body()->addWidget(buildRegistration());
    body()->addSpacing(space::small);
    body()->addWidget(heading(tr("参保登记信息")));
    m_model = new ListModel<domain::UnitInsurance>(
        unitInsuranceColumns(), [](const domain::UnitInsurance &i) { return i.unitNumber + i.insurance; }, this);
    m_table = new TableView(QStringLiteral("login.insurances"), tr("参保登记信息"));
    m_table->setListModel(m_model);
    m_table->setEmptyText(Icon::Inbox, tr("没有参保登记"), tr("请先到人社部门办理参保登记"));
    body()->addWidget(m_table);
    body()->addSpacing(space::small);
    const auto text = tr("我已核对以上登记信息，确认无误");
    m_confirm = named(new QCheckBox(text), QStringLiteral("login.confirm"), text);
    body()->addWidget(m_confirm, 0, Qt::AlignLeft);
    connect(m_confirm, &QCheckBox::toggled, this, [this](bool on) { setReady(on); });
    setReady(false);
}

QWidget *ConfirmStep::buildRegistration()
{
    auto *area = new QWidget;
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::small);
    const QStringList captions{tr("单位名称"),     tr("纳税人识别号"), tr("登记序号"), tr("单位类型"),
                               tr("主管税务机关"), tr("所属地区"),     tr("征收模式"), tr("联系人")};
    for (int i = 0; i < captions.size(); ++i) {
        auto *caption = new TonedLabel(captions.at(i));
        auto *value = new TonedLabel({}, TonedLabel::Role::Normal);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setWordWrap(true);
        grid->addWidget(caption, i / 2, i % 2 * 2, Qt::AlignTop);
        grid->addWidget(value, i / 2, i % 2 * 2 + 1, Qt::AlignTop);
        m_values << value;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    return area;
}

void ConfirmStep::setProfile(const service::UnitProfile &profile)
{
    const auto &unit = profile.unit;
    const QStringList values{unit.name,
                             unit.taxNumber,
                             unit.registrationId,
                             unitTypeName(unit.unitType),
                             unit.authorityName,
                             unit.regionName,
                             collectionModeName(profile.pack.mode),
                             unit.contact};
    for (int i = 0; i < values.size(); ++i)
        m_values.at(i)->setText(orDash(values.at(i)));
    m_model->setRows({unit.insurances.cbegin(), unit.insurances.cend()});
    m_table->setEmptyVisible(unit.insurances.isEmpty());
    const int rows = int(qBound(qsizetype(3), unit.insurances.size(), qsizetype(insurancesShown)));
    m_table->setFixedHeight(size::header + rows * size::row + 2);
    m_confirm->setChecked(false);
}

void ConfirmStep::focusFirst()
{
    m_confirm->setFocus();
}

void ConfirmStep::submit()
{
    if (primary()->isEnabled())
        Q_EMIT confirmed();
}

}  // namespace ui
