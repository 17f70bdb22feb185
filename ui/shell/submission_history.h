#pragma once
// 状态记录 in the detail of a record: every state it has been in, with its time and reason, its 作废 included.

#include "service/outbox.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/job_runner.h"

#include <QWidget>

namespace ui {

class TableView;

class SubmissionHistory final : public QWidget {
    Q_OBJECT
public:
    /// `<dialog>.history`; reads its rows by itself.
    SubmissionHistory(const QString &dialog, const Desk &desk, service::Outbox &outbox, const QString &submissionId,
                      QWidget *parent);

private:
    void load(const Desk &desk, service::Outbox &outbox, const QString &submissionId);

    struct Row {
        int number = 0;
        domain::SubmissionEvent event;
    };
    static std::vector<Column<Row>> columns();

    TableView *m_table = nullptr;
    ListModel<Row> *m_events = nullptr;
    LatestJob m_reading;
};

}  // namespace ui
