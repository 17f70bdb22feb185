#include "office/sheet.h"

#include "domain/document.h"
#include "office/scratch.h"
#include "office/workbook.h"
#include "support/memory.h"
#include "support/open_book.h"
#include "support/print.h"
#include "support/workbook.h"
#include "support/zip_maker.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTemporaryFile>

namespace {

using domain::Money;
using office::Sheet;
using office::SheetRow;

class SheetFile : public testing::Test {
protected:
    static Sheet sheet(qint64 total)
    {
        Sheet sheet;
        sheet.name = QStringLiteral("欠费");
        sheet.columns = {{QStringLiteral("证件号码"), 20}, {QStringLiteral("金额"), 12}, {QStringLiteral("人数"), 8}};
        sheet.total = total;
        sheet.rows = [total](qint64 offset, qint64 limit) -> base::Result<std::vector<SheetRow>> {
            std::vector<SheetRow> rows;
            for (qint64 at = offset; at < qMin(total, offset + limit); ++at)
                rows.push_back({QStringLiteral("91140100MA%1").arg(at, 8, 10, QLatin1Char('0')), Money::fromFen(at), at});
            return rows;
        };
        return sheet;
    }
    static Sheet oneRow(const SheetRow &row)
    {
        auto one = sheet(1);
        one.rows = [row](qint64, qint64) -> base::Result<std::vector<SheetRow>> { return std::vector<SheetRow>{row}; };
        return one;
    }
    static QStringList filesIn(const QString &path)
    {
        return QDir(path).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }
    /// What the writer left besides the book.
    QStringList leftovers() const
    {
        auto files = filesIn(folder.path());
        files.removeAll(QStringLiteral("book.xlsx"));
        return files + filesIn(drafts);
    }
    QByteArray worksheet() const { return zipPart(path, "xl/worksheets/sheet1.xml"); }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("book.xlsx"));
    QString drafts = folder.filePath(QStringLiteral("scratch"));
    office::Scratch scratch{drafts};
    base::Job job;
};

/// A name that ends in .csv: the same list for other programs.
TEST_F(SheetFile, CsvIsPlainAndReadBack)
{
    path = folder.filePath(QStringLiteral("book.csv"));
    auto one = oneRow({QStringLiteral("=HYPERLINK(\"x\"),\n二"), Money::fromFen(-1230), 7});
    ASSERT_EQ(office::writeSheet(path, one, job).value(), 1);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("\xEF\xBB\xBF") + "证件号码,金额,人数\r\n\"'=HYPERLINK(\"\"x\"\"),\n二\",-12.30,7\r\n");
    file.close();  // Windows replaces no file that somebody has open
    ASSERT_EQ(office::writeSheet(path, sheet(3000), job).value(), 3000);
    auto book = tests::openBook(path);
    ASSERT_TRUE(book);
    qint64 rows = 0;
    QString last;
    const auto read = (*book)->read(0, [&](qint64, const office::CellRow &cells) {
        ++rows;
        last = cells.front().text;
        return true;
    }, job);
    ASSERT_TRUE(read);
    EXPECT_EQ(rows, 3001);
    EXPECT_EQ(last, QStringLiteral("91140100MA00002999"));
}

/// More rows than a worksheet has are no matter for a text file.
TEST_F(SheetFile, CsvHasNoMostRows)
{
    path = folder.filePath(QStringLiteral("book.csv"));
    auto many = sheet(1'048'580);
    many.rows = [](qint64 offset, qint64 limit) -> base::Result<std::vector<SheetRow>> {
        return std::vector<SheetRow>(size_t(qMin<qint64>(limit, 1'048'580 - offset)), SheetRow{QStringLiteral("1")});
    };
    EXPECT_EQ(office::writeSheet(path, many, job).value(), 1'048'580);
}

TEST_F(SheetFile, TextStaysTextAndMoneyIsANumberToTheFen)
{
    ASSERT_EQ(office::writeSheet(path, sheet(3), job).value(), 3);
    const QVector<QStringList> expected = {{QStringLiteral("证件号码"), QStringLiteral("金额"), QStringLiteral("人数")},
                                           {QStringLiteral("91140100MA00000000"), QStringLiteral("0"), QStringLiteral("0")},
                                           {QStringLiteral("91140100MA00000001"), QStringLiteral("0.01"), QStringLiteral("1")},
                                           {QStringLiteral("91140100MA00000002"), QStringLiteral("0.02"), QStringLiteral("2")}};
    EXPECT_EQ(workbookRows(path), expected);
    EXPECT_TRUE(leftovers().isEmpty());
}

TEST_F(SheetFile, AnEmptyCellIsNoCell)
{
    ASSERT_TRUE(office::writeSheet(path, oneRow({std::monostate(), Money::fromFen(150), std::monostate()}), job));
    EXPECT_EQ(workbookRows(path).at(1), (QStringList{QString(), QStringLiteral("1.5")}));
}

