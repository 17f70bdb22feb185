#include "ui/modules/query/month_query.h"

namespace ui {

namespace {

constexpr int kMonths = 12;

void fill(QueryBar *query, domain::Month present)
{
    query->setMonth(QStringLiteral("periodFrom"), present - (kMonths - 1));
    query->setMonth(QStringLiteral("periodTo"), present);
}

}  // namespace

void addMonthRange(ListPage *page, domain::Month present)
{
    page->query()->addMonthRange(QStringLiteral("period"), ListPage::tr("费款所属期"));
    fill(page->query(), present);
    QObject::connect(page->query(), &QueryBar::resetRequested, page, [page, present] { fill(page->query(), present); });
}

domain::MonthRange monthRange(const ListPage *page, domain::Month present)
{
    const auto to = page->query()->month(QStringLiteral("periodTo")).value_or(present);
    const auto from = page->query()->month(QStringLiteral("periodFrom")).value_or(to - (kMonths - 1));
    return {qMin(from, to), qMax(from, to)};
}

}  // namespace ui
