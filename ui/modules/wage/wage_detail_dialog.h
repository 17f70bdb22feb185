#pragma once
// What a wage declaration held, line by line, the rejected ones first.

#include "service/wage_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class TableView;

class WageDetailDialog final : public TaskDialog {
    Q_OBJECT
public:
    WageDetailDialog(const Desk &desk, service::WageService &wages, const domain::Submission &submission, QWidget *parent);

private:
    void build(const domain::Submission &submission);
    void load();
    void showLines(std::vector<domain::WageLine> lines);

    Desk m_desk;
    service::WageService &m_wages;
    QString m_id;
    TableView *m_table = nullptr;
    LatestJob m_reading;
};

}  // namespace ui
