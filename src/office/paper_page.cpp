#include "office/paper_page.h"

#include <QFontMetrics>

namespace office {

namespace {

constexpr int kSmallest = 16;  // pixels of the paper: 4.5 pt
constexpr double kPadding = 2.0;

// Lines, in millimetres.
constexpr double kFrameLine = 0.45;
constexpr double kRule = 0.3;
constexpr double kHairline = 0.12;

constexpr QRgb kHairlineColour = qRgb(110, 110, 110);
constexpr QRgb kShade = qRgb(238, 238, 238);

Qt::Alignment alignment(PaperPage::Align align)
{
    switch (align) {
    case PaperPage::Align::Left: return Qt::AlignLeft | Qt::AlignVCenter;
    case PaperPage::Align::Centre: return Qt::AlignCenter;
    case PaperPage::Align::Right: return Qt::AlignRight | Qt::AlignVCenter;
    }
    return {};
}

QPen pen(double width, QRgb colour)
{
    return {QColor::fromRgb(colour), width * PaperPage::kMm, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin};
}

}  // namespace

PaperPage::PaperPage(QPainter &painter) : m_painter(painter), m_plain(font(kPoints)), m_strong(font(kPoints, true))
{
    painter.save();
    painter.translate(kLeft * kMm, kTop * kMm);
    painter.setPen(Qt::black);
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

void PaperPage::note(const QString &text, double height)
{
    write(0, kWidth, height, text, Qt::AlignLeft | Qt::AlignVCenter, font(9));
    m_top += height;
}

void PaperPage::sideBySide(const QStringList &texts)
{
    const double width = kWidth / qMax<double>(1, static_cast<double>(texts.size()));
    for (qsizetype at = 0; at < texts.size(); ++at)
        write(width * static_cast<double>(at), width, 7, texts[at], Qt::AlignLeft | Qt::AlignVCenter, font(10));
    m_top += 8;
}

void PaperPage::beginFrame()
{
    m_frame = m_top;
    m_first = true;
    m_ruled = false;
}

/// Last, so that it lies over the ends of the hairlines.
void PaperPage::endFrame()
{
    m_painter.setPen(pen(kFrameLine, qRgb(0, 0, 0)));
    m_painter.drawRect(QRectF(0, m_frame * kMm, kWidth * kMm, (m_top - m_frame) * kMm));
    m_painter.setPen(Qt::black);
}

void PaperPage::row(const QVector<Cell> &cells, double height)
{
    double x = 0;
    for (const auto &cell : cells) {
        if (cell.shaded)
            m_painter.fillRect(QRectF(x * kMm, m_top * kMm, cell.width * kMm, height * kMm), QColor::fromRgb(kShade));
        x += cell.width;
    }
    drawLines(cells, height);
    x = 0;
    for (const auto &cell : cells) {
        write(x + kPadding, cell.width - 2 * kPadding, height * cell.rows, cell.text, alignment(cell.align),
              cell.strong ? m_strong : m_plain);
        x += cell.width;
    }
    m_top += height;
    m_first = false;
}

/// Above the row and between its cells; what is below it belongs to the next row.
void PaperPage::drawLines(const QVector<Cell> &cells, double height)
{
    QVector<QLineF> lines;
    double x = 0;
    for (const auto &cell : cells) {
        if (x > 0)
            lines.append({x * kMm, m_top * kMm, x * kMm, (m_top + height) * kMm});
        if (!m_first && !m_ruled && !cell.continued)
            lines.append({x * kMm, m_top * kMm, (x + cell.width) * kMm, m_top * kMm});
        x += cell.width;
    }
    m_painter.setPen(pen(kHairline, kHairlineColour));
    m_painter.drawLines(lines);
    if (m_ruled) {
        m_painter.setPen(pen(kRule, qRgb(0, 0, 0)));
        m_painter.drawLine(QLineF(0, m_top * kMm, kWidth * kMm, m_top * kMm));
        m_ruled = false;
    }
    m_painter.setPen(Qt::black);
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
