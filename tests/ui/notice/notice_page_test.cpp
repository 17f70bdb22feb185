// 通知公告 (N1-N4).

#include "domain/safe_text.h"
#include "support/memory.h"
#include "support/notices.h"
#include "support/page_practice.h"
#include "ui/modules/notice/notice_dialog.h"
#include "ui/modules/notice/notice_pages.h"
#include "ui/modules/notice/notice_view.h"

#include <QElapsedTimer>
#include <QTextBlock>

namespace tests {
namespace {

class NoticePageTest : public NoticesOn<PagePractice> {
protected:
    ui::ListPage *openPage()
    {
        auto *list = open(ui::noticePages(*desk, client->notices()), "notice.list");
        EXPECT_TRUE(list && eventually([&] { return !jobs->busy(); }));
        return list;
    }
    void publishAway(const char *id, const QString &html, int importance = 1, bool popUp = false)
    {
        away([&] { publish(id, QString::fromLatin1(id), html, importance, popUp); });
    }
};

TEST_F(NoticePageTest, TitlesOpenTheirContentsAndAreReadThen)
{
    auto *list = openPage();
    ASSERT_TRUE(rows(list, 0));
    click("notice.list.refresh");
    ASSERT_TRUE(rows(list, 2));
    EXPECT_EQ(cell(list, 0, "read"), QStringLiteral("未读"));
    EXPECT_EQ(cell(list, 0, "importance"), QStringLiteral("重要"));
    QSignalSpy badges(page.get(), &ui::Page::badgesChanged);
    Q_EMIT list->table()->linkActivated(model(list)->keyOf(model(list)->index(0, 0)), QStringLiteral("title"));
    auto *shown = dialog("notice.dialog");
    ASSERT_TRUE(shown);
    auto *view = shown->findChild<QTextBrowser *>(QStringLiteral("notice.text"));
    ASSERT_TRUE(eventually([&] { return view->toPlainText().contains(QStringLiteral("滞纳金")); }));
    EXPECT_EQ(cell(list, 0, "read"), QStringLiteral("已读"));
    EXPECT_GT(badges.count(), 0);
    list->query()->setCode(QStringLiteral("state"), QStringLiteral("unread"));
    list->query()->searchButton()->click();
    EXPECT_EQ(model(list)->rowCount(), 1);
    click("notice.list.readAll");
    EXPECT_TRUE(rows(list, 0));
}

/// It is marked as read elsewhere; who closes the dialog meanwhile must see that, too.
TEST_F(NoticePageTest, ADialogThatIsClosedAtOnceHasBeenReadInTheListAsInTheStore)
{
    auto *list = openPage();
    click("notice.list.refresh");
    ASSERT_TRUE(rows(list, 2));
    const auto key = model(list)->keyOf(model(list)->index(0, 0));
    QSignalSpy badges(page.get(), &ui::Page::badgesChanged);
    Q_EMIT list->table()->linkActivated(key, QStringLiteral("title"));
    find<QDialog>("notice.dialog")->close();
    ASSERT_TRUE(eventually([&] { return !jobs->busy() && badges.count() > 0; }));
    EXPECT_EQ(cell(list, 0, "read"), QStringLiteral("已读"));
    const auto stored = client->notices().list(unit);
    ASSERT_TRUE(stored);
    EXPECT_TRUE(std::any_of(stored->rows.begin(), stored->rows.end(), [&](const auto &one) { return one.id == key && one.read; }));
}

TEST_F(NoticePageTest, WithoutNetworkTheListStaysAndSaysWhy)
{
    auto *list = openPage();
    click("notice.list.refresh");
    ASSERT_TRUE(rows(list, 2));
    fault("drop-before:GET /v1/notices");
    click("notice.list.refresh");
    ASSERT_TRUE(eventually([&] { return list->strip()->isShowing(); }));
    EXPECT_EQ(model(list)->rowCount(), 2);
}

TEST_F(NoticePageTest, PopUpsComeAfterALoginTheMostImportantFirstAndNeverAgain)
{
    publishAway("urgent", QStringLiteral("<p>急</p>"), 9, true);
    QWidget window;
    window.show();
    int changes = 0;
    const auto popUp = [&] {
        ui::noticesAtLogin(*desk, client->notices(), &window, [&] { ++changes; });
        EXPECT_TRUE(eventually([&] { return !jobs->busy(); }));
        QTest::qWait(50);
        EXPECT_TRUE(eventually([&] { return !jobs->busy(); }));
        return window.findChild<QDialog *>(QStringLiteral("notice.dialog"));
    };
    auto *shown = popUp();
    ASSERT_TRUE(shown);
    const auto title = [&] { return shown->findChild<QLabel *>(QStringLiteral("notice.dialog.title"))->text(); };
    ASSERT_TRUE(eventually([&] { return title() == QStringLiteral("urgent"); }));
    auto *next = shown->findChild<QAbstractButton *>(QStringLiteral("notice.dialog.next"));
    ASSERT_TRUE(next && eventually([&] { return next->isEnabled(); }));
    next->click();
    ASSERT_TRUE(eventually([&] { return title().contains(QStringLiteral("申报缴费期限")); }));
    EXPECT_FALSE(next->isEnabled());
    EXPECT_GE(changes, 3);
    delete shown;
    EXPECT_FALSE(popUp()) << "each once";
}

TEST_F(NoticePageTest, LinksAreShownWholeBeforeTheyOpen)
{
    ui::NoticeView view(prompt);
    domain::Notice notice;
    notice.html = QStringLiteral("<p><a href=\"https://tax.example/a?b=1\">税务局</a></p>");
    view.setNotice(notice);
    QSignalSpy opened(&view, &ui::NoticeView::opened);
    prompt.queueAnswer(false);
    Q_EMIT view.anchorClicked(QUrl(QStringLiteral("https://tax.example/a?b=1")));
    EXPECT_TRUE(prompt.said().join(QLatin1Char('\n')).contains(QStringLiteral("https://tax.example/a?b=1")));
    EXPECT_EQ(opened.count(), 0);
    const auto said = prompt.said().size();
    for (const char *target : {"file:///etc/passwd", "javascript:alert(1)", "qrc:/ui/shebao.png", "https:"})
        Q_EMIT view.anchorClicked(QUrl(QLatin1String(target)));
    EXPECT_EQ(prompt.said().size(), said);
}

/// The second wall: even what never went through safeText() loads nothing.
TEST_F(NoticePageTest, TheViewLoadsNothing)
{
    ui::NoticeView view(prompt);
    for (const char *target : {"file:///etc/hostname", "http://127.0.0.1:9/x.png", "qrc:/ui/shebao.png"}) {
        EXPECT_FALSE(view.loadResource(QTextDocument::ImageResource, QUrl(QLatin1String(target))).isValid());
        EXPECT_FALSE(view.loadResource(QTextDocument::HtmlResource, QUrl(QLatin1String(target))).isValid());
        EXPECT_FALSE(view.loadResource(QTextDocument::StyleSheetResource, QUrl(QLatin1String(target))).isValid());
    }
    EXPECT_FALSE(view.openLinks());
}

TEST_F(NoticePageTest, TheLongestThatIsLetThroughIsLaidOutInTime)
{
    const QString bodies[] = {
        QStringLiteral("<p>") + QStringLiteral("长").repeated(10'000'000),
        QStringLiteral("<p>长<b>短</b>").repeated(1'000'000),
        QStringLiteral("<tr><td>x").repeated(1'000'000).prepend(QStringLiteral("<table>")),
        QStringLiteral("<table><tr><td>").repeated(600'000),
        QStringLiteral("<ul><li>").repeated(1'000'000),
        QStringLiteral("<br>").repeated(2'000'000),
        QStringLiteral("<a href=https://a.example/>x</a><p>").repeated(300'000),
    };
    ui::NoticeView view(prompt);
    view.resize(680, 400);
    view.show();
    for (const auto &body : bodies) {
        domain::Notice notice;
        const auto safe = domain::safeText(body);
        notice.html = safe.html;
        notice.cut = safe.cut;
        QElapsedTimer timer;
        timer.start();
        view.setNotice(notice);
        (void)view.grab();
        EXPECT_LT(timer.elapsed(), kSanitized ? 30'000 : 3'000) << body.left(20).toStdString();
        std::printf("%s: %lld ms\n", qPrintable(body.left(12)), timer.elapsed());
    }
}

}  // namespace
}  // namespace tests
