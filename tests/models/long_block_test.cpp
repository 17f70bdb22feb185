// Selecting, copying and pasting where a million rows are not loaded.
#include "people_rows.h"
#include "ui/models/table_columns.h"
#include "ui/models/table_note.h"
#include "ui/models/table_view.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace tests;

/// A long list, answered when the test says so.
class LongBlock : public testing::Test {
protected:
    LongBlock()
    {
        ui::TableLayouts::ofProgram().load({});
        model.setSource({[this](qint64 offset, int count, ui::WindowSource<Row>::Done done) {
                            open.push_back([=] {
                                std::vector<Row> rows;
                                for (qint64 i = offset; i < offset + count; ++i)
                                    rows.push_back({QString::number(i), text("人%1").arg(i), {}, {}});
                                done(std::move(rows));
                            });
                        }},
                        1'000'000);
        view.setListModel(&model);
        view.resize(700, 400);
        view.show();
        answerAll();
    }
    void answerAll()
    {
        for (int i = 0; i < 400; ++i) {
            QTest::qWait(0);
            for (const auto &answer : std::exchange(open, {}))
                answer();
        }
    }
    void select(int first, int last)
    {
        view.selectionModel()->select(QItemSelection(model.index(first, 0), model.index(last, 0)),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    ui::TableNote *note() const { return view.findChild<ui::TableNote *>(text("long.note")); }

    std::vector<std::function<void()>> open;
    ui::ListModel<Row> model{columns(), keyOf};
    ui::TableView view{text("long"), text("长表")};
};

TEST_F(LongBlock, AMillionSelectedRowsAreAnsweredAtOnce)
{
    view.selectAll();
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_LT(timer.elapsed(), 200);
    EXPECT_TRUE(note()->text().contains(text("1,000,000"))) << qPrintable(note()->text());
    EXPECT_TRUE(note()->text().contains(text("导出")));
}

TEST_F(LongBlock, WhatIsNotLoadedIsReadAndCopied)
{
    QApplication::clipboard()->setText(text("old"));
    select(100, 2099);
    view.copyRows(false);
    EXPECT_EQ(QApplication::clipboard()->text(), text("old"));
    EXPECT_TRUE(note()->text().contains(text("正在复制")));
    answerAll();
    const auto lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
    ASSERT_EQ(lines.size(), 2000);
    EXPECT_EQ(lines.front().split(QLatin1Char('\t')).front(), text("人100"));
    EXPECT_EQ(lines.back().split(QLatin1Char('\t')).front(), text("人2099"));
    EXPECT_EQ(note()->text(), text("已复制 2,000 行"));
}

TEST_F(LongBlock, CopyingCanBeStopped)
{
    QApplication::clipboard()->setText(text("old"));
    select(0, 20'000);
    view.copyRows(false);
    note()->findChild<QPushButton *>(text("long.note.cancel"))->click();
    answerAll();
    EXPECT_EQ(QApplication::clipboard()->text(), text("old"));
    select(0, 20'000);
    view.copyRows(false);
    QTest::keyClick(&view, Qt::Key_Escape);
    answerAll();
    EXPECT_EQ(QApplication::clipboard()->text(), text("old"));
    EXPECT_TRUE(note()->text().contains(text("已取消")));
}

TEST_F(LongBlock, AListThatChangesUnderTheCopyEndsIt)
{
    QApplication::clipboard()->setText(text("old"));
    select(0, 20'000);
    view.copyRows(false);
    model.refresh(10);
    answerAll();
    EXPECT_EQ(QApplication::clipboard()->text(), text("old"));
    EXPECT_TRUE(note()->text().contains(text("已经变化")));
}

TEST_F(LongBlock, RowsThatAreNotLoadedRefuseAPasteInWords)
{
    ui::PasteReport report;
    QObject::connect(&view, &ui::TableView::pasted, &view, [&](const ui::PasteReport &said) { report = said; });
    view.setCurrentIndex(model.index(199, model.sectionOf(text("wage"))));
    open.clear();
    QString clip;
    for (int i = 0; i < 800; ++i)
        clip += text("1\n");
    QApplication::clipboard()->setText(clip);
    view.paste();
    EXPECT_GE(report.stored, 1);
    ASSERT_FALSE(report.refused.isEmpty());
    EXPECT_EQ(report.stored + report.refused.size(), 800);
    EXPECT_TRUE(report.refused.last().reason.contains(text("还没有读取")));
}

TEST_F(LongBlock, SelectionFollowsItsKeysWhenTheWindowsAreReadAnew)
{
    view.setCurrentIndex(model.index(5, 0));
    select(5, 6);
    int shift = 3;
    model.setSource({[&](qint64 offset, int count, ui::WindowSource<Row>::Done done) {
                        std::vector<Row> rows;
                        for (qint64 i = offset; i < offset + count; ++i)
                            rows.push_back({QString::number(i - shift), text("人%1").arg(i - shift), {}, {}});
                        done(std::move(rows));
                    }},
                    1'000'000);
    answerAll();
    EXPECT_EQ(view.currentIndex().row(), 8);
    EXPECT_TRUE(view.selectionModel()->isRowSelected(8) && view.selectionModel()->isRowSelected(9));
    EXPECT_FALSE(view.selectionModel()->isRowSelected(5));
    shift = 0;
    model.refresh();
    answerAll();
    EXPECT_EQ(view.currentIndex().row(), 5);
    EXPECT_TRUE(view.selectionModel()->isRowSelected(5));
    EXPECT_FALSE(view.selectionModel()->isRowSelected(8));
}

}  // namespace
