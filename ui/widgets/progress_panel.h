#pragma once
// Work that is going on: title, bar, 「12,000 / 100,000」, 取消.

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QVariantAnimation;

namespace ui {

class ProgressPanel final : public QFrame {
    Q_OBJECT
public:
    explicit ProgressPanel(const QString &objectName, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// total 0: unknown, the bar only shows that something goes on.
    void setProgress(qint64 done, qint64 total);
    void setCancellable(bool cancellable);

Q_SIGNALS:
    /// Emitted once; the button then reads 正在取消….
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildSweep();
    QVariantAnimation *m_sweep = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
};

}  // namespace ui
