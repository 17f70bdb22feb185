// Reading spreadsheets: what well-meaning programs write, and what nobody writes by accident.

#include "office/workbook.h"

#include "office/gb18030.h"
#include "office/sheet.h"
#include "support/cells.h"
#include "support/print.h"
#include "support/memory.h"
#include "support/open_book.h"
#include "support/zip_maker.h"

#include <QFile>
#include <QTemporaryDir>

namespace {

class WorkbookTest : public testing::Test {
protected:
    QString file(const char *name, const QByteArray &content = {})
    {
        const QString path = folder.filePath(QString::fromUtf8(name));
        if (!content.isEmpty()) {
            QFile out(path);
            EXPECT_TRUE(out.open(QIODevice::WriteOnly));
            out.write(content);
        }
        return path;
    }
    QString zipped(const ZipEntries &entries)
    {
        const QString path = file("book.xlsx");
        makeZip(path, entries);
        return path;
    }
    /// `1: 张三|[3000]` a row.
    QStringList rowsOf(const QString &path, int sheet = 0)
    {
        QStringList lines;
        auto book = tests::openBook(path, limits);
        if (!book)
            return {book.error().code + QLatin1Char(' ') + book.error().detail};
        const auto read = (*book)->read(
            sheet,
            [&](qint64 row, const office::CellRow &cells) {
                QStringList texts;
                for (const auto &cell : cells)
                    texts << shown(cell);
                lines << QStringLiteral("%1: %2").arg(row).arg(texts.join(QLatin1Char('|')));
                return true;
            },
            job);
        if (!read)
            lines << read.error().code + QLatin1Char(' ') + read.error().detail;
        return lines;
    }
    QString errorOf(const QString &path) { return rowsOf(path).last().section(QLatin1Char(' '), 0, 0); }

