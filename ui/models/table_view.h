#pragma once
// The table of every list page: fixed row height, check column, links, state pills, editors in cells, columns as the user
// likes them, copy and paste, and a way back.

#include "ui/models/table_copy.h"
#include "ui/models/table_paste.h"
#include "ui/style/icons.h"

#include <QTableView>

class QMenu;

namespace ui {

class CellDelegate;
class CheckHeader;
class EmptyState;
class SelectionKeeper;
class TableColumns;
class TableNote;

class TableView final : public QTableView {
    Q_OBJECT
public:
    static constexpr int mostPasted = 100'000;  ///< cells

    TableView(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    ~TableView() override;

    /// Another model may come later, before the one before goes. The model stays its owner's.
    void setListModel(ListModelBase *model);
    ListModelBase *listModel() const { return m_model; }
    /// Asked on every commit: while there is a reason the editor stays open and shows it. Asked for each pasted cell.
    void setCellValidator(CellValidator validator);
    TableColumns *columns() const { return m_columns; }
    /// What is shown over the rows' place while there are none.
    void setEmptyText(Icon icon, const QString &text, const QString &detail = {});
    EmptyState *emptyState() const { return m_empty; }
    void setEmptyVisible(bool visible);
    /// For a short list in a dialog: as high as its rows, `most` of them at most; at least `least` stay in view. It never
    /// stretches beyond its rows.
    void setRowsShown(int least, int most);
    QSize sizeHint() const override;
    /// Scrolls to the cell, selects it and opens its editor when it has one; shows its column. Small lists and loaded rows.
    void goTo(const QString &key, const QString &columnId);
    int hoveredRow() const { return m_hovered; }

    /// The selected rows (selection, not checks), as they are shown. A long way is gone in the background.
    void copyRows(bool titles);
    void copyCell();
    /// From the current cell on; one copied row goes to each selected row. Ends with pasted().
    void paste();
    /// The current column in the selected rows.
    void clearCells();
    void undo();
    void redo();
    /// What the right button and the menu key offer; deletes itself with the view.
    QMenu *rowMenu();
    bool isEditable() const;

Q_SIGNALS:
    void linkActivated(const QString &key, const QString &columnId);
    /// Double click or Enter on a row without a link and without an editor in the current cell.
    void rowActivated(const QString &key);
    void pasted(const ui::PasteReport &report);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void configure();
    void setHovered(int row);
    bool isLink(const QModelIndex &index) const;
    bool activate(const QModelIndex &index);
    enum class Step { Forward, Back, Down };
    QModelIndex nextEditable(int row, int column, Step step) const;
    void toggleCurrentCheck();
    void placeEmpty();
    int heightOf(int rows) const;
    void boundHeight();
    std::vector<RowRange> selectedRanges() const;
    std::vector<int> selectedRows() const;
    bool blockKey(QKeyEvent *event);
    bool columnKey(QKeyEvent *event);
    bool stepKey(QKeyEvent *event);
    bool rowKey(QKeyEvent *event);
    std::vector<int> pasteRows(const CellBlock &block) const;
    void addSteps(QMenu *menu);
    void addClipboard(QMenu *menu);

    ListModelBase *m_model = nullptr;
    CellDelegate *m_delegate = nullptr;
    CheckHeader *m_header = nullptr;
    EmptyState *m_empty = nullptr;
    TableColumns *m_columns = nullptr;
    SelectionKeeper *m_selection = nullptr;
    TableNote *m_note = nullptr;
    QPointer<TableCopy> m_copy;
    CellValidator m_validator;
    bool m_emptyWanted = true;
    int m_leastRows = 0;
    int m_mostRows = 0;  ///< 0: as high as there is room
    int m_hovered = -1;
    int m_lastChecked = -1;
    QPersistentModelIndex m_pressed;
};

}  // namespace ui
