#pragma once
// The month's walk: 同步职工 → 申报工资 → 社保费申报 → 缴款, with what is waiting at each step and until when it must be done.

#include "domain/rule_pack.h"
#include "service/home_service.h"
#include "ui/style/tokens.h"

#include <vector>

namespace ui {

struct MonthStep {
    enum class Mark {
        Plain,    ///< nothing is known to wait
        Done,
        Next,     ///< the user's turn
        Waiting,  ///< the tax side's turn
    };

    QString pageId;
    QString title;
    QString detail;
    QString goText;  ///< on the button
    Mark mark = Mark::Plain;
    QString due = {};  ///< 「7月25日前，还有 3 天」; empty without a deadline
    Tone dueTone = Tone::Neutral;
};

/// `today` counts in China. The wage step is left out where the rule pack has no wage declaration (L8).
std::vector<MonthStep> monthSteps(const service::Waiting &waiting, const domain::RulePack &pack, QDate today);

}  // namespace ui