TEST_F(SheetFile, AmountsAreExact)
{
    ASSERT_TRUE(office::writeSheet(path,
                                   oneRow({Money::fromFen(9'999'999'999), Money::fromFen(-1), Money::fromFen(-12'340), Money::fromFen(0),
                                           Money::fromFen(7)}),
                                   job));
    EXPECT_EQ(workbookRows(path).at(1), (QStringList{QStringLiteral("99999999.99"), QStringLiteral("-0.01"), QStringLiteral("-123.4"),
                                                     QStringLiteral("0"), QStringLiteral("0.07")}));
}

TEST_F(SheetFile, NothingTypedBecomesAFormula)
{
    const QStringList typed{QStringLiteral("=1+1"),   QStringLiteral("+1"),          QStringLiteral("-1"),
                            QStringLiteral("@SUM(A1)"), QStringLiteral("\t=1+1"),     QStringLiteral("=HYPERLINK(\"http://x\",\"y\")"),
                            QStringLiteral("{=1}"),    QStringLiteral("=cmd|'/C x'!A0"), QStringLiteral("140105190001010015")};
    SheetRow row;
    for (const auto &text : typed)
        row.push_back(text);
    ASSERT_TRUE(office::writeSheet(path, oneRow(row), job));
    const auto xml = worksheet();
    EXPECT_EQ(xml.count("t=\"inlineStr\""), typed.size() + 3);  // and the header
    EXPECT_FALSE(xml.contains("<f"));
    EXPECT_FALSE(xml.contains("<v>"));
    EXPECT_TRUE(xml.contains("<t>=1+1</t>"));
}

TEST_F(SheetFile, TextsXmlCannotHoldComeBack)
{
    const auto text = QStringLiteral(" <张&三>\"'\r\n\t\x01 _x000D_ 𠅤 ");
    ASSERT_TRUE(office::writeSheet(path, oneRow({text}), job));
    const auto xml = worksheet();
    EXPECT_TRUE(xml.contains("<t xml:space=\"preserve\"> &lt;张&amp;三&gt;&quot;'_x000D_\n\t_x0001_ _x005F_x000D_ 𠅤 </t>"))
        << xml.constData();
}

