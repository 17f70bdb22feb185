#pragma once
// 同步 of a record page: which days of all channels and machines to fetch (F9, P6).

#include "ui/shell/task_dialog.h"

#include <QDate>

namespace ui {

class DateEdit;
class Form;

class SyncRangeDialog final : public TaskDialog {
    Q_OBJECT
public:
    /// `id` of the page, `what` it is about: 申报, 缴款.
    SyncRangeDialog(const QString &id, const QString &what, QDate today, QWidget *parent);

Q_SIGNALS:
    void chosen(QDate from, QDate to);

private:
    void confirm();

    Form *m_form = nullptr;
    DateEdit *m_from = nullptr;
    DateEdit *m_to = nullptr;
};

}  // namespace ui
