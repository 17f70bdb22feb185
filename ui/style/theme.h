#pragma once
// Puts the look on the application: Fusion below, our palette, style and fonts above. No style sheets (they break
// palette following).

#include <QApplication>
#include <QFont>

#include <optional>

namespace ui {

enum class Scheme { Light, Dark, System };

/// `light`, `dark` or `system`, as `--theme` and the settings page spell it.
std::optional<Scheme> schemeFromText(const QString &text);
/// May be called again at any time; open windows follow. With System, later changes of the desktop are followed too.
void apply(QApplication &app, Scheme scheme);
/// What the desktop says now: AppsUseLightTheme on Windows, the platform's palette elsewhere.
bool desktopIsDark();

/// The application's font with another point size (ui::type) or weight; digits line up in tables.
QFont fontOf(double pointSize, QFont::Weight weight = QFont::Normal);

}  // namespace ui
