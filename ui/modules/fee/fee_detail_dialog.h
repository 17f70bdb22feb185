#pragma once
// What a declaration held.

#include "service/outbox.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class FeeDetailDialog final : public TaskDialog {
    Q_OBJECT
public:
    FeeDetailDialog(const Desk &desk, service::Outbox &outbox, const domain::Submission &submission, QWidget *parent);

private:
    void build(const domain::Submission &submission);
    void load();

    Desk m_desk;
    service::Outbox &m_outbox;
    QString m_id;
    ListModel<domain::SubmissionItem> *m_items = nullptr;
    LatestJob m_reading;
};

}  // namespace ui
