// 对账 (X4).

#include "support/page_practice.h"
#include "support/planting.h"
#include "support/workbook.h"
#include "ui/modules/query/query_columns.h"
#include "ui/modules/query/query_pages.h"

namespace tests {
namespace {

class ReconciliationPage : public PlantingOn<PagePractice> {
protected:
    ui::ListPage *openPage()
    {
        auto *list =
            open(ui::queryPages(*desk, client->units(), client->bases(), client->receipts(), client->certificates()), "query.reconciliation");
        EXPECT_TRUE(list && eventually([&] { return !jobs->busy() && list->state() != ui::ListPage::State::Loading; }));
        return list;
    }
    QString figure() { return find<QWidget>("query.reconciliation.differing")->accessibleName(); }
};

TEST_F(ReconciliationPage, WhatIsInOrderHasNothingRed)
{
    away([this] {
        declareAll();
        payFirst(2);
    });
    auto *list = openPage();
    ASSERT_TRUE(list);
    EXPECT_GT(model(list)->rowCount(), 20);
    EXPECT_EQ(figure(), QStringLiteral("有差异 0"));
    for (int row = 0; row < model(list)->rowCount(); ++row)
        EXPECT_EQ(cell(list, row, "reason"), QString());
    EXPECT_TRUE(list->totals()->text().contains(QStringLiteral("到账合计")));
}

/// The page finds each of the planted discrepancies and nothing else, and says where and why.
TEST_F(ReconciliationPage, FindsEachPlantedDiscrepancyAndNothingElse)
{
    const auto planted = away([this] { return plantAll(); });
    ASSERT_GE(planted.size(), 12);
    auto *list = openPage();
    ASSERT_TRUE(list);
    EXPECT_EQ(figure(), QStringLiteral("有差异 %1").arg(planted.size()));
    for (int row = 0; row < model(list)->rowCount(); ++row) {
        const auto number = cell(list, row, "noticeNumber");
        const bool wrong = planted.contains(number);
        EXPECT_EQ(cell(list, row, "result"), wrong ? QStringLiteral("有差异") : QStringLiteral("一致"));
        EXPECT_EQ(cell(list, row, "reason").isEmpty(), !wrong) << cell(list, row, "reason").toStdString();
        int marks = 0;
        for (const char *amount : {"assessed", "declared", "payable", "lateFee", "paid", "received"}) {
            const auto index = model(list)->index(row, model(list)->sectionOf(QString::fromLatin1(amount)));
            marks += index.data(ui::ListModelBase::MarkRole).isValid() ? 1 : 0;
        }
        EXPECT_EQ(marks, wrong ? 1 : 0) << number.toStdString();
        if (wrong) {
            EXPECT_EQ(cell(list, row, "advice"), ui::discrepancyAdvice(planted.value(number)));
        }
    }
    list->query()->setCode(QStringLiteral("result"), QStringLiteral("differs"));
    list->query()->searchButton()->click();
    EXPECT_EQ(model(list)->rowCount(), planted.size());
    const auto path = folder.filePath(QStringLiteral("对账.xlsx"));
    prompt.queueFile(path);
    click("query.reconciliation.export");
    ASSERT_TRUE(said(list, "已导出"));
    const auto lines = workbookRows(path);
    EXPECT_EQ(lines.size(), planted.size() + 1);
    EXPECT_TRUE(lines.first().contains(QStringLiteral("差异原因")));
}

TEST_F(ReconciliationPage, KeepsTheLastResultWithoutTheTaxSide)
{
    ASSERT_TRUE(openPage());
    fault("drop-before:GET /v1/payables");
    auto *list = openPage();
    ASSERT_TRUE(list);
    EXPECT_GT(model(list)->rowCount(), 10);
    EXPECT_TRUE(list->strip()->isShowing());
    EXPECT_TRUE(button("query.reconciliation.check")->isEnabled());
}

/// From the page down to the people of one fee, and out as a workbook.
TEST_F(ReconciliationPage, GoesDownToThePerson)
{
    const auto fee = away([this] {
        const auto list = client->fees().refresh(unit, domain::FeeKind::Daily, job);
        const auto most = std::max_element(list->rows.begin(), list->rows.end(), [](const auto &a, const auto &b) {
            return a.headcount < b.headcount;
        });
        EXPECT_TRUE(client->fees().loadPersons(unit, most->id, job));
        const auto item = most->item;
        declareAll();
        plant(item.noticeNumber, "person-missing");
        plant(item.noticeNumber, "person-amount");
        return item;
    });
    auto *list = openPage();
    ASSERT_TRUE(list);
    EXPECT_FALSE(button("query.reconciliation.persons")->isEnabled());
    list->table()->selectRow(model(list)->rowOfKey(fee.noticeNumber));
    click("query.reconciliation.persons");
    auto *table = find<ui::TableView>("query.persons.table");
    ASSERT_TRUE(table);
    auto *people = table->listModel();
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && people->rowCount() == 2; }));
    const auto text = [people](int row, const char *column) {
        return people->index(row, people->sectionOf(QString::fromLatin1(column))).data().toString();
    };
    EXPECT_EQ(text(0, "kind"), QStringLiteral("未申报"));
    EXPECT_EQ(text(0, "declared"), QString());
    EXPECT_EQ(text(1, "kind"), QStringLiteral("费额不一致"));
    EXPECT_EQ(text(1, "difference"), QStringLiteral("1.00"));
    const auto path = folder.filePath(QStringLiteral("对账到人.xlsx"));
    prompt.queueFile(path);
    click("query.persons.export");
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && QFile::exists(path); }));
    EXPECT_EQ(workbookRows(path).size(), 3);
}

TEST_F(ReconciliationPage, SaysWhenPeopleCannotBeCompared)
{
    // Declared on another machine, before this one has seen the totals.
    const auto number = away([this] {
        auto other = connect(QStringLiteral("second"));
        logIn(*other, kPassword);
        std::swap(client, other);
        const auto totals = client->fees().refresh(unit, domain::FeeKind::Daily, job);
        declareAll();
        std::swap(client, other);
        return totals->rows.first().item.noticeNumber;
    });
    auto *list = openPage();
    ASSERT_TRUE(list);
    list->table()->selectRow(model(list)->rowOfKey(number));
    click("query.reconciliation.persons");
    auto *strip = find<ui::MessageStrip>("query.persons.strip");
    ASSERT_TRUE(strip);
    EXPECT_TRUE(eventually([&] { return !jobs->busy() && strip->isShowing(); }));
    EXPECT_FALSE(button("query.persons.export")->isEnabled());
}

TEST(DiscrepancyText, EveryKindSaysWhatAndWhatNext)
{
    for (int kind = 0; kind <= int(domain::Discrepancy::ReceiptUnbooked); ++kind) {
        const auto discrepancy = static_cast<domain::Discrepancy>(kind);
        const auto text = ui::discrepancyText({discrepancy, domain::Money::fromFen(100), domain::Money::fromFen(200)});
        EXPECT_FALSE(text.isEmpty());
        EXPECT_FALSE(text.contains(QLatin1Char('%'))) << text.toStdString();
        EXPECT_FALSE(ui::discrepancyAdvice(discrepancy).isEmpty());
    }
}

}  // namespace
}  // namespace tests
