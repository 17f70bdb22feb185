#pragma once
// A line at the foot of a table for a few seconds: what was copied, what is being copied (with 取消), why not.

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class TableNote final : public QWidget {
    Q_OBJECT
public:
    explicit TableNote(const QString &objectName, QWidget *table);

    /// Goes by itself.
    void say(const QString &text);
    /// Stays, with 取消, until say() or end().
    void sayRunning(const QString &text);
    void end();
    QString text() const;

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void appear(const QString &text, bool running);
    void place();

    QLabel *m_text;
    QPushButton *m_cancel;
    QTimer m_timer;
};

}  // namespace ui
