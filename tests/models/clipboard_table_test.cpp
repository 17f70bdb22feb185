#include "ui/models/clipboard_table.h"

#include <QMimeData>

#include <gtest/gtest.h>

#include <memory>

namespace {

using ui::CellBlock;
using ui::ClipboardTable;

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString copied(const QStringList &cells, std::vector<bool> numbers)
{
    ClipboardTable table(std::move(numbers));
    table.addRow(cells);
    return table.text();
}

CellBlock read(const char *utf8, int mostCells = 100)
{
    return ui::cellsOf(text(utf8), mostCells);
}

TEST(ClipboardTable, RowsAndTitlesAreLinesOfCells)
{
    ClipboardTable table({false, true});
    table.addTitles({text("姓名"), text("金额")});
    table.addRow({text("王"), text("5,800.00")});
    EXPECT_EQ(table.text(), text("姓名\t金额\n王\t5,800.00"));
    EXPECT_EQ(table.rows(), 1);
}

TEST(ClipboardTable, NoTextBecomesAFormula)
{
    for (const char *sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
        const auto cell = text(sign) + text("cmd|'/c calc'!A1");
        EXPECT_EQ(copied({cell}, {false}), QLatin1Char('\'') + cell) << sign;
        // In a column of amounts too, when it is none.
        EXPECT_EQ(copied({cell}, {true}), QLatin1Char('\'') + cell) << sign;
        EXPECT_EQ(ui::cellsOf(copied({cell}, {false}), 5), (CellBlock{{cell}}));
    }
    EXPECT_EQ(copied({text("-116.00")}, {true}), text("-116.00"));
}

TEST(ClipboardTable, SpreadsheetsAreToldWhatIsTextAndWhatIsANumber)
{
    ClipboardTable table({false, true, false});
    table.addRow({text("110101199003071234"), text("-1,116.50"), text("<b>=1+1</b>\nzwei")});
    const std::unique_ptr<QMimeData> mime(table.mime());
    const auto html = mime->html();
    EXPECT_TRUE(html.contains(text("<td class=t sdnum=\"2052;0;@\">110101199003071234</td>"))) << qPrintable(html);
    EXPECT_TRUE(html.contains(text("<td sdval=\"-1116.50\">-1,116.50</td>"))) << qPrintable(html);
    EXPECT_TRUE(html.contains(text("&lt;b&gt;=1+1&lt;/b&gt;<br>zwei"))) << qPrintable(html);
    EXPECT_TRUE(html.contains(text("td.t{mso-number-format:\"\\@\";}")));
}

TEST(ClipboardTable, TabsAndLineEndsStayInsideTheirCell)
{
    const QStringList cells{text("a\tb"), text("eins\nzwei"), text("\"quoted\""), text("5\" pipe")};
    const auto line = copied(cells, {false, false, false, false});
    EXPECT_EQ(line, text("\"a\tb\"\t\"eins\nzwei\"\t\"\"\"quoted\"\"\"\t5\" pipe"));
    EXPECT_EQ(ui::cellsOf(line, 10), (CellBlock{cells}));
}

TEST(CellBlocks, AreReadAsExcelWritesThem)
{
    EXPECT_EQ(read("5800\r\n"), (CellBlock{{text("5800")}}));
    EXPECT_EQ(read("1\t2\r\n3\t4\r\n"), (CellBlock{{text("1"), text("2")}, {text("3"), text("4")}}));
    EXPECT_EQ(read("1\n\n2"), (CellBlock{{text("1")}, {QString()}, {text("2")}}));
    EXPECT_EQ(read("\t\n"), (CellBlock{{QString(), QString()}}));
    EXPECT_TRUE(read("").empty());
    EXPECT_EQ(read("\"open"), (CellBlock{{text("\"open")}}));
    EXPECT_EQ(read("\"a\"b\tc"), (CellBlock{{text("\"a\"b"), text("c")}}));
}

TEST(CellBlocks, TooMuchIsNothing)
{
    EXPECT_EQ(read("1\t2\n3\t4", 4).size(), 2u);
    EXPECT_TRUE(read("1\t2\n3\t4", 3).empty());
}

TEST(CellBlocks, OneCellIsNoBlock)
{
    EXPECT_FALSE(ui::isBlock(text("5800")));
    EXPECT_FALSE(ui::isBlock(text("5800\r\n")));
    EXPECT_FALSE(ui::isBlock(QString()));
    EXPECT_TRUE(ui::isBlock(text("5800\t1")));
    EXPECT_TRUE(ui::isBlock(text("5800\n5900")));
}

}  // namespace
