#include "office/person_sheet.h"

#include "domain/document.h"

namespace office {

namespace {

SheetRow rowOf(qint64 number, const domain::FeePerson &person)
{
    return {number,
            person.name,
            domain::documentTypeName(person.documentType),
            person.documentNumber,
            person.wage,
            person.base,
            domain::rateText(person.rate),
            person.due,
            person.relief,
            person.payable,
            person.personNumber};
}

}  // namespace

Sheet personSheet(qint64 total, PersonWindow people)
{
    Sheet sheet;
    sheet.name = QStringLiteral("人员明细");
    sheet.columns = {{QStringLiteral("序号"), 8},      {QStringLiteral("姓名"), 14},     {QStringLiteral("证件类型"), 20},
                     {QStringLiteral("证件号码"), 24}, {QStringLiteral("缴费工资"), 14}, {QStringLiteral("缴费基数"), 14},
                     {QStringLiteral("费率"), 12},     {QStringLiteral("应缴费额"), 14}, {QStringLiteral("减免费额"), 14},
                     {QStringLiteral("应补(退)费额"), 16}, {QStringLiteral("人员编号"), 16}};
    sheet.total = total;
    sheet.rows = [people = std::move(people)](qint64 offset, qint64 limit) -> base::Result<std::vector<SheetRow>> {
        const auto window = people(offset, limit);
        if (!window)
            return window.error();
        std::vector<SheetRow> rows;
        qint64 number = offset;
        for (const auto &person : *window)
            rows.push_back(rowOf(++number, person));
        return rows;
    };
    return sheet;
}

}  // namespace office
