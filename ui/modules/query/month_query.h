#pragma once
// What the pages of whole months have in common: the range in the query bar, and choices of what occurs in the rows.

#include "domain/receipt.h"
#include "ui/shell/list_page.h"

namespace ui {

/// 费款所属期 from and to, filled with the last twelve months; reset to them by 重置.
void addMonthRange(ListPage *page, domain::Month present);
/// What stands there; the last twelve months where nothing does.
domain::MonthRange monthRange(const ListPage *page, domain::Month present);

/// Offers each value that occurs, in the order of the rows; what was chosen stays while it occurs.
template <class Rows, class Get>
void offerValues(QueryBar *query, const QString &id, const Rows &rows, Get get)
{
    QVector<QueryBar::Choice> choices;
    QSet<QString> seen;
    for (const auto &row : rows) {
        const QString value = get(row);
        if (!value.isEmpty() && !seen.contains(value))
            choices.append({value, value});
        seen.insert(value);
    }
    const auto chosen = query->code(id);
    query->setChoices(id, choices);
    if (seen.contains(chosen))
        query->setCode(id, chosen);
}

/// Whether the choice lets this value through; nothing chosen means any.
inline bool wanted(const QueryBar *query, const char *id, const QString &value)
{
    const QString chosen = query->code(QString::fromLatin1(id));
    return chosen.isEmpty() || chosen == value;
}

/// The choices every list of fees has: 征收项目, 单位编号, 社保经办机构. A row has the fee in `item`.
void addFeeChoices(QueryBar *query);
template <class Rows>
void offerFeeValues(QueryBar *query, const Rows &rows)
{
    offerValues(query, QStringLiteral("collectionItem"), rows, [](const auto &row) { return row.item.collectionItem.name; });
    offerValues(query, QStringLiteral("unitNumber"), rows, [](const auto &row) { return row.item.unitNumber; });
    offerValues(query, QStringLiteral("agency"), rows, [](const auto &row) { return row.item.agencyName; });
}
bool feeWanted(const QueryBar *query, const domain::FeeItem &item);

}  // namespace ui
