#pragma once
// Icons, painted from the glyphs of Material Design Icons (OFL). They follow the palette, the disabled state and the
// scale of the screen.

#include <QIcon>

namespace ui {

/// Named by what they mean here, not by what they show.
enum class Icon : char16_t;

enum class IconColor { Text, Secondary, Accent, OnAccent, Danger, Success, Warning, Info };

QIcon icon(Icon id, IconColor color = IconColor::Text);
/// For painters (delegates, empty states).
void paintIcon(QPainter *painter, const QRectF &rect, Icon id, const QColor &color);

enum class Icon : char16_t {
    None = 0,
    Home = 0xf2dc,
    Bell = 0xf09a,
    People = 0xf00e,
    PersonAdd = 0xf014,
    PersonCard = 0xf5d2,
    PersonSearch = 0xf016,
    Wage = 0xf116,
    WageAnnual = 0xf0f1,
    Fee = 0xf219,
    FeeSpecial = 0xf216,
    Record = 0xf14e,
    RecordDone = 0xf14c,
    Pay = 0xf19b,
    Bank = 0xf070,
    Receipt = 0xf449,
    Certificate = 0xf124,
    Unit = 0xf1d7,
    Switch = 0xf4e1,
    Reconcile = 0xf5d1,
    Check = 0xf12c,
    CheckUp = 0xf4d9,
    ChartBar = 0xf128,
    Table = 0xf4eb,
    List = 0xf279,
    Columns = 0xf56d,
    Settings = 0xf493,
    Network = 0xf59f,
    Server = 0xf48d,
    Backup = 0xf06f,
    Rules = 0xf0bd,
    Lock = 0xf33e,
    Shield = 0xf498,
    History = 0xf2da,
    Search = 0xf349,
    Refresh = 0xf450,
    Sync = 0xf4e6,
    Download = 0xf1da,
    CloudDownload = 0xf162,
    Export = 0xf207,
    Spreadsheet = 0xf21b,
    Print = 0xf42a,
    Send = 0xf48a,
    Add = 0xf415,
    Remove = 0xf374,
    Delete = 0xf1c0,
    Edit = 0xf3eb,
    Copy = 0xf18f,
    Folder = 0xf24b,
    Calendar = 0xf0ee,
    Eye = 0xf208,
    EyeOff = 0xf209,
    CapsLock = 0xf30e,
    Info = 0xf2fc,
    Success = 0xf5e0,
    Warning = 0xf026,
    Error = 0xf028,
    Help = 0xf625,
    Close = 0xf156,
    Inbox = 0xf2fb,
    Practice = 0xf093,
    Login = 0xf342,
    ChevronDown = 0xf140,
    ChevronUp = 0xf143,
    ChevronLeft = 0xf141,
    ChevronRight = 0xf142,
    ArrowUp = 0xf05d,
    ArrowDown = 0xf045,
    MenuDown = 0xf35d,
};

}  // namespace ui
