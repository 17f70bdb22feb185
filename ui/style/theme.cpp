#include "ui/style/theme.h"

#include "ui/style/style.h"
#include "ui/style/tokens.h"

#include <QFontDatabase>
#include <QSettings>
#include <QTimer>

namespace ui {
namespace {

/// First the face that the desktop draws Chinese with; else Qt may pick SimSun, which is bitmaps at these sizes.
QStringList families()
{
    static const QStringList wanted{
        QStringLiteral("Microsoft YaHei UI"), QStringLiteral("Microsoft YaHei"), QStringLiteral("PingFang SC"),
        QStringLiteral("Noto Sans CJK SC"),   QStringLiteral("Source Han Sans SC"),
    };
    const auto present = QFontDatabase::families();
    QStringList result;
    for (const auto &family : wanted) {
        if (present.contains(family))
            result << family;
    }
    if (result.isEmpty())
        result << QApplication::font().family();
    return result;
}

/// What the desktop's own palette said before ours replaced it.
bool &platformWasDark()
{
    static bool dark = false;
    return dark;
}

void dress(QApplication &app, bool dark)
{
    QApplication::setPalette(paletteOf(dark ? darkColors() : lightColors()));
    if (!qobject_cast<Style *>(app.style()))
        QApplication::setStyle(new Style);
    QApplication::setFont(fontOf(type::body));
}

/// Asks the desktop again from time to time; costs a registry read, and works on every version of Windows.
class Follower final : public QTimer {
public:
    explicit Follower(QApplication &app) : QTimer(&app), m_app(app), m_dark(desktopIsDark())
    {
        setObjectName(QStringLiteral("ui.theme.follower"));
        setInterval(3000);
        callOnTimeout(this, [this] { look(); });
        start();
    }

private:
    void look()
    {
        const bool dark = desktopIsDark();
        if (dark == m_dark)
            return;
        m_dark = dark;
        dress(m_app, dark);
    }
    QApplication &m_app;
    bool m_dark;
};

}  // namespace

std::optional<Scheme> schemeFromText(const QString &text)
{
    if (text == QLatin1String("light"))
        return Scheme::Light;
    if (text == QLatin1String("dark"))
        return Scheme::Dark;
    if (text == QLatin1String("system"))
        return Scheme::System;
    return std::nullopt;
}

bool desktopIsDark()
{
#ifdef Q_OS_WIN
    const QSettings personalize(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return personalize.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    const auto gtk = qEnvironmentVariable("GTK_THEME");
    if (!gtk.isEmpty())
        return gtk.contains(QLatin1String("dark"), Qt::CaseInsensitive);
    return platformWasDark();
#endif
}

void apply(QApplication &app, Scheme scheme)
{
    const bool first = !qobject_cast<Style *>(app.style());
    if (first)
        platformWasDark() = QApplication::palette().color(QPalette::Window).lightness() < 128;
    delete app.findChild<QTimer *>(QStringLiteral("ui.theme.follower"), Qt::FindDirectChildrenOnly);
    dress(app, scheme == Scheme::Dark || (scheme == Scheme::System && desktopIsDark()));
    if (scheme == Scheme::System)
        new Follower(app);
}

QFont fontOf(double pointSize, QFont::Weight weight)
{
    static const QStringList faces = families();
    QFont font;
    font.setFamilies(faces);
    font.setPointSizeF(pointSize);
    font.setWeight(weight);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

}  // namespace ui
