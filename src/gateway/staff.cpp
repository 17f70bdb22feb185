#include "gateway/staff.h"

#include "gateway/words.h"

#include <algorithm>

namespace gateway {

namespace {

domain::StaffInsurance staffInsurance(const Reader &reader)
{
    return {reader.text("insurance", 20),   reader.text("insuranceName", 200), contributionState(reader, "state"),
            reader.month("from"),           reader.optionalMonth("to"),        reader.optionalMoney("wage"),
            reader.optionalMoney("base")};
}

domain::Staff staff(const Reader &reader)
{
    domain::Staff staff;
    staff.id = reader.text("id", 64);
    staff.deleted = reader.optionalFlag("deleted");
    if (staff.deleted)
        return staff;
    staff.personNumber = reader.text("personNumber", 40);
    staff.unitNumber = reader.text("unitNumber", 40);
    staff.name = reader.text("name", 200);
    staff.documentType = reader.text("documentType", 10);
    staff.documentNumber = reader.text("documentNumber", 60);
    staff.department = reader.optionalText("department", 200);
    staff.state = contributionState(reader, "state");
    staff.wage = reader.optionalMoney("wage");
    staff.insurances = reader.list("insurances", staffInsurance);
    std::sort(staff.insurances.begin(), staff.insurances.end(),
              [](const auto &a, const auto &b) { return a.insurance < b.insurance; });
    return staff;
}

}  // namespace

base::Result<StaffPage> fetchStaff(const Access &access, qint64 since, const QString &cursor, int limit, base::Job &job)
{
    QString path = QStringLiteral("v1/staff?since=%1&limit=%2").arg(since).arg(limit);
    if (!cursor.isEmpty())
        path += QStringLiteral("&cursor=") + encoded(cursor);
    return decoded(access.get(path, job), [](const Reader &reader) {
        return StaffPage{reader.list("items", staff), reader.optionalText("nextCursor", 200),
                         reader.number("sequence"), reader.number("total")};
    });
}

}  // namespace gateway
