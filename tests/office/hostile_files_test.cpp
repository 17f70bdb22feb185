// What nobody writes by accident costs little.

#include "office/outcome.h"
#include "support/zip_maker.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <random>

namespace {

using tests::cheapOutcomeOf;

// Sectors of containerOf().
constexpr int kSector = 512;
constexpr quint32 kTable = 0;
constexpr quint32 kDirectory = 1;
constexpr quint32 kSmallTable = 2;
constexpr quint32 kSmallStream = 3;
constexpr quint32 kMoreTables = 4;
constexpr quint32 kStream = 5;
constexpr quint32 kEnd = 0xFFFFFFFE;

void putNumber(QByteArray &bytes, qsizetype at, quint32 number)
{
    qToLittleEndian(number, bytes.data() + at);
}

/// A container of six sectors with a stream "Workbook" of `size` bytes, which is small when that is less than `smallBelow`; the
/// sector after its first is its first. All of its `tables` are the same sector.
QByteArray containerOf(quint32 size, quint32 smallBelow, quint32 tables = 1)
{
    QByteArray bytes(kSector * 7, '\0');
    const auto put = [&](quint32 sector, int at, quint32 number) { putNumber(bytes, kSector * (1 + qsizetype(sector)) + at, number); };
    const auto putEntry = [&](int at, const QString &name, quint32 type, quint32 first, quint32 bytesOfIt) {
        for (int i = 0; i < name.size(); ++i)
            put(kDirectory, at + i * 2, name[i].unicode());
        put(kDirectory, at + 64, quint32(name.size() * 2 + 2) | type << 16);
        put(kDirectory, at + 68, 0xFFFFFFFF);
        put(kDirectory, at + 72, 0xFFFFFFFF);
        put(kDirectory, at + 76, 1);
        put(kDirectory, at + 116, first);
        put(kDirectory, at + 120, bytesOfIt);
    };
    bytes.replace(0, 8, QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
    const std::pair<int, quint32> head[] = {{30, 9 | 6 << 16}, {44, tables},      {48, kDirectory},
                                            {56, smallBelow},  {60, kSmallTable}, {68, kMoreTables}};
    for (const auto &[at, number] : head)
        putNumber(bytes, at, number);
    for (int at = 0; at < 109; ++at)
        putNumber(bytes, 76 + at * 4, kTable);
    for (const quint32 sector : {kTable, kDirectory, kSmallTable, kSmallStream, kMoreTables, kStream})
        put(kTable, int(sector) * 4, kEnd);
    for (int at = 0; at < 127; ++at)
        put(kMoreTables, at * 4, kTable);
    put(kMoreTables, 127 * 4, kMoreTables);
    putEntry(0, QStringLiteral("Root Entry"), 5, kSmallStream, kSector);
    putEntry(128, QStringLiteral("Workbook"), 2, size < smallBelow ? 0 : kStream, size);
    return bytes;
}

/// Too large to be kept: made here. Level 1 and little repetition, so that it is not the ratio that stops them.
class HostileFiles : public testing::Test {
protected:
    QString zipped(const ZipEntries &entries)
    {
        const QString path = folder.filePath(QStringLiteral("book.xlsx"));
        makeZip(path, entries, 1);
        return path;
    }
    QString file(const char *name, const QByteArray &content)
    {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile out(path);
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        EXPECT_EQ(out.write(content), content.size());
        return path;
    }
    static QByteArray repeated(int count, const std::function<QByteArray(int)> &one)
    {
        QByteArray all;
        for (int at = 0; at < count; ++at)
            all += one(at);
        return all;
    }
    /// A book one part of which is this.
    static ZipEntries withPart(const QByteArray &name, const QByteArray &content)
    {
        auto entries = bookOf(header(), {}, "<a/>");
        for (auto &[part, text] : entries) {
            if (part == name)
                text = content;
        }
        return entries;
    }
    static QByteArray header()
    {
        return "<row><c t=\"str\"><v>姓名</v></c><c t=\"str\"><v>证件号码</v></c><c t=\"str\"><v>缴费工资</v></c></row>";
    }
    /// Letters in no order.
    static QByteArray noise(qsizetype size)
    {
        std::mt19937 random(7);
        QByteArray letters(size, Qt::Uninitialized);
        for (auto &letter : letters)
            letter = char('a' + random() % 26);
        return letters;
    }

    QTemporaryDir folder;
};

TEST_F(HostileFiles, ABombOfBlanks)
{
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(QByteArray(200 << 20, ' ')))), QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, FiveMillionSharedStrings)
{
    const auto strings = repeated(5'000'000, [](int at) { return "<si><t>" + QByteArray::number(at) + "</t></si>"; });
    const auto row = header() + "<row><c t=\"s\"><v>4999999</v></c><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>";
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(row, strings))), QStringLiteral("工资@1 1 | 2:4999999,0,[1],"));
}

