#pragma once
// A line of news inside a page or above all pages: what happened, details on demand, up to two things to do about it.

#include "ui/style/tokens.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

class MessageStrip final : public QFrame {
    Q_OBJECT
public:
    struct Action {
        QString id;  ///< object name: `<strip>.<id>`
        QString text;
        std::function<void()> run;
    };
    struct Message {
        Tone tone = Tone::Info;
        QString text;               ///< plain text, may hold line breaks
        QString details = {};       ///< behind 详细信息; selectable
        QVector<Action> actions = {};  ///< at most two
        bool closable = true;
    };

    /// Hidden until something is shown.
    explicit MessageStrip(const QString &objectName, QWidget *parent = nullptr);

    /// Replaces what was there.
    void show(const Message &message);
    void show(Tone tone, const QString &text) { show(Message{.tone = tone, .text = text}); }
    void clear();
    bool isShowing() const { return m_showing; }
    QString text() const;
    Tone tone() const { return m_tone; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *buildTop();
    void buildActions(const QVector<Action> &actions);
    void toggleDetails(bool open);
    void recolour();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_details = nullptr;
    QPushButton *m_fold = nullptr;
    QToolButton *m_close = nullptr;
    QHBoxLayout *m_actionRow = nullptr;
    QVector<QPushButton *> m_buttons;
    Tone m_tone = Tone::Info;
    bool m_showing = false;
};

}  // namespace ui
