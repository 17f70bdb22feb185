#include "support/books.h"
#include "support/page_practice.h"
#include "support/workbook.h"
#include "ui/modules/declared/declared_pages.h"
#include "ui/models/totals_bar.h"
#include "ui/shell/window_source.h"

#include <QFile>

namespace {

class DeclaredPage : public tests::PagePractice {
protected:
    ui::ListPage *openList() { return open(ui::declaredPages(*desk, client->declared()), "query.declared"); }
    domain::Month now() { return domain::Month::of(client->clock().today()); }
    void askFor(ui::ListPage *list, domain::MonthRange months)
    {
        ui::setMonths(*list->query(), QStringLiteral("period"), months);
        list->query()->searchButton()->click();
    }
};

TEST_F(DeclaredPage, ShowsNothingUntilMonthsAreAskedFor)
{
    auto *list = openList();
    ASSERT_TRUE(list);
    ASSERT_TRUE(rows(list, 0));
    askFor(list, {now() - 1, now() - 1});
    ASSERT_TRUE(said(list, "本次共下载"));
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0; }));
    EXPECT_TRUE(eventually([&] { return !cell(list, 0, "name").isEmpty(); }));
    EXPECT_EQ(cell(list, 0, "period"), domain::monthText(now() - 1));
    const auto totals = *client->declared().totals(unit, {});
    EXPECT_TRUE(list->totals()->text().contains(domain::moneyText(totals.payable)));
    EXPECT_EQ(model(list)->rowCount(), totals.rows);
}

TEST_F(DeclaredPage, WhatIsHereIsShownWithoutTheTaxSide)
{
    ASSERT_TRUE(away([this] {
        return client->declared().sync(unit, {now() - 2, now() - 1}, service::DeclaredSync::Due, job);
    }));
    away([this] { server->stop(); });
    auto *list = openList();
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0; }));
    const int all = model(list)->rowCount();
    list->query()->setText(QStringLiteral("name"), client->declared().window(unit, {}, 0, 1)->front().person.name);
    list->query()->searchButton()->click();
    EXPECT_TRUE(eventually([&] { return model(list)->rowCount() > 0 && model(list)->rowCount() < all; }));
    // Months that are not here cannot be had; what is here stays.
    askFor(list, {now() - 5, now()});
    EXPECT_TRUE(eventually([&] { return !list->strip()->text().isEmpty(); }));
    EXPECT_GT(model(list)->rowCount(), 0);
}

TEST_F(DeclaredPage, EachChoiceOfTheQueryLeavesOutWhatIsOfAnother)
{
    tests::giveSubcategories(*server);
    ASSERT_TRUE(away([this] {
        return client->declared().sync(unit, {now() - 2, now() - 1}, service::DeclaredSync::Due, job);
    }));
    auto *list = openList();
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0 && !jobs->busy(); }));
    const int all = model(list)->rowCount();
    for (const char *field : {"documentType", "unitNumber", "agency", "collectionItem", "category", "subcategory"}) {
        const auto *box = find<QComboBox>(qPrintable(QStringLiteral("query.declared.query.") + QLatin1String(field)));
        ASSERT_TRUE(box) << field;
        ASSERT_GT(box->count(), 2) << field << ": 全部, and what there is";
        // Of the types of documents every one is offered, and the first is nearly everybody's.
        const int chosen = QLatin1String(field) == QLatin1String("documentType") ? box->findData(QStringLiteral("237")) : 1;
        list->query()->setCode(QString::fromLatin1(field), box->itemData(chosen).toString());
        list->query()->searchButton()->click();
        ASSERT_TRUE(eventually([&] { return !jobs->busy(); }));
        const int found = model(list)->rowCount();
        EXPECT_GT(found, 0) << field;
        EXPECT_LT(found, all) << field;
        for (const int row : {0, found / 2, found - 1}) {
            EXPECT_TRUE(eventually([&] { return cell(list, row, field) == box->itemText(chosen); }))
                << field << ' ' << cell(list, row, field).toStdString();
        }
        list->query()->resetButton()->click();
        ASSERT_TRUE(rows(list, all)) << field;
    }
}

TEST_F(DeclaredPage, QuickSearchFollowsTheKeys)
{
    ASSERT_TRUE(away([this] {
        return client->declared().sync(unit, {now() - 2, now() - 1}, service::DeclaredSync::Due, job);
    }));
    auto *list = openList();
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0 && !cell(list, 0, "documentNumber").isEmpty(); }));
    const int all = model(list)->rowCount();
    const auto number = cell(list, 0, "documentNumber");
    find<QLineEdit>("query.declared.query.quick")->setText(number.right(6));
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0 && model(list)->rowCount() < all; }));
    EXPECT_TRUE(eventually([&] { return cell(list, 0, "documentNumber").endsWith(number.right(6)); }));
    domain::DeclaredQuery query;
    query.quick = number.right(6);
    EXPECT_EQ(client->declared().totals(unit, query)->rows, model(list)->rowCount());
}

TEST_F(DeclaredPage, ExportsWhatTheQueryShows)
{
    auto *list = openList();
    askFor(list, {now() - 1, now() - 1});
    ASSERT_TRUE(eventually([&] { return model(list)->rowCount() > 0; }));
    const QString path = folder.filePath(QStringLiteral("rows.xlsx"));
    prompt.queueFile(path);
    click("query.declared.export");
    ASSERT_TRUE(said(list, "已导出"));
    EXPECT_TRUE(QFile::exists(path));
    EXPECT_TRUE(list->strip()->text().contains(QString::number(model(list)->rowCount())));
}

TEST_F(DeclaredPage, RefusesMonthsThatAreTurnedAround)
{
    auto *list = openList();
    askFor(list, {now(), now() - 1});
    EXPECT_TRUE(eventually([&] { return list->state() == ui::ListPage::State::Error; }));
}

}  // namespace
