#pragma once
// The dialogs that are open when a session ends. One that waits for the login would stand between it and the clerk.

#include <QDialog>
#include <QPointer>
#include <QVector>

namespace ui {

class DialogsAside final : public QObject {
    Q_OBJECT
public:
    explicit DialogsAside(QWidget *window) : QObject(window), m_window(window) {}

    void put();
    /// Those that have not ended meanwhile.
    void bringBack();

private:
    QWidget *m_window;
    QVector<QPointer<QDialog>> m_dialogs;
};

}  // namespace ui
