#include "ui/models/table_layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace ui {
namespace {

constexpr int mostColumns = 200;

}  // namespace

TableLayout TableLayout::fromText(const QString &text)
{
    TableLayout layout;
    QSet<QString> seen;
    const auto entries = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &entry : entries) {
        const auto parts = entry.toArray();
        const auto id = parts.at(0).toString();
        if (id.isEmpty() || seen.contains(id) || seen.size() >= mostColumns)
            continue;
        seen.insert(id);
        layout.columns.append({id, qBound(0, parts.at(1).toInt(), widest), parts.at(2).toInt(1) != 0});
    }
    return layout;
}

QString TableLayout::toText() const
{
    if (columns.isEmpty())
        return {};
    QJsonArray entries;
    for (const auto &column : columns)
        entries.append(QJsonArray{column.id, column.width, column.shown ? 1 : 0});
    return QString::fromUtf8(QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

TableLayouts &TableLayouts::ofProgram()
{
    static TableLayouts layouts;
    return layouts;
}

void TableLayouts::put(const QString &table, const TableLayout &layout)
{
    if (of(table) == layout)
        return;
    if (layout.columns.isEmpty())
        m_layouts.remove(table);
    else
        m_layouts.insert(table, layout);
    Q_EMIT changed(table, layout.toText());
}

void TableLayouts::load(const QHash<QString, QString> &texts)
{
    m_layouts.clear();
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        if (auto layout = TableLayout::fromText(it.value()); !layout.columns.isEmpty())
            m_layouts.insert(it.key(), std::move(layout));
    }
    Q_EMIT loaded();
}

}  // namespace ui
