#include "ui/modules/unit/login_trail.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/tokens.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int disc = 22;

}  // namespace

LoginTrail::LoginTrail(QWidget *parent) : QWidget(parent), m_names{tr("确定单位"), tr("申报密码"), tr("核对信息")}
{
    setObjectName(QStringLiteral("login.trail"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setStage(0);
}

void LoginTrail::setStage(int stage)
{
    m_stage = stage;
    setAccessibleName(tr("第 %1 步，共 %2 步：%3").arg(stage + 1).arg(m_names.size()).arg(m_names.value(stage)));
    update();
}

QSize LoginTrail::sizeHint() const
{
    return {360, disc + space::small};
}

void LoginTrail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &c = colors(palette());
    int texts = 0;
    for (const auto &name : m_names)
        texts += fontMetrics().horizontalAdvance(name) + disc + space::small;
    const int gaps = int(m_names.size()) - 1;
    const int gap = (width() - texts) / gaps;
    int x = 0;
    const int middle = height() / 2;
    for (int i = 0; i < m_names.size(); ++i) {
        const bool done = i < m_stage;
        const bool here = i == m_stage;
        const QRectF circle(x + 0.5, middle - disc / 2.0 + 0.5, disc - 1, disc - 1);
        painter.setPen(here ? QPen(Qt::NoPen) : QPen(done ? c.accentText : c.strongLine));
        painter.setBrush(here ? QBrush(c.accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(circle);
        if (done) {
            paintIcon(&painter, circle.adjusted(4, 4, -4, -4), Icon::Check, c.accentText);
        } else {
            painter.setPen(here ? c.onAccent : c.secondary);
            painter.drawText(circle, Qt::AlignCenter, QString::number(i + 1));
        }
        x += disc + space::small;
        const int advance = fontMetrics().horizontalAdvance(m_names.at(i));
        painter.setPen(here ? c.text : c.secondary);
        painter.drawText(QRect(x, 0, advance + 1, height()), Qt::AlignVCenter, m_names.at(i));
        x += advance;
        if (i < gaps) {
            painter.setPen(c.line);
            painter.drawLine(x + space::medium, middle, x + gap - space::medium, middle);
        }
        x += gap;
    }
}

}  // namespace ui
