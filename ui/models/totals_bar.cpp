#include "ui/models/totals_bar.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

TotalsBar::TotalsBar(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(space::medium, 0, space::medium, 0);
    m_row->setSpacing(space::tiny);
    setFixedHeight(size::row + 2);
    hide();
}

void TotalsBar::setTotals(const QVector<Total> &totals)
{
    while (auto *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_text.clear();
    for (const auto &total : totals) {
        if (!m_text.isEmpty()) {
            m_row->addSpacing(space::page);
            m_text += QStringLiteral(" · ");
        }
        m_row->addWidget(new TonedLabel(total.caption));
        auto *value = new TonedLabel(total.value, TonedLabel::Role::Normal);
        value->setFont(fontOf(type::body, QFont::DemiBold));
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_row->addWidget(value);
        m_text += total.caption + QLatin1Char(' ') + total.value;
    }
    m_row->addStretch();
    setAccessibleName(m_text);
    setVisible(!totals.isEmpty());
}

void TotalsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colors(palette());
    paintPanel(&painter, rect(), c.header, c.line, 0);
}

}  // namespace ui
