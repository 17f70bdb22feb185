#include "ui/style/tokens.h"

namespace ui {
namespace {

QColor rgb(QRgb value)
{
    return QColor(value);
}

Colors makeLight()
{
    Colors c;
    c.dark = false;
    c.window = rgb(0xf5f7f8);
    c.surface = rgb(0xffffff);
    c.raised = rgb(0xffffff);
    c.sidebar = rgb(0xebeff1);
    c.header = rgb(0xf7f9fa);
    c.hover = rgb(0xf1f5f6);
    c.pressed = rgb(0xe4eaec);
    c.line = rgb(0xe1e6e9);
    c.strongLine = rgb(0xc6cfd4);
    c.text = rgb(0x1a2429);
    c.secondary = rgb(0x566570);
    c.placeholder = rgb(0x66737c);
    c.faint = rgb(0x97a3ab);
    c.accent = rgb(0x0d7a86);
    c.accentHover = rgb(0x0a6b76);
    c.accentPressed = rgb(0x085b65);
    c.accentText = rgb(0x0b6b76);
    c.onAccent = rgb(0xffffff);
    c.selection = rgb(0xdcf0f1);
    c.danger = rgb(0xc03a30);
    c.dangerHover = rgb(0xa83128);
    c.onDanger = rgb(0xffffff);
    c.neutral = {rgb(0x51606a), rgb(0xedf1f3), rgb(0xd9e0e4)};
    c.info = {rgb(0x1d5c9c), rgb(0xe8f1fb), rgb(0xc5dcf3)};
    c.success = {rgb(0x1b6e45), rgb(0xe5f5ec), rgb(0xbfe3ce)};
    c.warning = {rgb(0x855300), rgb(0xfff4de), rgb(0xf1d9a5)};
    c.error = {rgb(0xab2f26), rgb(0xfdeceb), rgb(0xf3c8c4)};
    c.series = {rgb(0x0d7a86), rgb(0xb5651d), rgb(0x3a6fb0), rgb(0x7a8b22), rgb(0x8d5a9e), rgb(0x6b7780)};
    return c;
}

Colors makeDark()
{
    Colors c;
    c.dark = true;
    c.window = rgb(0x14191c);
    c.surface = rgb(0x1b2125);
    c.raised = rgb(0x242b30);
    c.sidebar = rgb(0x101416);
    c.header = rgb(0x20272b);
    c.hover = rgb(0x242c31);
    c.pressed = rgb(0x2d363c);
    c.line = rgb(0x2c353a);
    c.strongLine = rgb(0x455058);
    c.text = rgb(0xe4eaed);
    c.secondary = rgb(0x9fadb6);
    c.placeholder = rgb(0x8a97a1);
    c.faint = rgb(0x67747d);
    c.accent = rgb(0x17808c);
    c.accentHover = rgb(0x147682);
    c.accentPressed = rgb(0x10646e);
    c.accentText = rgb(0x57c3cf);
    c.onAccent = rgb(0xffffff);
    c.selection = rgb(0x193c42);
    c.danger = rgb(0xc5473d);
    c.dangerHover = rgb(0xb53f36);
    c.onDanger = rgb(0xffffff);
    c.neutral = {rgb(0xb4c0c8), rgb(0x2a3338), rgb(0x3a454c)};
    c.info = {rgb(0x8cbcf0), rgb(0x1a2b3e), rgb(0x2b4563)};
    c.success = {rgb(0x78cda0), rgb(0x173025), rgb(0x27503c)};
    c.warning = {rgb(0xe8bd6a), rgb(0x352a14), rgb(0x5a4824)};
    c.error = {rgb(0xf49a91), rgb(0x3b201f), rgb(0x663431)};
    c.series = {rgb(0x35a6b3), rgb(0xd9924c), rgb(0x6fa0dc), rgb(0xa9ba4c), rgb(0xb98aca), rgb(0x93a1aa)};
    return c;
}

}  // namespace

const TonePair &Colors::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return neutral;
    case Tone::Info: return info;
    case Tone::Success: return success;
    case Tone::Warning: return warning;
    case Tone::Danger: return error;
    }
    return neutral;
}

const Colors &lightColors()
{
    static const Colors set = makeLight();
    return set;
}

const Colors &darkColors()
{
    static const Colors set = makeDark();
    return set;
}

const Colors &colors(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkColors() : lightColors();
}

QPalette paletteOf(const Colors &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.header);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.placeholder);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::ToolTipBase, c.raised);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accentText);
    p.setColor(QPalette::LinkVisited, c.accentText);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.hover);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.strongLine);
    p.setColor(QPalette::Shadow, c.strongLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, c.faint);
    p.setColor(QPalette::Disabled, QPalette::Base, c.hover);
    p.setColor(QPalette::Disabled, QPalette::Button, c.hover);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.strongLine);
    return p;
}

}  // namespace ui
