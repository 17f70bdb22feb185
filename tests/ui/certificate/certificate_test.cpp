// The service on real paper: fonts need an application with a screen, so this stands with the window's tests.
#include "office/certificate.h"
#include "office/paper_page.h"
#include "support/page_practice.h"

#include <QDir>
#include <QFontMetrics>
#include <QProcess>

namespace {

using domain::EmployeeQuery;
using domain::EmployeeSelection;
using domain::Money;

class Certificates : public tests::PagePractice {
protected:
    void SetUp() override
    {
        PagePractice::SetUp();
        ASSERT_TRUE(away([this] { return client->declared().sync(unit, past(), service::DeclaredSync::Due, job); }));
        profile = *client->units().profile(unit);
    }
    domain::MonthRange past()
    {
        const auto now = domain::Month::of(client->clock().today());
        return {now - 2, now - 1};
    }
    EmployeeQuery everybody() { return {past(), {}, {}, {}}; }
    std::vector<domain::Employee> employees() { return *client->certificates().window(unit, everybody(), 0, 100'000); }
    EmployeeSelection only(const domain::Employee &employee) { return {false, everybody(), {employee.identity}}; }
    /// What a reader of the PDF can select.
    QString textOf(const service::Paper &paper)
    {
        const QString pdf = folder.filePath(QStringLiteral("paper.pdf"));
        EXPECT_TRUE(service::exportPdf(paper, pdf, job));
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
        EXPECT_TRUE(reader.waitForFinished());
        return QString::fromUtf8(reader.readAllStandardOutput());
    }

    service::UnitProfile profile;
};

TEST_F(Certificates, EmployeesAreThoseWhoWereDeclared)
{
    const auto found = employees();
    ASSERT_GT(found.size(), 5u);
    EXPECT_EQ(*client->certificates().count(unit, everybody()), qint64(found.size()));
    Money payable;
    for (const auto &employee : found)
        payable += employee.payable;
    EXPECT_EQ(payable, client->declared().totals(unit, {})->payable);
    auto query = everybody();
    query.documentNumber = found[2].documentNumber;
    EXPECT_EQ(client->certificates().window(unit, query, 0, 10)->front().identity, found[2].identity);
    query.documentNumber = QStringLiteral("nobody");
    EXPECT_EQ(*client->certificates().count(unit, query), 0);
}

TEST_F(Certificates, SayWhatWasDeclaredForTheEmployee)
{
    const auto employee = employees().front();
    const auto gathered = client->certificates().gather(profile, only(employee), job);
    ASSERT_TRUE(gathered);
    ASSERT_EQ(gathered->size(), 1);
    domain::DeclaredQuery query;
    query.documentNumber = employee.documentNumber;
    Money unitSide;
    Money personSide;
    for (const auto &row : *client->declared().window(unit, query, 0, 1000))
        (row.item.category.name.contains(QStringLiteral("个人")) ? personSide : unitSide) += row.person.payable;
    Money lines[3];
    for (const auto &line : gathered->front().lines) {
        lines[0] += line.unit;
        lines[1] += line.person;
        lines[2] += line.total();
    }
    EXPECT_EQ(lines[0], unitSide);
    EXPECT_EQ(lines[1], personSide);
    EXPECT_EQ(lines[2], employee.payable);
}

TEST_F(Certificates, EveryAmountCanBeReadInThePdf)
{
    const auto employee = employees().front();
    const auto issued = client->certificates().issue(profile, only(employee), job);
    ASSERT_TRUE(issued) << issued.error().code.toStdString();
    const QString text = textOf(issued->paper);
    const auto gathered = client->certificates().gather(profile, only(employee), job);
    for (const auto &line : gathered->front().lines) {
        for (const auto amount : {line.base, line.unit, line.person, line.total()})
            EXPECT_TRUE(text.contains(domain::moneyText(amount))) << domain::moneyText(amount).toStdString();
    }
    for (const auto &expected : {employee.name, employee.documentNumber, profile.unit.name, issued->numbers.first(),
                                 domain::moneyInCapitals(employee.received),
                                 client->clock().today().toString(Qt::ISODate), QStringLiteral("第 1 页 共 1 页")})
        EXPECT_TRUE(text.contains(expected)) << expected.toStdString() << "\n" << text.toStdString();
}

TEST_F(Certificates, AreFoundAgainByTheirNumberAsTheyWere)
{
    const auto employee = employees().front();
    const auto issued = client->certificates().issue(profile, only(employee), job);
    ASSERT_TRUE(issued);
    const QString before = textOf(issued->paper);
    away([this] { changeStaff(5, 1, 0); });
    const auto again = client->certificates().reopen(unit, issued->numbers.first());
    ASSERT_TRUE(again);
    EXPECT_EQ(textOf(*again), before);
    EXPECT_EQ(client->certificates().reopen(unit, QStringLiteral("ZM20200101-XXXXXXXX")).error().code,
              QStringLiteral("certificate.unknown"));
    service::CertificateQuery query;
    query.number = issued->numbers.first();
    const auto records = client->certificates().records(unit, query, 0, 10);
    ASSERT_EQ(records->size(), 1u);
    EXPECT_EQ(records->front().total, employee.received);
    EXPECT_EQ(records->front().months, past());
}

TEST_F(Certificates, TheSameContentsOnTheSameDayAreOneDocument)
{
    const auto employee = employees().front();
    const auto first = client->certificates().issue(profile, only(employee), job);
    const auto second = client->certificates().issue(profile, only(employee), job);
    EXPECT_EQ(first->numbers, second->numbers);
    EXPECT_EQ(*client->certificates().recordCount(unit, {}), 1);
}

TEST_F(Certificates, ManyAreOnePaperOrAFileEach)
{
    const auto count = static_cast<int>(employees().size());
    const auto issued = client->certificates().issue(profile, {true, everybody(), {}}, job);
    ASSERT_TRUE(issued);
    EXPECT_EQ(issued->numbers.size(), count);
    EXPECT_GE(issued->paper.pages, count);
    const QString text = textOf(issued->paper);
    for (const auto &number : issued->numbers)
        EXPECT_TRUE(text.contains(number));
    QDir().mkpath(folder.filePath(QStringLiteral("each")));
    const auto written =
        client->certificates().writeEach(unit, issued->numbers, folder.filePath(QStringLiteral("each")), job);
    ASSERT_TRUE(written);
    const auto files = QDir(folder.filePath(QStringLiteral("each"))).entryList({QStringLiteral("*.pdf")});
    EXPECT_EQ(files.size(), count);
    // Whose each is stands in its name, the document number does not.
    for (const auto &employee : employees()) {
        EXPECT_TRUE(files.join(QLatin1Char('\n')).contains(QLatin1Char('_') + employee.name + QLatin1Char('_')));
        EXPECT_FALSE(files.join(QLatin1Char('\n')).contains(employee.documentNumber));
    }
    EXPECT_FALSE(issued->paper.fileName.contains(employees().front().name));
}

/// 单位缴费记录: every receipt of the months, and their sum.
TEST_F(Certificates, AUnitsRecordIsItsReceipts)
{
    const domain::MonthRange months{past().from, past().to};
    EXPECT_EQ(client->certificates().issueReceipts(profile, months).error().code,
              QStringLiteral("certificate.nothing-paid"));
    const auto books = away([this, months] { return client->receipts().refresh(unit, months, job); });
    ASSERT_TRUE(books);
    ASSERT_FALSE(books->receipts.isEmpty());
    const auto paper = client->certificates().issueReceipts(profile, months);
    ASSERT_TRUE(paper);
    const QString text = textOf(*paper);
    Money total;
    for (const auto &receipt : books->receipts) {
        EXPECT_TRUE(text.contains(domain::moneyText(receipt.amount)));
        total += receipt.total();
    }
    EXPECT_TRUE(text.contains(domain::moneyInCapitals(total))) << text.toStdString();
}

/// In columns too narrow the type becomes smaller from line to line.
TEST_F(Certificates, WhatUsuallyStandsInAStatementNeedsNoSmallerType)
{
    domain::FeeItem item;
    item.category.name = QStringLiteral("基本医疗保险（含生育）(单位缴纳)");
    item.periodFrom = domain::Month(2026, 9);
    item.periodTo = domain::Month(2026, 11);
    domain::Receipt receipt;
    receipt.item = item;
    receipt.amount = Money::fromFen(123'456'789);
    receipt.lateFee = Money::fromFen(1'234'567);
    receipt.paidAt = receipt.receivedAt = client->clock().now();
    domain::PaidLine paid;
    paid.at = receipt.paidAt;
    paid.item.item = item;
    paid.item.amount = receipt.amount;
    paid.item.taxReceiptNumber = QStringLiteral("461016260410560121");
    const QFontMetrics metrics(office::PaperPage::font(9.5));
    for (const auto &form : {office::receiptsForm(profile.unit, past(), receipt.paidAt, {receipt}),
                             office::paymentsForm(profile.unit, {paid})}) {
        double width = 0;
        for (qsizetype at = 0; at < form.columns.size(); ++at) {
            const auto &column = form.columns[at];
            width += column.width;
            for (const auto &text : {column.title, form.rows.front()[at]})
                EXPECT_LE(metrics.horizontalAdvance(text), (column.width - 4) * office::PaperPage::kMm)
                    << text.toStdString();
        }
        EXPECT_NEAR(width, office::PaperPage::kWidth, 0.01);
    }
}

TEST_F(Certificates, AreNotMadeOfMonthsThatAreNotHere)
{
    auto selection = only(employees().front());
    selection.query.months.from = selection.query.months.from - 1;
    EXPECT_EQ(client->certificates().issue(profile, selection, job).error().code,
              QStringLiteral("certificate.not-fetched"));
    EXPECT_EQ(client->certificates().issue(profile, {false, everybody(), {}}, job).error().code,
              QStringLiteral("certificate.none-selected"));
}

class AnnuityNotices : public Certificates {
protected:
    AnnuityNotices() { unit = tests::kOffice; }
};

TEST_F(AnnuityNotices, ArePrintedWithTheirAmounts)
{
    const auto notices = away([this] { return client->certificates().annuityNotices(unit, past(), job); });
    ASSERT_TRUE(notices) << notices.error().code.toStdString();
    ASSERT_EQ(notices->size(), 2);
    domain::DeclaredQuery query;
    query.from = query.to = notices->front().period;
    query.collectionItem = QStringLiteral("10212");
    EXPECT_EQ(client->declared().totals(unit, query)->payable, notices->front().total());
    const auto issued = client->certificates().issueAnnuity(profile, notices->front());
    ASSERT_TRUE(issued);
    const QString text = textOf(*issued);
    for (const auto &expected :
         {notices->front().number, notices->front().accountNumber, domain::moneyText(notices->front().unitAmount),
          domain::moneyText(notices->front().personAmount), domain::moneyText(notices->front().total()),
          domain::moneyInCapitals(notices->front().total()), issued->fileName.section(QLatin1Char('_'), 1)})
        EXPECT_TRUE(text.contains(expected)) << expected.toStdString() << "\n" << text.toStdString();
}

TEST_F(Certificates, MonthsThatAreTurnedAroundAreRefused)
{
    EmployeeSelection selection = only(employees()[0]);
    selection.query.months = {past().to, past().from};
    const auto issued = client->certificates().issue(profile, selection, job);
    ASSERT_FALSE(issued);
    EXPECT_EQ(issued.error().code, QStringLiteral("declared.months"));
}

}  // namespace
