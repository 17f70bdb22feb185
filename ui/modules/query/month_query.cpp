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

void addFeeChoices(QueryBar *query)
{
    query->addChoice(QStringLiteral("collectionItem"), ListPage::tr("征收项目"), {}, 170);
    query->addChoice(QStringLiteral("unitNumber"), ListPage::tr("单位编号"), {}, 120);
    query->addChoice(QStringLiteral("agency"), ListPage::tr("社保经办机构"), {}, 190);
}

bool feeWanted(const QueryBar *query, const domain::FeeItem &item)
{
    return wanted(query, "collectionItem", item.collectionItem.name) && wanted(query, "unitNumber", item.unitNumber)
           && wanted(query, "agency", item.agencyName);
}

}  // namespace ui
