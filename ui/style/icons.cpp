#include "ui/style/icons.h"

#include "ui/style/tokens.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QRawFont>

// Outside every namespace, as Q_INIT_RESOURCE wants it.
static void loadResources()
{
    Q_INIT_RESOURCE(ui_icons);
}

namespace ui {
namespace {

/// The outline of a glyph in a square of 1 × 1.
QPainterPath outline(Icon id)
{
    static const QRawFont font = [] {
        loadResources();
        QFile file(QStringLiteral(":/ui/icons.ttf"));
        return file.open(QIODevice::ReadOnly) ? QRawFont(file.readAll(), 512, QFont::PreferNoHinting) : QRawFont();
    }();
    if (id == Icon::None || !font.isValid())
        return {};
    const QChar character(static_cast<char16_t>(id));
    const auto glyphs = font.glyphIndexesForString(QString(character));
    if (glyphs.isEmpty() || glyphs.first() == 0)
        return {};
    const auto path = font.pathForGlyph(glyphs.first());
    // The glyphs stand on a square em, with an eighth of it below the base line.
    return QTransform::fromScale(1.0 / 512, 1.0 / 512).map(path.translated(0, 448));
}

QColor colourOf(IconColor wanted, QIcon::Mode mode)
{
    const auto &c = colors(QApplication::palette());
    if (mode == QIcon::Disabled)
        return c.faint;
    switch (wanted) {
    case IconColor::Text: return c.text;
    case IconColor::Secondary: return c.secondary;
    case IconColor::Accent: return c.accentText;
    case IconColor::OnAccent: return c.onAccent;
    case IconColor::Danger: return c.error.text;
    case IconColor::Success: return c.success.text;
    case IconColor::Warning: return c.warning.text;
    case IconColor::Info: return c.info.text;
    }
    return c.text;
}

/// Paints anew each time, so that an icon made once follows a change of theme and of screen.
class GlyphEngine final : public QIconEngine {
public:
    GlyphEngine(Icon id, IconColor colour) : m_id(id), m_colour(colour) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_id, colourOf(m_colour, mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    bool isNull() override { return m_id == Icon::None; }
    QIconEngine *clone() const override { return new GlyphEngine(*this); }

private:
    Icon m_id;
    IconColor m_colour;
};

}  // namespace

QIcon icon(Icon id, IconColor color)
{
    return id == Icon::None ? QIcon() : QIcon(new GlyphEngine(id, color));
}

void paintIcon(QPainter *painter, const QRectF &rect, Icon id, const QColor &color)
{
    const qreal side = qMin(rect.width(), rect.height());
    QTransform place;
    place.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    place.scale(side, side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(place.map(outline(id)), color);
    painter->restore();
}

}  // namespace ui
