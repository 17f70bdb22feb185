#pragma once
// Three rows with a sum: the rows of the list model's tests.
#include "ui/models/list_model.h"

#include <QAbstractItemModelTester>

namespace tests::rows {

struct Row {
    QString key;
    QString name;
    qint64 fen = 0;
};

using Model = ui::ListModel<Row>;
using Tester = QAbstractItemModelTester;

inline std::vector<ui::Column<Row>> columns()
{
    return {
        {.id = "name", .title = QStringLiteral("姓名"), .display = [](const Row &row) { return row.name; }},
        {.id = "fen",
         .title = QStringLiteral("工资"),
         .display = [](const Row &row) { return QString::number(row.fen); },
         .kind = ui::CellKind::Money,
         .sortKey = [](const Row &row) { return row.fen; },
         .editor = ui::Editor::Money,
         .editable = [](const Row &row) { return row.fen != 7; }},
    };
}

inline Model makeModel()
{
    return Model(columns(), [](const Row &row) { return row.key; });
}

inline std::vector<Row> three()
{
    return {{QStringLiteral("a"), QStringLiteral("王"), 900},
            {QStringLiteral("b"), QStringLiteral("李"), 1000},
            {QStringLiteral("c"), QStringLiteral("张"), 20}};
}

inline QString textAt(const Model &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

}  // namespace tests::rows
