#include "ui/modules/wage/unit_number_dialog.h"

#include "ui/models/column_makers.h"
#include "ui/models/table_view.h"
#include "ui/shell/list_page.h"
#include "ui/widgets/card.h"

namespace ui {

using domain::UnitNumberCount;

UnitNumberDialog::UnitNumberDialog(const Desk &desk, service::StaffService &staff, QWidget *parent)
    : TaskDialog(QStringLiteral("wage.unitNumber"), tr("按单位编号添加职工"), parent), m_desk(desk), m_staff(staff)
{
    build();
    m_confirm = addButton(QStringLiteral("confirm"), tr("添加"), ButtonKind::Primary);
    connect(m_confirm, &QPushButton::clicked, this, &UnitNumberDialog::confirm);
    addClose(tr("取消"));
    m_confirm->setEnabled(false);
    resize(460, 420);
    load();
}

void UnitNumberDialog::build()
{
    auto *text = new TonedLabel(tr("选择单位编号，添加其中正常缴费的职工。已在列表中的职工不变。"), TonedLabel::Role::Normal, this);
    text->setWordWrap(true);
    body()->addWidget(text);
    m_table = new TableView(QStringLiteral("wage.unitNumber.table"), tr("单位编号"), this);
    m_table->setEmptyText(Icon::Unit, tr("没有正常缴费的职工"), tr("请先更新职工参保信息"));
    m_numbers = new ListModel<UnitNumberCount>(
        {textColumn<UnitNumberCount>("unitNumber", tr("单位编号"), &UnitNumberCount::unitNumber, 180),
         numberColumn<UnitNumberCount>("people", tr("正常缴费职工数"), &UnitNumberCount::people, 140)},
        [](const UnitNumberCount &one) { return one.unitNumber; }, this);
    m_numbers->setCheckable(true);
    m_table->setListModel(m_numbers);
    m_table->setEmptyVisible(false);
    connect(m_numbers, &ListModelBase::checkedChanged, this, [this](int count) { m_confirm->setEnabled(count > 0); });
    body()->addWidget(m_table, 1);
}

void UnitNumberDialog::load()
{
    auto &staff = m_staff;
    m_reading = m_desk.jobs.run(
        this, [&staff, unit = m_desk.unit()](base::Job &) { return staff.contributingByUnitNumber(unit); },
        [this](base::Result<std::vector<UnitNumberCount>> numbers) {
            m_table->setEmptyVisible(true);
            if (!numbers)
                return strip()->show(errorMessage(numbers.error(), [this] { load(); }));
            m_numbers->setRows(std::move(*numbers));
        });
}

void UnitNumberDialog::confirm()
{
    QStringList numbers;
    for (const auto &one : m_numbers->checkedRows())
        numbers.append(one.unitNumber);
    Q_EMIT chosen(numbers);
    accept();
}

}  // namespace ui
