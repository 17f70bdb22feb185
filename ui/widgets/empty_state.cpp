#include "ui/widgets/empty_state.h"

#include "ui/style/theme.h"
#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QEvent>

namespace ui {

EmptyState::EmptyState(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::huge, space::large, space::huge, space::large);
    all->setSpacing(space::small);
    m_icon = new QLabel;
    m_icon->setAlignment(Qt::AlignCenter);
    m_text = new TonedLabel({}, TonedLabel::Role::Normal);
    m_text->setFont(fontOf(type::subheading));
    m_detail = new TonedLabel({});
    for (auto *label : {m_text, m_detail}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_button = button(objectName + QStringLiteral(".action"), {}, Icon::None, ButtonKind::Secondary, this);
    all->addStretch(2);
    all->addWidget(m_icon);
    all->addWidget(m_text);
    all->addWidget(m_detail);
    all->addSpacing(space::tiny);
    all->addWidget(m_button, 0, Qt::AlignHCenter);
    all->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run();
    });
    m_button->hide();
}

void EmptyState::set(Icon icon, const QString &text, const QString &detail)
{
    m_iconId = icon;
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(text);
    recolour();
}

void EmptyState::setAction(const QString &text, std::function<void()> run)
{
    m_run = std::move(run);
    m_button->setText(text);
    m_button->setAccessibleName(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        recolour();
}

void EmptyState::recolour()
{
    m_icon->setPixmap(icon(m_iconId, IconColor::Secondary).pixmap(QSize(44, 44), devicePixelRatioF()));
}

}  // namespace ui
