#pragma once
// "Tables are data": a list of the product is one array of Column<Row>. The table, its sorting, the copy to the
// clipboard and the exports read the same array.

#include "ui/style/tokens.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <vector>

namespace ui {

enum class CellKind {
    Text,
    Link,    ///< clickable; the table emits linkActivated
    State,   ///< a pill in the colour of `tone`
    Money,   ///< right-aligned, tabular digits; display gives domain::moneyText
    Number,  ///< right-aligned
    Date,
};

enum class Editor { None, Text, Money, Month };

/// Why a cell needs attention; none without a reason.
struct CellMark {
    Tone tone = Tone::Warning;
    QString reason;
};

/// Written as a literal where a list is fixed, put together where it has a column for each of something.
struct ColumnId {
    ColumnId() = default;
    ColumnId(const char *literal) : text(QString::fromLatin1(literal)) {}
    ColumnId(const QString &id) : text(id) {}

    QString text;
};

// Braces, not `= {}`: over that GCC 12 breaks down when the initialisers stand in a list.
/// Used with designated initialisers: {.id = "name", .title = tr("姓名"), .display = …, .width = 96}.
template <class Row>
struct Column {
    ColumnId id{};
    QString title = {};
    std::function<QVariant(const Row &)> display{};
    int width = 120;
    CellKind kind = CellKind::Text;
    Qt::Alignment align = {};  ///< default: by kind
    /// What to sort by when it is not the displayed text: fen, a QDate, an int. Small lists only.
    std::function<QVariant(const Row &)> sortKey{};
    std::function<Tone(const Row &)> tone{};
    std::function<QString(const Row &)> tooltip{};
    /// Which rows are links (a State cell can be one too); when not set, all of a Link column.
    std::function<bool(const Row &)> link{};
    Editor editor = Editor::None;
    /// Which rows of a column with an editor can be edited; all when not set.
    std::function<bool(const Row &)> editable{};
    /// The text an editor starts with; the displayed text when not set.
    std::function<QString(const Row &)> editText{};
    bool sortable = true;
    /// Document numbers: shown as the veil allows (ui/models/veil.h).
    bool isPrivate = false;
    /// A corner in the tone's colour, with the reason for whoever points at it, walks to it or listens.
    std::function<CellMark(const Row &)> mark{};
};

/// A column without its row type: what views and headers ask for.
struct ColumnInfo {
    QString id;
    QString title;
    int width = 120;
    CellKind kind = CellKind::Text;
    Qt::Alignment align = {};
    Editor editor = Editor::None;
    bool sortable = true;
    bool isPrivate = false;
};

template <class Row>
ColumnInfo columnInfo(const Column<Row> &column)
{
    auto align = column.align;
    if (!align) {
        const bool right = column.kind == CellKind::Money || column.kind == CellKind::Number;
        align = (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
    }
    return {column.id.text, column.title, column.width, column.kind, align, column.editor, column.sortable,
            column.isPrivate};
}

}  // namespace ui
