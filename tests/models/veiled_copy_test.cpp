// What is veiled on the screen is copied veiled; under a lifted veil, whole.
#include "people_rows.h"
#include "ui/models/table_columns.h"
#include "ui/models/table_note.h"
#include "ui/models/table_view.h"
#include "ui/models/veil.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using namespace tests;

const QString kWhole = QStringLiteral("110101199003070011");
const QString kVeiled = QStringLiteral("1101**********0011");

std::vector<ui::Column<Row>> withDocuments()
{
    auto all = columns();
    all.insert(all.begin() + 1, {.id = "documentNumber",
                                 .title = text("证件号码"),
                                 .display = [](const Row &) { return kWhole; },
                                 .isPrivate = true});
    return all;
}

class VeiledCopy : public testing::Test {
protected:
    VeiledCopy()
    {
        ui::TableLayouts::ofProgram().load({});
        view.resize(700, 300);
        window.show();
    }
    void showLoaded()
    {
        model.setRows(people(3));
        view.setListModel(&model);
    }
    /// A list of which nothing is loaded until it is asked for.
    void showLong()
    {
        model.setSource({[](qint64 offset, int count, ui::WindowSource<Row>::Done done) {
                            std::vector<Row> rows;
                            for (qint64 i = offset; i < offset + count; ++i)
                                rows.push_back({QString::number(i), text("人%1").arg(i), {}, {}});
                            done(std::move(rows));
                        }},
                        100'000);
        view.setListModel(&model);
    }
    QStringList copied(int first, int last)
    {
        QApplication::clipboard()->clear();
        view.selectionModel()->select(QItemSelection(model.index(first, 0), model.index(last, 0)),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        view.copyRows(false);
        EXPECT_TRUE(QTest::qWaitFor([] { return !QApplication::clipboard()->text().isEmpty(); }, 5000));
        return QApplication::clipboard()->text().split(QLatin1Char('\n'));
    }
    QString note() const { return view.findChild<ui::TableNote *>(text("veiled.note"))->text(); }

    QWidget window;
    ui::Veil veil{&window};
    ui::TableView view{text("veiled"), text("有证件号码的表"), &window};
    ui::ListModel<Row> model{withDocuments(), keyOf, &view};
};

TEST_F(VeiledCopy, RowsAreCopiedAsTheyAreShown)
{
    showLoaded();
    EXPECT_EQ(copied(0, 0).front().split(QLatin1Char('\t')).value(1), kVeiled);
    EXPECT_TRUE(note().contains(text("复制的也是隐藏后的号码"))) << note().toStdString();
    veil.lift(text("一页"));
    EXPECT_EQ(copied(0, 0).front().split(QLatin1Char('\t')).value(1), kWhole);
    EXPECT_EQ(note(), text("已复制 1 行"));
}

TEST_F(VeiledCopy, SoAreRowsThatAreNotLoaded)
{
    showLong();
    const auto rows = copied(50'000, 50'299);
    ASSERT_EQ(rows.size(), 300);
    for (const auto &row : rows)
        EXPECT_EQ(row.split(QLatin1Char('\t')).value(1), kVeiled);
    EXPECT_FALSE(QApplication::clipboard()->mimeData()->html().contains(kWhole));
    veil.lift(text("一页"));
    EXPECT_EQ(copied(60'000, 60'000).front().split(QLatin1Char('\t')).value(1), kWhole);
}

TEST_F(VeiledCopy, SoIsASingleCell)
{
    showLoaded();
    view.setCurrentIndex(model.index(1, model.sectionOf(text("documentNumber"))));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), kVeiled);
    veil.lift(text("一页"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), kWhole);
    veil.lower();
    view.setCurrentIndex(model.index(1, model.sectionOf(text("name"))));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), text("人1"));
    EXPECT_EQ(note(), text("已复制单元格"));
}

}  // namespace
