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

}  // namespace ui
