#pragma once
// The usual columns in one line each: textColumn<Row>("name", tr("姓名"), &Row::name, 96).

#include "domain/money.h"
#include "ui/models/column.h"

#include <functional>
#include <optional>

namespace ui {

/// Of kinds of columns that stand in many lists: their usual longest text fits.
namespace column_width {
constexpr int personName = 150;      ///< 阿卜杜热西提·买买提
constexpr int collectionItem = 176;  ///< 企业职工基本养老保险
constexpr int category = 238;        ///< 基本医疗保险（含生育）(单位缴纳)
}  // namespace column_width

/// `get` is a member or a function of a row.
template <class Row, class Get>
Column<Row> textColumn(const ColumnId &id, const QString &title, Get get, int width)
{
    Column<Row> column;
    column.id = id;
    column.title = title;
    column.display = [get](const Row &row) { return QVariant(std::invoke(get, row)); };
    column.width = width;
    return column;
}

/// 证件号码.
template <class Row, class Get>
Column<Row> documentColumn(const QString &title, Get get, int width)
{
    auto column = textColumn<Row>("documentNumber", title, get, width);
    column.isPrivate = true;
    return column;
}

/// `get` gives a text that sorts as it reads: 2026-07, 2026-07-01 09:30.
template <class Row, class Get>
Column<Row> dateColumn(const ColumnId &id, const QString &title, Get get, int width = 104)
{
    auto column = textColumn<Row>(id, title, get, width);
    column.kind = CellKind::Date;
    return column;
}

template <class Row, class Get>
Column<Row> numberColumn(const ColumnId &id, const QString &title, Get get, int width)
{
    auto column = textColumn<Row>(id, title, get, width);
    column.kind = CellKind::Number;
    return column;
}

/// A text of figures that is not one number: a rate, a sum or a word in its place.
template <class Row, class Get>
Column<Row> figureColumn(const ColumnId &id, const QString &title, Get get, int width)
{
    auto column = textColumn<Row>(id, title, get, width);
    column.align = Qt::AlignRight | Qt::AlignVCenter;
    return column;
}

/// `get` gives domain::Money, or an optional one: nothing is an empty cell.
template <class Row, class Get>
Column<Row> moneyColumn(const ColumnId &id, const QString &title, Get get, int width = 120)
{
    const auto amount = [get](const Row &row) { return std::optional<domain::Money>(std::invoke(get, row)); };
    Column<Row> column;
    column.id = id;
    column.title = title;
    column.display = [amount](const Row &row) {
        const auto money = amount(row);
        return money ? QVariant(domain::moneyText(*money)) : QVariant();
    };
    column.width = width;
    column.kind = CellKind::Money;
    column.sortKey = [amount](const Row &row) {
        const auto money = amount(row);
        return money ? QVariant(money->fen()) : QVariant();
    };
    return column;
}

/// A pill: `get` gives something with `text` and `tone`.
template <class Row, class Get>
Column<Row> pillColumn(const ColumnId &id, const QString &title, Get get, int width)
{
    Column<Row> column;
    column.id = id;
    column.title = title;
    column.display = [get](const Row &row) { return QVariant(std::invoke(get, row).text); };
    column.width = width;
    column.kind = CellKind::State;
    column.tone = [get](const Row &row) { return std::invoke(get, row).tone; };
    return column;
}

/// For exports: what `get` finds in a row, by that part's own columns (a payment's item in a line of both).
template <class Row, class Part, class Get>
std::vector<Column<Row>> columnsOfPart(const std::vector<Column<Part>> &parts, Get get)
{
    std::vector<Column<Row>> columns;
    for (const auto &part : parts) {
        Column<Row> column;
        column.id = part.id;
        column.title = part.title;
        column.width = part.width;
        column.kind = part.kind;
        column.isPrivate = part.isPrivate;
        column.display = [show = part.display, get](const Row &row) { return show(std::invoke(get, row)); };
        if (part.sortKey)
            column.sortKey = [key = part.sortKey, get](const Row &row) { return key(std::invoke(get, row)); };
        columns.push_back(std::move(column));
    }
    return columns;
}

}  // namespace ui
