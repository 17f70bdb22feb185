#include "domain/reconciliation.h"

#include "support/print.h"

#include <gtest/gtest.h>

#include <functional>

namespace {

using namespace domain;

const QDate kToday(2026, 11, 20);
const QDateTime kPaidAt(QDate(2026, 11, 12), QTime(3, 0), Qt::UTC);

FeeItem fee(int month = 11, const char *number = "N1")
{
    FeeItem item;
    item.noticeNumber = QString::fromLatin1(number);
    item.unitNumber = QStringLiteral("11000001");
    item.collectionItem = {QStringLiteral("10201"), QStringLiteral("养老")};
    item.category = {QStringLiteral("a"), QStringLiteral("单位缴纳")};
    item.periodFrom = item.periodTo = Month(2026, month);
    return item;
}

Money yuan(qint64 amount)
{
    return Money::fromFen(amount * 100);
}

Arrear payable(qint64 due, ArrearHold hold, qint64 lateFee = 0)
{
    return {QStringLiteral("a"), fee(), yuan(due), yuan(lateFee), yuan(due + lateFee), QDate(2026, 11, 25), hold, {}};
}

Receipt receipt(qint64 amount, qint64 lateFee = 0)
{
    return {QStringLiteral("r"), fee(), QStringLiteral("1"), yuan(amount), yuan(lateFee), kPaidAt, kPaidAt.addDays(1)};
}

/// A fee that has come all the way.
ReconciliationBooks whole()
{
    ReconciliationBooks books;
    books.assessed = {{fee(), yuan(100), QDate(2026, 11, 15), false}};
    books.declared = {{fee(), yuan(100), SubmissionState::Succeeded}};
    books.payables = {payable(100, ArrearHold::Paid)};
    books.paid = {{QStringLiteral("N1"), yuan(100), SubmissionState::Succeeded}};
    books.receipts = {receipt(100)};
    return books;
}

struct Case {
    const char *name;
    std::function<void(ReconciliationBooks &)> change;
    QVector<Discrepancy> expected;
    FeeStage stage;
};

void PrintTo(const Case &one, std::ostream *out)
{
    *out << one.name;
}

class Reconciliation : public testing::TestWithParam<Case> {};

TEST_P(Reconciliation, FindsThisAndNothingElse)
{
    auto books = whole();
    GetParam().change(books);
    const auto lines = reconcile(books, kToday);
    ASSERT_EQ(lines.size(), 1);
    QVector<Discrepancy> kinds;
    for (const auto &each : lines.first().discrepancies)
        kinds << each.kind;
    EXPECT_EQ(kinds, GetParam().expected);
    EXPECT_EQ(lines.first().stage, GetParam().stage);
}

using B = ReconciliationBooks;
using D = Discrepancy;
using S = FeeStage;

/// Waits for its declaration; nothing has happened yet.
void onlyAssessed(B &b)
{
    b = {{{fee(), yuan(100), QDate(2026, 11, 25), true}}, {}, {}, {}, {}};
}

void onlyDeclared(B &b)
{
    b.payables.clear();
    b.paid.clear();
    b.receipts.clear();
}

void unpaid(B &b)
{
    b.payables = {payable(100, ArrearHold::Open)};
    b.paid.clear();
    b.receipts.clear();
}

const Case kCases[] = {
    {"whole", [](B &) {}, {}, S::Received},
    {"paid elsewhere", [](B &b) { b.paid.clear(); }, {}, S::Received},
    {"never seen before it was declared", [](B &b) { b.assessed.clear(); }, {}, S::Received},
    {"waits in time", [](B &b) { onlyAssessed(b); }, {}, S::Assessed},
    {"waits too long",
     [](B &b) {
         onlyAssessed(b);
         b.assessed[0].declareBy = QDate(2026, 11, 19);
     },
     {D::DeclarationLate},
     S::Assessed},
    {"waits on its last day",
     [](B &b) {
         onlyAssessed(b);
         b.assessed[0].declareBy = kToday;
     },
     {},
     S::Assessed},
    {"declared late, verdict to come",
     [](B &b) {
         onlyAssessed(b);
         b.assessed[0].declareBy = QDate(2026, 11, 1);
         b.declared = {{fee(), yuan(100), SubmissionState::Awaiting}};
     },
     {},
     S::Declaring},
    {"whether it was declared is unknown",
     [](B &b) {
         onlyAssessed(b);
         b.declared = {{fee(), yuan(100), SubmissionState::Unknown}};
     },
     {D::DeclarationUnknown},
     S::Declaring},
    {"failed, then declared",
     [](B &b) {
         b.declared.prepend({fee(), yuan(90), SubmissionState::Failed});
     },
     {},
     S::Received},
    {"voided, then declared",
     [](B &b) {
         b.declared.prepend({fee(), yuan(90), SubmissionState::Voided});
     },
     {},
     S::Received},
    {"declared twice", [](B &b) { b.declared << b.declared[0]; }, {D::DeclaredTwice}, S::Received},
    {"declared another amount", [](B &b) { b.assessed[0].payable = yuan(99); }, {D::DeclaredDiffers}, S::Received},
    {"declared, nothing payable", [](B &b) { onlyDeclared(b); }, {D::PayableMissing}, S::Declared},
    {"a refund",
     [](B &b) {
         onlyDeclared(b);
         b.assessed[0].payable = b.declared[0].amount = yuan(-5);
     },
     {},
     S::NothingToPay},
    {"nothing to pay",
     [](B &b) {
         onlyDeclared(b);
         b.assessed[0].payable = b.declared[0].amount = Money();
     },
     {},
     S::NothingToPay},
    {"payable another amount",
     [](B &b) {
         b.payables[0].due = yuan(101);
         b.receipts[0].amount = yuan(101);
     },
     {D::PayableDiffers},
     S::Received},
    {"payable, never declared", [](B &b) { b.declared.clear(); }, {D::PayableUndeclared}, S::Received},
    {"payable of a voided one",
     [](B &b) { b.declared[0].state = SubmissionState::Voided; },
     {D::PayableUndeclared},
     S::Received},
    {"payable while it is being voided",
     [](B &b) {
         b.declared[0].state = SubmissionState::Voiding;
         unpaid(b);
     },
     {},
     S::Payable},
    {"another category",
     [](B &b) { b.receipts[0].item.category.code = QStringLiteral("b"); },
     {D::ItemDiffers},
     S::Received},
    {"to pay in time", [](B &b) { unpaid(b); }, {}, S::Payable},
    {"to pay on the last day",
     [](B &b) {
         unpaid(b);
         b.payables[0].payBy = kToday;
     },
     {},
     S::Payable},
    {"overdue",
     [](B &b) {
         unpaid(b);
         b.payables[0].payBy = QDate(2026, 11, 19);
     },
     {D::PaymentLate},
     S::Payable},
    {"overdue in a voucher",
     [](B &b) {
         unpaid(b);
         b.payables[0] = payable(100, ArrearHold::InVoucher);
         b.payables[0].payBy = QDate(2026, 11, 1);
     },
     {D::PaymentLate},
     S::Payable},
    {"overdue, the bank is at it",
     [](B &b) {
         unpaid(b);
         b.payables[0] = payable(100, ArrearHold::InPayment);
         b.payables[0].payBy = QDate(2026, 11, 1);
     },
     {},
     S::Paying},
    {"payment unknown",
     [](B &b) {
         unpaid(b);
         b.paid = {{QStringLiteral("N1"), yuan(100), SubmissionState::Unknown}};
     },
     {},
     S::Paying},
    {"paid here, forgotten there",
     [](B &b) {
         b.payables[0] = payable(100, ArrearHold::Open);
         b.receipts.clear();
     },
     {D::PaymentLost},
     S::Payable},
    {"no receipt", [](B &b) { b.receipts.clear(); }, {D::ReceiptMissing}, S::Paid},
    {"on its way",
     [](B &b) {
         b.receipts[0].receivedAt = {};
         b.receipts[0].paidAt = kPaidAt.addDays(6);
     },
     {},
     S::Paid},
    {"too long on its way", [](B &b) { b.receipts[0].receivedAt = {}; }, {D::ReceiptLate}, S::Paid},
    {"another amount arrived", [](B &b) { b.receipts[0].amount = yuan(99); }, {D::ReceiptDiffers}, S::Received},
    {"another late fee arrived", [](B &b) { b.receipts[0].lateFee = yuan(1); }, {D::LateFeeDiffers}, S::Received},
    {"with its late fee",
     [](B &b) {
         b.payables[0] = payable(100, ArrearHold::Paid, 2);
         b.receipts[0] = receipt(100, 2);
     },
     {},
     S::Received},
    {"arrived twice", [](B &b) { b.receipts << b.receipts[0]; }, {D::ReceivedTwice}, S::Received},
    {"arrived for nothing",
     [](B &b) {
         b = {{}, {}, {}, {}, {receipt(100)}};
     },
     {D::ReceiptUnknown},
     S::Assessed},
    {"arrived, still owed", [](B &b) { b.payables[0].hold = ArrearHold::Open; }, {D::ReceiptUnbooked}, S::Payable},
    {"arrived while the bank is at it", [](B &b) { b.payables[0].hold = ArrearHold::InPayment; }, {}, S::Paying},
};

std::string caseName(const testing::TestParamInfo<Case> &one)
{
    QString name = QString::fromLatin1(one.param.name);
    name.replace(QLatin1Char(' '), QLatin1Char('_')).remove(QLatin1Char(','));
    return name.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Cases, Reconciliation, testing::ValuesIn(kCases), caseName);

TEST(ReconciliationLines, NewestMonthsFirstAndNothingThatIsGone)
{
    ReconciliationBooks books;
    books.assessed = {{fee(9, "old"), yuan(1), {}, true},
                      {fee(11, "new"), yuan(1), {}, true},
                      {fee(11, "gone"), yuan(1), {}, false}};
    books.declared = {{fee(10, "refused"), yuan(1), SubmissionState::Failed}};
    const auto lines = reconcile(books, kToday);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0].item.noticeNumber, QStringLiteral("new"));
    EXPECT_EQ(lines[1].item.noticeNumber, QStringLiteral("old"));
}

TEST(ReconciliationLines, SayWhatWasExpectedAndFound)
{
    auto books = whole();
    books.receipts << books.receipts.first();
    const auto line = reconcile(books, kToday).first();
    EXPECT_EQ(line.discrepancies.first().expected, yuan(100));
    EXPECT_EQ(line.discrepancies.first().found, yuan(200));
    EXPECT_EQ(line.received, yuan(200));
    EXPECT_EQ(line.paid, yuan(100));
}

TEST(MonthlySums, AreByMonthAndItemAndCountWhatArrived)
{
    auto onItsWay = receipt(50);
    onItsWay.receivedAt = {};
    auto later = payable(7, ArrearHold::Open);
    later.item = fee(12);
    const auto sums =
        monthlySums({payable(100, ArrearHold::Paid), payable(50, ArrearHold::Paid), later}, {receipt(100), onItsWay});
    ASSERT_EQ(sums.size(), 2);
    EXPECT_EQ(sums[0].month, Month(2026, 11));
    EXPECT_EQ(sums[0].payable, yuan(150));
    EXPECT_EQ(sums[0].received, yuan(100));
    EXPECT_EQ(sums[1].payable, yuan(7));
    EXPECT_EQ(sums[1].received, Money());
}

}  // namespace
