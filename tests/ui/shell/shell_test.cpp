// The window, the list page and the prompt, by their object names.
#include "ui/shell/list_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/prompt.h"
#include "ui/shell/sheet_export.h"
#include "ui/style/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/sidebar.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

struct Row {
    QString key;
};

class Sample final : public ui::ListPage {
public:
    explicit Sample(QWidget *parent) : ListPage(text("fee"), text("社保费申报"), parent)
    {
        submit = actions()->addButton(text("submit"), text("提交申报"), ui::Icon::Send, ui::ButtonKind::Primary);
        query()->addText(text("unit"), text("单位编号"));
        query()->addMonthRange(text("period"), text("费款所属期"));
        table()->setListModel(&model);
        setEmptyText(ui::Icon::Inbox, text("没有待申报的费款"));
    }
    void opened() override { ++timesOpened; }
    void closed() override { ++timesClosed; }
    void renew() override { ++timesRenewed; }
    bool mayLeave() override { return leave; }

    ui::ListModel<Row> model{{{.id = "key", .title = text("编号"), .display = [](const Row &row) { return row.key; }}},
                             [](const Row &row) { return row.key; }};
    QPushButton *submit = nullptr;
    int timesOpened = 0;
    int timesClosed = 0;
    int timesRenewed = 0;
    bool leave = true;
};

class Window : public testing::Test {
protected:
    Window()
    {
        ui::apply(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Scheme::Light);
        window.setPages(specs());
        window.show();
    }
    std::vector<ui::PageSpec> specs()
    {
        const auto create = [this](QWidget *parent) {
            ++made;
            return new Sample(parent);
        };
        return {{text("home"), {}, text("首页"), ui::Icon::Home, create},
                {text("fee"), text("社保费申报"), text("日常申报"), ui::Icon::Fee, create, [] { return 3; }}};
    }
    Sample *at(const char *id) { return static_cast<Sample *>(window.page(text(id))); }

    ui::MainWindow window;
    int made = 0;
};

TEST_F(Window, MakesPagesAtTheirFirstOpening)
{
    EXPECT_EQ(made, 0);
    EXPECT_TRUE(window.openPage(text("home")));
    EXPECT_EQ(made, 1);
    EXPECT_TRUE(window.openPage(text("fee")));
    EXPECT_TRUE(window.openPage(text("home")));
    EXPECT_EQ(made, 2);
    EXPECT_EQ(at("home")->timesOpened, 2);
    EXPECT_EQ(at("home")->timesClosed, 1);
    EXPECT_FALSE(window.openPage(text("nowhere")));
    EXPECT_EQ(window.currentPage(), at("home"));
}

TEST_F(Window, AnUnsavedPageKeepsTheWindow)
{
    window.openPage(text("home"));
    at("home")->leave = false;
    EXPECT_FALSE(window.openPage(text("fee")));
    EXPECT_EQ(window.findChild<ui::Sidebar *>()->selected(), text("home"));
    EXPECT_FALSE(window.close());
    at("home")->leave = true;
    EXPECT_TRUE(window.close());
}

TEST_F(Window, AnotherUnitGetsNewPages)
{
    window.openPage(text("fee"));
    window.setPages(specs());
    EXPECT_EQ(window.currentPage(), nullptr);
    window.openPage(text("fee"));
    EXPECT_EQ(made, 2);
}

TEST_F(Window, SidebarIsWalkedByKeyboard)
{
    window.openPage(text("home"));
    auto *sidebar = window.findChild<ui::Sidebar *>(text("window.sidebar"));
    sidebar->setFocus();
    QTest::keyClick(sidebar, Qt::Key_Down);
    QTest::keyClick(sidebar, Qt::Key_Down);
    EXPECT_EQ(window.currentPage()->pageId(), text("fee"));
    EXPECT_EQ(sidebar->selected(), text("fee"));
}