TEST_F(SheetFile, ATextLongerThanACellIsCut)
{
    ASSERT_TRUE(office::writeSheet(path, oneRow({QString(40'000, QLatin1Char('a'))}), job));
    EXPECT_EQ(workbookRows(path).at(1).at(0).size(), 32'767);
}

TEST_F(SheetFile, TheHeaderIsFrozenAndFilters)
{
    ASSERT_TRUE(office::writeSheet(path, sheet(7), job));
    EXPECT_TRUE(worksheet().contains("state=\"frozen\""));
    EXPECT_TRUE(worksheet().contains("</sheetData><autoFilter ref=\"A1:C8\"/>"));
    EXPECT_TRUE(worksheet().contains("<col min=\"1\" max=\"1\" width=\"20.7109"));
    EXPECT_TRUE(zipPart(path, "xl/workbook.xml").contains("'欠费'!$A$1:$C$8</definedName>"));
}

TEST_F(SheetFile, ATemplateOffersChoicesAndKeepsWhatIsTyped)
{
    auto form = sheet(0);
    for (const auto &type : domain::documentTypes())
        form.columns[0].choices << type.name;
    form.columns[1].choices = QStringList{QStringLiteral("2026-07"), QStringLiteral("2026-08")};
    form.columns[2].text = true;
    ASSERT_TRUE(office::writeSheet(path, form, job));
    const auto xml = worksheet();
    const auto count = QByteArray::number(domain::documentTypes().size());
    EXPECT_TRUE(xml.contains("sqref=\"A2:A1048576\"><formula1>'选项'!$A$1:$A$" + count + "</formula1>")) << xml.constData();
    EXPECT_TRUE(xml.contains("sqref=\"B2:B1048576\"><formula1>'选项'!$B$1:$B$2</formula1>"));
    EXPECT_EQ(xml.count("style=\"3\""), 3);
    EXPECT_TRUE(zipPart(path, "xl/workbook.xml").contains("<sheet name=\"选项\" sheetId=\"2\" state=\"hidden\""));
    const auto choices = zipPart(path, "xl/worksheets/sheet2.xml");
    EXPECT_TRUE(choices.contains("<c r=\"A1\" t=\"inlineStr\"><is><t>居民身份证</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>2026-07</t>"));
    EXPECT_EQ(choices.count("<row "), domain::documentTypes().size());
    EXPECT_EQ(workbookRows(path).size(), 1);
}

TEST_F(SheetFile, ManyWindowsBecomeOneBook)
{
    ASSERT_EQ(office::writeSheet(path, sheet(4321), job).value(), 4321);
    const auto rows = workbookRows(path);
    ASSERT_EQ(rows.size(), 4322);
    EXPECT_EQ(rows.last().at(2), QStringLiteral("4320"));
}

TEST_F(SheetFile, StoppedOrFailedLeavesTheOldFileAndNothingElse)
{
    ASSERT_TRUE(office::writeSheet(path, sheet(1), job));
    base::Job stopped;
    stopped.cancel();
    EXPECT_EQ(office::writeSheet(path, sheet(5), stopped).error().kind, base::Error::Kind::Cancelled);
    auto broken = sheet(5);
    broken.rows = [](qint64, qint64) -> base::Result<std::vector<SheetRow>> { return base::validation(QStringLiteral("no")); };
    EXPECT_EQ(office::writeSheet(path, broken, job).error().code, QStringLiteral("no"));
    EXPECT_EQ(workbookRows(path).size(), 2);
    EXPECT_TRUE(leftovers().isEmpty());
}

TEST_F(SheetFile, OneThatIsStoppedInTheMiddleStopsAtOnceAndLeavesNothing)
{
    auto endless = sheet(1'000'000);
    const auto rows = endless.rows;
    int windows = 0;
    QStringList seen;
    endless.rows = [&](qint64 offset, qint64 limit) {
        seen = filesIn(folder.path());
        if (++windows == 3)
            job.cancel();
        return rows(offset, limit);
    };
    EXPECT_EQ(office::writeSheet(path, endless, job).error().kind, base::Error::Kind::Cancelled);
    EXPECT_EQ(windows, 3);
    EXPECT_TRUE(seen.isEmpty());  // the draft grows elsewhere
    EXPECT_TRUE(leftovers().isEmpty());
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(SheetFile, MemoryDoesNotGrowWithTheRows)
{
    const int many = kSanitized ? 20'000 : 200'000;
    ASSERT_TRUE(office::writeSheet(path, sheet(4000), job));
    resetPeak();
    const auto before = residentKb("VmHWM");
    EXPECT_EQ(office::writeSheet(path, sheet(many), job).value(), many);
    const auto grown = residentKb("VmHWM") - before;
    EXPECT_TRUE(kSanitized || grown < 8'000) << grown;
}

TEST_F(SheetFile, WhatAKilledRunLeftIsSweptAtTheNextStart)
{
    QFile left(QDir(drafts).filePath(QStringLiteral("shebao-AbCdEf")));
    ASSERT_TRUE(left.open(QIODevice::WriteOnly));
    left.write("140105190001010015");
    left.close();
    const office::Scratch next(drafts);
    EXPECT_TRUE(filesIn(drafts).isEmpty());
    const auto draft = office::Scratch::file();
    ASSERT_TRUE(draft);
    EXPECT_TRUE(draft->fileName().startsWith(drafts));
}

TEST_F(SheetFile, MoreThanAWorksheetHoldsIsRefused)
{
    EXPECT_EQ(office::writeSheet(path, sheet(1'048'576), job).error().code, QStringLiteral("office.too-many-rows"));
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(SheetFile, AFolderThatIsNotThereIsAnError)
{
    EXPECT_EQ(office::writeSheet(folder.filePath(QStringLiteral("no/such/book.xlsx")), sheet(1), job).error().code,
              QStringLiteral("office.write"));
}

TEST_F(SheetFile, BandsStandAboveTheTitlesAndNotesInASheetOfTheirOwn)
{
    auto book = sheet(2);
    book.bands = {{{0, 2, QStringLiteral("年度申报")}}, {{0, 0, QStringLiteral("识别号")}, {1, 2, QStringLiteral("X")}}};
    book.columns[0].choices = QStringList{QStringLiteral("甲"), QStringLiteral("乙")};
    book.notes = QStringList{QStringLiteral("先填姓名"), QStringLiteral("再填工资")};
    ASSERT_EQ(office::writeSheet(path, book, job).value(), 2);
    const auto rows = workbookRows(path);
    ASSERT_EQ(rows.size(), 5);
    EXPECT_EQ(rows[0][0], QStringLiteral("年度申报"));
    EXPECT_EQ(rows[1][1], QStringLiteral("X"));
    EXPECT_EQ(rows[2][0], QStringLiteral("证件号码"));
    EXPECT_EQ(rows[3][0], QStringLiteral("91140100MA00000000"));
    const auto xml = worksheet();
    EXPECT_TRUE(xml.contains("ySplit=\"3\" topLeftCell=\"A4\"")) << xml.left(400).toStdString();
    EXPECT_TRUE(xml.contains("<mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B2:C2\"/>"));
    EXPECT_TRUE(xml.contains("<autoFilter ref=\"A3:C5\"/>"));
    EXPECT_TRUE(xml.contains("sqref=\"A4:A1048576\""));
    EXPECT_TRUE(zipPart(path, "xl/worksheets/sheet3.xml").contains("再填工资"));
    EXPECT_TRUE(zipPart(path, "xl/workbook.xml").contains("填表说明"));
}

}  // namespace
