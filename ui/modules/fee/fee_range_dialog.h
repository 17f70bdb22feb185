#pragma once
// 同步: which days of declarations to fetch (F9).

#include "ui/shell/task_dialog.h"

#include <QDate>

namespace ui {

class DateEdit;
class Form;

class FeeRangeDialog final : public TaskDialog {
    Q_OBJECT
public:
    FeeRangeDialog(QDate today, QWidget *parent);

Q_SIGNALS:
    void chosen(QDate from, QDate to);

private:
    void confirm();

    Form *m_form = nullptr;
    DateEdit *m_from = nullptr;
    DateEdit *m_to = nullptr;
};

}  // namespace ui
