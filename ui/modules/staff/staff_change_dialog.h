#pragma once
// 更新数据导出 (E4): what updates changed, looked through and written to a workbook.

#include "service/export.h"
#include "service/staff_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

class QPushButton;

namespace ui {

class QueryBar;
class TableView;

class StaffChangeDialog final : public TaskDialog {
    Q_OBJECT
public:
    StaffChangeDialog(const Desk &desk, service::StaffService &staff, QWidget *parent);

private:
    void build();
    void search();
    void showChanges(const domain::StaffChangeQuery &wanted, qint64 count);
    domain::StaffChangeQuery typedQuery() const;
    service::Sheet sheet() const;
    void choosePath();
    void exportTo(const QString &path);

    Desk m_desk;
    service::StaffService &m_staff;
    QueryBar *m_query = nullptr;
    TableView *m_table = nullptr;
    ListModel<domain::StaffChange> *m_model = nullptr;
    QPushButton *m_export = nullptr;
    domain::StaffChangeQuery m_shown;
    qint64 m_count = 0;
    bool m_oldestFirst = false;
    LatestJob m_searching;
    LatestJob m_exporting;
};

}  // namespace ui
