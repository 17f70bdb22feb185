#include "ui/widgets/card.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace ui {

Card::Card(const QString &title, QWidget *parent) : QFrame(parent)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::large, space::medium, space::large, space::large);
    all->setSpacing(space::medium);
    m_head = new QHBoxLayout;
    if (!title.isEmpty()) {
        auto *label = new TonedLabel(title, TonedLabel::Role::Normal);
        label->setFont(fontOf(type::subheading, QFont::DemiBold));
        m_head->addWidget(label);
        m_head->addStretch();
        setAccessibleName(title);
    }
    all->addLayout(m_head);
    m_body = new QVBoxLayout;
    m_body->setSpacing(space::small);
    all->addLayout(m_body, 1);
}

void Card::setCorner(QWidget *widget)
{
    m_head->addWidget(widget, 0, Qt::AlignRight | Qt::AlignVCenter);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colors(palette());
    paintPanel(&painter, rect(), c.surface, c.line, size::radius + 2);
}

TonedLabel::TonedLabel(const QString &text, Role role, QWidget *parent) : QLabel(text, parent), m_role(role)
{
    setTextFormat(Qt::PlainText);
    recolour();
}

void TonedLabel::setRole(Role role)
{
    m_role = role;
    recolour();
}

void TonedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        recolour();
}

void TonedLabel::recolour()
{
    const auto &c = colors(palette());
    auto colour = c.text;
    switch (m_role) {
    case Role::Normal: break;
    case Role::Secondary: colour = c.secondary; break;
    case Role::Accent: colour = c.accentText; break;
    case Role::Danger: colour = c.error.text; break;
    case Role::Success: colour = c.success.text; break;
    case Role::Warning: colour = c.warning.text; break;
    }
    auto own = palette();
    if (own.color(QPalette::Active, QPalette::WindowText) == colour)
        return;
    own.setColor(QPalette::Active, QPalette::WindowText, colour);
    own.setColor(QPalette::Inactive, QPalette::WindowText, colour);
    setPalette(own);
}

Figure::Figure(const QString &caption, QWidget *parent) : QWidget(parent), m_caption(caption)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_value = new TonedLabel(QStringLiteral("—"), TonedLabel::Role::Normal);
    m_value->setFont(fontOf(type::number, QFont::DemiBold));
    auto *label = new TonedLabel(caption);
    label->setFont(fontOf(type::small));
    column->addWidget(m_value);
    column->addWidget(label);
    setAccessibleName(caption);
}

void Figure::setValue(const QString &value, TonedLabel::Role role)
{
    m_value->setText(value);
    m_value->setRole(role);
    setAccessibleName(m_caption + QLatin1Char(' ') + value);
}

Pill::Pill(const QString &text, Tone tone, QWidget *parent) : QWidget(parent), m_text(text), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Pill::setText(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {pillWidth(fontMetrics(), m_text), 22};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(&painter, rect(), m_text, m_tone, colors(palette()));
}

int pillWidth(const QFontMetrics &metrics, const QString &text)
{
    return metrics.horizontalAdvance(text) + 18;
}

void paintPill(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const Colors &colors)
{
    const auto &pair = colors.tone(tone);
    paintPanel(painter, rect, pair.fill, pair.line, rect.height() / 2.0);
    painter->setPen(pair.text);
    const auto shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width() - 12);
    painter->drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, shown);
}

}  // namespace ui
