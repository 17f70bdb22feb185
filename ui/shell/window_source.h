#pragma once
// What the long lists of pages have in common: windows read by a service on a worker, workers for those that are held in
// memory, and the months of a query.

#include "domain/declared_person.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

/// `read(offset, limit)` runs on a worker and returns Result<std::vector<Row>>; what fails is shown in the page.
template <class Row, class Read>
WindowSource<Row> windowSource(ListPage *page, JobRunner &jobs, Read read, std::function<void()> retry)
{
    WindowSource<Row> source;
    source.fetch = [page, &jobs, read, retry](qint64 offset, int limit, typename WindowSource<Row>::Done done) {
        jobs.run(
            page, [read, offset, limit](base::Job &) { return read(offset, qint64(limit)); },
            [page, retry, done](base::Result<std::vector<Row>> rows) {
                if (!rows)
                    page->showError(rows.error(), retry);
                done(rows ? std::move(*rows) : std::vector<Row>());
            });
    };
    return source;
}

/// For ListModel::setAway.
inline auto awayOn(JobRunner &jobs, QObject *context)
{
    return [&jobs, context](std::function<void()> work, std::function<void()> done) {
        jobs.run(
            context,
            [work = std::move(work)](base::Job &) {
                work();
                return true;
            },
            [done = std::move(done)](bool) { done(); });
    };
}

/// A month range of the query; one end alone means that month.
inline std::optional<domain::MonthRange> monthsOf(const QueryBar &query, const QString &id)
{
    const auto from = query.month(id + QStringLiteral("From"));
    const auto to = query.month(id + QStringLiteral("To"));
    if (!from && !to)
        return std::nullopt;
    return domain::MonthRange{from.value_or(to.value_or(domain::Month())), to.value_or(from.value_or(domain::Month()))};
}

inline void setMonths(QueryBar &query, const QString &id, domain::MonthRange months)
{
    query.setMonth(id + QStringLiteral("From"), months.from);
    query.setMonth(id + QStringLiteral("To"), months.to);
}

}  // namespace ui
