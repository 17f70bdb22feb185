// A preview shows a whole page first: totals and dates stand at its end.

#include "ui/shell/paper_pages.h"
#include "ui/shell/paper_view.h"

#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace {

class PaperPages : public testing::Test {
protected:
    void open(int pages)
    {
        service::Paper paper;
        paper.title = QStringLiteral("证明");
        paper.pages = pages;
        paper.paint = [](QPainter &, int) {};
        shown = std::make_unique<ui::PaperPages>(paper, nullptr);
        shown->resize(700, 600);
        shown->show();
        QTest::qWait(20);
        scroll = shown->findChild<QScrollArea *>(QStringLiteral("preview.pages"));
        view = shown->findChild<ui::PaperView *>(QStringLiteral("preview.view"));
    }
    int pageHeight() const { return view->offsetOf(1) - view->offsetOf(0); }
    void choose(const char *name)
    {
        shown->findChild<QRadioButton *>(QString::fromLatin1(name))->click();
        QTest::qWait(20);
    }

    std::unique_ptr<ui::PaperPages> shown;
    QScrollArea *scroll = nullptr;
    ui::PaperView *view = nullptr;
};

TEST_F(PaperPages, AWholePageIsSeenAtOnce)
{
    open(1);
    EXPECT_LE(pageHeight(), scroll->viewport()->height());
    EXPECT_EQ(scroll->verticalScrollBar()->maximum(), 0);
    EXPECT_FALSE(shown->findChild<QToolButton *>(QStringLiteral("preview.next"))) << "one page needs no steps";
    choose("preview.wide");
    EXPECT_GT(pageHeight(), scroll->viewport()->height());
    EXPECT_GT(scroll->verticalScrollBar()->maximum(), 0);
    choose("preview.whole");
    EXPECT_EQ(scroll->verticalScrollBar()->maximum(), 0);
}

TEST_F(PaperPages, KeysAndButtonsTurnThePages)
{
    open(3);
    QTest::keyClick(scroll, Qt::Key_PageDown);
    EXPECT_EQ(shown->page(), 1);
    EXPECT_EQ(scroll->verticalScrollBar()->value(), view->offsetOf(1)) << "it begins at the top of the view";
    auto *next = shown->findChild<QToolButton *>(QStringLiteral("preview.next"));
    next->click();
    EXPECT_EQ(shown->page(), 2);
    EXPECT_FALSE(next->isEnabled());
    QTest::keyClick(scroll, Qt::Key_PageDown);
    EXPECT_EQ(shown->page(), 2);
    QTest::keyClick(scroll, Qt::Key_PageUp);
    EXPECT_EQ(shown->page(), 1);
}

TEST_F(PaperPages, TheOtherFitStaysAtThePage)
{
    open(3);
    shown->goTo(2);
    choose("preview.wide");
    EXPECT_EQ(shown->page(), 2);
    QTest::keyClick(scroll, Qt::Key_PageUp);
    EXPECT_LT(scroll->verticalScrollBar()->value(), view->offsetOf(2));
    choose("preview.whole");
    EXPECT_EQ(scroll->verticalScrollBar()->value(), view->offsetOf(shown->page()));
}

}  // namespace
