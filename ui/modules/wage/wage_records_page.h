#pragma once
// 缴费工资申报记录 (W13).

#include "service/wage_service.h"
#include "ui/shell/submission_page.h"

namespace ui {

class WageRecordsPage final : public SubmissionPage {
    Q_OBJECT
public:
    WageRecordsPage(const Desk &desk, service::WageService &wages, service::Outbox &outbox, QWidget *parent);

private:
    Reader reader() override;
    void showDetail(const SubmissionRecord &record) override;

    service::WageService &m_wages;
};

}  // namespace ui