TEST_F(HostileFiles, SharedStringsWithoutEnd)
{
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header(), "<si><t>" + noise(97 << 20) + "</t></si>"))), QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, ManySharedStringsThatAreLong)
{
    const auto text = noise(32'000);
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header(), repeated(3'300, [&](int at) {
                  return "<si><t>" + QByteArray::number(at) + text + "</t></si>";
              })))),
              QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, OneSharedStringThatIsLong)
{
    const auto row = header() + QByteArray("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>").repeated(5);
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(row, "<si><t>" + noise(90 << 20) + "</t></si>"))), QStringLiteral("read.too-large"));
}

/// A book of 200 kB whose cells are gigabytes.
TEST_F(HostileFiles, ALongTextThatEveryCellNames)
{
    const QByteArray cell("<c t=\"s\"><v>0</v></c>");
    const auto text = "<si><t>" + noise(32'767) + "</t></si>";
    const auto rows = repeated(20'000, [&](int at) { return "<row>" + cell.repeated(4) + "<c><v>" + QByteArray::number(at) + "</v></c></row>"; });
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header() + rows, text))), QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header() + "<row>" + cell.repeated(16'384) + "</row>", text))), QStringLiteral("read.too-large"));
}

/// As much as is let through, of the texts that take longest.
TEST_F(HostileFiles, AllTheTextThatIsAllowed)
{
    const QByteArray cell("<c t=\"s\"><v>0</v></c>");
    const QByteArray characters = QStringLiteral("缴").toUtf8().repeated(32'767);
    for (const auto &text : {characters, QByteArray("_x_x_x_").repeated(14'000), QByteArray("_x4E00_").repeated(14'000)}) {
        const auto count = (120 << 20) / text.size() / 4;  // the top is read twice
        const auto rows = repeated(int(count), [&](int) { return "<row>" + cell.repeated(4) + "</row>"; });
        const auto outcome = cheapOutcomeOf(zipped(bookOf(header() + rows, "<si><t>" + text + "</t></si>")));
        EXPECT_TRUE(outcome.startsWith(QStringLiteral("工资@1 %1 |").arg(count))) << outcome.left(100).toStdString();
    }
}

TEST_F(HostileFiles, ARowOfLongTexts)
{
    const auto text = noise(20'000);
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header() + "<row>" + repeated(8'000, [&](int at) {
                  return "<c t=\"str\"><v>" + QByteArray::number(at) + text + "</v></c>";
              }) + "</row>"))),
              QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(file("row.csv", (noise(16'400) + ',').repeated(3'800))), QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, FarCellsInEveryRow)
{
    const auto rows = repeated(1'000'000, [](int) { return QByteArray("<row><c r=\"XFD1\"><v>1</v></c></row>"); });
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header() + rows))), QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, MoreCellsThanAnybodyHas)
{
    const auto rows = repeated(700'000, [](int at) {
        return "<row>" + QByteArray("<c><v>" + QByteArray::number(at) + "</v></c>").repeated(10) + "</row>";
    });
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header() + rows))), QStringLiteral("read.too-large"));
}

/// Sheets, relations, formats and styles: nobody has a thousandth of them.
TEST_F(HostileFiles, AListInABookWithoutEnd)
{
    const auto many = [](const char *element) {
        return repeated(5'000'000, [&](int at) { return "<" + QByteArray(element) + "=\"" + QByteArray::number(at) + "\"/>"; });
    };
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header(), {}, {}, many("sheet name")))), QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header(), {}, many("numFmt numFmtId")))), QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header(), {}, "<cellXfs>" + many("xf numFmtId") + "</cellXfs>"))),
              QStringLiteral("read.too-large"));
    for (const char *part : {"_rels/.rels", "xl/_rels/workbook.xml.rels"})
        EXPECT_EQ(cheapOutcomeOf(zipped(withPart(part, "<Relationships>" + many("Relationship Id")))), QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, ANameInABookWithoutEnd)
{
    const auto longNames = [](const char *element, const char *rest) {
        return repeated(90, [&](int at) {
            return "<" + QByteArray(element) + "=\"" + QByteArray::number(at) + noise(1'000'000) + "\"" + rest + "/>";
        });
    };
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(header(), {}, {}, longNames("sheet name", "")))), QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(zipped(withPart("_rels/.rels", "<Relationships>" + longNames("Relationship Id", " Target=\"a\"")))),
              QStringLiteral("read.too-large"));
}

