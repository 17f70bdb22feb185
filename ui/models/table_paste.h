#pragma once
// A block of cells meets a list: every cell is either taken or refused with a reason.

#include "ui/models/clipboard_table.h"
#include "ui/models/list_model_base.h"

namespace ui {

/// Returns the reason why `text` cannot stand in the cell, in Chinese; empty when it can.
using CellValidator = std::function<QString(const QString &key, const QString &columnId, const QString &text)>;

struct PasteReport {
    struct Refused {
        int row = 0;  ///< as shown, from 1
        QString column;
        QString text;
        QString reason;
    };
    int stored = 0;
    int unchanged = 0;  ///< stood there already, or stands in a column that only shows it
    QVector<Refused> refused;
    int rowsLeft = 0;     ///< of the block, below the end of the list
    int columnsLeft = 0;  ///< of the block, beyond the last column
    QString problem;      ///< why nothing at all was pasted
};

struct PastePlan {
    CellEdits edits;
    PasteReport report;
};

/// The block's rows go to `rows` (as shown; beyond the list: left over), its columns to `sections`.
PastePlan planPaste(const ListModelBase &model, const CellBlock &block, const std::vector<int> &rows,
                    const std::vector<int> &sections, const CellValidator &validator);

/// 「已填入 12 个单元格；2 个未填入」; and the refused ones line by line, the first of them.
QString pasteText(const PasteReport &report);
QString pasteDetails(const PasteReport &report);

}  // namespace ui
