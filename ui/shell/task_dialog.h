#pragma once
// The frame of every dialog of the pages: a message strip, the contents, work going on, and the buttons. Shown with
// open(); it deletes itself when it is closed, and `accepted` is how it says yes.

#include "ui/widgets/buttons.h"

#include <QDialog>
#include <QVector>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class MessageStrip;
class ProgressPanel;
class TonedLabel;

/// The most room a dialog may take: its screen, without the frame.
QSize roomOf(const QWidget *dialog);

class TaskDialog : public QDialog {
    Q_OBJECT
public:
    TaskDialog(const QString &objectName, const QString &title, QWidget *parent);

    MessageStrip *strip() const { return m_strip; }  ///< `<dialog>.strip`
    QVBoxLayout *body() const { return m_body; }
    /// Captions and values in two columns.
    void addFacts(const QVector<std::pair<QString, QString>> &facts);
    /// Object name `<dialog>.<id>`. The order is the same everywhere, whatever is added first: what else one can do, then
    /// 取消 or 关闭, then the primary action at the right end.
    QPushButton *addButton(const QString &id, const QString &text, ButtonKind kind = ButtonKind::Secondary,
                           Icon icon = Icon::None);
    /// 取消 or 关闭: `<dialog>.close`.
    QPushButton *addClose(const QString &text);
    /// This wide, and as high as the contents need; instead of resize().
    void setContentWidth(int width);
    /// The contents have become more or less.
    void fit();
    /// At the left of the buttons.
    void setNote(const QString &note);

    /// The contents wait; which buttons do is for the dialog to say. Without `cancel` the dialog cannot be closed meanwhile:
    /// what is written then is written, and somebody must be told.
    void showProgress(const QString &title, std::function<void()> cancel);
    void setProgress(qint64 done, qint64 total);
    void hideProgress();

    /// What is larger than the screen is made smaller, and scrolls when it cannot be.
    void setVisible(bool visible) override;
    void reject() override;

private:
    void build();
    void place(QPushButton *button, int rank);
    int tableWidth() const;
    void scrollContents();

    MessageStrip *m_strip = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_contents = nullptr;
    QWidget *m_scroll = nullptr;  ///< around the contents, once they need it
    QVBoxLayout *m_body = nullptr;
    ProgressPanel *m_progress = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QVector<std::pair<QPushButton *, int>> m_ranked;  ///< from left to right
    int m_contentWidth = 0;
    TonedLabel *m_note = nullptr;
    QWidget *m_actions = nullptr;
    std::function<void()> m_cancel;
};

}  // namespace ui
