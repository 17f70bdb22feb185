// A workbook of wages becomes draft lines, or a reason for each row that does not (W4, W10).

#include "base/sqlite.h"
#include "service/export.h"
#include "service/practice.h"
#include "support/workbook.h"

#include <QFile>

namespace {

using domain::Money;
using domain::Month;
using service::ImportMode;
using tests::kDaily;
using tests::kTaxNumber;
using tests::kUnit;

class WageImportTest : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        const auto entries = *client->staff().window(kUnit, normal, store::StaffOrder::PersonNumber, false, 0, 20);
        for (const auto &entry : entries) {
            if (std::count_if(entries.begin(), entries.end(), [&](const auto &other) { return other.personNumber == entry.personNumber; }) == 1)
                people.push_back(entry);  // who stands under two 单位编号 is another test's
        }
        ASSERT_GE(people.size(), 4u);
    }

    QString csv(const QString &text, const char *name = "wages.csv")
    {
        const QString path = folder.filePath(QString::fromUtf8(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return path;
    }
    /// A row of the usual columns: 姓名,证件类型,证件号码,新缴费工资,生效年月.
    QString row(size_t who, const char *wage, const char *month = "") const
    {
        return QStringLiteral("%1,%2,%3,\"%4\",%5\n")
            .arg(people[who].name, domainType(who), people[who].documentNumber, QString::fromUtf8(wage), QString::fromUtf8(month));
    }
    QString domainType(size_t who) const { return people[who].documentType; }
    static QString head() { return QStringLiteral("姓名,证件类型,证件号码,新缴费工资,生效年月\n"); }

    static std::optional<Money> newWage(const service::WageImport::Line &line) { return line.wages.constFirst().newWage; }

    service::WageImport read(const QString &path)
    {
        auto import = client->wages().importer().read(kUnit, target(), path, job);
        EXPECT_TRUE(import) << import.error().code.toStdString();
        return import ? *import : service::WageImport();
    }
    /// The only reason of a file with one row.
    QString reasonOf(const QString &row)
    {
        const auto import = read(csv(head() + row));
        return import.rejected.size() == 1 && import.lines.empty() ? import.rejected.front().code : QStringLiteral("taken");
    }
    service::WageTarget target(const domain::WageForm &form = kDaily)
    {
        const auto profile = client->units().profile(kUnit);
        return {form, profile->pack.wage, Month::of(client->clock().today()), domain::wageInsurances(profile->unit)};
    }
    QVector<domain::WageDraftLine> draft() { return *client->wages().draft(kUnit, kDaily); }

    std::vector<domain::Staff> people;
};

TEST_F(WageImportTest, FindsTheTableBelowItsTitles)
{
    const auto month = Month::of(client->clock().today());
    const auto written = [&month](const char *how) { return QString::asprintf(how, month.year(), month.month()).toUtf8(); };
    const auto import = read(csv(QStringLiteral("某某公司二〇二六年工资表\n,,制表：财务部\n") + head().replace(QLatin1String("新缴费工资"), QLatin1String("* 新缴费工资（元）"))
                                 + row(0, "5000.50", written("%d年%d月").constData())
                                 + row(1, "６，０００", written("%d%02d").constData()) + QStringLiteral("合计,,,11000.50,\n")));
    EXPECT_EQ(import.table.headerRow, 3);
    EXPECT_TRUE(import.rejected.empty()) << import.rejected.front().code.toStdString();
    ASSERT_EQ(import.lines.size(), 2u);
    EXPECT_EQ(import.lines[0].staffId, people[0].id);
    EXPECT_EQ(newWage(import.lines[0]), Money::fromFen(500'050));
    EXPECT_EQ(import.lines[0].month, month);
    EXPECT_EQ(newWage(import.lines[1]), Money::fromFen(600'000));
    EXPECT_EQ(import.lines[1].row, 5);
}

TEST_F(WageImportTest, EveryRefusalHasItsReason)
{
    EXPECT_EQ(reasonOf(row(0, "5000")), QStringLiteral("taken"));
    EXPECT_EQ(reasonOf(row(0, "")), QStringLiteral("taken"));  // to be filled in the draft
    EXPECT_EQ(reasonOf(row(0, "五千")), QStringLiteral("money.not-a-number"));
    EXPECT_EQ(reasonOf(row(0, "-1")), QStringLiteral("money.negative"));
    EXPECT_EQ(reasonOf(row(0, "1.234")), QStringLiteral("money.too-many-decimals"));
    EXPECT_EQ(reasonOf(row(0, "100000000")), QStringLiteral("money.too-large"));
    EXPECT_EQ(reasonOf(row(0, "5000", "明年")), QStringLiteral("month.not-a-month"));
    EXPECT_EQ(reasonOf(row(0, "5000", "199001")), QStringLiteral("month.too-early"));
    EXPECT_EQ(reasonOf(row(0, "5000", "209001")), QStringLiteral("month.too-late"));
    EXPECT_EQ(reasonOf(QStringLiteral("张三,201,,5000,\n")), QStringLiteral("import.document-missing"));
    EXPECT_EQ(reasonOf(QStringLiteral("张三,201,140105190001010015,5000,\n")), QStringLiteral("import.staff-unknown"));
    for (const char *spoilt : {"1.40105E+17", "1.4e17", "１.40105E+17", "1E+17"})
        EXPECT_EQ(reasonOf(QStringLiteral("张三,201,%1,5000,\n").arg(QString::fromUtf8(spoilt))), QStringLiteral("import.document-as-number"));
    EXPECT_EQ(reasonOf(QStringLiteral("张三,201,140105190001010000,5000,\n")), QStringLiteral("import.document-noughts"));
    for (const char *other : {"E12345678", "1E17", "140105190001010100", "14010519000101000"})  // passports, other numbers
        EXPECT_EQ(reasonOf(QStringLiteral("张三,208,%1,5000,\n").arg(QString::fromUtf8(other))), QStringLiteral("import.staff-unknown"));
    EXPECT_EQ(reasonOf(QStringLiteral("别人,%1,%2,5000,\n").arg(people[0].documentType, people[0].documentNumber)),
              QStringLiteral("import.name-differs"));
    EXPECT_EQ(reasonOf(QStringLiteral("%1,士兵证,%2,5000,\n").arg(people[0].name, people[0].documentNumber)),
              QStringLiteral("import.type-differs"));
}

TEST_F(WageImportTest, SomebodyIsFoundByTheOldNumberAndThatIsSaid)
{
    const QString number = people[0].documentNumber;
    const QString old = number.left(6) + number.mid(8, 9);
    const auto line = [&](const QString &name, const QString &document) { return QStringLiteral("%1,201,%2,5000,\n").arg(name, document); };
    const auto import = read(csv(head() + line(people[0].name, old) + row(1, "6000")));
    ASSERT_EQ(import.lines.size(), 2u);
    EXPECT_EQ(import.lines[0].staffId, people[0].id);
    EXPECT_EQ(import.lines[0].numberNow, number);
    EXPECT_TRUE(import.lines[1].numberNow.isEmpty());
    EXPECT_EQ(reasonOf(line(QStringLiteral("别人"), old)), QStringLiteral("import.name-differs"));
    EXPECT_EQ(reasonOf(line(people[0].name, QStringLiteral("990105000101009"))), QStringLiteral("import.staff-unknown"));
    const auto twice = read(csv(head() + line(people[0].name, old) + row(0, "6000")));
    ASSERT_EQ(twice.rejected.size(), 1u);
    EXPECT_EQ(twice.rejected[0].code, QStringLiteral("import.twice"));
}

TEST_F(WageImportTest, TheSecondRowOfAPersonIsRefused)
{
    const auto import = read(csv(head() + row(0, "5000") + row(1, "1") + row(0, "6000")));
    ASSERT_EQ(import.rejected.size(), 1u);
    EXPECT_EQ(import.rejected[0].code, QStringLiteral("import.twice"));
    EXPECT_EQ(import.rejected[0].row, 4);
    EXPECT_EQ(import.lines.size(), 2u);
}

TEST_F(WageImportTest, AFileWithoutTheColumnsIsNoTable)
{
    const auto import = client->wages().importer().read(kUnit, target(), csv(QStringLiteral("品名,数量\n纸,1\n")), job);
    EXPECT_EQ(import.error().code, QStringLiteral("import.no-table"));
}

TEST_F(WageImportTest, TheUserSaysWhichColumnIsWhat)
{
    const auto path = csv(QStringLiteral("姓名,证件号码,缴费工资,调整后\n%1,%2,1,7000\n").arg(people[0].name, people[0].documentNumber));
    EXPECT_EQ(newWage(read(path).lines.front()), Money::fromFen(100));
    auto columns = read(path).table.columns;
    columns[5] = 3;
    const auto import = client->wages().importer().read(kUnit, target(), path, job, columns);
    EXPECT_EQ(newWage(import->lines.front()), Money::fromFen(700'000));
}

TEST_F(WageImportTest, ReplaceMergeAppend)
{
    auto &wages = client->wages();
    ASSERT_TRUE(wages.add(kUnit, kDaily, people[0].id, tests::wage(1), std::nullopt));
    ASSERT_TRUE(wages.add(kUnit, kDaily, people[3].id, tests::wage(4), std::nullopt));
    const auto import = read(csv(head() + row(0, "100") + row(1, "200")));
    EXPECT_EQ(import.alreadyInDraft, 1);

    auto outcome = wages.importer().apply(kUnit, kDaily, import, ImportMode::Append);
    EXPECT_EQ(outcome->added, 1);
    EXPECT_EQ(outcome->skipped, 1);
    EXPECT_EQ(draft().size(), 3);

    outcome = wages.importer().apply(kUnit, kDaily, import, ImportMode::Merge);
    EXPECT_EQ(outcome->changed, 2);
    ASSERT_EQ(draft().size(), 3);

    outcome = wages.importer().apply(kUnit, kDaily, import, ImportMode::Replace);
    EXPECT_EQ(outcome->added, 2);
    ASSERT_EQ(draft().size(), 2);
    EXPECT_EQ(tests::newWage(draft().first()), Money::fromFen(10'000));
}

/// The wage and the month of a line of the draft: `100 202611`.
QString contents(const domain::WageDraftLine &line)
{
    const auto wage = tests::newWage(line);
    return (wage ? QString::number(wage->fen()) : QStringLiteral("-")) + QLatin1Char(' ')
        + (line.effectiveMonth ? domain::monthText(*line.effectiveMonth) : QStringLiteral("-"));
}

TEST_F(WageImportTest, AnEmptyCellErasesOnlyWhereTheFileReplacesAll)
{
    auto &wages = client->wages();
    const auto month = Month::of(client->clock().today());
    const auto now = QLatin1Char(' ') + domain::monthText(month);
    const auto before = domain::monthText(month - 1);
    const auto typed = [&] {
        for (const auto &line : draft())
            ASSERT_TRUE(wages.remove(kUnit, kDaily, {line.staffId}));
        for (size_t who : {0, 1, 2})
            ASSERT_TRUE(wages.add(kUnit, kDaily, people[who].id, tests::wage(100 + qint64(who)), month));
    };
    const auto all = [&] {
        QStringList lines;
        for (const auto &line : draft())
            lines << contents(line);
        return lines;
    };
    const auto partly = read(csv(head() + row(0, "") + row(1, "5", before.toUtf8().constData()) + row(3, "")));

    typed();
    auto outcome = wages.importer().apply(kUnit, kDaily, partly, ImportMode::Merge);
    EXPECT_EQ(all(), (QStringList{QStringLiteral("100") + now, QStringLiteral("500 ") + before, QStringLiteral("102") + now,
                                  QStringLiteral("- -")}));
    EXPECT_EQ(outcome->keptWages, 1);
    EXPECT_EQ(outcome->keptMonths, 1);

    typed();
    outcome = wages.importer().apply(kUnit, kDaily, partly, ImportMode::Append);
    EXPECT_EQ(all(), (QStringList{QStringLiteral("100") + now, QStringLiteral("101") + now, QStringLiteral("102") + now,
                                  QStringLiteral("- -")}));
    EXPECT_EQ(outcome->keptWages + outcome->keptMonths, 0);

    typed();
    outcome = wages.importer().apply(kUnit, kDaily, partly, ImportMode::Replace);
    EXPECT_EQ(all(), (QStringList{QStringLiteral("- -"), QStringLiteral("500 ") + before, QStringLiteral("- -")}));
    EXPECT_EQ(outcome->keptWages + outcome->keptMonths, 0);
}

TEST_F(WageImportTest, AFileWithoutMonthsLeavesThemWhereItIsMerged)
{
    auto &wages = client->wages();
    const auto month = Month::of(client->clock().today());
    ASSERT_TRUE(wages.add(kUnit, kDaily, people[0].id, tests::wage(1), month));
    const auto import = read(csv(QStringLiteral("姓名,证件号码,新缴费工资\n%1,%2,7\n").arg(people[0].name, people[0].documentNumber)));
    const auto outcome = wages.importer().apply(kUnit, kDaily, import, ImportMode::Merge);
    EXPECT_EQ(contents(draft().first()), QString::asprintf("700 %d-%02d", month.year(), month.month()));
    EXPECT_EQ(outcome->keptMonths, 1);
    EXPECT_EQ(outcome->keptWages, 0);
}

TEST_F(WageImportTest, WhatIsDownloadedCanBeImportedAsItIs)
{
    const auto sheet = client->wages().importer().rosterSheet(kUnit, target(), kTaxNumber);
    ASSERT_TRUE(sheet);
    const auto path = folder.filePath(QStringLiteral("参保职工.xlsx"));
    ASSERT_EQ(service::exportSheet(*sheet, path, job).value(), contributing());
    const auto import = read(path);
    EXPECT_TRUE(import.rejected.empty()) << import.rejected.front().code.toStdString();
    EXPECT_EQ(qint64(import.lines.size()), sheet->total);
    EXPECT_EQ(workbookRows(path).front(),
              (QStringList{QStringLiteral("*姓名"), QStringLiteral("*证件类型"), QStringLiteral("*证件号码"), QStringLiteral("人员编号"),
                           QStringLiteral("单位编号"), QStringLiteral("原缴费工资"), QStringLiteral("*新缴费工资"), QStringLiteral("*生效年月"),
                           QStringLiteral("备注")}));
    EXPECT_FALSE(newWage(import.lines.front()));  // the old wage is not taken for the new one
    const auto blank = folder.filePath(QStringLiteral("模板.xlsx"));
    ASSERT_TRUE(service::exportSheet(service::wageTemplate(target()), blank, job));
    EXPECT_EQ(read(blank).rows(), 0);
}

const service::ImportWords kWords{
    [](const auto &one) { return service::ImportWords::Refusal{QStringLiteral("F%1").arg(int(one.column.field)), one.code}; },
    [](const auto &line) { return line.numberNow; }};

TEST_F(WageImportTest, TheReportIsTheUsersTableWithAReason)
{
    const auto import = read(csv(QStringLiteral("工资表\n") + head() + row(0, "5000").trimmed() + QStringLiteral(",旁注\n") + row(1, "五千") + QStringLiteral("合计,,,5000,\n")));
    const auto path = folder.filePath(QStringLiteral("report.xlsx"));
    const auto written = client->wages().importer().writeReport(import, path, kWords, job);
    ASSERT_TRUE(written) << written.error().code.toStdString();
    EXPECT_EQ(*written, 2);
    const auto rows = workbookRows(path);
    ASSERT_EQ(rows.size(), 5);
    EXPECT_EQ(rows[0].first(), QStringLiteral("工资表"));
    EXPECT_EQ(rows[2].last(), QStringLiteral("旁注"));  // beyond the header
    EXPECT_EQ(rows[1].mid(5), (QStringList{QStringLiteral("导入结果"), QStringLiteral("工作表"), QStringLiteral("行号"),
                                           QStringLiteral("列"), QStringLiteral("值"), QStringLiteral("原因")}));
    EXPECT_EQ(rows[2].mid(5, 3), (QStringList{QStringLiteral("可以导入"), QString(), QStringLiteral("3")}));
    EXPECT_EQ(rows[3].at(3), QStringLiteral("五千"));
    EXPECT_EQ(rows[3].mid(5), (QStringList{QStringLiteral("不能导入"), QString(), QStringLiteral("4"), QStringLiteral("D F5"),
                                           QStringLiteral("五千"), QStringLiteral("money.not-a-number")}));
    EXPECT_EQ(rows[4].first(), QStringLiteral("合计"));
    EXPECT_EQ(rows[4].size(), 4);
}

TEST_F(WageImportTest, AFileThatIsAnotherOneNowGetsNoReport)
{
    const auto import = read(csv(head() + row(0, "五千")));
    csv(head() + row(0, "五千元"));
    const auto path = folder.filePath(QStringLiteral("report.xlsx"));
    EXPECT_EQ(client->wages().importer().writeReport(import, path, kWords, job).error().code, QStringLiteral("import.changed"));
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(WageImportTest, OfTooManyRefusalsTheReportSaysSo)
{
    auto import = read(csv(head() + row(0, "五千") + row(1, "六千") + row(2, "7000")));
    ASSERT_EQ(import.rejected.size(), 2u) << import.rejected.back().code.toStdString();
    import.rejected.pop_back();  // as if it were one too many
    const auto path = folder.filePath(QStringLiteral("report.xlsx"));
    ASSERT_TRUE(client->wages().importer().writeReport(import, path, kWords, job));
    const auto rows = workbookRows(path);
    EXPECT_EQ(rows[1].last(), QStringLiteral("money.not-a-number"));
    EXPECT_EQ(rows[2].at(5), QStringLiteral("不能导入"));
    EXPECT_TRUE(rows[2].last().startsWith(QStringLiteral("不能导入的行过多"))) << rows[2].last().toStdString();
    EXPECT_EQ(rows[3].at(5), QStringLiteral("可以导入"));
}

/// Rows are judged in batches, on another thread than reads them.
class LongWageImport : public WageImportTest {
protected:
    /// Enough rows of nobody for the judge to be called several times, between the row of one person twice.
    QString file()
    {
        QString text = head() + row(0, "5000");
        for (int number = 0; number < 1800; ++number)
            text += QStringLiteral("张三,201,140105190001010015,5000,\n");
        return csv(text + row(0, "6000") + row(1, "7000"));
    }
};

TEST_F(LongWageImport, IsJudgedInTheOrderOfItsRows)
{
    const auto import = read(file());
    ASSERT_EQ(import.lines.size(), 2u);
    EXPECT_EQ(import.lines[0].row, 2);
    EXPECT_EQ(import.lines[1].row, 1804);
    ASSERT_EQ(import.rejected.size(), 1801u);
    EXPECT_TRUE(std::is_sorted(import.rejected.begin(), import.rejected.end(),
                               [](const auto &one, const auto &other) { return one.row < other.row; }));
    EXPECT_EQ(import.rejected.back().code, QStringLiteral("import.twice"));
    EXPECT_EQ(import.rejected.back().row, 1803);
}

TEST_F(LongWageImport, ARosterThatCannotBeReadEndsIt)
{
    const auto data = folder.filePath(QStringLiteral("first"));
    base::sqlite::Connection(data + QStringLiteral("/shebao.db"), base::sqlite::Access::ReadWrite, app::keyOf(data).value())
        .script("DROP INDEX staff_by_document");
    const auto path = file();
    const auto wanted = target();
    EXPECT_EQ(client->wages().importer().read(kUnit, wanted, path, job).error().code, QStringLiteral("store.failed"));
}

}  // namespace
