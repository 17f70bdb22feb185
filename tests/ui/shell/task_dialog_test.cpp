// What every dialog has in common: the order of its buttons, and a height that is that of its contents.

#include "ui/models/list_model.h"
#include "ui/models/table_view.h"
#include "ui/shell/task_dialog.h"
#include "ui/widgets/card.h"

#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace {

using ui::ButtonKind;
using ui::TaskDialog;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// The ids of the buttons as they are seen.
QString orderOf(TaskDialog &dialog)
{
    dialog.show();
    auto buttons = dialog.findChildren<QPushButton *>();
    buttons.removeIf([](const QPushButton *button) { return !button->isVisible(); });
    std::sort(buttons.begin(), buttons.end(), [&](QPushButton *a, QPushButton *b) {
        return a->mapTo(&dialog, QPoint()).x() < b->mapTo(&dialog, QPoint()).x();
    });
    QStringList ids;
    for (const auto *button : buttons)
        ids << button->objectName().section(QLatin1Char('.'), -1);
    return ids.join(QLatin1Char(' '));
}

TaskDialog *dialog()
{
    auto *made = new TaskDialog(text("sample"), text("示例"), nullptr);
    made->setAttribute(Qt::WA_DeleteOnClose, false);
    return made;
}

TEST(TaskDialog, ThePrimaryActionIsAtTheRightWhateverIsAddedFirst)
{
    const std::unique_ptr<TaskDialog> first(dialog());
    first->addButton(text("report"), text("保存导入结果"));
    first->addButton(text("confirm"), text("导入"), ButtonKind::Primary);
    first->addClose(text("取消"));
    EXPECT_EQ(orderOf(*first), text("report close confirm"));
    const std::unique_ptr<TaskDialog> second(dialog());
    second->addClose(text("取消"));
    second->addButton(text("check"), text("检查并恢复"), ButtonKind::Danger);
    second->addButton(text("skip"), text("跳过"));
    EXPECT_EQ(orderOf(*second), text("skip close check"));
    const std::unique_ptr<TaskDialog> third(dialog());
    third->addClose(text("关闭"));
    third->addButton(text("export"), text("导出"));
    EXPECT_EQ(orderOf(*third), text("export close"));
}

TEST(TaskDialog, TabGoesAsTheEyeDoes)
{
    const std::unique_ptr<TaskDialog> made(dialog());
    auto *confirm = made->addButton(text("confirm"), text("导入"), ButtonKind::Primary);
    auto *close = made->addClose(text("取消"));
    auto *report = made->addButton(text("report"), text("保存导入结果"));
    made->show();
    report->setFocus();
    EXPECT_EQ(report->nextInFocusChain(), close);
    EXPECT_EQ(close->nextInFocusChain(), confirm);
}

struct Row {
    QString key;
};

class Lists final : public TaskDialog {
public:
    explicit Lists(int rows) : TaskDialog(text("lists"), text("示例"), nullptr)
    {
        setAttribute(Qt::WA_DeleteOnClose, false);
        table = new ui::TableView(text("lists.table"), text("示例"), this);
        setRows(rows);
        table->setListModel(&model);
        table->setRowsShown(2, 5);
        body()->addWidget(table, 1);
        addClose(text("关闭"));
        setContentWidth(400);
        show();
    }
    void setRows(int count)
    {
        std::vector<Row> rows;
        for (int row = 0; row < count; ++row)
            rows.push_back({QString::number(row)});
        model.setRows(std::move(rows));
    }
    int shown() const { return table->viewport()->height() / ui::size::row; }

    ui::ListModel<Row> model{{{.id = "key", .title = text("编号"), .display = [](const Row &row) { return row.key; }}},
                             [](const Row &row) { return row.key; }};
    ui::TableView *table = nullptr;
};

TEST(TaskDialog, IsAsHighAsItsRowsNeed)
{
    const Lists one(1);
    const Lists four(4);
    const Lists many(40);
    EXPECT_EQ(one.shown(), 1);
    EXPECT_EQ(four.shown(), 4);
    EXPECT_EQ(many.shown(), 5);
    EXPECT_EQ(four.height() - one.height(), 3 * ui::size::row);
    EXPECT_EQ(one.width(), 400);
}

TEST(TaskDialog, StaysWhileSomethingIsDoneThatCannotBeCancelled)
{
    Lists one(1);
    one.showProgress(text("正在写入…"), {});
    QTest::keyClick(&one, Qt::Key_Escape);
    one.close();
    EXPECT_TRUE(one.isVisible());
    one.hideProgress();
    one.showProgress(text("正在下载…"), [] {});
    QTest::keyClick(&one, Qt::Key_Escape);
    EXPECT_FALSE(one.isVisible());
}

TEST(TaskDialog, GrowsWithWhatIsReadLater)
{
    Lists later(0);
    later.setRows(4);
    later.fit();
    QTest::qWait(10);
    EXPECT_EQ(later.shown(), 4);
}

/// No amount is cut.
TEST(TaskDialog, IsAsWideAsItsTableNeeds)
{
    const auto get = [](const Row &row) { return row.key; };
    ui::ListModel<Row> model({{.id = "name", .title = text("姓名"), .display = get, .width = 300},
                              {.id = "wage", .title = text("工资"), .display = get, .width = 340}},
                             get);
    model.setRows({{text("王一")}});
    const std::unique_ptr<TaskDialog> narrow(dialog());
    auto *table = new ui::TableView(text("sample.table"), text("列表"), narrow.get());
    table->setListModel(&model);
    narrow->body()->addWidget(table);
    narrow->resize(400, 300);
    narrow->show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return table->viewport()->width() >= 640; }, 2000)) << table->viewport()->width();
}

}  // namespace