/// X10: wherever the focus is, the sidebar included, where a click on a page leaves it.
TEST_F(Window, F5IsForThePageThatIsShown)
{
    window.openPage(text("home"));
    window.openPage(text("fee"));
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    auto *sidebar = window.findChild<ui::Sidebar *>(text("window.sidebar"));
    for (QWidget *focus : {static_cast<QWidget *>(sidebar), static_cast<QWidget *>(at("fee")->table())}) {
        focus->setFocus();
        QTest::keyClick(focus, Qt::Key_F5);
    }
    EXPECT_EQ(at("fee")->timesRenewed, 2);
    EXPECT_EQ(at("home")->timesRenewed, 0);
}

TEST_F(Window, FoldsTheSidebarWhenItIsNarrow)
{
    auto *sidebar = window.findChild<ui::Sidebar *>();
    window.resize(1366, 768);
    EXPECT_FALSE(sidebar->folded());
    window.resize(1100, 700);
    EXPECT_TRUE(sidebar->folded());
}

TEST_F(Window, MasksTheTaxNumber)
{
    window.setUnit({text("京华科技有限公司"), text("91110108MA01C8JB2T"), text("北京市"), true});
    EXPECT_EQ(window.findChild<QLabel *>(text("window.unitName"))->text(), text("京华科技有限公司"));
    const auto facts = window.findChild<QLabel *>(text("window.unitFacts"))->text();
    EXPECT_FALSE(facts.contains(text("0108MA01")));
    EXPECT_TRUE(window.findChild<QWidget *>(text("window.practice"))->isVisible());
    EXPECT_EQ(ui::maskedTaxNumber(text("91110108MA01C8JB2T")), text("9111***********B2T"));
    EXPECT_EQ(ui::maskedTaxNumber({}), QString());
}

TEST_F(Window, EveryControlHasAName)
{
    window.openPage(text("fee"));
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        EXPECT_FALSE(button->objectName().isEmpty()) << button->text().toStdString();
        EXPECT_FALSE(button->accessibleName().isEmpty() && button->text().isEmpty()) << button->objectName().toStdString();
    }
}

TEST_F(Window, ListPageShowsItsStates)
{
    window.openPage(text("fee"));
    auto *page = at("fee");
    auto *empty = page->table()->emptyState();
    page->showLoading();
    EXPECT_TRUE(empty->accessibleName().contains(text("正在读取")));
    page->showRows();
    EXPECT_EQ(page->state(), ui::ListPage::State::Empty);
    EXPECT_EQ(empty->accessibleName(), text("没有待申报的费款"));
    page->query()->setText(text("unit"), text("31"));
    page->showRows();
    EXPECT_EQ(empty->accessibleName(), text("没有符合条件的数据"));
    base::Error error;
    error.kind = base::Error::Kind::Network;
    error.code = text("network.refused");
    int retried = 0;
    page->showError(error, [&retried] { ++retried; });
    EXPECT_TRUE(empty->isVisible());
    auto *retry = page->findChild<QPushButton *>(text("fee.table.empty.action"));
    retry->click();
    EXPECT_EQ(retried, 1);
    EXPECT_FALSE(page->strip()->isShowing());
}

TEST_F(Window, RowsThatWereLoadedSurviveAnError)
{
    window.openPage(text("fee"));
    auto *page = at("fee");
    page->model.setRows({{text("1")}});
    page->showRows();
    base::Error error;
    error.kind = base::Error::Kind::Timeout;
    error.code = text("timeout.connect");
    int retried = 0;
    page->showError(error, [&retried] { ++retried; });
    EXPECT_EQ(page->model.rowCount(), 1);
    EXPECT_TRUE(page->strip()->isShowing());
    page->findChild<QPushButton *>(text("fee.strip.retry"))->click();
    EXPECT_EQ(retried, 1);
    page->showRows();
}

