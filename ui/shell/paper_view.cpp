#include "ui/shell/paper_view.h"

#include <QPaintEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int gap = 12;  // around and between the pages
constexpr int widest = 1000;
constexpr int leastDrawn = 1600;  // dots across a page

int heightOf(int width)
{
    return width * service::Paper::size.height() / service::Paper::size.width();
}

int widthOf(int height)
{
    return height * service::Paper::size.width() / service::Paper::size.height();
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

void PaperView::setFit(Fit fit)
{
    m_fit = fit;
    place();
}

void PaperView::setRoom(QSize room)
{
    m_room = room;
    place();
}

/// Of one page in a view of this width.
QSize PaperView::pageSize(int width) const
{
    int wide = width - 2 * gap;
    if (m_fit == Fit::WholePage && m_room.isValid())
        wide = qMin(wide, widthOf(m_room.height() - 2 * gap));
    wide = qBound(200, wide, widest);
    return {wide, heightOf(wide)};
}

int PaperView::heightForWidth(int width) const
{
    return gap + m_paper.pages * (pageSize(width).height() + gap);
}

QSize PaperView::sizeHint() const
{
    return {640, heightForWidth(640)};
}

int PaperView::offsetOf(int page) const
{
    return pageRect(page).top() - gap;
}

int PaperView::pageAt(int offset) const
{
    const int middle = offset + m_room.height() / 2;
    return qBound(0, middle / (pageSize(width()).height() + gap), m_paper.pages - 1);
}

void PaperView::resizeEvent(QResizeEvent *)
{
    place();
}

void PaperView::place()
{
    setMinimumHeight(heightForWidth(width()));
    updateGeometry();
    update();
}

QRect PaperView::pageRect(int page) const
{
    const QSize one = pageSize(width());
    return {QPoint((width() - one.width()) / 2, gap + page * (one.height() + gap)), one};
}

/// A page at the size of the screen. A small one is drawn larger and made smaller: letters that are hinted for so few dots run
/// into each other, the bold ones first.
const QPixmap &PaperView::pictureOf(int page, QSize size)
{
    auto &picture = m_pictures[page];
    if (picture.size() == size)
        return picture;
    const int width = qMax(size.width(), leastDrawn);
    QImage large(width, heightOf(width), QImage::Format_RGB32);
    large.fill(Qt::white);  // paper is white in a dark window too
    QPainter painter(&large);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const double scale = double(width) / service::Paper::size.width();
    painter.scale(scale, scale);
    m_paper.paint(painter, page);
    painter.end();
    picture = QPixmap::fromImage(large.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return picture;
}

void PaperView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::Mid));
    for (int page = 0; page < m_paper.pages; ++page) {
        const QRect sheet = pageRect(page);
        if (sheet.intersects(event->rect()))
            painter.drawPixmap(sheet, pictureOf(page, sheet.size() * devicePixelRatio()));
        else if (!visibleRegion().intersects(sheet))
            m_pictures.remove(page);  // a paper may have hundreds
    }
}

}  // namespace ui
