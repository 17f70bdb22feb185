#pragma once
// A notice in a dialog (N2), or several one after the other, as they pop up after a login (N3). What is shown has been
// read.

#include "service/notice_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class NoticeView;
class Pill;

/// Object names notice.dialog, notice.dialog.next, notice.dialog.close.
class NoticeDialog final : public TaskDialog {
    Q_OBJECT
public:
    /// `read` is called with the id of each that has been opened, also when the dialog was closed before it was there.
    NoticeDialog(const Desk &desk, service::NoticeService &notices, const QStringList &ids,
                 std::function<void(const QString &)> read, QWidget *parent);

private:
    void build();
    void load();
    void loaded(const base::Result<domain::Notice> &notice);
    void shown(const domain::Notice &notice);

    Desk m_desk;
    service::NoticeService &m_notices;
    QStringList m_ids;
    int m_at = 0;
    TonedLabel *m_title = nullptr;
    TonedLabel *m_facts = nullptr;
    Pill *m_importance = nullptr;
    NoticeView *m_view = nullptr;
    QPushButton *m_next = nullptr;
    std::function<void(const QString &)> m_read;
};

}  // namespace ui
