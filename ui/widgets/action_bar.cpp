#include "ui/widgets/action_bar.h"

#include "ui/style/theme.h"
#include "ui/widgets/flow_layout.h"

#include <QHBoxLayout>

namespace ui {

ActionBar::ActionBar(const QString &pageId, QWidget *parent) : QWidget(parent), m_pageId(pageId)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    auto *left = new QWidget(this);
    m_left = new FlowLayout(left, space::small, space::small);
    m_right = new QHBoxLayout;
    m_right->setSpacing(space::large);
    row->addWidget(left, 1);
    row->addLayout(m_right);
}

QPushButton *ActionBar::addButton(const QString &id, const QString &text, Icon icon, ButtonKind kind)
{
    auto *made = button(m_pageId + QLatin1Char('.') + id, text, icon, kind);
    addWidget(made);
    return made;
}

QMenu *ActionBar::addMenu(const QString &id, const QString &text, Icon icon)
{
    auto *made = addButton(id, text, icon);
    auto *menu = new QMenu(made);
    menu->setObjectName(made->objectName() + QStringLiteral(".menu"));
    made->setMenu(menu);
    return menu;
}

QAction *ActionBar::addEntry(QMenu *menu, const QString &id, const QString &text, Icon iconId)
{
    auto *action = menu->addAction(icon(iconId, IconColor::Secondary), text);
    action->setObjectName(m_pageId + QLatin1Char('.') + id);
    return action;
}

void ActionBar::addWidget(QWidget *widget)
{
    m_left->addWidget(widget);
    // Without a parent yet it would become a window.
    if (parentWidget())
        show();
}

void ActionBar::setCounter(const QString &id, const QString &caption, const QString &value)
{
    auto *&label = m_counters[id];
    if (!label) {
        auto *cell = new QWidget(this);
        auto *row = new QHBoxLayout(cell);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::tiny + 2);
        row->addWidget(new TonedLabel(caption));
        label = new TonedLabel({}, TonedLabel::Role::Normal);
        label->setFont(fontOf(type::body, QFont::DemiBold));
        label->setObjectName(m_pageId + QStringLiteral(".counter.") + id);
        row->addWidget(label);
        m_right->addWidget(cell, 0, Qt::AlignVCenter);
        if (parentWidget())
            show();
    }
    label->setText(value);
    auto *cell = label->parentWidget();
    cell->setMinimumWidth(cell->sizeHint().width());  // a longer number must not squeeze its caption
    label->setAccessibleName(caption + QLatin1Char(' ') + value);
}

}  // namespace ui
