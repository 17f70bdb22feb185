#pragma once
// 作废 of a declaration (F8): asks again, takes an optional reason of at most 100 characters.

#include "domain/submission.h"
#include "ui/shell/task_dialog.h"

class QPlainTextEdit;

namespace ui {

class FeeVoidDialog final : public TaskDialog {
    Q_OBJECT
public:
    static constexpr int mostCharacters = 100;

    FeeVoidDialog(const domain::Submission &declaration, QWidget *parent);

Q_SIGNALS:
    void confirmed(const QString &reason);

private:
    void build(const domain::Submission &declaration);
    void count();

    QPlainTextEdit *m_reason = nullptr;
    QPushButton *m_ok = nullptr;
};

}  // namespace ui
