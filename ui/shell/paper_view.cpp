#include "ui/shell/paper_view.h"

#include <QPaintEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int gap = 12;  // around and between the pages
constexpr int widest = 1000;

int pageWidth(int available)
{
    return qBound(200, available - 2 * gap, widest);
}

int pageHeight(int width)
{
    return width * service::Paper::size.height() / service::Paper::size.width();
}

}  // namespace

PaperView::PaperView(service::Paper paper, QWidget *parent) : QWidget(parent), m_paper(std::move(paper))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setObjectName(QStringLiteral("preview.view"));
    setAccessibleName(m_paper.title);
}

int PaperView::heightForWidth(int width) const
{
    return gap + m_paper.pages * (pageHeight(pageWidth(width)) + gap);
}

QSize PaperView::sizeHint() const
{
    return {640, heightForWidth(640)};
}

void PaperView::resizeEvent(QResizeEvent *)
{
    setMinimumHeight(heightForWidth(width()));
}

QRect PaperView::pageRect(int page) const
{
    const int wide = pageWidth(width());
    const int high = pageHeight(wide);
    return {(width() - wide) / 2, gap + page * (high + gap), wide, high};
}

void PaperView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::Mid));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int page = 0; page < m_paper.pages; ++page) {
        const QRect sheet = pageRect(page);
        if (!sheet.intersects(event->rect()))
            continue;
        painter.save();
        painter.fillRect(sheet, Qt::white);  // paper is white in a dark window too
        painter.setClipRect(sheet);
        painter.translate(sheet.topLeft());
        const double scale = double(sheet.width()) / service::Paper::size.width();
        painter.scale(scale, scale);
        m_paper.paint(painter, page);
        painter.restore();
    }
}

}  // namespace ui
