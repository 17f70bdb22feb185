#include "ui/modules/declared/declared_columns.h"

#include "domain/document.h"
#include "ui/models/column_makers.h"
#include "ui/shell/submission_text.h"
#include "ui/style/tr.h"

namespace ui {

namespace {

using Row = domain::DeclaredPerson;

auto ofPerson(QString domain::FeePerson::*member)
{
    return [member](const Row &row) { return row.person.*member; };
}

auto ofPerson(domain::Money domain::FeePerson::*member)
{
    return [member](const Row &row) { return row.person.*member; };
}

auto ofItem(QString domain::FeeItem::*member)
{
    return [member](const Row &row) { return row.item.*member; };
}

StateText receivedText(const Row &row)
{
    return row.received ? StateText{Tr::tr("已到账"), Tone::Success} : StateText{Tr::tr("未到账"), Tone::Neutral};
}

}  // namespace

std::vector<Column<Row>> declaredColumns()
{
    using domain::FeeItem;
    using domain::FeePerson;
    const auto type = [](const Row &row) { return domain::documentTypeName(row.person.documentType); };
    const auto period = [](const Row &row) { return domain::monthsText(row.item.period()); };
    const auto collection = [](const Row &row) { return row.item.collectionItem.name; };
    const auto category = [](const Row &row) { return row.item.category.name; };
    const auto rate = [](const Row &row) { return domain::rateText(row.person.rate); };
    std::vector<Column<Row>> columns = {
        textColumn<Row>("name", Tr::tr("姓名"), ofPerson(&FeePerson::name), column_width::personName),
        documentColumn<Row>(Tr::tr("证件号码"), ofPerson(&FeePerson::documentNumber), 166),
        dateColumn<Row>("period", Tr::tr("费款所属期"), period, 96),
        textColumn<Row>("category", Tr::tr("征收品目"), category, column_width::category),
        moneyColumn<Row>("base", Tr::tr("缴费基数"), ofPerson(&FeePerson::base), 96),
        figureColumn<Row>("rate", Tr::tr("费率"), rate, 80),
        moneyColumn<Row>("payable", Tr::tr("应补(退)费额"), ofPerson(&FeePerson::payable), 106),
        pillColumn<Row>("received", Tr::tr("到账"), &receivedText, 84),
        textColumn<Row>("collectionItem", Tr::tr("征收项目"), collection, column_width::collectionItem),
        textColumn<Row>("subcategory", Tr::tr("征收子目"), ofItem(&FeeItem::subcategory), 90),
        moneyColumn<Row>("wage", Tr::tr("缴费工资"), ofPerson(&FeePerson::wage), 96),
        moneyColumn<Row>("due", Tr::tr("应缴费额"), ofPerson(&FeePerson::due), 96),
        moneyColumn<Row>("relief", Tr::tr("减免费额"), ofPerson(&FeePerson::relief), 90),
        textColumn<Row>("documentType", Tr::tr("证件类型"), type, 110),
        textColumn<Row>("personNumber", Tr::tr("人员编号"), ofPerson(&FeePerson::personNumber), 104),
        textColumn<Row>("unitNumber", Tr::tr("单位编号"), ofItem(&FeeItem::unitNumber), 96),
        textColumn<Row>("agency", Tr::tr("社保经办机构"), ofItem(&FeeItem::agencyName), 190),
        textColumn<Row>("noticeNumber", Tr::tr("征集通知流水号"), ofItem(&FeeItem::noticeNumber), 180),
        textColumn<Row>("authority", Tr::tr("主管税务机关"), ofItem(&FeeItem::authorityName), 230),
    };
    for (auto &column : columns)
        column.sortable = false;  // read in windows: the newest period first, then in the order of the tax side
    return columns;
}

}  // namespace ui
