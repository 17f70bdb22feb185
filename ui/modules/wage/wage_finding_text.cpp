// What 申报体检 says.

#include "ui/modules/wage/wage_checkup_panel.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/style/tr.h"

namespace ui {

using domain::WageFinding;
using domain::WageFindingKind;

namespace {

QString amount(const std::optional<domain::Money> &money)
{
    return money ? domain::moneyText(*money) : QString();
}

QString flawText(const WageFinding &finding)
{
    using domain::DocumentFlaw;
    switch (finding.flaw.value_or(DocumentFlaw::Empty)) {
    case DocumentFlaw::Empty: return Tr::tr("没有证件号码");
    case DocumentFlaw::Length: return Tr::tr("证件号码的位数不对");
    case DocumentFlaw::Character: return Tr::tr("证件号码的格式与证件类型不符");
    case DocumentFlaw::Check: return Tr::tr("证件号码的校验位不对");
    case DocumentFlaw::Date: return Tr::tr("证件号码中的出生日期不存在");
    case DocumentFlaw::Old15:
        return finding.other.isEmpty() ? Tr::tr("15 位旧身份证号码有误，请与证件核对")
                                       : Tr::tr("15 位旧身份证号码，按规则对应 %1；请与证件核对，并向社保经办机构更新为 18 位").arg(finding.other);
    }
    return {};
}

QString percentText(const WageFinding &finding)
{
    const qint64 old = finding.oldWage->fen();
    return QString::number(qAbs(finding.wage->fen() - old) * 100 / old);
}

}  // namespace

QString findingText(const WageFinding &finding, const domain::RulePack &pack)
{
    const auto insurance = finding.insurance.isEmpty() ? QString() : domain::insuranceName(pack, finding.insurance);
    const auto ofInsurance = [&](const QString &text) { return insurance.isEmpty() ? text : insurance + Tr::tr("：") + text; };
    switch (finding.kind) {
    case WageFindingKind::WageMissing: return Tr::tr("没有填写新缴费工资");
    case WageFindingKind::MonthMissing: return Tr::tr("没有填写生效年月");
    case WageFindingKind::MonthOutOfRange: return Tr::tr("生效年月超出允许范围");
    case WageFindingKind::WageZero: return ofInsurance(Tr::tr("新缴费工资为 0"));
    case WageFindingKind::WageJump:
        return ofInsurance(Tr::tr("工资由 %1 变为 %2，变动 %3%").arg(amount(finding.oldWage), amount(finding.wage), percentText(finding)));
    case WageFindingKind::WageLeftOut: return ofInsurance(Tr::tr("没有填写，不申报，工资不变"));
    case WageFindingKind::BelowFloor:
        return Tr::tr("低于%1的缴费下限，预估缴费基数为 %2").arg(insurance, amount(finding.base));
    case WageFindingKind::AboveCap:
        return Tr::tr("高于%1的缴费上限，预估缴费基数为 %2").arg(insurance, amount(finding.base));
    case WageFindingKind::DocumentWrong: return flawText(finding);
    case WageFindingKind::NameUnusual: return Tr::tr("姓名中有不常见的符号，请与证件核对（间隔号应为「·」）");
    case WageFindingKind::TwiceInDraft: return Tr::tr("同一证件号码在列表中出现多次（另一单位编号 %1）").arg(finding.other);
    case WageFindingKind::InAnotherUnit: return Tr::tr("同时在「%1」参保").arg(finding.other);
    case WageFindingKind::PensionWithoutMedical: return Tr::tr("参加了养老保险，没有参加医疗保险");
    }
    return {};
}

QString findingColumn(const WageFinding &finding, const domain::WageForm &form)
{
    switch (finding.kind) {
    case WageFindingKind::MonthMissing:
    case WageFindingKind::MonthOutOfRange: return QStringLiteral("month");
    case WageFindingKind::DocumentWrong:
    case WageFindingKind::TwiceInDraft:
    case WageFindingKind::InAnotherUnit: return QStringLiteral("documentNumber");
    case WageFindingKind::NameUnusual:
    case WageFindingKind::PensionWithoutMedical: return QStringLiteral("name");
    case WageFindingKind::WageMissing:
    case WageFindingKind::WageZero:
    case WageFindingKind::WageJump:
    case WageFindingKind::WageLeftOut:
    case WageFindingKind::BelowFloor:
    case WageFindingKind::AboveCap: break;
    }
    return columnOfInsurance(form.byInsurance ? finding.insurance : QString());
}

}  // namespace ui
