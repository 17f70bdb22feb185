#include "office/voucher.h"
#include "support/print.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

domain::Voucher voucher(int items)
{
    domain::Voucher voucher;
    voucher.number = QStringLiteral("202611240000000001");
    voucher.issuedAt = QDateTime(QDate(2026, 11, 24), QTime(1, 0), Qt::UTC);
    voucher.payBefore = QDate(2026, 11, 30);
    voucher.taxNumber = QStringLiteral("91140100MA0000015K");
    voucher.unitName = QStringLiteral("太原市晨光机械有限公司");
    voucher.authorityCode = QStringLiteral("11401050000");
    voucher.authorityName = QStringLiteral("国家税务总局太原市小店区税务局");
    for (int i = 0; i < items; ++i) {
        domain::SubmissionItem item;
        item.item.collectionItem.name = QStringLiteral("基本医疗保险费");
        item.item.category.name = QStringLiteral("职工大额医疗互助保险(个人缴纳)");
        item.item.periodFrom = item.item.periodTo = domain::Month(2026, 11);
        item.amount = domain::Money::fromFen(11'600 + i);
        voucher.items.append(item);
        voucher.total += item.amount;
    }
    return voucher;
}

/// The text a reader can select.
QString textOf(const QString &pdf)
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
    EXPECT_TRUE(reader.waitForFinished());
    return QString::fromUtf8(reader.readAllStandardOutput());
}

class VoucherPdf : public testing::Test {
protected:
    QString write(int items)
    {
        const QString path = folder.filePath(QStringLiteral("voucher.pdf"));
        const domain::Payer payer{QStringLiteral("付款人"), QStringLiteral("示范商业银行"), QStringLiteral("6222000000000015")};
        EXPECT_TRUE(office::writePdf(office::voucherPaper(voucher(items), payer), path));
        return path;
    }
    QTemporaryDir folder;
};

TEST_F(VoucherPdf, EveryAmountAndNumberCanBeSelected)
{
    const QString text = textOf(write(3));
    for (const char *expected :
         {"银行端查询缴税凭证", "202611240000000001", "91140100MA0000015K", "11401050000", "2026-11-24", "2026-11-30",
          "116.00", "116.01", "116.02", "348.03", "人民币叁佰肆拾捌元零叁分", "示范商业银行", "6222000000000015",
          "91140100MA0000015K 202611240000000001 11401050000"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(expected))) << expected << "\n" << text.toStdString();
}

TEST_F(VoucherPdf, SixteenItemsAPage)
{
    EXPECT_TRUE(textOf(write(16)).contains(QStringLiteral("第 1 页 共 1 页")));
    const QString text = textOf(write(33));
    EXPECT_TRUE(text.contains(QStringLiteral("第 3 页 共 3 页")));
    EXPECT_TRUE(text.contains(QStringLiteral("116.32")));
}

TEST_F(VoucherPdf, FontsAreEmbedded)
{
    QProcess reader;
    reader.start(QStringLiteral("pdffonts"), {write(1)});
    ASSERT_TRUE(reader.waitForFinished());
    const auto lines = QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    ASSERT_FALSE(lines.isEmpty());
    for (const auto &line : lines)
        EXPECT_TRUE(line.contains(QStringLiteral(" yes "))) << line.toStdString();
}

TEST_F(VoucherPdf, AFolderThatIsNotThereIsAnError)
{
    const auto written = office::writePdf(office::voucherPaper(voucher(1), {}), folder.filePath(QStringLiteral("no/such/voucher.pdf")));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, QStringLiteral("office.write"));
}

}  // namespace
