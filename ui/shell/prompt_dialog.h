#pragma once
// The window of a question or a message of Prompt. Object names: prompt.confirm, prompt.cancel, prompt.aside.

#include "ui/shell/prompt.h"
#include "ui/style/icons.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class PromptDialog final : public QDialog {
    Q_OBJECT
public:
    PromptDialog(QWidget *parent, const Prompt::Question &question);
    PromptDialog(QWidget *parent, const Prompt::Notice &notice);

private:
    void build(const QString &title, const QString &text, const QString &detail, Icon icon, IconColor colour);
    void addAside(const Prompt::Aside &aside);
    QVBoxLayout *m_all = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

}  // namespace ui
