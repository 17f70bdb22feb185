#include "office/form.h"
#include "office/certificate.h"
#include "support/print.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using domain::Money;
using domain::Month;

domain::Certificate certificate(int months)
{
    domain::Certificate made;
    made.unit.name = QStringLiteral("太原市晨光机械有限公司");
    made.unit.taxNumber = QStringLiteral("91140100MA0000015K");
    made.unit.registrationId = QStringLiteral("10011401000000000001");
    made.unit.authorityName = QStringLiteral("国家税务总局太原市小店区税务局");
    made.employee.name = QStringLiteral("测试甲");
    made.employee.documentType = QStringLiteral("201");
    made.employee.documentNumber = QStringLiteral("140105199001010010");
    made.employee.personNumber = QStringLiteral("1000000001");
    made.asOf = QDateTime(QDate(2026, 11, 24), QTime(1, 0), Qt::UTC);
    made.months = {Month(2024, 1), Month(2024, 1) + (months - 1)};
    const char *const names[] = {"企业职工基本养老保险", "失业保险", "职工基本医疗保险", "大额医疗费用补助",
                                 "工伤保险"};
    for (int month = 0; month < months; ++month) {
        int line = 0;
        for (const char *name : names) {
            const auto fen = qint64(month) * 1000 + (++line) * 7;
            made.lines.append({{Month(2024, 1) + month, Month(2024, 1) + month},
                               QString::fromUtf8(name),
                               Money::fromFen(600'000),
                               Money::fromFen(100'000 + fen),
                               Money::fromFen(50'000 + fen),
                               {},
                               month % 2 == 0});
        }
    }
    return made;
}

office::Form numbered(office::Form form)
{
    form.number = QStringLiteral("ZM20261124-ABCD2345");
    form.day = QDate(2026, 11, 24);
    return form;
}

class FormPdf : public testing::Test {
protected:
    QString write(const QVector<office::Form> &forms)
    {
        QVector<office::EncodedForm> encoded;
        for (const auto &form : forms)
            encoded.append({office::encoded(form), office::pagesOf(form)});
        const QString path = folder.filePath(QStringLiteral("form.pdf"));
        EXPECT_TRUE(
            office::writePdf(office::formsPaper(QStringLiteral("证明"), QStringLiteral("证明"), encoded), path));
        return path;
    }
    static QString said(const QString &program, const QStringList &arguments)
    {
        QProcess reader;
        reader.start(program, arguments);
        EXPECT_TRUE(reader.waitForFinished());
        return QString::fromUtf8(reader.readAllStandardOutput());
    }
    static QString textOf(const QString &pdf)
    {
        return said(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
    }
    QTemporaryDir folder;
};

TEST_F(FormPdf, EveryLineStandsOnSomePageOnce)
{
    for (const int months : {1, 4, 5, 6, 7, 12, 13, 36}) {
        const auto made = certificate(months);
        const auto form = numbered(office::certificateForm(made));
        const QString text = textOf(write({form}));
        for (const auto &line : made.lines)
            EXPECT_EQ(text.count(domain::moneyText(line.total())), 1)
                << months << " months: " << domain::moneyText(line.total()).toStdString();
        const int pages = office::pagesOf(form);
        EXPECT_TRUE(text.contains(QStringLiteral("第 %1 页 共 %1 页").arg(pages))) << months;
        EXPECT_EQ(text.count(QStringLiteral("记录编号：ZM20261124-ABCD2345")), pages);
        EXPECT_EQ(text.count(QStringLiteral("合计（大写）")), 1) << "on the last page alone";
    }
}

TEST_F(FormPdf, SumsAreThoseOfTheLines)
{
    const auto made = certificate(12);
    Money total;
    Money received;
    for (const auto &line : made.lines) {
        total += line.total();
        if (line.received)
            received += line.total();
    }
    const QString text = textOf(write({numbered(office::certificateForm(made))}));
    EXPECT_TRUE(text.contains(QStringLiteral("￥") + domain::moneyText(total))) << text.toStdString();
    EXPECT_TRUE(text.contains(domain::moneyInCapitals(total)));
    EXPECT_TRUE(text.contains(domain::moneyText(received)));
    EXPECT_LT(received, total);
}

TEST_F(FormPdf, ManyCountTheirOwnPages)
{
    const auto one = numbered(office::certificateForm(certificate(2)));
    const auto two = numbered(office::certificateForm(certificate(12)));
    const QString text = textOf(write({one, two, one}));
    EXPECT_EQ(text.count(QStringLiteral("第 1 页 共 1 页")), 2);
    EXPECT_TRUE(text.contains(QStringLiteral("第 2 页 共 %1 页").arg(office::pagesOf(two))));
}

TEST_F(FormPdf, FontsAreEmbedded)
{
    const auto lines = said(QStringLiteral("pdffonts"), {write({numbered(office::certificateForm(certificate(3)))})})
                           .split(QLatin1Char('\n'), Qt::SkipEmptyParts)
                           .mid(2);
    ASSERT_FALSE(lines.isEmpty());
    for (const auto &line : lines)
        EXPECT_TRUE(line.contains(QStringLiteral(" yes "))) << line.toStdString();
}

TEST_F(FormPdf, WhatIsKeptIsWhatWasHandedOut)
{
    const auto form = numbered(office::certificateForm(certificate(12)));
    const auto bytes = office::encoded(form);
    const auto again = office::decodedForm(bytes);
    ASSERT_TRUE(again);
    EXPECT_EQ(office::encoded(*again), bytes);
    EXPECT_EQ(again->rows, form.rows);
    EXPECT_FALSE(office::decodedForm(QByteArrayLiteral("rubbish")));
    EXPECT_FALSE(office::decodedForm(bytes.left(bytes.size() / 2)));
}

TEST_F(FormPdf, ACancelledOneLeavesNoFile)
{
    base::Job job;
    job.cancel();
    const auto form = numbered(office::certificateForm(certificate(1)));
    const QString path = folder.filePath(QStringLiteral("cancelled.pdf"));
    const auto written = office::writePdf(office::formsPaper({}, {}, {{office::encoded(form), 1}}), path, &job);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, base::Error::Kind::Cancelled);
    EXPECT_FALSE(QFile::exists(path));
}

}  // namespace
