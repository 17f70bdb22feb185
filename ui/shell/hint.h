#pragma once
// 温馨提示 at the top of a page; can be folded to one line.

#include <QFrame>

class QLabel;
class QToolButton;

namespace ui {

class Hint final : public QFrame {
    Q_OBJECT
public:
    explicit Hint(const QString &objectName, QWidget *parent = nullptr);
    /// Hidden without lines.
    void setLines(const QStringList &lines);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void render();
    QStringList m_lines;
    QLabel *m_text = nullptr;
    QToolButton *m_fold = nullptr;
    bool m_open = true;
};

}  // namespace ui
