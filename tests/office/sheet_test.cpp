#include "office/sheet.h"
#include "support/print.h"
#include "support/workbook.h"

#include <QDir>
#include <QTemporaryDir>

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
    /// What the writer left besides the book.
    QStringList leftovers() const
    {
        return QDir(folder.path()).entryList({QStringLiteral(".shebao-*")}, QDir::AllEntries | QDir::Hidden);
    }

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("book.xlsx"));
    base::Job job;
};

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
    auto one = sheet(1);
    one.rows = [](qint64, qint64) -> base::Result<std::vector<SheetRow>> {
        return std::vector<SheetRow>{{std::monostate(), Money::fromFen(150), std::monostate()}};
    };
    ASSERT_TRUE(office::writeSheet(path, one, job));
    EXPECT_EQ(workbookRows(path).at(1), (QStringList{QString(), QStringLiteral("1.5")}));
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

}  // namespace
