#pragma once
// What stands where rows would be: an icon, a sentence, at most one thing to do.

#include "ui/style/icons.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString &objectName, QWidget *parent = nullptr);
    void set(Icon icon, const QString &text, const QString &detail = {});
    void setAction(const QString &text, std::function<void()> run);  ///< an empty text takes it away

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    Icon m_iconId = Icon::Inbox;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_detail = nullptr;
    QPushButton *m_button = nullptr;
    std::function<void()> m_run;
};

}  // namespace ui
