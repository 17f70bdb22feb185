#include "ui/shell/hint.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

Hint::Hint(const QString &objectName, QWidget *parent) : QFrame(parent)
{
    setObjectName(objectName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(38, space::small - 2, space::small, space::small - 2);
    m_text = new TonedLabel({});
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(28);
    row->addWidget(m_text, 1);
    m_fold = iconButton(objectName + QStringLiteral(".fold"), tr("收起温馨提示"), Icon::ChevronUp, this);
    row->addWidget(m_fold, 0, Qt::AlignTop);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_open = !m_open;
        render();
    });
    hide();
}

void Hint::setLines(const QStringList &lines)
{
    m_lines = lines;
    m_fold->setVisible(lines.size() > 1);
    setVisible(!lines.isEmpty());
    render();
}

void Hint::render()
{
    const auto title = tr("温馨提示：");
    m_text->setText(title + (m_open ? m_lines.join(QLatin1Char('\n')) : m_lines.value(0)));
    if (m_open && m_lines.size() > 1)
        m_text->setText(title + QLatin1Char('\n') + m_lines.join(QLatin1Char('\n')));
    m_fold->setIcon(icon(m_open ? Icon::ChevronUp : Icon::ChevronDown, IconColor::Secondary));
    m_fold->setAccessibleName(m_open ? tr("收起温馨提示") : tr("展开温馨提示"));
    m_fold->setToolTip(m_fold->accessibleName());
}

void Hint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &c = colors(palette());
    paintPanel(&painter, rect(), c.info.fill, c.info.line, size::radius);
    paintIcon(&painter, QRectF(12, 11, 18, 18), Icon::Info, c.info.text);
}

}  // namespace ui