/// Elements that mean nothing take time all the same.
TEST_F(HostileFiles, ElementsWithoutEnd)
{
    const auto elements = QByteArray("<a/><b/><cd/>").repeated(18'000'000);
    for (const char *part : {"xl/styles.xml", "xl/worksheets/sheet1.xml"})
        EXPECT_EQ(cheapOutcomeOf(zipped(withPart(part, "<a>" + elements))), QStringLiteral("read.too-large")) << part;
}

/// The parser remembers each name it has met.
TEST_F(HostileFiles, NamesOfElementsAndAttributesWithoutEnd)
{
    for (const char *rest : {"/>", "=\"\"/>"}) {
        const auto elements = repeated(10'000'000, [&](int at) { return (*rest == '/' ? "<a" : "<a b") + QByteArray::number(at) + rest; });
        EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(elements))), QStringLiteral("read.too-large")) << rest;
    }
}

TEST_F(HostileFiles, ElementsInElementsInElements)
{
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(repeated(3'000'000, [](int at) { return "<a" + QByteArray::number(at) + ">"; })))),
              QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, ATagWithoutEnd)
{
    for (const auto &start : {QByteArray("<row a=\""), QByteArray("<!--"), QByteArray("<")})
        EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(start + noise(4 << 20)))), QStringLiteral("read.too-large")) << start.constData();
}

TEST_F(HostileFiles, TitlesWithoutEnd)
{
    const auto titles = repeated(16'000, [](int at) { return "<c t=\"str\"><v>新 缴 费 工 资（元）" + QByteArray::number(at) + "</v></c>"; });
    EXPECT_EQ(cheapOutcomeOf(zipped(bookOf(QByteArray("<row>" + titles + "</row>").repeated(63)))), QStringLiteral("no-table"));
}

TEST_F(HostileFiles, ACsvOfOneLine)
{
    EXPECT_EQ(cheapOutcomeOf(file("a.csv", noise(63 << 20))), QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(file("b.csv", QByteArray(63 << 20, ','))), QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(file("c.csv", "a,\"" + QByteArray(63 << 20, '\n'))), QStringLiteral("read.too-large"));
    EXPECT_EQ(cheapOutcomeOf(file("d.csv", QByteArray(63 << 20, '\n'))), QStringLiteral("read.too-large"));
}

TEST_F(HostileFiles, ALongCsvIsReadInBlocks)
{
    const auto rows = repeated(1'040'000, [](int at) { return "甲" + QByteArray::number(at) + ",140105190001010015,3000,2026-07\n"; });
    ASSERT_GT(rows.size(), 40 << 20);
    EXPECT_EQ(cheapOutcomeOf(file("long.csv", "姓名,证件号码,缴费工资,生效年月\n" + rows)),
              QStringLiteral("@1 1040000 | 2:甲0,140105190001010015,3000,2026-07 | 3:甲1,140105190001010015,3000,2026-07 | "
                             "4:甲2,140105190001010015,3000,2026-07"));
}

TEST_F(HostileFiles, ASmallContainerThatClaimsFourGigabytes)
{
    EXPECT_EQ(cheapOutcomeOf(file("claim.xls", containerOf(0xFFFFFFF0, 0xFFFFFFFF))), QStringLiteral("read.damaged"));
    EXPECT_EQ(cheapOutcomeOf(file("claim.xls", containerOf(0xFFFFFFF0, 4096))), QStringLiteral("read.damaged"));
    EXPECT_EQ(cheapOutcomeOf(file("ring.xls", containerOf(4095, 4096))), QStringLiteral("read.damaged"));
}

/// The table of sectors says how long a chain may be; here it names one sector for each that the file has.
TEST_F(HostileFiles, AContainerWhoseChainsAreRings)
{
    const quint32 tables = (63 << 20) / kSector;
    for (const quint32 ring : {kDirectory, kSmallStream, kSmallTable, kStream}) {
        auto container = containerOf(ring == kStream ? 0xFFFFFFF0 : 4095, 4096, tables);
        putNumber(container, kSector * (1 + kTable) + 4 * ring, ring);
        container.resize(63 << 20);
        EXPECT_EQ(cheapOutcomeOf(file("ring.xls", container)), QStringLiteral("read.damaged")) << ring;
    }
}

TEST_F(HostileFiles, MoreBytesThanAFileMayHave)
{
    QFile large(folder.filePath(QStringLiteral("large.xlsx")));
    ASSERT_TRUE(large.open(QIODevice::WriteOnly));
    ASSERT_TRUE(large.resize(65LL << 20));
    EXPECT_EQ(cheapOutcomeOf(large.fileName()), QStringLiteral("read.too-large"));
}

}  // namespace
