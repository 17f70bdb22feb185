#include "fuzz/checks.h"

#include "domain/safe_text.h"
#include "domain/wage.h"
#include "fuzz/promise.h"

#include <QRegularExpression>

#include <algorithm>

namespace fuzz {

using domain::Money;
using domain::Month;

namespace {

constexpr qint64 kMostFen = 100'000'000'000'000'000;  // fifteen digits of yuan

void checkText(const QString &text, qsizetype most)
{
    hold(text.size() <= most, "a text as long as it may be");
}

void checkMoney(Money amount)
{
    hold(amount.fen() > -kMostFen && amount.fen() < kMostFen, "an amount in range");
    hold(domain::moneyFromWire(domain::moneyToWire(amount)) == amount, "an amount is read as it is written");
}

void checkMonth(Month month)
{
    hold(month >= Month(1950, 1) && month <= Month(2099, 12), "a month in range");
}

void checkRate(const domain::RateOrAmount &rate)
{
    hold(!rate.ratePpm || (*rate.ratePpm >= 0 && *rate.ratePpm <= 1'000'000), "a rate between nothing and all");
    if (rate.fixed)
        checkMoney(*rate.fixed);
    (void)domain::rateText(rate);
}

void checkName(const domain::CodeName &name)
{
    checkText(name.code, 40);
    checkText(name.name, 200);
}

void checkFee(const domain::FeeItem &item)
{
    checkText(item.noticeNumber, 64);
    checkName(item.collectionItem);
    checkName(item.category);
    checkText(item.subcategory, 200);
    checkMonth(item.periodFrom);
    checkMonth(item.periodTo);
}

void checkItem(const domain::SubmissionItem &item)
{
    checkText(item.key, 64);
    checkMoney(item.amount);
    checkCount(item.headcount);
    checkText(item.reasonText, 500);
}

/// What a window, a check and a declaration do with a pack.
void usePack(const domain::RulePack &pack)
{
    const Month months[] = {Month(1950, 1), Month(2026, 7), Month(2099, 12)};
    const Money wages[] = {Money(), Money::fromFen(765'432), Money::fromFen(kMostFen - 1)};
    for (const auto month : months) {
        (void)domain::effectiveMonthFlaw(pack.wage, Month(2026, 7), month);
        for (const auto &charge : pack.charges) {
            const auto side =
                domain::chargeInForce(pack, charge.insurance, charge.side, domain::UnitType::Enterprise, month);
            for (const auto wage : wages) {
                const auto base = domain::contributionBase(pack, charge.insurance, month, wage);
                const auto fee = domain::personFee(pack, side.value_or(charge), base.value_or(wage));
                hold(fee.fen() >= -kMostFen && fee.fen() <= kMostFen + 100, "a fee is no more than its base");
            }
        }
    }
    if (const auto window = domain::annualWindow(pack.wage, QDate(2026, 7, 27)))
        hold(window->from.isValid() && window->to.isValid() && window->from <= window->to,
             "a window has a beginning and an end");
    int choices = 0;
    for (auto month = Month(2026, 7) - pack.wage.monthsBack; month <= Month(2026, 7) + pack.wage.monthsAhead;
         month = month + 1)
        hold(++choices < 1000, "months one can choose from are few");
}

/// Nothing but the handful of elements, written as safeText() writes them.
void checkElements(const QString &html)
{
    static const QRegularExpression element(
        QStringLiteral("(?:</?(?:b|i|u|p|h3|h4|ul|ol|li|tr|td)>|<table[a-z0-9=\" ]*>|</table>|<br/>|</a>"
                       "|<a href=\"https?://[^\"<>]*\">)"));
    for (auto at = html.indexOf(QLatin1Char('<')); at >= 0; at = html.indexOf(QLatin1Char('<'), at + 1))
        hold(element.match(html, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
                 .hasMatch(),
             "an element of the handful");
}

}  // namespace

void checkCount(qint64 count)
{
    hold(count >= 0 && count <= gateway::kMostCount, "a count");
}

void checkCursor(const QString &cursor)
{
    checkText(cursor, 200);
}

void checkError(const base::Error &error, bool changes)
{
    using Kind = base::Error::Kind;
    using base::Sent;
    hold(error.kind == Kind::Protocol || error.kind == Kind::Server || error.kind == Kind::Business
             || error.kind == Kind::SessionExpired,
         "an error of the room");
    const bool plain = std::all_of(error.code.cbegin(), error.code.cend(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
               || c == QLatin1Char('-') || c == QLatin1Char('.');
    });
    hold(!error.code.isEmpty() && error.code.size() <= 60 && plain, "a code that can be shown, stored and logged");
    hold(error.kind != Kind::Protocol || error.code.startsWith(QLatin1String("protocol.")), "a code of the room");
    checkText(error.text, 500);
    checkText(error.detail, 200);
    hold(error.attemptsLeft >= -1 && error.attemptsLeft <= 100, "tries that are left");
    if (!changes)
        hold(error.sent == Sent::No, "a question leaves nothing open");
    else if (error.kind == Kind::Protocol || error.kind == Kind::Server)
        hold(error.sent == Sent::Unknown, "what cannot be read may have been done");
}

void check(const domain::Staff &person)
{
    hold(!person.deleted || (person.name.isEmpty() && person.documentNumber.isEmpty()), "a tombstone names nobody");
    checkText(person.id, 64);
    checkText(person.name, 200);
    checkText(person.documentNumber, 60);
    if (person.wage)
        checkMoney(*person.wage);
    QString before;
    for (const auto &insurance : person.insurances) {
        hold(before <= insurance.insurance, "insurances by code");
        before = insurance.insurance;
        checkMonth(insurance.from);
        if (insurance.to)
            checkMonth(*insurance.to);
        checkMoney(insurance.wage.value_or(Money()));
        checkMoney(insurance.base.value_or(Money()));
    }
}

void check(const domain::FeeAssessment &total)
{
    checkText(total.id, 64);
    checkFee(total.item);
    checkCount(total.headcount);
    checkRate(total.rate);
    for (const auto amount : {total.wageTotal, total.baseTotal, total.due, total.relief, total.payable})
        checkMoney(amount);
    hold(total.declareBy.isValid(), "a day");
}

void check(const domain::FeePerson &person)
{
    checkText(person.name, 200);
    checkText(person.documentNumber, 60);
    checkRate(person.rate);
    for (const auto amount : {person.wage, person.base, person.due, person.relief, person.payable})
        checkMoney(amount);
}

void check(const domain::Arrear &arrear)
{
    checkText(arrear.id, 64);
    checkFee(arrear.item);
    for (const auto amount : {arrear.due, arrear.lateFee, arrear.total})
        checkMoney(amount);
    hold(arrear.payBy.isValid(), "a day");
}

void check(const domain::Receipt &receipt)
{
    checkText(receipt.id, 64);
    checkFee(receipt.item);
    checkMoney(receipt.amount);
    checkMoney(receipt.lateFee);
    hold(receipt.paidAt.isValid() && receipt.paidAt.timeSpec() == Qt::UTC, "a moment");
}

void check(const domain::Agreement &agreement)
{
    checkText(agreement.number, 64);
    checkText(agreement.bankName, 200);
    hold(agreement.from.isValid() && agreement.to.isValid(), "days");
}

void check(const domain::ContributionBase &row)
{
    checkText(row.staffId, 64);
    if (row.deleted)
        return;
    checkMoney(row.base);
    checkMonth(row.from);
}

void check(const domain::DeclaredPerson &person)
{
    checkText(person.declarationId, 64);
    checkFee(person.item);
    check(person.person);
}

void check(const domain::AnnuityNotice &notice)
{
    checkText(notice.number, 64);
    checkMonth(notice.period);
    checkCount(notice.headcount);
    for (const auto &number : notice.noticeNumbers)
        checkText(number, 2000);
    for (const auto amount : {notice.baseTotal, notice.unitAmount, notice.personAmount})
        checkMoney(amount);
}

void check(const domain::Registration &registration)
{
    checkText(registration.registrationId, 64);
    checkText(registration.taxNumber, 20);
    checkText(registration.name, 200);
}

void check(const domain::Unit &unit)
{
    checkText(unit.registrationId, 64);
    checkText(unit.name, 200);
    for (const auto &insurance : unit.insurances)
        checkMonth(insurance.from);
}

void check(const domain::Notice &notice)
{
    checkText(notice.title, 500);
    hold(notice.importance >= 0 && notice.importance <= 9, "an importance");
    hold(notice.publishedAt.isValid(), "a moment");
    const auto safe = domain::safeText(notice.html);
    hold(safe.html.size() < 1'000'000, "a notice costs what it may");
    checkElements(safe.html);
}

void check(const domain::Voucher &voucher)
{
    checkText(voucher.number, 64);
    checkMoney(voucher.total);
    hold(voucher.payBefore.isValid() && voucher.issuedAt.isValid(), "days");
    for (const auto &item : voucher.items)
        checkItem(item);
    (void)domain::moneyInCapitals(voucher.total);
}

void check(const domain::Session &session)
{
    hold(!session.token.isEmpty() && session.token.size() <= 500, "a token");
}

void check(const gateway::Health &health)
{
    hold(health.serverTime.isValid(), "a moment");
    checkText(health.version, 40);
}

void check(const gateway::Verdict &verdict)
{
    using S = domain::SubmissionState;
    hold(verdict.state != S::Pending && verdict.state != S::Sending && verdict.state != S::Unknown,
         "a state that the tax side can name");
    checkText(verdict.reasonCode, 100);
    checkText(verdict.reasonText, 500);
    checkText(verdict.reference, 64);
    for (const auto &rejection : verdict.rejections)
        checkCount(rejection.line);
    for (const auto &item : verdict.items)
        checkItem(item);
    if (verdict.detail.isEmpty())
        return;
    if (const auto voucher = gateway::voucherFromDetail(verdict.detail))
        check(*voucher);
}

void check(const gateway::RemoteSubmission &remote)
{
    checkText(remote.submission.id, 64);
    checkMoney(remote.submission.total);
    checkCount(remote.submission.headcount);
    hold(remote.submission.itemCount == remote.items.size(), "as many items as it says");
    for (const auto &item : remote.items) {
        checkItem(item);
        checkFee(item.item);
    }
}

void check(const domain::RulePack &pack)
{
    checkText(pack.region, 40);
    checkText(pack.version, 100);
    for (const auto &charge : pack.charges) {
        checkRate({charge.ratePpm, charge.fixed});
        checkMonth(charge.from);
    }
    for (const auto &limit : pack.limits) {
        checkMonth(limit.from);
        hold(Money() <= limit.floor && limit.floor <= limit.cap, "a floor is no higher than its cap");
    }
    checkMoney(pack.wage.maximum);
    hold(Money() <= pack.wage.maximum, "a highest wage");
    for (const int months : {pack.wage.monthsBack, pack.wage.monthsAhead})
        hold(months >= 0 && months <= 240, "months back and ahead");
    for (const int day : {pack.fee.declareByDay, pack.fee.payByDay})
        hold(day >= 1 && day <= 31, "a day of a month");
    hold(pack.fee.lateFeePpmPerDay >= 0 && pack.fee.lateFeePpmPerDay <= 1'000'000, "a late fee");
    usePack(pack);
}

}  // namespace fuzz
