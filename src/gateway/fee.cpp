#include "gateway/fee.h"

#include "gateway/pages.h"
#include "gateway/words.h"

namespace gateway {

namespace {

domain::FeeAssessment assessment(const Reader &reader)
{
    domain::FeeAssessment row;
    row.id = reader.text("id", 64);
    row.item = feeItem(reader.object("item"));
    row.kind = feeKind(reader, "kind");
    row.specialKind = reader.optionalText("specialKind", 10);
    row.headcount = reader.number("headcount");
    row.hasPersons = reader.flag("hasPersons");
    row.wageTotal = reader.money("wageTotal");
    row.baseTotal = reader.money("baseTotal");
    row.rate = rateOrAmount(reader);
    row.due = reader.money("due");
    row.relief = reader.money("relief");
    row.payable = reader.money("payable");
    row.declareBy = reader.day("declareBy");
    return row;
}

domain::Arrear arrear(const Reader &reader)
{
    using Hold = domain::ArrearHold;
    domain::Arrear row;
    row.id = reader.text("id", 64);
    row.item = feeItem(reader.object("item"));
    row.due = reader.money("due");
    row.lateFee = reader.money("lateFee");
    row.total = reader.money("total");
    row.payBy = reader.day("payBy");
    if (!reader.flag("open")) {
        row.hold = reader.oneOf<Hold>(
            "closedReason", {{"in-voucher", Hold::InVoucher}, {"in-payment", Hold::InPayment}, {"paid", Hold::Paid}});
    }
    return row;
}

domain::Receipt receipt(const Reader &reader)
{
    return {reader.text("id", 64),
            feeItem(reader.object("item")),
            reader.text("taxReceiptNumber", 40),
            reader.money("amount"),
            reader.money("lateFee"),
            reader.instant("paidAt"),
            reader.optionalInstant("receivedAt")};
}

QString ofMonths(const char *list, domain::MonthRange months)
{
    return QStringLiteral("v1/%1?limit=1000&from=%2&to=%3")
        .arg(QLatin1String(list), domain::monthText(months.from), domain::monthText(months.to));
}

domain::Agreement agreement(const Reader &reader)
{
    return {reader.text("number", 64),        reader.text("bankName", 200),    reader.optionalText("clearingNumber", 40),
            reader.text("accountMasked", 64), reader.text("accountName", 200), reader.day("from"),
            reader.day("to"),                 reader.flag("verified")};
}

}  // namespace

base::Result<QVector<domain::FeeAssessment>> fetchAssessments(const Access &access, domain::FeeKind kind, base::Job &job)
{
    const auto path = QStringLiteral("v1/fee-assessments?limit=1000&kind=%1").arg(QLatin1String(feeKindWord(kind)));
    return fetchAll(access, path, assessment, job);
}

base::Result<FeePersonPage> fetchFeePersons(const Access &access, const QString &assessmentId, const QString &cursor,
                                            int limit, base::Job &job)
{
    QString path = QStringLiteral("v1/fee-assessments/%1/persons?limit=%2").arg(encoded(assessmentId)).arg(limit);
    if (!cursor.isEmpty())
        path += QStringLiteral("&cursor=") + encoded(cursor);
    return decoded(access.get(path, job), [](const Reader &reader) {
        return FeePersonPage{reader.list("items", feePerson), reader.optionalText("nextCursor", 200),
                             reader.number("total")};
    });
}

base::Result<QVector<domain::Arrear>> fetchArrears(const Access &access, base::Job &job)
{
    return fetchAll(access, QStringLiteral("v1/arrears?limit=1000"), arrear, job);
}

base::Result<QVector<domain::Arrear>> fetchPayables(const Access &access, domain::MonthRange months, base::Job &job)
{
    return fetchAll(access, ofMonths("payables", months), arrear, job);
}

base::Result<QVector<domain::Receipt>> fetchReceipts(const Access &access, domain::MonthRange months, base::Job &job)
{
    return fetchAll(access, ofMonths("receipts", months), receipt, job);
}

base::Result<QVector<domain::Agreement>> fetchAgreements(const Access &access, base::Job &job)
{
    return decoded(access.get(QStringLiteral("v1/agreements"), job),
                   [](const Reader &reader) { return reader.list("items", agreement); });
}

}  // namespace gateway
