#include "ui/modules/unit/login_unit_steps.h"

#include "domain/tax_number.h"
#include "ui/models/table_view.h"
#include "ui/modules/unit/unit_columns.h"
#include "ui/shell/error_text.h"
#include "ui/style/theme.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int searchFrom = 9;  ///< units; fewer are seen at a glance
constexpr int rowsShown = 8;

/// As high as its rows, up to `rowsShown`.
void fitHeight(TableView *table, qsizetype rows)
{
    const int shown = int(qBound(qsizetype(3), rows, qsizetype(rowsShown)));
    table->setFixedHeight(size::header + shown * size::row + 2);
}

QString sentence(domain::TaxNumberFlaw flaw)
{
    const auto text = [](const char *code) { return errorText(base::validation(QLatin1String(code))).what; };
    switch (flaw) {
    case domain::TaxNumberFlaw::Empty: return text("tax-number.empty");
    case domain::TaxNumberFlaw::Length: return text("tax-number.length");
    case domain::TaxNumberFlaw::Character: return text("tax-number.character");
    case domain::TaxNumberFlaw::Check: return text("tax-number.check");
    }
    return {};
}

}  // namespace

UnitPickStep::UnitPickStep(QWidget *parent)
    : LoginStep(Stage::None, QStringLiteral("login.pick"), tr("登录"), parent)
{
    setWords(tr("选择单位"), tr("在这台电脑上登录过的单位"));
    m_model = new ListModel<domain::KnownUnit>(knownUnitColumns({}, false),
                                               [](const domain::KnownUnit &u) { return u.registrationId; }, this);
    m_table = new TableView(QStringLiteral("login.unitList"), tr("单位列表"));
    m_table->setListModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(Icon::Unit, tr("没有符合条件的单位"));
    body()->addWidget(buildTools());
    body()->addWidget(m_table);
    connect(m_table, &TableView::rowActivated, this, &UnitPickStep::submit);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        setReady(selected() != nullptr);
        m_remove->setEnabled(selected() != nullptr);
    });
}

QWidget *UnitPickStep::buildTools()
{
    auto *tools = new QWidget;
    auto *line = new QHBoxLayout(tools);
    line->setContentsMargins({});
    m_search = named(new QLineEdit, QStringLiteral("login.search"), tr("查找单位"));
    m_search->setPlaceholderText(tr("按名称或纳税人识别号查找"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(280);
    auto *add = button(QStringLiteral("login.addUnit"), tr("添加单位"), Icon::Add);
    m_remove = button(QStringLiteral("login.removeUnit"), tr("移除"), Icon::Delete);
    line->addWidget(m_search, 1);
    line->addStretch();
    line->addWidget(m_remove);
    line->addWidget(add);
    connect(m_search, &QLineEdit::textChanged, this, &UnitPickStep::arrange);
    connect(add, &QPushButton::clicked, this, &UnitPickStep::addRequested);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const auto *unit = selected())
            Q_EMIT removeRequested(*unit);
    });
    return tools;
}

void UnitPickStep::setUnits(const QVector<domain::KnownUnit> &units)
{
    m_units = units;
    m_search->setVisible(units.size() >= searchFrom);
    m_search->clear();
    fitHeight(m_table, units.size());
    arrange();
}

void UnitPickStep::arrange()
{
    const auto wanted = m_search->text().trimmed();
    std::vector<domain::KnownUnit> shown;
    for (const auto &unit : m_units) {
        if (unit.name.contains(wanted, Qt::CaseInsensitive) || unit.taxNumber.contains(wanted, Qt::CaseInsensitive))
            shown.push_back(unit);
    }
    m_model->setRows(std::move(shown));
    m_table->setEmptyVisible(m_model->rowCount() == 0);
    if (!m_table->selectionModel()->hasSelection())
        m_table->selectRow(0);
    setReady(selected() != nullptr);
    m_remove->setEnabled(selected() != nullptr);
}

const domain::KnownUnit *UnitPickStep::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->row(rows.first());
}

void UnitPickStep::focusFirst()
{
    m_table->setFocus();
}

void UnitPickStep::submit()
{
    if (const auto *unit = selected())
        Q_EMIT picked(*unit);
}

TaxNumberStep::TaxNumberStep(QWidget *parent)
    : LoginStep(Stage::Unit, QStringLiteral("login.next"), tr("下一步"), parent)
{
    m_number = named(new QLineEdit, QStringLiteral("login.taxNumber"), tr("纳税人识别号（统一社会信用代码）"));
    m_number->setMaxLength(40);  // room for blanks in what is pasted
    auto font = fontOf(type::subheading);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1);
    m_number->setFont(font);
    m_number->setMinimumHeight(38);
    m_caption = new LoginField(tr("纳税人识别号（统一社会信用代码）"), m_number,
                               tr("18 位统一社会信用代码；尚未换证的单位可输入 15 位税号"));
    body()->addWidget(m_caption);
    connect(m_number, &QLineEdit::textEdited, this, [this] { judge(false); });
    connect(m_number, &QLineEdit::editingFinished, this, [this] { judge(true); });
    reset(true);
}

void TaxNumberStep::reset(bool firstUse)
{
    setWords(firstUse ? tr("欢迎使用") : tr("添加单位"),
             firstUse ? tr("首次使用需要先登记本单位，请输入纳税人识别号") : tr("请输入要添加的单位的纳税人识别号"));
    m_number->clear();
    m_caption->setError({});
    setReady(false);
}

/// While typing only what typing on cannot mend is said; the rest when the field is left.
void TaxNumberStep::judge(bool left)
{
    const auto number = domain::normalizedTaxNumber(m_number->text());
    const auto flaw = domain::taxNumberFlaw(number);
    const bool unfinished = flaw == domain::TaxNumberFlaw::Length && number.size() < 18;
    const bool silent = !flaw || number.isEmpty() || (unfinished && !left);
    m_caption->setError(silent ? QString() : sentence(*flaw));
    setReady(!flaw);
}

void TaxNumberStep::focusFirst()
{
    m_number->setFocus();
    m_number->selectAll();
}

void TaxNumberStep::submit()
{
    judge(true);
    if (primary()->isEnabled())
        Q_EMIT entered(m_number->text());
}

RegistrationStep::RegistrationStep(QWidget *parent)
    : LoginStep(Stage::Unit, QStringLiteral("login.choose"), tr("确定"), parent)
{
    m_model = new ListModel<domain::Registration>(registrationColumns(),
                                                  [](const domain::Registration &r) { return r.registrationId; }, this);
    m_table = new TableView(QStringLiteral("login.registrations"), tr("单位登记信息"));
    m_table->setListModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    body()->addWidget(m_table);
    connect(m_table, &TableView::rowActivated, this, &RegistrationStep::submit);
}

void RegistrationStep::setRegistrations(const QVector<domain::Registration> &registrations)
{
    setWords(tr("选择单位"), tr("这个纳税人识别号下有 %1 个参保登记，请选择本次登录的单位").arg(registrations.size()));
    m_model->setRows({registrations.cbegin(), registrations.cend()});
    m_table->setEmptyVisible(false);
    fitHeight(m_table, registrations.size());
    m_table->selectRow(0);
}

void RegistrationStep::focusFirst()
{
    m_table->setFocus();
}

void RegistrationStep::submit()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    if (const auto *row = rows.isEmpty() ? nullptr : m_model->row(rows.first()))
        Q_EMIT chosen(*row);
}

}  // namespace ui
