#pragma once
// What a wage declaration held, line by line, the rejected ones first; below, every state it has been in.

#include "service/outbox.h"
#include "service/wage_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class TableView;

class WageDetailDialog final : public TaskDialog {
    Q_OBJECT
public:
    WageDetailDialog(const Desk &desk, service::WageService &wages, service::Outbox &outbox,
                     const domain::Submission &submission, QWidget *parent);

Q_SIGNALS:
    /// The rejected lines are in the draft; its page is the next step.
    void draftRequested(const QString &pageId);

private:
    void build(const domain::Submission &submission, service::Outbox &outbox);
    void load();
    using Model = ListModel<domain::WageLine>;
    /// What was declared, ready to be shown.
    struct Loaded {
        Model::Prepared lines;
        qint64 total = 0;
        qint64 rejected = 0;
        bool byInsurance = false;
    };
    void buildModel(bool byInsurance);
    void takeBack();

    Desk m_desk;
    service::WageService &m_wages;
    domain::Submission m_submission;
    QPushButton *m_takeBack = nullptr;
    TableView *m_table = nullptr;
    Model *m_model = nullptr;
    bool m_byInsurance = false;
    LatestJob m_reading;
};

}  // namespace ui
