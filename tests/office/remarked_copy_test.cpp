// A copy of somebody's workbook with remarks: nothing of it is lost (W10).

#include "office/remarked_copy.h"

#include "support/cells.h"
#include "support/memory.h"
#include "support/open_book.h"
#include "support/print.h"
#include "support/zip_maker.h"

#include <QFile>
#include <QTemporaryDir>

namespace {

class RemarkedCopy : public testing::Test {
protected:
    /// `1: 张三|[3000]` a row, sheet by sheet.
    QStringList linesOf(const QString &file)
    {
        QStringList lines;
        const auto book = tests::openBook(file);
        EXPECT_TRUE(book);
        for (int sheet = 0; book && sheet < (*book)->sheets().size(); ++sheet) {
            const auto head = (*book)->sheets().at(sheet);
            lines << head.name + (head.hidden ? QStringLiteral(" hidden") : QString());
            EXPECT_TRUE((*book)->read(sheet, [&](qint64 row, const office::CellRow &cells) {
                QStringList texts;
                for (const auto &cell : cells)
                    texts << shown(cell);
                lines << QStringLiteral("%1: %2").arg(row).arg(texts.join(QLatin1Char('|')));
                return true;
            }, job));
        }
        return lines;
    }
    /// Rows below the header get their number and a word.
    static office::Remarks remarks(int sheet, qint64 header, int column)
    {
        return {sheet, header, column, QStringList{QStringLiteral("行号"), QStringLiteral("原因")},
                [header](qint64 row, const office::CellRow &) {
                    return row > header ? office::SheetRow{row, QStringLiteral("好")} : office::SheetRow();
                }};
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("report.xlsx"));
    base::Job job;
};

TEST_F(RemarkedCopy, HasAllSheetsRowsAndKindsOfCell)
{
    const auto from = QStringLiteral(SHEBAO_TESTS "/office/data/biff8.xls");
    const auto before = linesOf(from);
    const auto written = office::writeRemarkedCopy(from, path, remarks(0, 1, 4), job);
    ASSERT_TRUE(written) << written.error().code.toStdString();
    EXPECT_EQ(*written, 2);
    const auto after = linesOf(path);
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after[0], before[0]);
    EXPECT_EQ(after[1], QStringLiteral("1: 姓名|证件号码|缴费工资|生效年月|行号|原因"));
    EXPECT_EQ(after[2], QStringLiteral("2: 阿卜杜·买买提|140105190001010015|[3000.5]|{2026-11-01}|[2]|好"));
    EXPECT_EQ(after[3], QStringLiteral("4: 𠅤龙||[0]||[4]|好"));
    EXPECT_EQ(after.mid(4), before.mid(4));
}

TEST_F(RemarkedCopy, WhatStandsBesideTheTableMovesOn)
{
    const auto from = folder.filePath(QStringLiteral("book.xlsx"));
    makeZip(from, bookOf("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"D1\"><v>4</v></c></row>"
                         "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#REF!</v></c><c r=\"B3\" t=\"str\"><v>=1+1</v></c><c r=\"C3\"><v>0.5</v></c></row>"));
    ASSERT_TRUE(office::writeRemarkedCopy(from, path, remarks(0, 1, 2), job));
    EXPECT_EQ(linesOf(path), (QStringList{QStringLiteral("工资"), QStringLiteral("1: [1]||行号|原因||[4]"),
                                          QStringLiteral("3: #REF!|=1+1|[3]|好|[0.5]")}));
}

TEST_F(RemarkedCopy, SheetsHaveNamesThatExcelTakes)
{
    auto entries = bookOf("<row><c><v>1</v></c></row>");
    entries[1].second = "<workbook xmlns=\"m\" xmlns:r=\"r\"><sheets><sheet name=\"\" sheetId=\"1\" r:id=\"r1\"/>"
                        "<sheet name=\"a/b\" sheetId=\"2\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"A_b\" sheetId=\"3\" r:id=\"r1\"/></sheets></workbook>";
    const auto from = folder.filePath(QStringLiteral("book.xlsx"));
    makeZip(from, entries);
    ASSERT_TRUE(office::writeRemarkedCopy(from, path, remarks(0, 1, 1), job));
    EXPECT_EQ(linesOf(path), (QStringList{QStringLiteral("工作表"), QStringLiteral("1: [1]|行号|原因"), QStringLiteral("a_b hidden"),
                                          QStringLiteral("1: [1]"), QStringLiteral("A_b_2"), QStringLiteral("1: [1]")}));
}

TEST_F(RemarkedCopy, MemoryDoesNotGrowWithTheRows)
{
    const auto from = folder.filePath(QStringLiteral("long.csv"));
    QFile out(from);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    const int count = kSanitized ? 5'000 : 200'000;
    for (int at = 0; at < count; ++at)
        out.write("甲,140105190001010015,3000,2026-07\n");
    out.close();
    resetPeak();
    const auto before = residentKb("VmHWM");
    EXPECT_EQ(office::writeRemarkedCopy(from, path, remarks(0, 1, 4), job).value(), count - 1);
    const auto grown = residentKb("VmHWM") - before;
    EXPECT_TRUE(kSanitized || grown < 16'000) << grown;
}

TEST_F(RemarkedCopy, WhatCannotBeReadLeavesNothing)
{
    EXPECT_EQ(office::writeRemarkedCopy(folder.filePath(QStringLiteral("none.xlsx")), path, remarks(0, 1, 1), job).error().code,
              QStringLiteral("read.open"));
    job.cancel();
    EXPECT_EQ(office::writeRemarkedCopy(QStringLiteral(SHEBAO_TESTS "/office/data/biff8.xls"), path, remarks(0, 1, 4), job).error().kind,
              base::Error::Kind::Cancelled);
    EXPECT_FALSE(QFile::exists(path));
}

}  // namespace
