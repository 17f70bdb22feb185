#include "gateway/contribution_base.h"

#include "gateway/reader.h"

namespace gateway {

namespace {

domain::ContributionBase contributionBase(const Reader &reader)
{
    domain::ContributionBase row;
    row.staffId = reader.text("staffId", 64);
    row.deleted = reader.optionalFlag("deleted");
    if (row.deleted)
        return row;
    row.personNumber = reader.text("personNumber", 40);
    row.insurance = reader.text("insurance", 20);
    row.insuranceName = reader.text("insuranceName", 200);
    row.wage = reader.optionalMoney("wage");
    row.base = reader.money("base");
    row.from = reader.month("from");
    row.to = reader.optionalMonth("to");
    row.unitNumber = reader.text("unitNumber", 40);
    return row;
}

}  // namespace

base::Result<ContributionBasePage> fetchContributionBases(const Access &access, qint64 since, const QString &cursor,
                                                          int limit, base::Job &job)
{
    QString path = QStringLiteral("v1/contribution-bases?since=%1&limit=%2").arg(since).arg(limit);
    if (!cursor.isEmpty())
        path += QStringLiteral("&cursor=") + encoded(cursor);
    return decoded(access.get(path, job), [](const Reader &reader) {
        return ContributionBasePage{reader.list("items", contributionBase), reader.optionalText("nextCursor", 200),
                                    reader.number("sequence"), reader.number("total")};
    });
}

}  // namespace gateway
