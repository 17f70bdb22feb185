#pragma once
// 社保费申报记录 (F7–F10).

#include "service/fee_service.h"
#include "ui/shell/submission_page.h"

namespace ui {

class FeeRecordsPage final : public SubmissionPage {
    Q_OBJECT
public:
    FeeRecordsPage(const Desk &desk, service::FeeService &fees, service::Outbox &outbox, QWidget *parent);

private:
    Reader reader() override;
    void showDetail(const SubmissionRecord &record) override;
    void activate(const SubmissionRecord &record, const QString &column) override;
    void feedbackArrived(const service::FeedbackReport &report, bool asked) override;

    void askVoid(const SubmissionRecord &record);

    service::FeeService &m_fees;
};

}  // namespace ui
