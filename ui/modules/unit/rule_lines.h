#pragma once
// A rule pack as lines that a clerk can read (S7).

#include "domain/rule_pack.h"
#include "ui/models/column.h"

namespace ui {

struct RuleLine {
    enum class Force { Present, Past, Future };
    QString id;
    QString group;  ///< 缴费工资申报, 缴费比例, …
    QString rule;
    QString value;
    std::optional<domain::Month> from;
    Force force = Force::Present;
};

/// What was replaced by a later line of the same rule is past.
std::vector<RuleLine> ruleLines(const domain::RulePack &pack, domain::Month present);
std::vector<Column<RuleLine>> ruleLineColumns();

}  // namespace ui
