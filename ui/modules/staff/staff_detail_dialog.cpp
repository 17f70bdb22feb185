#include "ui/modules/staff/staff_detail_dialog.h"

#include "domain/document.h"
#include "ui/models/list_model.h"
#include "ui/models/table_view.h"
#include "ui/models/veil.h"
#include "ui/modules/staff/staff_columns.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace ui {

namespace {

constexpr int insurancesShown = 7;

}  // namespace

StaffDetailDialog::StaffDetailDialog(const domain::Staff &staff, QWidget *parent)
    : TaskDialog(QStringLiteral("staff.detail"), tr("职工参保信息详情"), parent)
{
    setMinimumWidth(780);
    body()->addWidget(buildHead(staff));
    body()->addWidget(buildFacts(staff));
    body()->addWidget(buildInsurances(staff));
    addClose(tr("关闭"))->setFocus();
}

QWidget *StaffDetailDialog::buildHead(const domain::Staff &staff)
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(space::medium);
    auto *name = new TonedLabel(staff.name, TonedLabel::Role::Normal);
    name->setObjectName(QStringLiteral("staff.detail.name"));
    name->setFont(fontOf(type::heading, QFont::DemiBold));
    name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(name);
    line->addWidget(new Pill(contributionStateName(staff.state), contributionStateTone(staff.state)));
    line->addStretch();
    return head;
}

QWidget *StaffDetailDialog::buildFacts(const domain::Staff &staff)
{
    auto *facts = new QWidget;
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::small);
    const std::pair<QString, QString> rows[] = {
        {tr("证件类型"), domain::documentTypeName(staff.documentType)},
        {tr("证件号码"), Veil::shown(parent(), staff.documentNumber)},
        {tr("人员编号"), staff.personNumber},
        {tr("单位编号"), staff.unitNumber},
        {tr("部门"), staff.department.isEmpty() ? QStringLiteral("—") : staff.department},
        {tr("缴费工资"), staff.wage ? domain::moneyText(*staff.wage) : tr("未申报")},
    };
    int place = 0;
    for (const auto &[caption, text] : rows) {
        auto *value = new TonedLabel(text, TonedLabel::Role::Normal);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(caption + QLatin1Char(' ') + text);
        grid->addWidget(new TonedLabel(caption), place / 2, place % 2 * 2);
        grid->addWidget(value, place / 2, place % 2 * 2 + 1);
        ++place;
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    return facts;
}

QWidget *StaffDetailDialog::buildInsurances(const domain::Staff &staff)
{
    using Row = domain::StaffInsurance;
    auto *model = new ListModel<Row>(staffInsuranceColumns(), [](const Row &r) {
        return r.insurance + QLatin1Char(' ') + domain::monthText(r.from);
    }, this);
    model->setRows({staff.insurances.cbegin(), staff.insurances.cend()});
    auto *table = new TableView(QStringLiteral("staff.detail.insurances"), tr("参保险种"));
    table->setListModel(model);
    table->setEmptyText(Icon::Inbox, tr("没有参保险种"));
    table->setEmptyVisible(staff.insurances.isEmpty());
    const int rows = int(qBound(qsizetype(3), staff.insurances.size(), qsizetype(insurancesShown)));
    table->setMinimumHeight(size::header + rows * size::row + 4);
    return table;
}

}  // namespace ui
