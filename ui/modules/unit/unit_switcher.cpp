#include "ui/modules/unit/unit_switcher.h"

#include "ui/models/table_view.h"
#include "ui/modules/unit/unit_columns.h"
#include "ui/shell/list_page.h"
#include "ui/widgets/named.h"

#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

UnitSwitcher::UnitSwitcher(JobRunner &jobs, service::UnitService &units, const QString &current, QWidget *parent)
    : TaskDialog(QStringLiteral("unit.switcher"), tr("切换单位"), parent), m_current(current)
{
    build();
    resize(960, 460);
    load(jobs, units);
    m_search->setFocus();
}

void UnitSwitcher::build()
{
    m_search = named(new QLineEdit, QStringLiteral("unit.switcher.search"), tr("查找单位"));
    m_search->setPlaceholderText(tr("按名称或纳税人识别号查找，Enter 切换"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_model = new ListModel<domain::KnownUnit>(
        knownUnitColumns(m_current, true), [](const domain::KnownUnit &u) { return u.registrationId; }, this);
    m_table = new TableView(QStringLiteral("unit.switcher.table"), tr("单位列表"), this);
    m_table->setListModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyText(Icon::Unit, tr("没有符合条件的单位"));
    m_table->setEmptyVisible(false);
    body()->addWidget(m_search);
    body()->addWidget(m_table, 1);
    auto *add = addButton(QStringLiteral("add"), tr("添加单位"), ButtonKind::Secondary, Icon::Add);
    m_choose = addButton(QStringLiteral("choose"), tr("切换"), ButtonKind::Primary);
    addClose(tr("取消"));
    connect(m_search, &QLineEdit::textChanged, this, &UnitSwitcher::arrange);
    connect(m_choose, &QPushButton::clicked, this, &UnitSwitcher::choose);
    connect(m_table, &TableView::rowActivated, this, &UnitSwitcher::choose);
    connect(m_table, &TableView::linkActivated, this, &UnitSwitcher::choose);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_choose->setEnabled(!selected().isEmpty() && selected() != m_current); });
    connect(add, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT addRequested();
    });
}

void UnitSwitcher::load(JobRunner &jobs, service::UnitService &units)
{
    m_choose->setEnabled(false);
    m_loading = jobs.run(
        this, [&units](base::Job &) { return units.knownUnits(); },
        [this](base::Result<QVector<domain::KnownUnit>> known) {
            if (!known)
                return strip()->show(errorMessage(known.error()));
            m_all.assign(known->cbegin(), known->cend());
            setNote(tr("共 %1 个单位").arg(m_all.size()));
            arrange();
        });
}

void UnitSwitcher::arrange()
{
    const auto wanted = m_search->text().trimmed();
    std::vector<domain::KnownUnit> shown;
    int first = -1;
    for (const auto &unit : m_all) {
        if (!unit.name.contains(wanted, Qt::CaseInsensitive) && !unit.taxNumber.contains(wanted, Qt::CaseInsensitive))
            continue;
        if (first < 0 && unit.registrationId != m_current)
            first = int(shown.size());
        shown.push_back(unit);
    }
    m_model->setRows(std::move(shown));
    m_table->setEmptyVisible(m_model->rowCount() == 0);
    // The unit one was in before this one comes first: shortcut and Enter go back and forth.
    if (first >= 0)
        m_table->selectRow(first);
    m_choose->setEnabled(first >= 0);
}

QString UnitSwitcher::selected() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.size() == 1 ? m_model->keyOf(rows.first()) : QString();
}

void UnitSwitcher::choose()
{
    const auto unit = selected();
    if (unit.isEmpty() || unit == m_current)
        return;
    accept();
    Q_EMIT chosen(unit);
}

/// The arrow keys walk through the list while the search is typed into.
bool UnitSwitcher::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const auto rows = m_table->selectionModel()->selectedRows();
            const int row = rows.isEmpty() ? 0 : rows.first().row() + step;
            if (row >= 0 && row < m_model->rowCount())
                m_table->selectRow(row);
            return true;
        }
    }
    return TaskDialog::eventFilter(object, event);
}

}  // namespace ui
