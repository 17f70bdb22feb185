#pragma once
// 单个录入 (W4): find the person, then wage and month.

#include "service/staff_service.h"
#include "service/wage_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

class QLineEdit;

namespace ui {

class Form;
class MoneyEdit;
class MonthEdit;
class TableView;
class TonedLabel;

class WageAddDialog final : public TaskDialog {
    Q_OBJECT
public:
    WageAddDialog(const Desk &desk, service::WageService &wages, service::StaffService &staff,
                  const service::WageTarget &target, QWidget *parent);

Q_SIGNALS:
    void added();

private:
    void buildSearch();
    void buildTable();
    void buildForm();
    void search();
    void found(std::vector<domain::Staff> people);
    void chosen();
    bool valid();
    QVector<domain::WageCell> typedWages() const;
    void add(bool again);
    void stored(bool again);

    Desk m_desk;
    service::WageService &m_wages;
    service::StaffService &m_staff;
    service::WageTarget m_target;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_number = nullptr;
    TableView *m_table = nullptr;
    ListModel<domain::Staff> *m_people = nullptr;
    TonedLabel *m_person = nullptr;
    Form *m_form = nullptr;
    MoneyEdit *m_wage = nullptr;
    MonthEdit *m_month = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_addMore = nullptr;
    QString m_staffId;
    LatestJob m_searching;
};

}  // namespace ui
