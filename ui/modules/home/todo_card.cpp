#include "ui/modules/home/todo_card.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>

namespace ui {

TodoCard::TodoCard(const QString &objectName, const QString &title, Icon id, IconColor color, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(title);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::small);
    auto *mark = new QLabel;
    mark->setPixmap(icon(id, color).pixmap(QSize(18, 18), devicePixelRatioF()));
    head->addWidget(mark);
    head->addWidget(new TonedLabel(title));
    head->addStretch();
    m_figure = new TonedLabel({}, TonedLabel::Role::Normal);
    m_figure->setObjectName(objectName + QStringLiteral(".figure"));
    m_figure->setFont(fontOf(type::number, QFont::DemiBold));
    m_detail = new TonedLabel({});
    m_detail->setObjectName(objectName + QStringLiteral(".detail"));
    m_detail->setWordWrap(true);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(space::small);
    m_buttons->addStretch();
    auto *card = new Card;
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins({});
    around->addWidget(card);
    auto *inside = card->body();
    inside->addLayout(head);
    inside->addWidget(m_figure);
    inside->addWidget(m_detail);
    inside->addStretch();
    inside->addLayout(m_buttons);
}

QPushButton *TodoCard::addButton(const QString &id, const QString &text, std::function<void()> run)
{
    auto *made = button(objectName() + QLatin1Char('.') + id, text);
    m_buttons->insertWidget(m_buttons->count() - 1, made);
    connect(made, &QPushButton::clicked, this, std::move(run));
    return made;
}

void TodoCard::setFigure(const QString &figure, const QString &detail)
{
    m_figure->setText(figure);
    m_detail->setText(detail);
    setAccessibleDescription(figure + QLatin1Char(' ') + detail);
}

}  // namespace ui
