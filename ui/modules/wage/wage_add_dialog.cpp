#include "ui/modules/wage/wage_add_dialog.h"

#include "domain/document.h"
#include "ui/models/table_view.h"
#include "ui/models/veil.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/shell/list_page.h"
#include "ui/widgets/form.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/month_edit.h"
#include "ui/widgets/named.h"

namespace ui {

namespace {

constexpr qint64 kMostPeople = 200;

}  // namespace

WageAddDialog::WageAddDialog(const Desk &desk, service::WageService &wages, service::StaffService &staff,
                             const service::WageTarget &target, QWidget *parent)
    : TaskDialog(QStringLiteral("wage.add"), tr("单个录入"), parent), m_desk(desk), m_wages(wages), m_staff(staff),
      m_target(target)
{
    buildSearch();
    buildTable();
    m_addMore = addButton(QStringLiteral("more"), tr("添加并继续"));
    buildForm();
    addClose(tr("关闭"));
    m_add = addButton(QStringLiteral("confirm"), tr("添加"), ButtonKind::Primary);
    m_add->setDefault(false);  // Enter in the search fields searches
    connect(m_add, &QPushButton::clicked, this, [this] { add(false); });
    connect(m_addMore, &QPushButton::clicked, this, [this] { add(true); });
    resize(860, 580);
    m_name->setFocus();
    chosen();
    search();
}

void WageAddDialog::buildSearch()
{
    m_name = named(new QLineEdit(this), QStringLiteral("wage.add.name"), tr("姓名"));
    m_number = named(new QLineEdit(this), QStringLiteral("wage.add.documentNumber"), tr("证件号码"));
    auto *find = button(QStringLiteral("wage.add.search"), tr("查询"), Icon::Search, ButtonKind::Secondary, this);
    find->setAutoDefault(false);
    m_name->setPlaceholderText(tr("姓名"));
    m_number->setPlaceholderText(tr("证件号码"));
    m_name->setFixedWidth(150);
    m_number->setFixedWidth(220);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    row->addWidget(new TonedLabel(tr("查找职工"), TonedLabel::Role::Secondary, this));
    row->addWidget(m_name);
    row->addWidget(m_number);
    row->addWidget(find);
    row->addStretch(1);
    body()->addLayout(row);
    connect(m_name, &QLineEdit::returnPressed, this, &WageAddDialog::search);
    connect(m_number, &QLineEdit::returnPressed, this, &WageAddDialog::search);
    connect(find, &QPushButton::clicked, this, &WageAddDialog::search);
}

void WageAddDialog::buildTable()
{
    m_table = new TableView(QStringLiteral("wage.add.table"), tr("查到的职工"), this);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(Icon::PersonSearch, tr("没有查到职工"), tr("请核对姓名和证件号码，或先更新职工参保信息"));
    m_people = new ListModel<domain::Staff>(wagePersonColumns(), [](const domain::Staff &one) { return one.id; }, this);
    m_table->setListModel(m_people);
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WageAddDialog::chosen);
    connect(m_table, &TableView::rowActivated, this, [this] { m_wage->setFocus(); });
}

void WageAddDialog::buildForm()
{
    const auto &rules = m_desk.profile.pack.wage;
    const auto present = domain::Month::of(m_desk.clock.today());
    m_person = new TonedLabel({}, TonedLabel::Role::Normal, this);
    m_person->setObjectName(QStringLiteral("wage.add.person"));
    m_form = new Form(this);
    m_wage = new MoneyEdit(QStringLiteral("wage.add.wage"), tr("新缴费工资"), rules.maximum, this);
    m_month = new MonthEdit(QStringLiteral("wage.add.month"), tr("生效年月"), this);
    m_month->setRange(present - rules.monthsBack, present + rules.monthsAhead);
    m_month->setPresent(present);
    m_month->setMonth(m_target.form.kind == domain::WageKind::Daily ? std::optional(present) : std::nullopt);
    m_form->addRow(tr("职工"), m_person);
    m_form->addRow(tr("新缴费工资"), m_wage,
                   m_target.form.byInsurance ? tr("用于该职工的所有险种，添加后可在列表中逐项修改") : QString());
    if (m_target.form.kind == domain::WageKind::Daily)
        m_form->addRow(tr("生效年月"), m_month);
    else
        m_month->hide();
    for (auto *field : std::initializer_list<QLineEdit *>{m_wage, m_month})
        connect(field, &QLineEdit::returnPressed, m_addMore, &QPushButton::click);  // the next one, without the mouse
    m_form->setMaximumWidth(460);
    body()->addWidget(m_form);
}

