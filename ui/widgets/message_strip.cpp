#include "ui/widgets/message_strip.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/buttons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui {
namespace {

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Info: return Icon::Info;
    case Tone::Success: return Icon::Success;
    case Tone::Warning: return Icon::Warning;
    case Tone::Danger: return Icon::Error;
    }
    return Icon::Info;
}

void ink(QLabel *label, const QColor &colour)
{
    auto palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
}

}  // namespace

MessageStrip::MessageStrip(const QString &objectName, QWidget *parent) : QFrame(parent)
{
    setObjectName(objectName);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::medium, space::small - 1, space::small, space::small - 1);
    all->setSpacing(space::tiny);
    all->addLayout(buildTop());
    m_details = new QLabel(this);
    m_details->setObjectName(objectName + QStringLiteral(".detailText"));
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setContentsMargins(26, 0, 0, 2);
    all->addWidget(m_details);
    m_details->hide();
    hide();
}

QHBoxLayout *MessageStrip::buildTop()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    m_icon = new QLabel(this);
    m_icon->setFixedSize(18, 28);
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(28);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fold = button(objectName() + QStringLiteral(".details"), tr("详细信息"), Icon::None, ButtonKind::Quiet, this);
    m_fold->setCheckable(true);
    m_actionRow = new QHBoxLayout;
    m_actionRow->setSpacing(space::small);
    m_close = iconButton(objectName() + QStringLiteral(".close"), tr("关闭"), Icon::Close, this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignTop);
    row->addWidget(m_fold, 0, Qt::AlignTop);
    row->addLayout(m_actionRow);
    row->setAlignment(m_actionRow, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_fold, &QPushButton::toggled, this, &MessageStrip::toggleDetails);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    return row;
}

void MessageStrip::show(const Message &message)
{
    m_tone = message.tone;
    m_showing = true;
    m_text->setText(message.text);
    m_details->setText(message.details);
    m_fold->setChecked(false);
    toggleDetails(false);
    m_fold->setVisible(!message.details.isEmpty());
    m_close->setVisible(message.closable);
    buildActions(message.actions);
    recolour();
    setAccessibleName(message.text);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageStrip::buildActions(const QVector<Action> &actions)
{
    // A click on one of them may be what shows the next message: they go when its handler is done.
    for (auto *old : std::as_const(m_buttons)) {
        old->hide();
        old->deleteLater();
    }
    m_buttons.clear();
    for (const auto &action : actions.mid(0, 2)) {
        auto *made = button(objectName() + QLatin1Char('.') + action.id, action.text, Icon::None,
                            ButtonKind::Secondary, this);
        connect(made, &QPushButton::clicked, this, [run = action.run] {
            if (run)
                run();
        });
        m_actionRow->addWidget(made);
        setTabOrder(m_buttons.isEmpty() ? m_fold : m_buttons.last(), made);
        m_buttons << made;
    }
    setTabOrder(m_buttons.isEmpty() ? m_fold : m_buttons.last(), m_close);
}

void MessageStrip::clear()
{
    m_showing = false;
    setVisible(false);
}

QString MessageStrip::text() const
{
    return m_showing ? m_text->text() : QString();
}

void MessageStrip::toggleDetails(bool open)
{
    m_details->setVisible(open);
    m_fold->setText(open ? tr("收起") : tr("详细信息"));
    m_fold->setAccessibleName(m_fold->text());
}

void MessageStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text)
        recolour();
}

void MessageStrip::recolour()
{
    const auto &pair = colors(palette()).tone(m_tone);
    ink(m_text, m_tone == Tone::Neutral ? colors(palette()).text : pair.text);
    ink(m_details, colors(palette()).secondary);
    update();
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &pair = colors(palette()).tone(m_tone);
    paintPanel(&painter, rect(), pair.fill, pair.line, size::radius);
    const auto spot = m_icon->geometry();
    paintIcon(&painter, QRectF(spot.left(), spot.top() + 5, 18, 18), iconOf(m_tone), pair.text);
}

}  // namespace ui
