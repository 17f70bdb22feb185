#include "office/form.h"
#include "office/certificate.h"
#include "support/print.h"

#include <QDataStream>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

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

TEST_F(FormPdf, WhatIsCertifiedIsWhatHasArrived)
{
    const auto made = certificate(12);
    Money open;
    Money received;
    for (const auto &line : made.lines)
        (line.received ? received : open) += line.total();
    const QString text = textOf(write({numbered(office::certificateForm(made))}));
    EXPECT_TRUE(text.contains(domain::moneyText(received))) << text.toStdString();
    EXPECT_TRUE(text.contains(domain::moneyInCapitals(received)));
    EXPECT_TRUE(text.contains(QStringLiteral("未到账（未计入合计）")));
    EXPECT_TRUE(text.contains(domain::moneyText(open)));
    EXPECT_FALSE(text.contains(domain::moneyText(received + open)));
    EXPECT_FALSE(text.contains(domain::moneyInCapitals(received + open)));
}

TEST_F(FormPdf, ItSaysForHowManyMonthsSomethingHasArrived)
{
    auto made = certificate(12);
    EXPECT_TRUE(textOf(write({office::certificateForm(made)})).contains(QStringLiteral("有缴费记录的月份 6 个月\n")))
        << "every other month";
    for (auto &line : made.lines)
        line.received = line.period.from >= Month(2024, 9) && line.period.from <= Month(2024, 11);
    const QString text = textOf(write({office::certificateForm(made)}));
    EXPECT_TRUE(text.contains(QStringLiteral("有缴费记录的月份 3 个月（2024-09 至 2024-11）"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("查询的所属期 2024-01 至 2024-12")));
}

TEST_F(FormPdf, WhatIsNeitherTheUnitsNorThePersonsHasAColumn)
{
    auto made = certificate(1);
    EXPECT_FALSE(textOf(write({office::certificateForm(made)})).contains(QStringLiteral("其他")));
    made.lines.first().other = Money::fromFen(4'321);
    const auto form = office::certificateForm(made);
    const QString text = textOf(write({form}));
    EXPECT_TRUE(text.contains(QStringLiteral("其他")));
    EXPECT_EQ(text.count(QStringLiteral("43.21")), 2) << "in the line and in the sum\n" << text.toStdString();
    EXPECT_TRUE(text.contains(domain::moneyText(made.lines.first().total())));
}

/// The edges of the sums are edges of the columns, so that an amount stands below what it sums.
TEST_F(FormPdf, SumsStandUnderTheirColumns)
{
    auto withOther = certificate(2);
    withOther.lines.first().other = Money::fromFen(1);
    for (const auto &form : {office::certificateForm(certificate(2)), office::certificateForm(withOther),
                             office::annuityForm({}, {})}) {
        QVector<double> edges = {0};
        for (const auto &column : form.columns)
            edges.append(edges.last() + column.width);
        EXPECT_NEAR(edges.last(), 180, 0.01);
        for (const auto &row : form.sums) {
            double edge = 0;
            for (const auto &cell : row) {
                edge += cell.width;
                EXPECT_TRUE(std::any_of(edges.cbegin(), edges.cend(),
                                        [edge](double one) { return qAbs(one - edge) < 0.01; }))
                    << cell.text.toStdString() << " ends at " << edge;
            }
            EXPECT_NEAR(edge, 180, 0.01);
        }
    }
}

TEST_F(FormPdf, AMonthIsPrintedOnceOnAPage)
{
    const auto form = numbered(office::certificateForm(certificate(12)));
    ASSERT_EQ(office::pagesOf(form), 2);
    const QString text = textOf(write({form}));
    int twice = 0;
    for (int month = 2; month <= 11; ++month) {
        const auto count = text.count(QStringLiteral("2024-%1\n").arg(month, 2, 10, QLatin1Char('0')))
                           + text.count(QStringLiteral("2024-%1 ").arg(month, 2, 10, QLatin1Char('0')));
        EXPECT_TRUE(count == 1 || count == 2) << month << ": " << count << "\n" << text.toStdString();
        twice += count == 2;
    }
    EXPECT_LE(twice, 1) << "the one that two pages share";
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
    EXPECT_EQ(again->signature, form.signature);
    EXPECT_TRUE(again->columns.first().grouped);
    EXPECT_TRUE(again->sums.first().last().text.isEmpty());
    EXPECT_TRUE(again->sums.first()[1].right && again->sums.first()[1].strong);
    EXPECT_FALSE(office::decodedForm(QByteArrayLiteral("rubbish")));
    EXPECT_FALSE(office::decodedForm(bytes.left(bytes.size() / 2)));
}

/// As version 1 wrote it: cells are a text and a width, and nothing follows the notes.
TEST_F(FormPdf, AFormOfTheFirstFormatIsStillDrawn)
{
    using Cell = std::pair<QString, double>;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    const QVector<QVector<Cell>> head = {{{QStringLiteral("单位名称"), 28}, {QStringLiteral("太原市晨光机械有限公司"), 152}}};
    const QVector<std::pair<Cell, bool>> columns = {{{QStringLiteral("险种"), 150}, false}, {{QStringLiteral("金额"), 30}, true}};
    const QVector<QStringList> rows = {{QStringLiteral("失业保险"), QStringLiteral("12.34")},
                                       {QStringLiteral("失业保险"), QStringLiteral("56.78")}};
    const QVector<QVector<Cell>> sums = {{{QStringLiteral("合计（小写）"), 28}, {QStringLiteral("￥69.12"), 152}}};
    out << qint32(1) << QStringLiteral("职工社会保险费缴费证明") << QStringLiteral("ZM20250101-ABCD2345") << QDate(2025, 1, 1)
        << head << columns << rows << sums << QStringList{QStringLiteral("1. 以社会保险经办机构的记录为准。")};
    const auto form = office::decodedForm(qCompress(bytes, 6));
    ASSERT_TRUE(form);
    const QString text = textOf(write({*form}));
    for (const char *expected : {"太原市晨光机械有限公司", "ZM20250101-ABCD2345", "2025-01-01", "12.34", "56.78", "￥69.12",
                                 "1. 以社会保险经办机构的记录为准。"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(expected))) << expected << "\n" << text.toStdString();
    EXPECT_EQ(text.count(QStringLiteral("失业保险")), 2) << "no column of it is grouped";
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
