#include "office/paper_page.h"

#include <QFontMetrics>

namespace office {

namespace {

constexpr int kSmallest = 16;  // pixels of the paper: 4.5 pt

}  // namespace

PaperPage::PaperPage(QPainter &painter) : m_painter(painter)
{
    painter.save();
    painter.translate(kLeft * kMm, kTop * kMm);
    painter.setPen(QPen(Qt::black, 0.2 * kMm));
    painter.setBrush(Qt::NoBrush);
}

QFont PaperPage::font(double points, bool bold)
{
    QFont font;
    // Not Noto CJK before these: its glyphs stand for several characters (行 and ⾏), and Qt names the wrong one in the
    // PDF, so that what a reader selects or searches is not what was printed.
    font.setFamilies({QStringLiteral("SimSun"), QStringLiteral("AR PL UMing CN"), QStringLiteral("WenQuanYi Zen Hei"),
                      QStringLiteral("Noto Serif CJK SC")});
    font.setPixelSize(qRound(points * 25.4 / 72 * kMm));  // pixels are the paper's units
    font.setBold(bold);
    return font;
}

void PaperPage::title(const QString &text)
{
    write(0, kWidth, 14, text, Qt::AlignCenter, font(18, true));
    m_top += 16;
}

void PaperPage::line(const QString &left, const QString &right)
{
    const double leftWidth = right.isEmpty() ? kWidth : kWidth * 0.6;
    write(0, leftWidth, 7, left, Qt::AlignLeft | Qt::AlignVCenter, font(10));
    write(leftWidth, kWidth - leftWidth, 7, right, Qt::AlignRight | Qt::AlignVCenter, font(10));
    m_top += 8;
}

void PaperPage::cells(const QVector<Cell> &cells, double height, double points)
{
    const QFont face = font(points);
    double x = 0;
    for (const auto &cell : cells) {
        m_painter.drawRect(QRectF(x * kMm, m_top * kMm, cell.width * kMm, height * kMm));
        const auto align = cell.right ? Qt::AlignRight : Qt::AlignLeft;
        write(x + 2, cell.width - 4, height, cell.text, align | Qt::AlignVCenter, face);
        x += cell.width;
    }
    m_top += height;
}

void PaperPage::foot(const QString &left, const QString &right)
{
    m_top = kFoot;
    line(left, right);
}

/// What does not fit is set smaller: on a document no name and no amount may end in dots.
void PaperPage::write(double x, double width, double height, const QString &text, Qt::Alignment align, QFont face)
{
    if (text.isEmpty())
        return;
    const QRectF box(x * kMm, m_top * kMm, width * kMm, height * kMm);
    m_painter.setFont(face);
    QString shown = text;
    // No character is wider than the font is high: what is short enough by count need not be measured.
    if (static_cast<double>(text.size()) * face.pixelSize() > box.width()) {
        while (m_painter.fontMetrics().horizontalAdvance(text) > box.width() && face.pixelSize() > kSmallest) {
            face.setPixelSize(face.pixelSize() - 1);
            m_painter.setFont(face);
        }
        shown = m_painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(box.width()));
    }
    m_painter.drawText(box, static_cast<int>(align), shown);
}

}  // namespace office
