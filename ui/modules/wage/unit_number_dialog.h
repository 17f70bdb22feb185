#pragma once
// 按单位编号添加职工 (W4): which 单位编号 the people are added from.
// Object names: wage.unitNumber, wage.unitNumber.{table,confirm,close}.

#include "service/staff_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class TableView;

class UnitNumberDialog final : public TaskDialog {
    Q_OBJECT
public:
    UnitNumberDialog(const Desk &desk, service::StaffService &staff, QWidget *parent);

Q_SIGNALS:
    void chosen(const QStringList &unitNumbers);

private:
    void build();
    void load();
    void confirm();

    Desk m_desk;
    service::StaffService &m_staff;
    TableView *m_table = nullptr;
    ListModel<domain::UnitNumberCount> *m_numbers = nullptr;
    QPushButton *m_confirm = nullptr;
    LatestJob m_reading;
};

}  // namespace ui
