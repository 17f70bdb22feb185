#pragma once
// The part of ListModel<Row> for long lists: windows read somewhere else; included by list_model.h only.

#include <limits>

namespace ui {

/// What is loaded and what is on its way.
template <class Row>
void ListModel<Row>::forget()
{
    ++m_generation;
    m_windows.clear();
    m_wanted.clear();
    m_inFlight.clear();
}

template <class Row>
void ListModel<Row>::setSource(WindowSource<Row> source, qint64 count, bool keepingChecks)
{
    history()->clear();
    beginResetModel();
    forget();
    ++m_arranging;
    m_underWay = false;
    letGo(std::exchange(m_rows, {}));
    m_order = std::make_shared<const ListOrder>();
    m_source = std::move(source);
    m_count = qBound(qint64(0), count, qint64(std::numeric_limits<int>::max()));
    endResetModel();
    if (!keepingChecks)
        setChecks({});
    nowArranged();
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
    history()->clear();
    Q_EMIT aboutToForget();
    forget();
    if (m_count > 0)
        touchRows(0, rowTotal() - 1);
}

template <class Row>
void ListModel<Row>::readTexts(int row, int count, const std::vector<int> &sections, std::function<void(Texts)> done)
{
    if (!m_source)
        return;
    const QPointer<ListModelBase> alive(this);
    m_source->fetch(row, count, [this, alive, sections, generation = m_generation, done](std::vector<Row> rows) {
        if (!alive || generation != m_generation)
            return;
        Texts texts;
        for (const auto &one : rows) {
            QStringList cells;
            for (const int section : sections) {
                const auto &column = m_shape->columns[size_t(section - firstColumn())];
                cells << (column.display ? column.display(one).toString() : QString());
            }
            texts.push_back(std::move(cells));
        }
        done(std::move(texts));
    });
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
