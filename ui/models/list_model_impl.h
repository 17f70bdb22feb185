#pragma once
// Bodies of ListModel<Row>; included by list_model.h only.

#include <limits>
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
void ListModel<Row>::setRows(std::vector<Row> rows)
{
    if (!m_source && sameKeys(rows)) {
        m_rows = std::move(rows);
        if (sortSection() >= 0)
            rearrange();
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowTotal() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_source.reset();
    ++m_generation;
    m_windows.clear();
    m_wanted.clear();
    m_inFlight.clear();
    m_rows = std::move(rows);
    indexKeys();
    arrange();
    endResetModel();
    QSet<QString> existing;
    for (auto it = m_byKey.cbegin(); it != m_byKey.cend(); ++it)
        existing.insert(it.key());
    keepChecks(existing);
}

template <class Row>
void ListModel<Row>::setSource(WindowSource<Row> source, qint64 count, bool keepingChecks)
{
    beginResetModel();
    m_rows.clear();
    indexKeys();
    arrange();
    ++m_generation;
    m_windows.clear();
    m_wanted.clear();
    m_inFlight.clear();
    m_source = std::move(source);
    m_count = qBound(qint64(0), count, qint64(std::numeric_limits<int>::max()));
    endResetModel();
    if (!keepingChecks)
        setChecks({});
}

template <class Row>
void ListModel<Row>::refresh(std::optional<qint64> count)
{
    if (!m_source)
        return;
    if (count && *count != m_count) {
        setSource(*m_source, *count, true);
        return;
    }
    ++m_generation;
    m_wanted.clear();
    m_inFlight.clear();
    m_windows.clear();
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowTotal() - 1, columnCount() - 1));
}

template <class Row>
void ListModel<Row>::updateRow(const Row &row)
{
    const auto key = m_key(row);
    const int shown = rowOfKey(key);
    if (shown < 0)
        return;
    if (m_source)
        (*m_windows.object(shown / windowRows))[size_t(shown % windowRows)] = row;
    else
        m_rows[size_t(m_byKey.value(key))] = row;
    touchRow(shown);
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
    return row(rowOfKey(key));
}

template <class Row>
std::vector<Row> ListModel<Row>::checkedRows() const
{
    std::vector<Row> result;
    for (int i = 0; !m_source && i < rowTotal(); ++i) {
        if (isChecked(i))
            result.push_back(*row(i));
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
    case Qt::ToolTipRole: return one.tooltip ? QVariant(one.tooltip(*found)) : QVariant();
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
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_byKey.insert(m_key(m_rows[i]), int(i));
}

/// Fills m_order and m_shown by the sort in force.
template <class Row>
void ListModel<Row>::arrange()
{
    const int column = sortSection() - firstColumn();
    if (column < 0 || column >= int(m_columns.size())) {
        m_order.resize(m_rows.size());
        std::iota(m_order.begin(), m_order.end(), 0);
    } else {
        const auto &one = m_columns[size_t(column)];
        std::vector<QVariant> keys;
        keys.reserve(m_rows.size());
        for (const auto &row : m_rows)
            keys.push_back(one.sortKey ? one.sortKey(row) : one.display ? one.display(row) : QVariant());
        m_order = sortedOrder(keys, sortOrder());
    }
    m_shown.assign(m_order.size(), 0);
    for (size_t i = 0; i < m_order.size(); ++i)
        m_shown[size_t(m_order[i])] = int(i);
}

/// Asked for while painting, fetched afterwards: newest wishes first, so that a fast scroll does not wait for the
/// windows it has passed.
template <class Row>
void ListModel<Row>::want(int window) const
{
    if (m_inFlight.contains(window))
        return;
    m_wanted.removeOne(window);
    m_wanted.append(window);
    while (m_wanted.size() > 8)
        m_wanted.removeFirst();
    if (m_fetchPosted)
        return;
    m_fetchPosted = true;
    auto *self = const_cast<ListModel *>(this);
    QMetaObject::invokeMethod(self, [self] { self->fetchWanted(); }, Qt::QueuedConnection);
}

template <class Row>
void ListModel<Row>::fetchWanted()
{
    m_fetchPosted = false;
    while (m_source && !m_wanted.isEmpty() && m_inFlight.size() < fetchesAtOnce) {
        const int window = m_wanted.takeLast();
        if (m_inFlight.contains(window) || m_windows.contains(window))
            continue;
        m_inFlight.insert(window);
        const QPointer<ListModelBase> alive(this);
        const auto generation = m_generation;
        const qint64 offset = qint64(window) * windowRows;
        const int count = int(qMin<qint64>(windowRows, m_count - offset));
        m_source->fetch(offset, count, [this, alive, window, generation](std::vector<Row> rows) {
            if (alive)
                arrived(window, generation, std::move(rows));
        });
    }
}

template <class Row>
void ListModel<Row>::arrived(int window, quint64 generation, std::vector<Row> rows)
{
    if (generation != m_generation)
        return;
    m_inFlight.remove(window);
    m_windows.insert(window, new std::vector<Row>(std::move(rows)));
    const int first = window * windowRows;
    const int last = qMin(first + windowRows, rowTotal()) - 1;
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    fetchWanted();
}

}  // namespace ui
