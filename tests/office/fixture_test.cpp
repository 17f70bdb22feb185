// Every workbook of tests/office/fixtures is what its table says (outcomes.tsv; make.py says how each came to be).

#include "domain/money.h"
#include "domain/month.h"
#include "office/outcome.h"

#include <QDir>
#include <QFile>

namespace {

using office::Cell;
using tests::cheapOutcomeOf;

QVector<QStringList> outcomes()
{
    QFile file(QStringLiteral(SHEBAO_TESTS "/office/fixtures/outcomes.tsv"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QVector<QStringList> lines;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(1))
        lines.append(line.split(QLatin1Char('\t')));
    return lines;
}

QString fixture(const QString &name)
{
    return QStringLiteral(SHEBAO_TESTS "/office/fixtures/") + name;
}

TEST(Fixtures, EveryOneIsWhatTheTableSays)
{
    const auto table = outcomes();
    EXPECT_GE(table.size(), 60);
    for (const auto &line : table) {
        ASSERT_EQ(line.size(), 3) << line.first().toStdString();
        const testing::ScopedTrace trace(__FILE__, __LINE__, line[0].toStdString() + ", made " + line[1].toStdString());
        EXPECT_TRUE(QFile::exists(fixture(line[0])));
        EXPECT_EQ(cheapOutcomeOf(fixture(line[0])), line[2]);
    }
}

TEST(Fixtures, NoneIsMissingInTheTable)
{
    const auto files = QDir(fixture({})).entryList(QDir::Files);
    QStringList named{QStringLiteral("make.py"), QStringLiteral("outcomes.tsv")};
    for (const auto &line : outcomes())
        named << line[0];
    named.sort();
    EXPECT_EQ(files.size(), named.size());
    for (const auto &file : files)
        EXPECT_TRUE(named.contains(file)) << file.toStdString();
}

TEST(Fixtures, EveryShapeOfAnAmountAndAMonthMeansTheSame)
{
    int rows = 0;
    cheapOutcomeOf(fixture(QStringLiteral("shapes.xlsx")), [&](const std::vector<Cell> &cells) {
        ++rows;
        const auto wage = domain::moneyFromTyped(cells[2].text, domain::Money::fromFen(9'999'999'999));
        EXPECT_FALSE(wage.flaw) << cells[2].text.toStdString();
        EXPECT_EQ(wage.amount.value_or(domain::Money()).fen(), 300'000) << cells[2].text.toStdString();
        EXPECT_EQ(domain::monthFromTyped(cells[3].text), domain::Month(2019, 7)) << cells[3].text.toStdString();
    });
    EXPECT_EQ(rows, 8);
}

}  // namespace
