#include "ui/models/list_model_base.h"

#include "ui/models/veil.h"

namespace ui {

ListModelBase::ListModelBase(QObject *parent) : QAbstractTableModel(parent), m_history(new EditHistory(this))
{
    connect(m_history, &EditHistory::wanted, this, &ListModelBase::cellsEdited);
    const auto count = [this] { m_headerState.reset(); };
    connect(this, &QAbstractItemModel::modelReset, this, count);
    connect(this, &QAbstractItemModel::dataChanged, this, count);
}

void ListModelBase::setCheckable(bool checkable)
{
    if (m_checkable == checkable)
        return;
    beginResetModel();
    m_checkable = checkable;
    m_sortSection = -1;
    m_checks = {};
    endResetModel();
}

const ColumnInfo *ListModelBase::info(int section) const
{
    const int column = section - firstColumn();
    return column >= 0 && column < int(m_infos.size()) ? &m_infos[size_t(column)] : nullptr;
}

int ListModelBase::sectionOf(const QString &columnId) const
{
    for (size_t i = 0; i < m_infos.size(); ++i) {
        if (m_infos[i].id == columnId)
            return int(i) + firstColumn();
    }
    return -1;
}

int ListModelBase::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_infos.size()) + firstColumn();
}

int ListModelBase::checkedCount() const
{
    return m_checks.all ? qMax(0, rowTotal() - int(m_checks.keys.size())) : int(m_checks.keys.size());
}

bool ListModelBase::isChecked(int row) const
{
    return isLoaded(row) ? m_checks.keys.contains(keyAt(row)) != m_checks.all : m_checks.all;
}

void ListModelBase::setChecked(const QVector<int> &rows, bool checked)
{
    int first = rowTotal();
    int last = -1;
    for (const int row : rows) {
        if (!isLoaded(row) || isChecked(row) == checked || !rowCheckable(row))
            continue;
        if (checked == m_checks.all)
            m_checks.keys.remove(keyAt(row));
        else
            m_checks.keys.insert(keyAt(row));
        first = qMin(first, row);
        last = qMax(last, row);
    }
    if (last < 0)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, 0), {Qt::CheckStateRole});
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, 0);
    Q_EMIT checkedChanged(checkedCount());
}

QSet<QString> ListModelBase::checkedKeys() const
{
    Q_ASSERT(!m_checks.all);
    return m_checks.keys;
}

void ListModelBase::checkAll(bool checked)
{
    Checks checks;
    checks.all = checked && isWindowed();
    if (!isWindowed()) {
        checks.keys = m_checks.keys;
        for (int row = 0; row < rowTotal(); ++row) {
            if (!checked)
                checks.keys.remove(keyAt(row));
            else if (rowCheckable(row))
                checks.keys.insert(keyAt(row));
        }
    }
    setChecks(checks);
}

void ListModelBase::setChecks(const Checks &checks)
{
    if (checks.all == m_checks.all && checks.keys == m_checks.keys)
        return;
    m_checks = checks;
    m_headerState.reset();
    checksChanged();
}

void ListModelBase::keepChecks(const std::function<bool(const QString &key)> &isPossible)
{
    Checks checks;
    for (const auto &key : std::as_const(m_checks.keys)) {
        if (!m_checks.all && isPossible(key))
            checks.keys.insert(key);
    }
    setChecks(checks);
}

Qt::CheckState ListModelBase::headerState() const
{
    if (!m_headerState)
        m_headerState = countedHeaderState();
    return *m_headerState;
}

Qt::CheckState ListModelBase::countedHeaderState() const
{
    int count = checkedCount();
    int possible = rowTotal();
    if (!isWindowed()) {
        count = checkedShown();
        for (int row = 0; !allCheckable() && row < rowTotal(); ++row)
            possible -= rowCheckable(row) ? 0 : 1;
    }
    if (count == 0)
        return Qt::Unchecked;
    return count >= possible ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant ListModelBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto *column = info(section);
    if (!column) {
        if (role == Qt::CheckStateRole && section == 0 && m_checkable)
            return headerState();
        // What a screen reader says of the check column; the header paints the box alone.
        return role == Qt::AccessibleTextRole ? QVariant(tr("全选")) : QVariant();
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return column->title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column->align);
    return {};
}

QVariant ListModelBase::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == LoadedRole)
        return isLoaded(index.row());
    if (role == KeyRole)
        return keyAt(index.row());
    const auto *column = info(index.column());
    if (column && column->isPrivate && role == Qt::AccessibleTextRole)
        return Veil::shown(this, data(index, Qt::DisplayRole).toString());
    if (!column) {
        if (role == Qt::CheckStateRole)
            return isChecked(index.row()) ? Qt::Checked : Qt::Unchecked;
        if (role == Qt::AccessibleTextRole)
            return !rowCheckable(index.row()) ? tr("不可选") : isChecked(index.row()) ? tr("已选中") : tr("未选中");
        return {};
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(column->align);
    return cell(index.row(), index.column() - firstColumn(), role);
}

bool ListModelBase::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !isLoaded(index.row()))
        return false;
    const auto *column = info(index.column());
    if (!column && role == Qt::CheckStateRole) {
        setChecked(index.row(), value.toInt() == Qt::Checked);
        return rowCheckable(index.row());
    }
    if (!column || role != Qt::EditRole || !cellEditable(index.row(), index.column() - firstColumn()))
        return false;
    const auto text = value.toString().trimmed();
    const auto before = data(index, Qt::EditRole).toString();
    if (text != before)
        edit({CellEdit{keyAt(index.row()), column->id, text, before}}, tr("修改%1").arg(column->title));
    return true;
}

Qt::ItemFlags ListModelBase::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!info(index.column()))
        flags |= rowCheckable(index.row()) ? Qt::ItemIsUserCheckable : Qt::NoItemFlags;
    else if (cellEditable(index.row(), index.column() - firstColumn()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

void ListModelBase::setSort(int section, Qt::SortOrder order)
{
    m_sortSection = section;
    m_sortOrder = order;
}

void ListModelBase::touchRows(int first, int last)
{
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void ListModelBase::checksChanged()
{
    if (m_checkable && rowTotal() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowTotal() - 1, 0), {Qt::CheckStateRole});
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, 0);
    }
    Q_EMIT checkedChanged(checkedCount());
}

}  // namespace ui
