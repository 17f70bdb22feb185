#include "service/wage_sheets.h"

#include "domain/document.h"

namespace service {

using domain::WageKind;
using office::SheetBand;
using office::SheetColumn;

namespace {

/// Three rows of head, types as codes: what the annual form looks like.
bool isOfficialForm(const WageTarget &target)
{
    return target.form.byInsurance;
}

QString codeAndName(const domain::CodeName &insurance)
{
    return insurance.code + QLatin1Char('|') + insurance.name;
}

/// Those that may be chosen, for the drop-down list.
QStringList months(const WageTarget &target)
{
    QStringList months;
    for (auto month = target.present - target.rules.monthsBack; month <= target.present + target.rules.monthsAhead; month = month + 1)
        months.append(domain::monthText(month));
    return months;
}

/// `120|机关事业单位养老保险` above each 缴费工资, 缴费人识别号 above the three elements, the title above all.
void addBands(office::Sheet &sheet, const WageTarget &target, const QString &taxNumber)
{
    const auto title = target.form.kind == WageKind::Annual ? QStringLiteral("单位社保费缴费工资年度申报")
                                                            : QStringLiteral("单位社保费缴费工资日常申报");
    QVector<SheetBand> second = {{0, 0, QStringLiteral("*缴费人识别号：")}, {1, 3, taxNumber}};
    int at = 4;
    for (const auto &insurance : target.insurances) {
        second.append({at, at, codeAndName(insurance)});
        ++at;
    }
    sheet.bands = {{{0, 3, title}}, second};
}

QStringList notes(const WageTarget &target)
{
    QStringList notes = {QStringLiteral("按照该模板编辑职工工资信息，将该模板导入客户端后即可申报。"),
                         QStringLiteral("带 * 的列必须填写；证件号码请按文本填写，不要让表格软件把它变成数字。"),
                         QStringLiteral("缴费工资最多两位小数；没有参加的险种留空。"),
                         QStringLiteral("「分组」可以不填；同一职工有多个单位编号时，填写单位编号加以区分。")};
    if (target.form.kind == WageKind::Daily)
        notes << QStringLiteral("生效年月如 2026-07。");
    return notes;
}

office::Sheet officialForm(const WageTarget &target, const QString &taxNumber)
{
    office::Sheet sheet;
    sheet.name = QStringLiteral("缴费工资申报数据");
    QStringList types;
    for (const auto &type : domain::documentTypes())
        types.append(codeAndName({type.code, type.name}));
    sheet.columns = {{QStringLiteral("*姓名"), 18},
                     {QStringLiteral("*身份证件类型代码"), 20, types},
                     {QStringLiteral("*身份证件号码"), 24, {}, true},
                     {QStringLiteral("分组"), 12, {}, true}};
    for (const auto &insurance : target.insurances)
        sheet.columns.push_back({QStringLiteral("缴费工资"), qMax(14.0, 2.0 * double(codeAndName(insurance).size()))});
    if (target.form.kind == WageKind::Daily)
        sheet.columns.push_back({QStringLiteral("*生效年月"), 12, months(target)});
    addBands(sheet, target, taxNumber);
    sheet.notes = notes(target);
    return sheet;
}

office::Sheet plainForm(const WageTarget &target)
{
    office::Sheet sheet;
    sheet.name = QStringLiteral("缴费工资申报");
    QStringList types;
    for (const auto &type : domain::documentTypes())
        types.append(type.name);
    sheet.columns = {{QStringLiteral("*姓名"), 14},
                     {QStringLiteral("*证件类型"), 20, types},
                     {QStringLiteral("*证件号码"), 24, {}, true},
                     {QStringLiteral("人员编号"), 14, {}, true},
                     {QStringLiteral("单位编号"), 14, {}, true},
                     {QStringLiteral("原缴费工资"), 14},
                     {QStringLiteral("*新缴费工资"), 14}};
    if (target.form.kind == WageKind::Daily)
        sheet.columns.push_back({QStringLiteral("*生效年月"), 12, months(target)});
    sheet.columns.push_back({QStringLiteral("备注"), 24, {}, true});
    return sheet;
}

}  // namespace

office::Sheet wageTemplate(const WageTarget &target, const QString &taxNumber)
{
    auto sheet = isOfficialForm(target) ? officialForm(target, taxNumber) : plainForm(target);
    sheet.rows = [](qint64, qint64) -> base::Result<std::vector<office::SheetRow>> { return std::vector<office::SheetRow>(); };
    return sheet;
}

office::SheetRow wageTemplateRow(const WageTarget &target, const domain::Staff &person)
{
    if (isOfficialForm(target))
        return {person.name, person.documentType, person.documentNumber, person.unitNumber};
    const office::SheetCell wage = person.wage ? office::SheetCell(*person.wage) : office::SheetCell();
    return {person.name,       domain::documentTypeName(person.documentType), person.documentNumber, person.personNumber,
            person.unitNumber, wage};
}

}  // namespace service
