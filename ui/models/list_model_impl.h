#pragma once
// Bodies of ListModel<Row>; included by list_model.h only.

#include <numeric>

namespace ui {

template <class Row>
ListModel<Row>::ListModel(std::vector<Column<Row>> columns, Key key, QObject *parent)
    : ListModelBase(parent), m_columns(std::move(columns)), m_key(std::move(key))
{
    std::vector<ColumnInfo> infos;
    for (const auto &column : m_columns)
        infos.push_back(columnInfo(column));
    setColumnInfos(std::move(infos));
}

template <class Row>
void ListModel<Row>::setRows(std::vector<Row> rows, History kept)
{
    if (kept == History::Ends)
        history()->clear();
    if (!m_source && sameKeys(rows) && m_words.isEmpty()) {
        m_rows = std::move(rows);
        m_texts.clear();
        if (sortSection() >= 0)
            rearrange();
        if (!m_rows.empty())
            touchRows(0, rowTotal() - 1);
        return keepPossibleChecks();
    }
    beginResetModel();
    forget();
    m_source.reset();
    m_rows = std::move(rows);
    indexKeys();
    arrange();
    endResetModel();
    keepPossibleChecks();
}

template <class Row>
void ListModel<Row>::keepPossibleChecks()
{
    QSet<QString> possible;
    for (auto it = m_byKey.cbegin(); it != m_byKey.cend(); ++it) {
        if (!m_checkable || m_checkable(m_rows[size_t(*it)]))
            possible.insert(it.key());
    }
    keepChecks(possible);
}

template <class Row>
void ListModel<Row>::updateRows(const std::vector<Row> &rows)
{
    int first = rowTotal();
    int last = -1;
    for (const auto &row : rows) {
        const auto key = m_key(row);
        const int shown = rowOfKey(key);
        if (!m_source && m_byKey.contains(key)) {
            const auto position = size_t(m_byKey.value(key));
            m_rows[position] = row;
            if (position < m_texts.size())
                m_texts[position].clear();
        } else if (shown >= 0) {
            (*m_windows.object(shown / windowRows))[size_t(shown % windowRows)] = row;
        }
        if (shown >= 0) {
            first = qMin(first, shown);
            last = qMax(last, shown);
        }
    }
    if (last >= 0)
        touchRows(first, last);
}

template <class Row>
const Row *ListModel<Row>::row(int row) const
{
    if (row < 0 || row >= rowTotal())
        return nullptr;
    if (!m_source)
        return &m_rows[size_t(m_order[size_t(row)])];
    const auto *window = m_windows.object(row / windowRows);
    const auto place = size_t(row % windowRows);
    return window && place < window->size() ? &(*window)[place] : nullptr;
}

template <class Row>
const Row *ListModel<Row>::rowByKey(const QString &key) const
{
    if (m_source)
        return row(rowOfKey(key));
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.cend() ? nullptr : &m_rows[size_t(*found)];
}

template <class Row>
std::vector<Row> ListModel<Row>::checkedRows() const
{
    std::vector<Row> result;
    for (int i = 0; !m_source && i < rowTotal(); ++i) {
        if (isChecked(i))
            result.push_back(*row(i));
    }
    for (size_t i = 0; !m_source && i < m_rows.size(); ++i) {
        if (m_shown[i] < 0 && checks().keys.contains(m_key(m_rows[i])))
            result.push_back(m_rows[i]);
    }
    return result;
}

template <class Row>
std::vector<Row> ListModel<Row>::rows() const
{
    std::vector<Row> result;
    for (int i = 0; !m_source && i < rowTotal(); ++i)
        result.push_back(*row(i));
    return result;
}

template <class Row>
int ListModel<Row>::rowOfKey(const QString &key) const
{
    if (!m_source) {
        const auto found = m_byKey.constFind(key);
        return found == m_byKey.cend() ? -1 : m_shown[size_t(*found)];
    }
    for (const int window : m_windows.keys()) {
        const auto &rows = *m_windows.object(window);
        for (size_t i = 0; i < rows.size(); ++i) {
            if (m_key(rows[i]) == key)
                return window * windowRows + int(i);
        }
    }
    return -1;
}

template <class Row>
void ListModel<Row>::sort(int section, Qt::SortOrder order)
{
    const auto *column = info(section);
    if (section >= 0 && (!column || !column->sortable))
        return;
    setSort(section, order);
    if (m_source) {
        Q_EMIT sortRequested(column ? column->id : QString(), order);
        return;
    }
    rearrange();
}

/// Sorts anew under the eyes of the views: selections and editors stay with their rows.
template <class Row>
void ListModel<Row>::rearrange()
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    std::vector<int> owners;
    for (const auto &old : before)
        owners.push_back(m_order[size_t(old.row())]);
    arrange();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(m_shown[size_t(owners[size_t(i)])], before.at(i).column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

template <class Row>
QString ListModel<Row>::keyAt(int row) const
{
    const auto *found = this->row(row);
    return found ? m_key(*found) : QString();
}

template <class Row>
QVariant ListModel<Row>::cell(int row, int column, int role) const
{
    const auto *found = this->row(row);
    if (!found) {
        if (role == Qt::DisplayRole)
            want(row / windowRows);
        return {};
    }
    const auto &one = m_columns[size_t(column)];
    switch (role) {
    case Qt::DisplayRole: return one.display ? one.display(*found) : QVariant();
    case Qt::EditRole:
        if (one.editText)
            return one.editText(*found);
        return one.display ? one.display(*found) : QVariant();
    case Qt::ToolTipRole: {
        const auto reason = one.mark ? one.mark(*found).reason : QString();
        return !reason.isEmpty() ? QVariant(reason) : one.tooltip ? QVariant(one.tooltip(*found)) : QVariant();
    }
    case Qt::AccessibleDescriptionRole: return one.mark ? QVariant(one.mark(*found).reason) : QVariant();
    case MarkRole: {
        const auto mark = one.mark ? one.mark(*found) : CellMark{};
        return mark.reason.isEmpty() ? QVariant() : QVariant(int(mark.tone));
    }
    case ToneRole: return one.tone ? QVariant(int(one.tone(*found))) : QVariant();
    case LinkRole: return one.link ? one.link(*found) : one.kind == CellKind::Link;
    default: return {};
    }
}

template <class Row>
bool ListModel<Row>::cellEditable(int row, int column) const
{
    const auto &one = m_columns[size_t(column)];
    const auto *found = this->row(row);
    return found && one.editor != Editor::None && (!one.editable || one.editable(*found));
}

template <class Row>
bool ListModel<Row>::rowCheckable(int row) const
{
    const auto *found = m_checkable && !m_source ? this->row(row) : nullptr;
    return !found || m_checkable(*found);
}

template <class Row>
bool ListModel<Row>::sameKeys(const std::vector<Row> &rows) const
{
    if (rows.size() != m_rows.size())
        return false;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (m_key(rows[i]) != m_key(m_rows[i]))
            return false;
    }
    return true;
}

template <class Row>
void ListModel<Row>::indexKeys()
{
    m_byKey.clear();
    m_texts.clear();
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_byKey.insert(m_key(m_rows[i]), int(i));
}

/// Positions in m_rows by the sort in force.
template <class Row>
std::vector<int> ListModel<Row>::sorted() const
{
    const int column = sortSection() - firstColumn();
    if (column < 0 || column >= int(m_columns.size())) {
        std::vector<int> order(m_rows.size());
        std::iota(order.begin(), order.end(), 0);
        return order;
    }
    const auto &one = m_columns[size_t(column)];
    std::vector<QVariant> keys;
    keys.reserve(m_rows.size());
    for (const auto &row : m_rows)
        keys.push_back(one.sortKey ? one.sortKey(row) : one.display ? one.display(row) : QVariant());
    return sortedOrder(keys, sortOrder());
}

/// Fills m_order and m_shown by the sort and the search in force.
template <class Row>
void ListModel<Row>::arrange()
{
    m_order = sorted();
    if (!m_words.isEmpty())
        std::erase_if(m_order, [this](int position) { return !isFound(position); });
    m_shown.assign(m_rows.size(), -1);
    for (size_t i = 0; i < m_order.size(); ++i)
        m_shown[size_t(m_order[i])] = int(i);
}

}  // namespace ui
