#include "gateway/declared_person.h"

#include "gateway/words.h"

namespace gateway {

namespace {

domain::DeclaredPerson declaredPerson(const Reader &reader)
{
    domain::DeclaredPerson row;
    row.declarationId = reader.text("declarationId", 64);
    row.item = feeItem(reader.object("item"));
    row.person = feePerson(reader);
    row.received = reader.flag("received");
    return row;
}

domain::AnnuityNotice annuityNotice(const Reader &reader)
{
    domain::AnnuityNotice notice;
    notice.number = reader.text("number", 64);
    notice.period = reader.month("period");
    notice.noticeNumbers = reader.texts("noticeNumbers");
    notice.headcount = reader.number("headcount");
    notice.baseTotal = reader.money("baseTotal");
    notice.unitAmount = reader.money("unitAmount");
    notice.personAmount = reader.money("personAmount");
    notice.payBy = reader.day("payBy");
    notice.accountName = reader.text("accountName", 200);
    notice.accountNumber = reader.text("accountNumber", 64);
    notice.bankName = reader.text("bankName", 200);
    return notice;
}

QString pathOf(const char *list, domain::MonthRange months)
{
    return QStringLiteral("v1/%1?from=%2&to=%3")
        .arg(QLatin1String(list), domain::monthText(months.from), domain::monthText(months.to));
}

}  // namespace

base::Result<DeclaredPage> fetchDeclaredPersons(const Access &access, domain::MonthRange months,
                                                const QString &cursor, int limit, base::Job &job)
{
    QString path = pathOf("declared-persons", months) + QStringLiteral("&limit=%1").arg(limit);
    if (!cursor.isEmpty())
        path += QStringLiteral("&cursor=") + encoded(cursor);
    return decoded(access.get(path, job), [](const Reader &reader) {
        return DeclaredPage{reader.list("items", declaredPerson), reader.optionalText("nextCursor", 200),
                            reader.number("total")};
    });
}

base::Result<QVector<domain::AnnuityNotice>> fetchAnnuityNotices(const Access &access, domain::MonthRange months,
                                                                 base::Job &job)
{
    return decoded(access.get(pathOf("annuity-notices", months), job),
                   [](const Reader &reader) { return reader.list("items", annuityNotice); });
}

}  // namespace gateway
