// The walk's inspector must be able to fail: what is planted is found, and nothing is found where nothing is wrong.

#include "walk/inspector.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace {

/// Takes what is being composed for text.
class HastyEdit final : public QLineEdit {
protected:
    void inputMethodEvent(QInputMethodEvent *event) override
    {
        insert(event->preeditString() + event->commitString());
        event->accept();
    }
};

/// Tab stays where it is.
class Trap final : public QPushButton {
public:
    using QPushButton::QPushButton;

protected:
    bool focusNextPrevChild(bool) override { return true; }
};

class InspectorTest : public testing::Test {
protected:
    template <class W, class... Args>
    W *add(const char *name, const Args &...args)
    {
        auto *widget = new W(args...);
        widget->setObjectName(QString::fromLatin1(name));
        widget->setAccessibleName(QStringLiteral("名称"));
        column->addWidget(widget);
        return widget;
    }
    int look(const char *check, walk::Looks looks = {.screen = {1366, 768}})
    {
        top.setStyleSheet(QStringLiteral("QWidget { background: white; color: black; }"));
        top.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&top));
        walk::Findings findings;
        walk::Inspector(findings, looks).look(QStringLiteral("planted"), &top);
        EXPECT_EQ(findings.failures(), findings.failuresOf(QString::fromLatin1(check))) << "and nothing else";
        return findings.failuresOf(QString::fromLatin1(check));
    }

    QWidget top;
    QVBoxLayout *column = new QVBoxLayout(&top);
};

TEST_F(InspectorTest, FindsNothingWhereNothingIsWrong)
{
    add<QLabel>("label", QStringLiteral("缴费人数"));
    add<QLineEdit>("edit");
    add<QPushButton>("button", QStringLiteral("提交申报"));
    EXPECT_EQ(look("anything"), 0);
}

TEST_F(InspectorTest, FindsClippedText)
{
    add<QLabel>("label", QStringLiteral("一个放不下的长标题"))->setFixedWidth(30);
    EXPECT_EQ(look("clipped"), 1);
}

TEST_F(InspectorTest, FindsPaleText)
{
    auto *label = add<QLabel>("label", QStringLiteral("缴费人数"));
    label->setFont(QFont(label->font().family(), 12));
    label->setStyleSheet(QStringLiteral("color: #bbbbbb;"));
    EXPECT_EQ(look("contrast"), 1);
}

TEST_F(InspectorTest, FindsControlsWithoutName)
{
    add<QLineEdit>("edit")->setAccessibleName({});
    EXPECT_EQ(look("no accessible name"), 1);
}

TEST_F(InspectorTest, FindsWhatTabDoesNotReach)
{
    add<QLineEdit>("edit");
    add<QPushButton>("button", QStringLiteral("提交申报"))->setFocusPolicy(Qt::NoFocus);
    EXPECT_EQ(look("cannot be reached by Tab"), 1);
}

TEST_F(InspectorTest, FindsAFocusTrap)
{
    add<Trap>("trap", QStringLiteral("提交申报"));
    add<QLineEdit>("edit");
    EXPECT_EQ(look("focus trap"), 1);
}

TEST_F(InspectorTest, FindsFieldsThatAnInputMethodCannotUse)
{
    add<HastyEdit>("edit");
    EXPECT_EQ(look("preedit is taken as text"), 1);
}

TEST_F(InspectorTest, FindsOtherLanguages)
{
    add<QPushButton>("button", QStringLiteral("Submit"));
    EXPECT_EQ(look("not Chinese"), 1);
}

TEST_F(InspectorTest, FindsCaptionsThatPassedByTr)
{
    add<QPushButton>("button", QStringLiteral("提交申报"));
    EXPECT_EQ(look("not through tr()", {.screen = {1366, 768}, .marked = true}), 1);
}

TEST_F(InspectorTest, FindsWhatIsLargerThanTheScreen)
{
    top.resize(900, 500);
    EXPECT_EQ(look("larger than the screen", {.screen = {800, 600}}), 1);
}

}  // namespace
