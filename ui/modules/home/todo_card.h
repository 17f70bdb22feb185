#pragma once
// One thing that waits: a figure, a sentence, and buttons that go there. Hidden while there is none of it.

#include "ui/style/icons.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace ui {

class TodoCard final : public QWidget {
    Q_OBJECT
public:
    TodoCard(const QString &objectName, const QString &title, Icon icon, IconColor color, QWidget *parent = nullptr);
    /// A button; object name `<card>.<id>`.
    QPushButton *addButton(const QString &id, const QString &text, std::function<void()> run);
    void setFigure(const QString &figure, const QString &detail);

private:
    TonedLabel *m_figure = nullptr;
    TonedLabel *m_detail = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

}  // namespace ui