TEST_F(Window, ProgressBlocksAndCanBeCancelled)
{
    window.openPage(text("fee"));
    auto *page = at("fee");
    int cancelled = 0;
    page->showProgress(text("正在下载"), [&cancelled] { ++cancelled; });
    page->setProgress(12'000, 100'000);
    EXPECT_EQ(page->findChild<QLabel *>(text("fee.progress.text"))->text(), text("12,000 / 100,000"));
    EXPECT_FALSE(page->submit->isEnabled());
    auto *cancel = page->findChild<QPushButton *>(text("fee.progress.cancel"));
    cancel->click();
    cancel->click();
    EXPECT_EQ(cancelled, 1);
    page->hideProgress();
    EXPECT_TRUE(page->submit->isEnabled());
    EXPECT_FALSE(page->progress()->isVisible());
}

TEST(Prompt, AsksAndIsAnsweredByItsButtons)
{
    ui::Prompt prompt;
    QWidget parent;
    parent.show();
    int answer = -1;
    prompt.ask(&parent, {.title = text("作废"), .text = text("确定作废吗？"), .danger = true},
               [&answer](bool yes) { answer = yes; });
    auto *dialog = parent.findChild<QDialog *>(text("prompt"));
    ASSERT_TRUE(dialog);
    EXPECT_EQ(dialog->windowModality(), Qt::WindowModal);
    EXPECT_TRUE(dialog->findChild<QPushButton *>(text("prompt.cancel"))->isDefault());
    dialog->findChild<QPushButton *>(text("prompt.confirm"))->click();
    EXPECT_EQ(answer, 1);
    EXPECT_EQ(prompt.said(), QStringList{text("确定作废吗？")});
}

/// The kind of file is chosen in the dialog; the name follows it.
TEST(Prompt, TheSuffixFollowsTheChosenKindOfFile)
{
    QTemporaryDir folder;
    QWidget window;
    ui::Prompt prompt;
    QString saved;
    prompt.saveFile(&window, QStringLiteral("导出"), folder.filePath(QStringLiteral("缴款记录_20261124.xlsx")), ui::sheetFilter(),
                    [&](const QString &path) { saved = path; });
    auto *dialog = window.findChild<QFileDialog *>(QStringLiteral("prompt.file"));
    ASSERT_TRUE(dialog);
    ASSERT_EQ(dialog->nameFilters().size(), 2);
    dialog->selectNameFilter(dialog->nameFilters().last());
    Q_EMIT dialog->filterSelected(dialog->nameFilters().last());
    QMetaObject::invokeMethod(dialog, "accept");
    EXPECT_EQ(QFileInfo(saved).fileName(), QStringLiteral("缴款记录_20261124.csv"));
}

TEST(Prompt, QueuedAnswersShowNothing)
{
    ui::Prompt prompt;
    QWidget parent;
    prompt.queueAnswer(true);
    prompt.queueFile(text("/tmp/out.xlsx"));
    prompt.queueFile({});
    int answer = -1;
    QString path;
    prompt.ask(&parent, {.title = {}, .text = text("?")}, [&answer](bool yes) { answer = yes; });
    prompt.saveFile(&parent, text("导出"), text("a.xlsx"), text("Excel 工作簿 (*.xlsx)"), [&path](const QString &p) { path = p; });
    EXPECT_EQ(answer, -1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return answer == 1 && !path.isEmpty(); }));
    EXPECT_EQ(path, text("/tmp/out.xlsx"));
    bool chosen = false;
    prompt.openFile(&parent, text("导入"), {}, [&chosen](const QString &) { chosen = true; });
    QTest::qWait(20);
    EXPECT_FALSE(chosen);
    EXPECT_FALSE(parent.findChild<QDialog *>());
}

TEST(Prompt, SaysNothingToAParentThatIsGone)
{
    ui::Prompt prompt;
    prompt.queueAnswer(true);
    bool called = false;
    {
        QWidget parent;
        prompt.ask(&parent, {.title = {}, .text = text("?")}, [&called](bool) { called = true; });
    }
    QTest::qWait(20);
    EXPECT_FALSE(called);
}

}  // namespace
