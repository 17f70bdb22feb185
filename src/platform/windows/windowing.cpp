#include "platform/windowing.h"

#include <windows.h>

#include <dwmapi.h>

namespace platform {

void setTitleBarDark(quintptr window, bool dark)
{
    constexpr DWORD useImmersiveDarkMode = 20;  // DWMWA_USE_IMMERSIVE_DARK_MODE: newer than the header of the compiler
    const BOOL value = dark;
    DwmSetWindowAttribute(reinterpret_cast<HWND>(window), useImmersiveDarkMode, &value, sizeof value);
}

void allowRaise()
{
    AllowSetForegroundWindow(ASFW_ANY);
}

}  // namespace platform
