// The list of 对账到人.

#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/modules/query/query_columns.h"
#include "ui/style/tr.h"

namespace ui {

using domain::PersonDifference;
using domain::PersonDiscrepancy;

QString personDiscrepancyText(PersonDiscrepancy kind)
{
    switch (kind) {
    case PersonDiscrepancy::NotDeclared: return Tr::tr("未申报");
    case PersonDiscrepancy::NotAssessed: return Tr::tr("预处理中没有");
    case PersonDiscrepancy::DeclaredTwice: return Tr::tr("重复申报");
    case PersonDiscrepancy::BaseDiffers: return Tr::tr("缴费基数不一致");
    case PersonDiscrepancy::AmountDiffers: return Tr::tr("费额不一致");
    }
    return {};
}

std::vector<Column<PersonDifference>> personDifferenceColumns()
{
    using Row = PersonDifference;
    auto difference = moneyColumn<Row>("difference", Tr::tr("差额"), &Row::difference, 96);
    difference.tone = [](const Row &row) { return row.difference().fen() == 0 ? Tone::Neutral : Tone::Danger; };
    return {
        pillColumn<Row>(
            "kind", Tr::tr("差异"),
            [](const Row &row) {
                return StateText{personDiscrepancyText(row.kind), Tone::Danger};
            },
            126),
        textColumn<Row>("name", Tr::tr("姓名"), &Row::name, column_width::personName),
        documentColumn<Row>(Tr::tr("证件号码"), &Row::documentNumber, 166),
        moneyColumn<Row>("assessedBase", Tr::tr("预处理基数"), &Row::assessedBase, 100),
        moneyColumn<Row>("declaredBase", Tr::tr("申报基数"), &Row::declaredBase, 100),
        moneyColumn<Row>("assessed", Tr::tr("预处理费额"), &Row::assessed, 100),
        moneyColumn<Row>("declared", Tr::tr("申报费额"), &Row::declared, 100),
        difference,
        textColumn<Row>("personNumber", Tr::tr("人员编号"), &Row::personNumber, 104),
        textColumn<Row>(
            "documentType", Tr::tr("证件类型"),
            [](const Row &row) { return domain::documentTypeName(row.documentType); }, 110),
    };
}

}  // namespace ui
