#include "ui/modules/trail/trail_pages.h"

#include "support/page_practice.h"

#include <QFileInfo>

namespace {

class TrailPageTest : public tests::PagePractice {
protected:
    void SetUp() override
    {
        PagePractice::SetUp();
        away([this] { declareAll(); });
    }
    ui::ListPage *openTrail() { return open(ui::trailPages(*desk, client->trail()), "trail"); }
    qint64 entries() { return *client->trail().count(unit, {}); }
};

TEST_F(TrailPageTest, ShowsWhatWasDoneAndThatNothingWasChanged)
{
    auto *list = openTrail();
    ASSERT_TRUE(list);
    ASSERT_TRUE(rows(list, int(entries())));
    ASSERT_GE(entries(), 4);  // 待提交, 发送中, 待反馈, 申报成功
    ASSERT_TRUE(eventually([&] { return cell(list, 0, "result") == QStringLiteral("申报成功"); }));
    EXPECT_EQ(cell(list, 0, "subject"), QStringLiteral("日常申报"));
    EXPECT_EQ(cell(list, 0, "event"), QStringLiteral("提交与答复"));
    EXPECT_EQ(cell(list, 0, "channel"), QStringLiteral("客户端"));
    EXPECT_FALSE(cell(list, 0, "by").isEmpty());
    EXPECT_EQ(cell(list, 0, "hash").size(), 12);
    EXPECT_FALSE(cell(list, 0, "total").isEmpty());
    click("trail.check");
    EXPECT_TRUE(said(list, "条记录完整、未被改动"));
}

TEST_F(TrailPageTest, WhatWasDoneElsewhereIsNotThisClerksAct)
{
    std::unique_ptr<app::Application> other;
    away([&] {
        other = connect(QStringLiteral("second"));
        logIn(*other, tests::kPassword);
        const auto today = client->clock().today();
        ASSERT_TRUE(other->fees().sync(unit, today.addMonths(-2), today, job));
    });
    domain::TrailQuery submissions;
    submissions.event = domain::TrailEvent::Submission;
    const auto count = int(*other->trail().count(unit, submissions, store::TrailOrigin::Elsewhere));
    ASSERT_GT(count, 1);
    EXPECT_EQ(*other->trail().count(unit, submissions, store::TrailOrigin::Here), 0);
    EXPECT_GT(*client->trail().count(unit, submissions, store::TrailOrigin::Here), 0);
    auto *list = open(ui::trailPages(*desk, other->trail()), "trail");
    ASSERT_TRUE(rows(list, count));
    QSet<QString> channels;
    for (int row = 0; row < count; ++row) {
        ASSERT_TRUE(eventually([&] { return cell(list, row, "event") == QStringLiteral("同步记录"); })) << row;
        EXPECT_EQ(cell(list, row, "by"), QStringLiteral("—"));
        channels.insert(cell(list, row, "channel"));
    }
    EXPECT_TRUE(channels.contains(QStringLiteral("客户端（其他电脑）")));
    EXPECT_TRUE(channels.contains(QStringLiteral("电子税务局")));
    EXPECT_EQ(other->trail().check(unit, job)->firstWrong, 0);
    page.reset();
}

TEST_F(TrailPageTest, AnExportIsWrittenAndIsInTheTrailItself)
{
    auto *list = openTrail();
    ASSERT_TRUE(list);
    const auto before = entries();
    ASSERT_TRUE(rows(list, int(before)));
    const QString path = folder.filePath(QStringLiteral("trail.xlsx"));
    prompt.queueFile(path);
    click("trail.export");
    ASSERT_TRUE(said(list, "已导出"));
    EXPECT_GT(QFileInfo(path).size(), 1000);
    EXPECT_EQ(entries(), before + 1);
    list->opened();
    ASSERT_TRUE(rows(list, int(before) + 1));
    ASSERT_TRUE(eventually([&] { return cell(list, 0, "event") == QStringLiteral("导出"); }));
    EXPECT_EQ(cell(list, 0, "subject"), QStringLiteral("操作日志"));
    EXPECT_EQ(cell(list, 0, "count"), QString::number(before));
}

TEST_F(TrailPageTest, SaysWhichDocumentWasHandedOut)
{
    const auto now = domain::Month::of(client->clock().today());
    const domain::MonthRange past{now - 2, now - 1};
    away([&] { ASSERT_TRUE(client->receipts().refresh(unit, past, job)); });
    const auto paper = client->certificates().issueReceipts(*client->units().profile(unit), past);
    ASSERT_TRUE(paper);
    auto *list = openTrail();
    ASSERT_TRUE(list);
    ASSERT_TRUE(eventually([&] { return cell(list, 0, "event") == QStringLiteral("出具单据"); }));
    EXPECT_EQ(cell(list, 0, "subject"), QStringLiteral("单位缴费记录"));
    EXPECT_TRUE(paper->fileName.endsWith(cell(list, 0, "id")));
}

TEST_F(TrailPageTest, NobodyIsNamedInIt)
{
    away([this] { ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Full, job)); });
    const auto people = client->staff().window(unit, {}, store::StaffOrder::Name, false, 0, 100);
    ASSERT_TRUE(people);
    ASSERT_GT(people->size(), 10u);
    away([this, &people] {
        ASSERT_TRUE(client->wages().add(unit, tests::kDaily, people->front().id, tests::wage(765432),
                                        domain::Month::of(client->clock().today())));
        ASSERT_TRUE(client->wages().submit(unit, tests::kDaily, true, job));
    });
    const auto lines = client->trail().window(unit, {}, 0, 1000);
    ASSERT_TRUE(lines);
    for (const auto &line : *lines) {
        const auto text = QString::fromUtf8(line.entry.facts) + line.entry.subject;
        for (const auto &person : *people) {
            EXPECT_FALSE(text.contains(person.name)) << text.toStdString();
            EXPECT_FALSE(text.contains(person.documentNumber)) << text.toStdString();
        }
    }
}

}  // namespace
