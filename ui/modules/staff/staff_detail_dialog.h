#pragma once
// 职工参保信息详情 (E8): one person with all insurances.

#include "domain/staff.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class StaffDetailDialog final : public TaskDialog {
    Q_OBJECT
public:
    StaffDetailDialog(const domain::Staff &staff, QWidget *parent);

private:
    QWidget *buildHead(const domain::Staff &staff);
    QWidget *buildFacts(const domain::Staff &staff);
    QWidget *buildInsurances(const domain::Staff &staff);
};

}  // namespace ui