void WageAddDialog::search()
{
    domain::StaffQuery query;
    query.name = m_name->text().trimmed();
    query.documentNumber = domain::normalizedDocument(m_number->text());
    auto &staff = m_staff;
    m_searching = m_desk.jobs.run(
        this,
        [&staff, unit = m_desk.unit(), query](base::Job &) {
            return staff.window(unit, query, store::StaffOrder::PersonNumber, false, 0, kMostPeople);
        },
        [this](base::Result<std::vector<domain::Staff>> people) {
            if (!people)
                return strip()->show(errorMessage(people.error(), [this] { search(); }));
            found(std::move(*people));
        });
}

void WageAddDialog::found(std::vector<domain::Staff> people)
{
    setNote(qint64(people.size()) < kMostPeople ? QString() : tr("只显示前 %1 条，请输入姓名或证件号码查询").arg(kMostPeople));
    const bool only = people.size() == 1;
    m_people->setRows(std::move(people));
    m_table->setCurrentIndex(only ? m_people->index(0, 0) : QModelIndex());
    chosen();
}

void WageAddDialog::chosen()
{
    const auto *person = m_people->row(m_table->currentIndex());
    m_staffId = person ? person->id : QString();
    m_person->setText(person ? tr("%1（%2）").arg(person->name, Veil::shown(this, person->documentNumber)) : tr("请在上面的列表中选择"));
    for (auto *button : {m_add, m_addMore}) {
        if (button)
            button->setEnabled(person != nullptr);
    }
}

/// Empty is allowed here, as in the list; wrong is not.
bool WageAddDialog::valid()
{
    m_form->clearErrors();
    const auto &rules = m_desk.profile.pack.wage;
    const auto wage = wageReason(rules, m_wage->text().trimmed());
    const auto month = effectiveMonthReason(rules, domain::Month::of(m_desk.clock.today()), m_month->text().trimmed());
    if (m_target.form.kind == domain::WageKind::Daily)
        m_form->setError(m_month, month);
    m_form->setError(m_wage, wage);
    if (!month.isEmpty())
        m_month->setFocus();
    if (!wage.isEmpty())
        m_wage->setFocus();
    return wage.isEmpty() && month.isEmpty();
}

QVector<domain::WageCell> WageAddDialog::typedWages() const
{
    const auto wage = m_wage->typed().amount;
    if (!m_target.form.byInsurance)
        return {{{}, {}, wage}};
    QVector<domain::WageCell> wages;
    for (const auto &insurance : m_target.insurances)
        wages.append({insurance.code, {}, wage});
    return wages;
}

void WageAddDialog::add(bool again)
{
    if (m_staffId.isEmpty() || !valid())
        return;
    auto &wages = m_wages;
    m_desk.jobs.run(
        this,
        [&wages, unit = m_desk.unit(), id = m_staffId, form = m_target.form, typed = typedWages(),
         month = m_month->month()](base::Job &) { return wages.add(unit, form, id, typed, month); },
        [this, again](base::Result<void> result) {
            if (!result)
                return strip()->show(errorMessage(result.error()));
            stored(again);
        });
}

void WageAddDialog::stored(bool again)
{
    Q_EMIT added();
    if (!again)
        return accept();
    const auto *person = m_people->rowByKey(m_staffId);
    strip()->show(Tone::Success, tr("已添加%1，可继续录入下一人。").arg(person ? person->name : QString()));
    m_wage->clear();
    m_name->clear();
    m_number->clear();
    m_name->setFocus();
    search();
}

}  // namespace ui
