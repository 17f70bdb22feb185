// Draws the program's icon: a shield in the accent colour with 社 on it. Writes shebao.ico (every size Windows asks for)
// and shebao.png into the folder it is given. Run by hand when the icon is to change; the result is in the tree.

#include "ui/style/tokens.h"

#include <QBuffer>
#include <QDataStream>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cstdio>

namespace {

/// In a square of 1 × 1. Small icons have no margin to spare.
QPainterPath shield(double margin)
{
    const double left = 0.08 + margin;
    const double top = 0.02 + margin;
    const double bottom = 0.98 - margin;
    const double shoulder = 0.15;
    QPainterPath half(QPointF(0.5, top));
    half.cubicTo(0.62, top + 0.09, 1 - left - 0.10, shoulder, 1 - left, shoulder + margin);
    half.lineTo(1 - left, 0.50);
    half.cubicTo(1 - left, 0.74, 0.74, 0.90, 0.5, bottom);
    half.cubicTo(0.26, 0.90, left, 0.74, left, 0.50);
    half.lineTo(left, shoulder + margin);
    half.cubicTo(left + 0.10, shoulder, 0.38, top + 0.09, 0.5, top);
    return half;
}

/// The character, centred by its own outline: a font's metrics leave room that an icon does not have.
QPainterPath character(double height)
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setWeight(QFont::Bold);
    font.setPixelSize(1000);
    QPainterPath path;
    path.addText(0, 0, font, QStringLiteral("社"));
    const QRectF box = path.boundingRect();
    QTransform place;
    place.translate(0.5, 0.485);
    place.scale(height / box.height(), height / box.height());
    place.translate(-box.center().x(), -box.center().y());
    return place.map(path);
}

QImage drawn(int size)
{
    const auto &colors = ui::lightColors();
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size, size);
    QLinearGradient light(0, 0, 0, 1);
    light.setColorAt(0, colors.accent.lighter(125));
    light.setColorAt(1, colors.accentPressed);
    painter.fillPath(shield(0), light);
    if (size >= 48) {
        painter.setPen(QPen(QColor(255, 255, 255, 70), 0.012));
        painter.drawPath(shield(0.045));
    }
    painter.fillPath(character(size < 32 ? 0.62 : 0.54), colors.onAccent);
    return image;
}

QByteArray png(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

/// The container of Windows: a directory of 16 bytes an image, then the images as PNG.
QByteArray ico(const QList<int> &sizes)
{
    QByteArray directory;
    QByteArray images;
    QDataStream out(&directory, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out << quint16(0) << quint16(1) << quint16(sizes.size());
    for (const int size : sizes) {
        const auto image = png(drawn(size));
        out << quint8(size) << quint8(size) << quint16(0) << quint16(1) << quint16(32)  // 256 is written as 0
            << quint32(image.size()) << quint32(6 + 16 * sizes.size() + images.size());
        images += image;
    }
    return directory + images;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

}  // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: shebao-icon FOLDER\n", stderr);
        return 2;
    }
    const auto folder = QString::fromLocal8Bit(argv[1]);
    const bool written = write(folder + QStringLiteral("/shebao.ico"), ico({16, 20, 24, 32, 40, 48, 64, 128, 256}))
                         && write(folder + QStringLiteral("/shebao.png"), png(drawn(256)));
    return written ? 0 : 1;
}
