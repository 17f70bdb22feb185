#pragma once
// Surfaces, labels and pills.

#include "ui/style/icons.h"
#include "ui/style/tokens.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

/// A white surface with a soft border. `body()` is where its contents go; the title is optional.
class Card final : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);
    QVBoxLayout *body() const { return m_body; }
    /// Shown at the right of the title.
    void setCorner(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_head = nullptr;
    QVBoxLayout *m_body = nullptr;
};

/// Text in the colour of a role of the theme; follows a change of theme.
class TonedLabel final : public QLabel {
    Q_OBJECT
public:
    enum class Role { Normal, Secondary, Accent, Danger, Success, Warning };
    explicit TonedLabel(const QString &text, Role role = Role::Secondary, QWidget *parent = nullptr);
    void setRole(Role role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();
    Role m_role;
};

/// A figure with its caption: 职工总数 1,204.
class Figure final : public QWidget {
    Q_OBJECT
public:
    explicit Figure(const QString &caption, QWidget *parent = nullptr);
    void setValue(const QString &value, TonedLabel::Role role = TonedLabel::Role::Normal);

private:
    QString m_caption;
    TonedLabel *m_value = nullptr;
};

/// A short coloured text: 演示模式, 待反馈.
class Pill final : public QWidget {
    Q_OBJECT
public:
    explicit Pill(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);
    void setText(const QString &text, Tone tone);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

/// What Pill and the table's state cells share. Returns the width the text takes as a pill.
int pillWidth(const QFontMetrics &metrics, const QString &text);
void paintPill(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const Colors &colors);

}  // namespace ui
