#pragma once
// The workbooks that 缴费工资申报 hands out and takes back: 导入模板 and 下载参保职工 (W3, W4, W11). What is written here is
// understood by WageImporter::read.

#include "domain/wage.h"
#include "office/sheet.h"

namespace service {

/// The draft a workbook is for, and what the rule pack says about it.
struct WageTarget {
    domain::WageForm form;
    domain::WageRules rules;
    domain::Month present;
    QVector<domain::CodeName> insurances;  ///< by insurance: those of the unit, in the order of their columns
};

/// Without rows. Annual and by insurance it is the official form (field.md 1.3): title, 缴费人识别号, a wage column for each
/// insurance. `taxNumber` stands in its head.
office::Sheet wageTemplate(const WageTarget &target, const QString &taxNumber = {});
/// One person's row of it, with empty wages.
office::SheetRow wageTemplateRow(const WageTarget &target, const domain::Staff &person);

}  // namespace service
