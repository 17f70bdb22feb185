#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/style/tokens.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QImage>
#include <QLocale>
#include <QPixmap>
#include <QRawFont>

#include <gtest/gtest.h>

#include <cmath>

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

/// As WCAG 2 defines it.
double contrast(const QColor &a, const QColor &b)
{
    const double light = qMax(luminance(a), luminance(b));
    const double dark = qMin(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

class Contrast : public testing::TestWithParam<bool> {
protected:
    const ui::Colors &c = GetParam() ? ui::darkColors() : ui::lightColors();
};

TEST_P(Contrast, TextIsReadableOnEverySurfaceItStandsOn)
{
    for (const auto &ground : {c.window, c.surface, c.raised, c.sidebar, c.header, c.hover, c.selection}) {
        EXPECT_GE(contrast(c.text, ground), 4.5) << ground.name().toStdString();
        EXPECT_GE(contrast(c.secondary, ground), 4.5) << ground.name().toStdString();
        EXPECT_GE(contrast(c.accentText, ground), 4.5) << ground.name().toStdString();
    }
}

TEST_P(Contrast, BarsOfAChartStandOut)
{
    for (const auto &bar : c.series)
        EXPECT_GE(contrast(bar, c.surface), 3.0) << bar.name().toStdString();
}

TEST_P(Contrast, FilledButtonsAreReadable)
{
    for (const auto &fill : {c.accent, c.accentHover, c.accentPressed})
        EXPECT_GE(contrast(c.onAccent, fill), 4.5) << fill.name().toStdString();
    for (const auto &fill : {c.danger, c.dangerHover})
        EXPECT_GE(contrast(c.onDanger, fill), 4.5) << fill.name().toStdString();
    EXPECT_GE(contrast(c.placeholder, c.surface), 4.5);
}

TEST_P(Contrast, TonesAreReadableOnTheirFillAndOnTables)
{
    for (const auto tone : {ui::Tone::Neutral, ui::Tone::Info, ui::Tone::Success, ui::Tone::Warning, ui::Tone::Danger}) {
        const auto &pair = c.tone(tone);
        EXPECT_GE(contrast(pair.text, pair.fill), 4.5);
        EXPECT_GE(contrast(pair.text, c.surface), 4.5);
    }
}

INSTANTIATE_TEST_SUITE_P(Schemes, Contrast, testing::Bool());

TEST(Colors, FollowThePalette)
{
    EXPECT_FALSE(ui::colors(ui::paletteOf(ui::lightColors())).dark);
    EXPECT_TRUE(ui::colors(ui::paletteOf(ui::darkColors())).dark);
}

TEST(Theme, ReadsItsNames)
{
    EXPECT_EQ(ui::schemeFromText(QStringLiteral("dark")), ui::Scheme::Dark);
    EXPECT_EQ(ui::schemeFromText(QStringLiteral("light")), ui::Scheme::Light);
    EXPECT_EQ(ui::schemeFromText(QStringLiteral("system")), ui::Scheme::System);
    EXPECT_FALSE(ui::schemeFromText(QStringLiteral("blue")));
}

/// In whatever language the desktop is; "SimSun bitmaps" are what it must never be left to.
TEST(Theme, ChineseStandsInAFaceThatIsHereAndIsNotSimSun)
{
    const auto font = ui::fontOf(ui::type::body);
    const auto faces = font.families();
    ASSERT_FALSE(faces.isEmpty());
    const QStringList wanted = {QStringLiteral("Microsoft YaHei UI"), QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC"),
                                QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC")};
    if (!wanted.contains(faces.constFirst()))
        GTEST_SKIP() << "no face with Chinese on this computer: " << faces.constFirst().toStdString();
    const QLocale before;
    for (const char *language : {"zh_CN", "en_US", "ja_JP", "C"}) {
        QLocale::setDefault(QLocale(QLatin1String(language)));
        EXPECT_EQ(QFontInfo(font).family(), faces.constFirst()) << language;
        const auto drawn = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
        EXPECT_EQ(drawn.familyName(), faces.constFirst()) << language;
        for (const QChar character : QStringLiteral("社会保险费缴申报，。￥"))
            EXPECT_TRUE(drawn.supportsCharacter(character)) << language << ' ' << int(character.unicode());
    }
    QLocale::setDefault(before);
    for (const auto &face : faces)
        EXPECT_TRUE(wanted.contains(face) && QFontDatabase::hasFamily(face)) << face.toStdString();
}

int inked(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 0;
    }
    return count;
}

TEST(Icons, ArePaintedAtEveryScaleAndFillTheirSquare)
{
    using ui::Icon;
    for (const auto id : {Icon::Home, Icon::Wage, Icon::WageAnnual, Icon::Check, Icon::Error, Icon::Calendar, Icon::Practice}) {
        for (const qreal scale : {1.0, 1.25, 1.5, 2.0, 3.0}) {
            const auto pixmap = ui::icon(id).pixmap(QSize(16, 16), scale);
            EXPECT_EQ(pixmap.width(), qRound(16 * scale));
            EXPECT_GT(inked(pixmap.toImage()), pixmap.width() * pixmap.width() / 20) << int(id);
        }
    }
    EXPECT_TRUE(ui::icon(Icon::None).isNull());
}

TEST(Icons, FollowTheDisabledState)
{
    const auto normal = ui::icon(ui::Icon::Home).pixmap(QSize(16, 16), 1.0, QIcon::Normal).toImage();
    const auto disabled = ui::icon(ui::Icon::Home).pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage();
    EXPECT_NE(normal, disabled);
}

}  // namespace
