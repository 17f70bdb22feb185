#include "gateway/submission.h"

#include "gateway/pages.h"
#include "gateway/words.h"

#include <algorithm>

namespace gateway {

using domain::SubmissionItem;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

/// Of the answer to a wage declaration: four for each line, and as many lines may be rejected as were sent.
constexpr qint64 kMostOfRejections = 5'000'000;

const char *listOf(SubmissionKind kind)
{
    switch (kind) {
    case SubmissionKind::Wage: return "wage-declarations";
    case SubmissionKind::Fee: return "fee-declarations";
    case SubmissionKind::FeeVoiding: return "fee-voidings";
    case SubmissionKind::Payment: return "payments";
    case SubmissionKind::Voucher: return "vouchers";
    case SubmissionKind::VoucherVoiding: return "voucher-voidings";
    }
    return "";
}

QString path(SubmissionKind kind, const QString &id)
{
    return QStringLiteral("v1/%1/%2").arg(QLatin1String(listOf(kind)), id);
}

SubmissionState settledState(const Reader &reader)
{
    using S = SubmissionState;
    return reader.oneOf<S>("status", {{"submitted", S::Awaiting},
                                      {"accepted", S::Succeeded},
                                      {"partial", S::Partial},
                                      {"rejected", S::Failed}});
}

SubmissionState feeState(const Reader &reader)
{
    using S = SubmissionState;
    return reader.oneOf<S>("status", {{"submitted", S::Awaiting},
                                      {"accepted", S::Succeeded},
                                      {"rejected", S::Failed},
                                      {"voiding", S::Voiding},
                                      {"voided", S::Voided}});
}

SubmissionState voucherState(const Reader &reader)
{
    using S = SubmissionState;
    return reader.oneOf<S>(
        "status", {{"valid", S::Succeeded}, {"paid", S::Succeeded}, {"voided", S::Voided}, {"expired", S::Expired}});
}

SubmissionItem paymentItem(const Reader &reader)
{
    using S = SubmissionState;
    SubmissionItem item;
    item.key = reader.text("arrearId", 64);
    item.amount = reader.money("amount");
    item.state = reader.oneOf<S>("status", {{"pending", S::Awaiting}, {"paid", S::Succeeded}, {"failed", S::Failed}});
    item.reasonCode = reader.optionalText("code", 100);
    item.reasonText = reader.optionalText("text", 500);
    item.taxReceiptNumber = reader.optionalText("taxReceiptNumber", 40);
    return item;
}

/// The items of a payment say what the whole says: one that is left out, or pending in what is settled, would be free to be
/// paid again.
void requireAgreement(SubmissionState state, const QVector<SubmissionItem> &items)
{
    const auto count = [&](SubmissionState wanted) {
        return std::count_if(items.cbegin(), items.cend(), [wanted](const auto &item) { return item.state == wanted; });
    };
    const auto paid = count(SubmissionState::Succeeded);
    const auto failed = count(SubmissionState::Failed);
    const bool whole = paid + failed == items.size() && !items.isEmpty();
    const bool agrees = state == SubmissionState::Awaiting || (state == SubmissionState::Succeeded && whole && failed == 0)
        || (state == SubmissionState::Failed && whole && paid == 0)
        || (state == SubmissionState::Partial && whole && paid > 0 && failed > 0);
    if (!agrees)
        throw Misshapen{"items"};
}

void readWage(const Reader &reader, Verdict &verdict)
{
    verdict.state = settledState(reader);
    verdict.rejections = reader.list("rejections", [](const Reader &line) {
        return Verdict::Rejection{line.number("line"), line.text("code", 100), line.text("text", 500)};
    });
}

void readPayment(const Reader &reader, Verdict &verdict)
{
    verdict.state = settledState(reader);
    verdict.items = reader.list("items", paymentItem);
    requireAgreement(verdict.state, verdict.items);
}

void readVoucher(const Reader &reader, const nlohmann::json &answer, Verdict &verdict)
{
    verdict.state = voucherState(reader);
    verdict.submittedAt = verdict.settledAt = reader.instant("issuedAt");
    verdict.reference = reader.text("number", 64);
    verdict.paid = reader.text("status") == QLatin1String("paid") ? QStringLiteral("all") : QStringLiteral("none");
    verdict.detail = dumped(answer);
}

Verdict verdictOf(SubmissionKind kind, const Reader &reader, const nlohmann::json &answer)
{
    Verdict verdict;
    if (kind != SubmissionKind::Voucher) {
        verdict.submittedAt = reader.instant("submittedAt");
        verdict.settledAt = reader.optionalInstant("settledAt");
    }
    verdict.reasonCode = reader.optionalText("reasonCode", 100);
    verdict.reasonText = reader.optionalText("reasonText", 500);
    switch (kind) {
    case SubmissionKind::Wage: readWage(reader, verdict); break;
    case SubmissionKind::Fee:
        verdict.state = feeState(reader);
        verdict.paid = reader.text("paid", 10);
        break;
    case SubmissionKind::FeeVoiding:
    case SubmissionKind::VoucherVoiding: verdict.state = settledState(reader); break;
    case SubmissionKind::Payment: readPayment(reader, verdict); break;
    case SubmissionKind::Voucher: readVoucher(reader, answer, verdict); break;
    }
    return verdict;
}

base::Result<Verdict> exchanged(const Access &access, http::Method method, SubmissionKind kind, const QString &id,
                                const QByteArray &body, base::Job &job)
{
    const auto most = kind == SubmissionKind::Wage ? kMostOfRejections : kMostValues;
    const auto answer = method == http::Method::Get
                            ? access.get(path(kind, id), job, most)
                            : access.taxSide->json(method, path(kind, id), access.token, body, job, most);
    return decoded(answer, [&](const Reader &reader) {
        // An answer about something else must never settle this one.
        if (reader.text("id", 64) != id)
            throw Misshapen{"id"};
        return verdictOf(kind, reader, *answer);
    }, method == http::Method::Get ? base::Sent::No : base::Sent::Unknown);
}

SubmissionItem declaredItem(const Reader &reader)
{
    SubmissionItem item;
    item.key = reader.text("assessmentId", 64);
    item.item = feeItem(reader.object("item"));
    item.headcount = reader.number("headcount");
    item.amount = reader.money("payable");
    item.state = SubmissionState::Succeeded;
    return item;
}

RemoteSubmission remoteDeclaration(const Reader &reader)
{
    using C = domain::Channel;
    RemoteSubmission remote;
    auto &s = remote.submission;
    s.id = reader.text("id", 64);
    s.kind = SubmissionKind::Fee;
    s.state = feeState(reader);
    s.channel = reader.oneOf<C>("channel", {{"client", C::Client}, {"web", C::Web}, {"hall", C::Hall}});
    s.variant = QLatin1String(feeKindWord(feeKind(reader, "kind")));
    s.createdAt = reader.instant("submittedAt");
    s.settledAt = reader.optionalInstant("settledAt");
    s.reasonCode = reader.optionalText("reasonCode", 100);
    s.reasonText = reader.optionalText("reasonText", 500);
    s.headcount = reader.number("headcount");
    s.total = reader.money("total");
    s.paid = reader.text("paid", 10);
    remote.items = reader.list("items", declaredItem);
    s.itemCount = remote.items.size();
    return remote;
}

RemoteSubmission remotePayment(const Reader &reader)
{
    RemoteSubmission remote;
    auto &s = remote.submission;
    s.id = reader.text("id", 64);
    s.kind = SubmissionKind::Payment;
    s.state = settledState(reader);
    s.createdAt = reader.instant("submittedAt");
    s.settledAt = reader.optionalInstant("settledAt");
    s.reference = reader.optionalText("agreementNumber", 64);
    s.total = reader.money("total");
    remote.items = reader.list("items", [](const Reader &row) {
        SubmissionItem item = paymentItem(row);
        item.item = feeItem(row.object("item"));
        return item;
    });
    requireAgreement(s.state, remote.items);
    s.itemCount = remote.items.size();
    return remote;
}

QString ofDays(const char *list, QDate from, QDate to)
{
    return QStringLiteral("v1/%1?limit=500&from=%2&to=%3")
        .arg(QLatin1String(list), from.toString(Qt::ISODate), to.toString(Qt::ISODate));
}

}  // namespace

