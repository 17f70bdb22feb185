#pragma once
// The part of ListModel<Row> that searches a small list; included by list_model.h only.

namespace ui {

template <class Row>
void ListModel<Row>::setSearched(const QStringList &columnIds, std::function<QString(const Row &)> more)
{
    m_searched.clear();
    for (const auto &column : m_columns) {
        if (columnIds.contains(column.id.text) && column.display)
            m_searched.push_back(&column);
    }
    m_searchedMore = std::move(more);
    m_texts.clear();
}

template <class Row>
QString ListModel<Row>::searchedText(const Row &row) const
{
    QStringList parts;
    for (const auto *column : m_searched)
        parts << column->display(row).toString();
    if (m_searchedMore)
        parts << m_searchedMore(row);
    return parts.join(QLatin1Char('\n')).toCaseFolded();
}

template <class Row>
bool ListModel<Row>::isFound(int position)
{
    m_texts.resize(m_rows.size());
    auto &text = m_texts[size_t(position)];
    if (text.isEmpty())
        text = searchedText(m_rows[size_t(position)]);
    return std::all_of(m_words.cbegin(), m_words.cend(), [&text](const QString &word) { return text.contains(word); });
}

template <class Row>
void ListModel<Row>::search(const QString &text)
{
    const auto words = text.toCaseFolded().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    if (m_source) {
        m_words = words;  // for the day it holds its rows itself; its source does the searching
        return;
    }
    beginResetModel();
    m_words = words;
    arrange();
    endResetModel();
}

}  // namespace ui
