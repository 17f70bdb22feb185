#pragma once
// The rows of a list held in memory and the order they are shown in. Pure: a worker makes them ready and puts them in
// order, so that the window's thread only exchanges them, however many there are.

#include "ui/models/column.h"
#include "ui/models/sorting.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <memory>
#include <numeric>

namespace ui {

/// What a list is: its columns, what a row is known by, what a quick search looks through.
template <class Row>
struct ListShape {
    std::vector<Column<Row>> columns;
    std::function<QString(const Row &)> key;
    std::vector<size_t> searched;  ///< columns whose shown texts are looked through
    std::function<QString(const Row &)> searchedMore;

    bool isSearched() const { return !searched.empty() || searchedMore; }
    QString searchedText(const Row &row) const
    {
        QStringList parts;
        for (const auto column : searched)
            parts << columns[column].display(row).toString();
        if (searchedMore)
            parts << searchedMore(row);
        return parts.join(QLatin1Char('\n')).toCaseFolded();
    }
};

/// Rows in the order they came in, shared with workers: they stay as they are, and what was edited since lies beside
/// them. A copy costs nothing.
template <class Row>
class ListRows final {
public:
    ListRows() : m_block(std::make_shared<const Block>()) {}
    ListRows(const ListShape<Row> &shape, std::vector<Row> rows)
    {
        auto block = std::make_shared<Block>();
        block->rows = std::move(rows);
        block->places.reserve(qsizetype(block->rows.size()));
        if (shape.isSearched())
            block->texts.reserve(block->rows.size());
        for (size_t i = 0; i < block->rows.size(); ++i) {
            block->places.insert(shape.key(block->rows[i]), int(i));
            if (shape.isSearched())
                block->texts.push_back(shape.searchedText(block->rows[i]));
        }
        m_block = std::move(block);
    }

    int size() const { return int(m_block->rows.size()); }
    /// Valid until the row is changed.
    const Row &at(int place) const
    {
        const auto changed = m_changed.constFind(place);
        return changed == m_changed.cend() ? m_block->rows[size_t(place)] : *changed;
    }
    /// -1: not there.
    int placeOf(const QString &key) const { return m_block->places.value(key, -1); }
    /// The key stays.
    void change(int place, const Row &row) { m_changed.insert(place, row); }
    bool hasWords(const ListShape<Row> &shape, int place, const QStringList &words) const
    {
        const bool stands = !m_changed.contains(place) && size_t(place) < m_block->texts.size();
        const auto text = stands ? m_block->texts[size_t(place)] : shape.searchedText(at(place));
        return std::all_of(words.cbegin(), words.cend(), [&text](const QString &word) { return text.contains(word); });
    }
    /// The same keys in the same order.
    bool sameKeys(const ListShape<Row> &shape, const ListRows &other) const
    {
        if (size() != other.size())
            return false;
        for (int i = 0; i < size(); ++i) {
            if (shape.key(m_block->rows[size_t(i)]) != shape.key(other.m_block->rows[size_t(i)]))
                return false;
        }
        return true;
    }
    bool isSameBlock(const ListRows &other) const { return m_block == other.m_block; }

private:
    struct Block {
        std::vector<Row> rows;
        QHash<QString, int> places;
        std::vector<QString> texts;  ///< what is looked through; empty when nothing is
    };
    std::shared_ptr<const Block> m_block;
    QHash<int, Row> m_changed;
};

/// Which rows are wanted and in what order.
template <class Row>
struct ListWish {
    int column = -1;  ///< to sort by, -1: as they came
    Qt::SortOrder order = Qt::AscendingOrder;
    QStringList words;
    std::function<bool(const Row &)> filter{};

    bool isAll() const { return column < 0 && words.isEmpty() && !filter; }
};

struct ListOrder {
    std::vector<int> order;  ///< shown row → place
    std::vector<int> shown;  ///< place → shown row, -1: hidden
};

template <class Row>
ListOrder arranged(const ListShape<Row> &shape, const ListRows<Row> &rows, const ListWish<Row> &wish)
{
    ListOrder result;
    result.order.resize(size_t(rows.size()));
    std::iota(result.order.begin(), result.order.end(), 0);
    if (!wish.isAll()) {
        std::erase_if(result.order, [&](int place) {
            return (wish.filter && !wish.filter(rows.at(place)))
                || (!wish.words.isEmpty() && !rows.hasWords(shape, place, wish.words));
        });
    }
    if (wish.column >= 0) {
        const auto &column = shape.columns[size_t(wish.column)];
        std::vector<QVariant> keys;
        keys.reserve(result.order.size());
        for (const int place : result.order) {
            const auto &row = rows.at(place);
            keys.push_back(column.sortKey ? column.sortKey(row) : column.display ? column.display(row) : QVariant());
        }
        auto order = sortedOrder(keys, wish.order);
        for (auto &one : order)
            one = result.order[size_t(one)];
        result.order = std::move(order);
    }
    result.shown.assign(size_t(rows.size()), -1);
    for (size_t i = 0; i < result.order.size(); ++i)
        result.shown[size_t(result.order[i])] = int(i);
    return result;
}

/// What a list held at one moment, for a worker.
template <class Row>
struct ListContents {
    ListRows<Row> rows;
    std::shared_ptr<const ListOrder> order;
    QSet<QString> checks;

    /// In the order they came in, hidden ones too.
    std::vector<Row> all() const
    {
        std::vector<Row> result;
        result.reserve(size_t(rows.size()));
        for (int place = 0; place < rows.size(); ++place)
            result.push_back(rows.at(place));
        return result;
    }
    /// The checked ones in the shown order; then those that are hidden.
    std::vector<Row> checked() const
    {
        std::vector<int> places;
        for (const auto &key : checks) {
            if (const int place = rows.placeOf(key); place >= 0)
                places.push_back(place);
        }
        std::sort(places.begin(), places.end(), [this](int a, int b) {
            const int left = order->shown[size_t(a)];
            const int right = order->shown[size_t(b)];
            if ((left < 0) != (right < 0))
                return right < 0;
            return left < 0 ? a < b : left < right;
        });
        std::vector<Row> result;
        result.reserve(places.size());
        for (const int place : places)
            result.push_back(rows.at(place));
        return result;
    }
};

}  // namespace ui
