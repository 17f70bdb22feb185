#pragma once
// The named colours, spacings and sizes of the product. Nothing outside ui/style writes a colour or a radius as a number.
// Sizes are logical pixels. Every text colour but `faint` has a contrast of at least 4.5:1 on the surfaces it is used on
// (tests/ui/style checks the pairs).

#include <QColor>
#include <QPalette>

#include <array>

namespace ui {

/// What a state, a badge or a message wants to say with its colour.
enum class Tone { Neutral, Info, Success, Warning, Danger };

namespace space {
inline constexpr int hair = 2;
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int page = 20;
inline constexpr int huge = 32;
}  // namespace space

namespace size {
inline constexpr int radius = 6;
inline constexpr int smallRadius = 4;
inline constexpr int control = 30;  ///< height of a button, a field, a combo box
inline constexpr int row = 34;      ///< height of a table row
inline constexpr int header = 34;   ///< height of a table header
inline constexpr int icon = 16;
inline constexpr int sidebar = 212;
inline constexpr int sidebarIcons = 56;
inline constexpr int scrollBar = 10;
}  // namespace size

/// Point sizes, relative to the application's font.
namespace type {
inline constexpr double body = 9.75;
inline constexpr double small = 9.0;
inline constexpr double heading = 15.0;
inline constexpr double subheading = 11.0;
inline constexpr double number = 17.0;  ///< the figure on a tile
}  // namespace type

struct TonePair {
    QColor text;
    QColor fill;  ///< soft background that `text` is readable on
    QColor line;  ///< border of a strip with that background
};

struct Colors {
    bool dark = false;
    QColor window;       ///< behind everything
    QColor surface;      ///< tables, cards, fields
    QColor raised;       ///< menus, popups, tooltips
    QColor sidebar;
    QColor header;       ///< table header
    QColor hover;
    QColor pressed;
    QColor line;         ///< soft 1 px borders
    QColor strongLine;   ///< borders of fields and secondary buttons
    QColor text;
    QColor secondary;    ///< captions, ages, units
    QColor placeholder;  ///< what an empty field says
    QColor faint;        ///< disabled text and icons: the one colour that need not be readable
    QColor accent;       ///< fills of primary buttons and checks
    QColor accentHover;
    QColor accentPressed;
    QColor accentText;   ///< links and selected navigation on surface and sidebar
    QColor onAccent;     ///< text on accent
    QColor selection;    ///< background of selected rows and navigation
    QColor danger;       ///< fill of danger buttons
    QColor dangerHover;
    QColor onDanger;
    TonePair neutral;
    TonePair info;
    TonePair success;
    TonePair warning;
    TonePair error;
    std::array<QColor, 6> series;  ///< bars of a chart, told apart from each other and from `surface`

    const TonePair &tone(Tone tone) const;
};

const Colors &lightColors();
const Colors &darkColors();
/// The set that belongs to a palette: widgets ask with their own palette() and so follow a change of theme.
const Colors &colors(const QPalette &palette);
QPalette paletteOf(const Colors &colors);

}  // namespace ui
