#pragma once
// People with a wage to fill in: the rows of the list tests.
#include "ui/models/list_model.h"

namespace tests {

struct Row {
    QString key;
    QString name;
    QString wage;
    QString month;
};

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

inline std::vector<ui::Column<Row>> columns()
{
    return {
        {.id = "name", .title = text("姓名"), .display = [](const Row &row) { return row.name; }},
        {.id = "wage",
         .title = text("新缴费工资"),
         .display = [](const Row &row) { return row.wage; },
         .kind = ui::CellKind::Money,
         .editor = ui::Editor::Money,
         .mark = [](const Row &row) { return ui::CellMark{ui::Tone::Warning, row.wage.isEmpty() ? text("没有填写") : QString()}; }},
        {.id = "month", .title = text("生效年月"), .display = [](const Row &row) { return row.month; },
         .editor = ui::Editor::Month},
    };
}

inline QString keyOf(const Row &row)
{
    return row.key;
}

inline std::vector<Row> people(int count)
{
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i)
        rows.push_back({QString::number(i), text("人%1").arg(i), {}, {}});
    return rows;
}

}  // namespace tests
