#pragma once
// The part of ListModel<Row> for lists held in memory: rows exchanged, sorted, searched; included by list_model.h only.

#include <QThreadPool>

#include <utility>

namespace ui {

template <class Row>
void ListModel<Row>::setRows(std::vector<Row> rows, History kept)
{
    ListRows<Row> fresh(*m_shape, std::move(rows));
    auto order = arranged(*m_shape, fresh, wish());
    const bool same = !m_source && fresh.sameKeys(*m_shape, m_rows);
    install(std::move(fresh), std::move(order), same, kept);
}

template <class Row>
typename ListModel<Row>::Preparation ListModel<Row>::preparation() const
{
    return [shape = m_shape, before = m_rows, wanted = wish(), number = m_wish, windowed = isWindowed()](std::vector<Row> rows) {
        Prepared prepared;
        prepared.rows = ListRows<Row>(*shape, std::move(rows));
        prepared.order = arranged(*shape, prepared.rows, wanted);
        prepared.before = before;
        prepared.sameKeys = !windowed && prepared.rows.sameKeys(*shape, before);
        prepared.wish = number;
        return prepared;
    };
}

template <class Row>
bool ListModel<Row>::setPrepared(Prepared &&prepared, History kept)
{
    if (prepared.wish != m_wish)
        return false;
    const bool same = prepared.sameKeys && prepared.before.isSameBlock(m_rows);
    prepared.before = {};  // or the last of it would go here, and not on a worker
    install(std::move(prepared.rows), std::move(prepared.order), same, kept);
    return true;
}

/// What is wanted now.
template <class Row>
ListWish<Row> ListModel<Row>::wish() const
{
    const int column = sortSection() - firstColumn();
    const bool sorts = sortSection() >= 0 && column >= 0 && column < int(m_shape->columns.size());
    return {sorts ? column : -1, sortOrder(), m_words, m_filter};
}

template <class Row>
void ListModel<Row>::install(ListRows<Row> rows, ListOrder order, bool sameKeys, History kept)
{
    if (kept == History::Ends)
        history()->clear();
    ++m_arranging;
    m_underWay = false;
    const bool all = m_words.isEmpty() && !m_filter;
    const bool sameShown = sameKeys && (order.order == m_order->order || (all && m_order->order.size() == order.order.size()));
    if (sameShown) {
        letGo(std::exchange(m_rows, std::move(rows)));
        if (order.order != m_order->order)
            moveRows(std::move(order));
        if (rowTotal() > 0)
            touchRows(0, rowTotal() - 1);
    } else {
        beginResetModel();
        forget();
        m_source.reset();
        letGo(std::exchange(m_rows, std::move(rows)));
        m_order = std::make_shared<const ListOrder>(std::move(order));
        endResetModel();
    }
    keepPossibleChecks();
    nowArranged();
}

template <class Row>
void ListModel<Row>::keepPossibleChecks()
{
    keepChecks([this](const QString &key) {
        const int place = m_rows.placeOf(key);
        if (place < 0)
            return false;
        const auto &row = m_rows.at(place);
        return (!m_checkable || m_checkable(row)) && (!m_filter || m_filter(row));
    });
}

template <class Row>
int ListModel<Row>::checkedShown() const
{
    const auto &keys = checks().keys;
    return int(std::count_if(keys.cbegin(), keys.cend(), [this](const QString &key) { return rowOfKey(key) >= 0; }));
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
void ListModel<Row>::setSearched(const QStringList &columnIds, std::function<QString(const Row &)> more)
{
    auto shape = std::make_shared<ListShape<Row>>(*m_shape);
    shape->searched.clear();
    for (size_t i = 0; i < shape->columns.size(); ++i) {
        if (columnIds.contains(shape->columns[i].id.text) && shape->columns[i].display)
            shape->searched.push_back(i);
    }
    shape->searchedMore = std::move(more);
    m_shape = std::move(shape);
    ++m_wish;
    if (m_rows.size() > 0)
        m_rows = ListRows<Row>(*m_shape, contents().all());
}

template <class Row>
void ListModel<Row>::search(const QString &text)
{
    const auto words = text.toCaseFolded().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;  // of a windowed list for the day it holds its rows itself; its source does the searching
    if (m_source)
        ++m_wish;
    else
        rearrange(false);
}

template <class Row>
void ListModel<Row>::setFilter(std::function<bool(const Row &)> filter)
{
    if (!filter && !m_filter)
        return;
    m_filter = std::move(filter);
    rearrange(false);
}

template <class Row>
void ListModel<Row>::rearrange(bool onlySort)
{
    ++m_wish;
    m_onlySort = onlySort && (m_onlySort || !m_underWay);
    const auto number = ++m_arranging;
    if (!m_away || m_rows.size() <= arrangedHere) {
        arrangedAs(arranged(*m_shape, m_rows, wish()));
        return;
    }
    m_underWay = true;
    const auto order = std::make_shared<ListOrder>();
    const QPointer<ListModelBase> alive(this);
    m_away([shape = m_shape, rows = m_rows, wanted = wish(), order] { *order = arranged(*shape, rows, wanted); },
           [this, alive, order, number] {
               if (alive && number == m_arranging)
                   arrangedAs(std::move(*order));
           });
}

template <class Row>
void ListModel<Row>::arrangedAs(ListOrder order)
{
    m_underWay = false;
    if (m_onlySort) {
        moveRows(std::move(order));
    } else if (order.order != m_order->order) {
        beginResetModel();
        m_order = std::make_shared<const ListOrder>(std::move(order));
        endResetModel();
    }
    m_onlySort = true;
    if (m_filter)
        keepPossibleChecks();
    nowArranged();
}

/// Sorted anew under the eyes of the views: selections and editors stay with their rows.
template <class Row>
void ListModel<Row>::moveRows(ListOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    std::vector<int> owners;
    for (const auto &old : before)
        owners.push_back(m_order->order[size_t(old.row())]);
    m_order = std::make_shared<const ListOrder>(std::move(order));
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(m_order->shown[size_t(owners[size_t(i)])], before.at(i).column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

template <class Row>
void ListModel<Row>::whenArranged(std::function<void()> then)
{
    if (m_underWay)
        m_waiting.push_back(std::move(then));
    else
        then();
}

template <class Row>
void ListModel<Row>::nowArranged()
{
    for (const auto &then : std::exchange(m_waiting, {}))
        then();
}

/// A hundred thousand rows are not freed while somebody waits.
template <class Row>
void ListModel<Row>::letGo(ListRows<Row> rows)
{
    if (rows.size() > arrangedHere)
        QThreadPool::globalInstance()->start([rows = std::make_shared<ListRows<Row>>(std::move(rows))]() mutable { rows.reset(); });
}

}  // namespace ui
