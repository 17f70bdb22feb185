#pragma once
// What is inside a payment or a voucher.

#include "ui/shell/submission_page.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class ItemsDialog final : public TaskDialog {
    Q_OBJECT
public:
    /// `facts` are caption and value, in order.
    using Facts = QVector<std::pair<QString, QString>>;
    struct What {
        QString title;
        Facts facts;
        std::vector<Column<domain::SubmissionItem>> columns;
    };
    ItemsDialog(What what, const SubmissionRecord &record, const Desk &desk, service::Outbox &outbox, QWidget *parent);
};

}  // namespace ui