    QTemporaryDir folder;
    office::ReadLimits limits;
    base::Job job;
};

TEST_F(WorkbookTest, ReadsEveryKindOfCell)
{
    const auto path = zipped(bookOf(
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"C2\"><v>3000.5</v></c><c r=\"D2\" s=\"1\"><v>43647</v></c>"
        "<c r=\"E2\" t=\"inlineStr\"><is><t> 张</t><rPh><t>zhang</t></rPh><r><t>三 </t></r></is></c>"
        "<c r=\"F2\" t=\"str\"><f>A1</f><v>算好的</v></c><c r=\"G2\"><f>B1*2</f></c><c r=\"H2\" t=\"e\"><v>#REF!</v></c>"
        "<c r=\"I2\" t=\"b\"><v>1</v></c><c r=\"J2\" s=\"2\"><v>43647.5</v></c></row>",
        "<si><t>零</t></si><si><r><t>李</t></r><r><t>四</t></r></si>",
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts>"
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>"));
    EXPECT_EQ(rowsOf(path), QStringList(QStringLiteral("2: 李四||[3000.5]|{2019-07-01}|张三|算好的|!|!#REF!|TRUE|{2019-07-01}")));
}

TEST_F(WorkbookTest, CellsWithoutReferencesFollowEachOther)
{
    EXPECT_EQ(rowsOf(zipped(bookOf("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"))),
              (QStringList{QStringLiteral("1: [1]||[3]"), QStringLiteral("3: [4]")}));
}

TEST_F(WorkbookTest, PrefixedNamesAreTheSameNames)
{
    auto entries = bookOf({});
    entries[3].second = "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row>"
                        "</x:sheetData></x:worksheet>";
    EXPECT_EQ(rowsOf(zipped(entries)), QStringList(QStringLiteral("1: [7]")));
}

TEST_F(WorkbookTest, TheDaysOf1904AreCountedFromThere)
{
    const auto path = zipped(bookOf("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>42185</v></c></row>", {},
                                    "<cellXfs><xf numFmtId=\"14\"/></cellXfs>", "<workbookPr date1904=\"1\"/>"));
    EXPECT_EQ(rowsOf(path), QStringList(QStringLiteral("1: {2019-07-01}")));
}

TEST_F(WorkbookTest, NumbersAreWhatTheirOwnerSees)
{
    const auto path = zipped(bookOf("<row r=\"1\"><c><v>3000.0999999999999</v></c><c><v>3.0E3</v></c><c><v>201907</v></c>"
                                    "<c><v>1.4010519000101E+17</v></c><c><v>-0.01</v></c></row>"));
    EXPECT_EQ(rowsOf(path), QStringList(QStringLiteral("1: [3000.1]|[3000]|[201907]|[140105190001010000]|[-0.01]")));
}

TEST_F(WorkbookTest, ReadsWhatWeWrite)
{
    office::Sheet sheet;
    sheet.name = QStringLiteral("缴费工资");
    sheet.columns = {{QStringLiteral("姓名"), 10}, {QStringLiteral("缴费工资"), 10}};
    sheet.total = 2;
    sheet.rows = [](qint64 offset, qint64) -> base::Result<std::vector<office::SheetRow>> {
        if (offset > 0)
            return std::vector<office::SheetRow>();
        return std::vector<office::SheetRow>{{QStringLiteral("𠅤龙"), domain::Money::fromFen(300'050)},
                                             {QStringLiteral("=1+1"), domain::Money::fromFen(1)}};
    };
    const auto path = file("ours.xlsx");
    ASSERT_TRUE(office::writeSheet(path, sheet, job));
    EXPECT_EQ(rowsOf(path), (QStringList{QStringLiteral("1: 姓名|缴费工资"), QStringLiteral("2: 𠅤龙|[3000.5]"),
                                         QStringLiteral("3: =1+1|[0.01]")}));
}

struct Broken {
    const char *name;
    ZipEntries entries;
    const char *code;
};

TEST_F(WorkbookTest, BrokenOnesAreRefused)
{
    auto withDtd = bookOf({});
    withDtd[3].second = "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>";
    auto noXml = bookOf({});
    noXml[3].second = "<worksheet><sheetData><row></sheetData>";
    auto noSheet = bookOf({});
    noSheet.remove(3);
    auto outside = bookOf({});
    outside[2].second.replace("worksheets/sheet1.xml", "../../../../etc/passwd");
    const Broken cases[] = {
        {"DTD", withDtd, "read.dtd"},
        {"not XML", noXml, "read.damaged"},
        {"no sheet", noSheet, "read.damaged"},
        {"outside", outside, "read.damaged"},
        {"negative row", bookOf("<row r=\"-5\"><c><v>1</v></c></row>"), "read.damaged"},
        {"row zero", bookOf("<row r=\"0\"><c><v>1</v></c></row>"), "read.damaged"},
        {"row beyond", bookOf("<row r=\"1048577\"><c><v>1</v></c></row>"), "read.damaged"},
        {"column beyond", bookOf("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), "read.damaged"},
        {"column without letters", bookOf("<row r=\"1\"><c r=\"11\"><v>1</v></c></row>"), "read.damaged"},
        {"string number", bookOf("<row r=\"1\"><c t=\"s\"><v>5</v></c></row>", "<si><t>a</t></si>"), "read.damaged"},
        {"no number", bookOf("<row r=\"1\"><c><v>x</v></c></row>"), "read.damaged"},
    };
    for (const auto &one : cases)
        EXPECT_EQ(errorOf(zipped(one.entries)), QString::fromLatin1(one.code)) << one.name;
}

TEST_F(WorkbookTest, ABombIsStoppedByWhatComesOut)
{
    auto bomb = bookOf({});
    bomb[3].second = "<worksheet><sheetData>" + QByteArray(200 << 20, ' ') + "</sheetData></worksheet>";
    const auto path = zipped(bomb);
    const auto begun = processorSeconds();
    EXPECT_EQ(errorOf(path), QStringLiteral("read.too-large"));
    EXPECT_LE(processorSeconds() - begun, mostHostileSeconds());
}

TEST_F(WorkbookTest, CapsHold)
{
    limits.sharedStrings = 2;
    EXPECT_EQ(errorOf(zipped(bookOf("<row><c t=\"s\"><v>0</v></c></row>", "<si/><si/><si/>"))), QStringLiteral("read.too-large"));
    limits = {};
    limits.cells = 2;
    EXPECT_EQ(errorOf(zipped(bookOf("<row><c/><c/><c/></row>"))), QStringLiteral("read.too-large"));
    limits = {};
    limits.entries = 3;
    EXPECT_EQ(errorOf(zipped(bookOf({}))), QStringLiteral("read.too-large"));
    limits = {};
    EXPECT_EQ(errorOf(zipped(bookOf("<row><c t=\"str\"><v>" + QByteArray(200'000, 'x') + "</v></c></row>"))),
              QStringLiteral("read.too-large"));
}

TEST_F(WorkbookTest, TextIsCappedInEveryFormat)
{
    const QByteArray named("<row><c t=\"s\"><v>0</v></c></row>");
    const auto xlsx = zipped(bookOf(named + named + named, "<si><t>12345678</t></si>"));
    const auto csv = file("text.csv", "12345678\n12345678\n12345678\n");
    const auto xls = QStringLiteral(SHEBAO_TESTS "/office/data/biff8.xls");
    limits.rowTextBytes = 8;
    limits.textBytes = 24;
    EXPECT_EQ(rowsOf(xlsx).size(), 3);
    EXPECT_EQ(rowsOf(csv).size(), 3);
    limits.textBytes = 23;
    for (const auto &path : {xlsx, csv, xls})
        EXPECT_EQ(errorOf(path), QStringLiteral("read.too-large")) << path.toStdString();
    limits = {};
    limits.rowTextBytes = 7;
    for (const auto &path : {xlsx, csv, xls})
        EXPECT_EQ(errorOf(path), QStringLiteral("read.too-large")) << path.toStdString();
    limits = {};
    limits.textLength = 1;
    for (const auto &path : {xlsx, csv, xls})
        EXPECT_EQ(errorOf(path), QStringLiteral("read.too-large")) << path.toStdString();
}

/// A thousand sheets may stand in the same place.
TEST_F(WorkbookTest, ASheetOfAnXlsIsNotReadForever)
{
    limits.packageBytes = 600;
    auto book = tests::openBook(QStringLiteral(SHEBAO_TESTS "/office/data/biff8.xls"), limits);
    ASSERT_TRUE(book);
    const auto nothing = [](qint64, const office::CellRow &) { return false; };
    EXPECT_TRUE((*book)->read(1, nothing, job));
    for (int times = 0; times < 20; ++times)
        (void)(*book)->read(1, nothing, job);
    EXPECT_EQ((*book)->read(1, nothing, job).error().code, QStringLiteral("read.too-large"));
}

TEST_F(WorkbookTest, WhatItIsItsContentsSay)
{
    EXPECT_EQ(errorOf(file("none.xlsx")), QStringLiteral("read.open"));
    QFile empty(file("empty.xlsx"));
    ASSERT_TRUE(empty.open(QIODevice::WriteOnly));
    empty.close();
    EXPECT_EQ(errorOf(empty.fileName()), QStringLiteral("read.empty"));
    EXPECT_EQ(errorOf(file("half.xlsx", QByteArray("PK\x03\x04", 4) + QByteArray(100, 'x'))), QStringLiteral("read.damaged"));
    EXPECT_EQ(errorOf(file("binary.csv", QByteArray("a\0b\1c", 5))), QStringLiteral("read.unknown"));
    const QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    EXPECT_EQ(errorOf(file("broken.xls", compound + QByteArray(4096, '\x7f'))).left(5), QStringLiteral("read."));
    // A csv file that calls itself a workbook is read as what it is.
    EXPECT_EQ(rowsOf(file("wrong.xlsx", "a,b\n1,2\n")), (QStringList{QStringLiteral("1: a|b"), QStringLiteral("2: 1|2")}));
}

TEST_F(WorkbookTest, CsvInEveryEncoding)
{
    const QString text = QStringLiteral("姓名,缴费工资\r\n\"阿卜杜·买买提\",\"3,000.00\"\r\n\r\n\"他说\"\"好\"\"\n再见\",1\r\n");
    const QStringList expected{QStringLiteral("1: 姓名|缴费工资"), QStringLiteral("2: 阿卜杜·买买提|3,000.00"),
                               QStringLiteral("4: 他说\"好\"\n再见|1")};
    EXPECT_EQ(rowsOf(file("plain.csv", text.toUtf8())), expected);
    EXPECT_EQ(rowsOf(file("bom.csv", "\xEF\xBB\xBF" + text.toUtf8())), expected);
    QByteArray wide("\xFF\xFE", 2);
    wide.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    EXPECT_EQ(rowsOf(file("wide.csv", wide)), expected);
    EXPECT_EQ(rowsOf(file("gb.csv", QByteArray("\xD0\xD5\xC3\xFB,\xB9\xA4\xD7\xCA\n\x95\x32\xA6\x32\xFE\x9F,1\n"))),
              (QStringList{QStringLiteral("1: 姓名|工资"), QStringLiteral("2: 𠅤䶮|1")}));
    EXPECT_EQ(rowsOf(file("tabs.csv", "a\tb, c\n1\t2\n")), (QStringList{QStringLiteral("1: a|b, c"), QStringLiteral("2: 1|2")}));
}

TEST_F(WorkbookTest, ReadsBiff8)
{
    // Written by python3-xlwt.
    const auto path = QStringLiteral(SHEBAO_TESTS "/office/data/biff8.xls");
    EXPECT_EQ(rowsOf(path), (QStringList{QStringLiteral("1: 姓名|证件号码|缴费工资|生效年月"),
                                         QStringLiteral("2: 阿卜杜·买买提|140105190001010015|[3000.5]|{2026-11-01}"),
                                         QStringLiteral("4: 𠅤龙||[0]")}));
    const auto book = tests::openBook(path);
    ASSERT_TRUE(book);
    EXPECT_EQ((*book)->sheets().at(1).name, QStringLiteral("说明"));
}

TEST_F(WorkbookTest, OpeningIsCancelledToo)
{
    job.cancel();
    const auto book = office::openWorkbook(QStringLiteral(SHEBAO_TESTS "/office/fixtures/opx-plain.xlsx"), job);
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().kind, base::Error::Kind::Cancelled);
}

TEST_F(WorkbookTest, SomebodyWhoStopsGetsNothingMore)
{
    auto book = tests::openBook(file("a.csv", "1\n2\n3\n"));
    ASSERT_TRUE(book);
    int rows = 0;
    ASSERT_TRUE((*book)->read(0, [&](qint64, const office::CellRow &) { return ++rows < 2; }, job));
    EXPECT_EQ(rows, 2);
    job.cancel();
    EXPECT_EQ((*book)->read(0, [](qint64, const office::CellRow &) { return true; }, job).error().kind,
              base::Error::Kind::Cancelled);
}

TEST(Gb18030, KnowsTheRareNamesOfTheField)
{
    const QPair<QByteArray, char32_t> cases[] = {{QByteArray("\x82\x30\xB7\x31"), 0x36C3}, {QByteArray("\xFE\x9F"), 0x4DAE},
                                                 {QByteArray("\x82\x32\x8D\x37"), 0x3F06}, {QByteArray("\x95\x32\xA6\x32"), 0x20164},
                                                 {QByteArray("\xA1\xA4"), 0xB7}};
    for (const auto &[bytes, code] : cases)
        EXPECT_EQ(office::fromGb18030(bytes).value_or(QString()), QString::fromUcs4(&code, 1)) << bytes.toHex().constData();
    for (const char *wrong : {"\xFF", "\x81", "\x81\x20", "\x81\x30\x81", "\x81\x30\x81\x20", "\xE3\x32\x9A\x36"})
        EXPECT_FALSE(office::fromGb18030(wrong)) << QByteArray(wrong).toHex().constData();
}

}  // namespace
