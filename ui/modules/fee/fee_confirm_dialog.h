#pragma once
// What is about to be declared, with its sums by 征收项目 (F4).

#include "domain/fee.h"
#include "ui/shell/task_dialog.h"

#include <QDate>

#include <vector>

namespace ui {

class FeeConfirmDialog final : public TaskDialog {
    Q_OBJECT
public:
    FeeConfirmDialog(const QString &pageId, const std::vector<domain::FeeAssessment> &chosen, QDate today,
                     QWidget *parent);

private:
    void build(const std::vector<domain::FeeAssessment> &chosen, QDate today);
};

}  // namespace ui