base::Result<Verdict> put(const Access &access, SubmissionKind kind, const QString &id, const QByteArray &body,
                          base::Job &job)
{
    return exchanged(access, http::Method::Put, kind, id, body, job);
}

base::Result<Verdict> ask(const Access &access, SubmissionKind kind, const QString &id, base::Job &job)
{
    return exchanged(access, http::Method::Get, kind, id, {}, job);
}

base::Result<void> withdraw(const Access &access, SubmissionKind kind, const QString &id, base::Job &job)
{
    nlohmann::json body;
    body["list"] = listOf(kind);
    const auto answer = access.taxSide->json(http::Method::Put, QStringLiteral("v1/withdrawals/") + id, access.token,
                                             QByteArray::fromStdString(body.dump()), job);
    const auto done = decoded(
        answer,
        [&](const Reader &reader) {
            if (reader.text("id", 64) != id)
                throw Misshapen{"id"};
            return reader.oneOf<bool>("status", {{"withdrawn", true}});
        },
        base::Sent::Unknown);
    return done ? base::Result<void>() : done.error();
}

base::Result<domain::Voucher> voucherFromDetail(const QByteArray &detail)
{
    return decoded(base::Result<nlohmann::json>(parsedJson(detail)), [](const Reader &reader) {
        domain::Voucher voucher;
        voucher.id = reader.text("id", 64);
        voucher.number = reader.text("number", 64);
        voucher.state = voucherState(reader);
        voucher.issuedAt = reader.instant("issuedAt");
        voucher.payBefore = reader.day("payBefore");
        voucher.taxNumber = reader.text("taxNumber", 20);
        voucher.unitName = reader.text("unitName", 200);
        voucher.authorityCode = reader.text("authorityCode", 40);
        voucher.authorityName = reader.text("authorityName", 200);
        voucher.total = reader.money("total");
        voucher.items = reader.list("items", [](const Reader &row) {
            SubmissionItem item;
            item.key = row.text("arrearId", 64);
            item.item = feeItem(row.object("item"));
            item.amount = row.money("amount");
            return item;
        });
        return voucher;
    });
}

base::Result<QVector<RemoteSubmission>> fetchFeeDeclarations(const Access &access, QDate from, QDate to, base::Job &job)
{
    return fetchAll(access, ofDays("fee-declarations", from, to), remoteDeclaration, job);
}

base::Result<QVector<RemoteSubmission>> fetchPayments(const Access &access, QDate from, QDate to, base::Job &job)
{
    return fetchAll(access, ofDays("payments", from, to), remotePayment, job);
}

}  // namespace gateway
