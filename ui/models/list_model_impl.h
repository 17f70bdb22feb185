#pragma once
// Bodies of ListModel<Row>; included by list_model.h only.

namespace ui {

template <class Row>
ListModel<Row>::ListModel(std::vector<Column<Row>> columns, Key key, QObject *parent)
    : ListModelBase(parent), m_shape(std::make_shared<const ListShape<Row>>(ListShape<Row>{std::move(columns), std::move(key), {}, {}}))
{
    std::vector<ColumnInfo> infos;
    for (const auto &column : m_shape->columns)
        infos.push_back(columnInfo(column));
    setColumnInfos(std::move(infos));
}

template <class Row>
void ListModel<Row>::updateRows(const std::vector<Row> &rows)
{
    int first = rowTotal();
    int last = -1;
    for (const auto &row : rows) {
        const auto key = m_shape->key(row);
        const int shown = rowOfKey(key);
        const int place = m_source ? -1 : m_rows.placeOf(key);
        if (place >= 0) {
            m_rows.change(place, row);
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
        return &m_rows.at(m_order->order[size_t(row)]);
    const auto *window = m_windows.object(row / windowRows);
    const auto place = size_t(row % windowRows);
    return window && place < window->size() ? &(*window)[place] : nullptr;
}

template <class Row>
const Row *ListModel<Row>::rowByKey(const QString &key) const
{
    if (m_source)
        return row(rowOfKey(key));
    const int place = m_rows.placeOf(key);
    return place < 0 ? nullptr : &m_rows.at(place);
}

template <class Row>
int ListModel<Row>::rowOfKey(const QString &key) const
{
    if (!m_source) {
        const int place = m_rows.placeOf(key);
        return place < 0 ? -1 : m_order->shown[size_t(place)];
    }
    for (const int window : m_windows.keys()) {
        const auto &rows = *m_windows.object(window);
        for (size_t i = 0; i < rows.size(); ++i) {
            if (m_shape->key(rows[i]) == key)
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
    rearrange(true);
}

template <class Row>
QString ListModel<Row>::keyAt(int row) const
{
    const auto *found = this->row(row);
    return found ? m_shape->key(*found) : QString();
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
    const auto &one = m_shape->columns[size_t(column)];
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
    const auto &one = m_shape->columns[size_t(column)];
    const auto *found = this->row(row);
    return found && one.editor != Editor::None && (!one.editable || one.editable(*found));
}

template <class Row>
bool ListModel<Row>::rowCheckable(int row) const
{
    const auto *found = m_checkable && !m_source ? this->row(row) : nullptr;
    return !found || m_checkable(*found);
}

}  // namespace ui
