#pragma once
// The table of every list page: fixed row height, check column, links, state pills, editors in cells, TSV copy.

#include "ui/models/list_model_base.h"
#include "ui/style/icons.h"

#include <QTableView>

namespace ui {

class CellDelegate;
class CheckHeader;
class EmptyState;

class TableView final : public QTableView {
    Q_OBJECT
public:
    /// Returns the reason why `text` cannot stand in the cell, in Chinese; empty when it can. Called on every commit;
    /// while there is a reason the editor stays open and shows it.
    using Validator = std::function<QString(const QString &key, const QString &columnId, const QString &text)>;

    TableView(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);
    ~TableView() override;

    /// Applies the columns' widths too. The model stays its owner's.
    void setListModel(ListModelBase *model);
    ListModelBase *listModel() const { return m_model; }
    void setCellValidator(Validator validator);
    /// What is shown over the rows' place while there are none.
    void setEmptyText(Icon icon, const QString &text, const QString &detail = {});
    EmptyState *emptyState() const { return m_empty; }
    void setEmptyVisible(bool visible);
    /// Scrolls to the cell, selects it and opens its editor when it has one. Small lists and loaded rows.
    void goTo(const QString &key, const QString &columnId);
    /// The selected rows (selection, not checks) as lines of tab-separated text with a line of titles.
    QString selectionAsText() const;
    int hoveredRow() const { return m_hovered; }

Q_SIGNALS:
    void linkActivated(const QString &key, const QString &columnId);
    /// Double click or Enter on a row without a link and without an editor in the current cell.
    void rowActivated(const QString &key);

protected:
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
    void applyWidths();
    void fitColumns();
    bool stretches(int section) const;
    void setHovered(int row);
    bool isLink(const QModelIndex &index) const;
    bool activate(const QModelIndex &index);
    enum class Step { Forward, Back, Down };
    QModelIndex nextEditable(int row, int column, Step step) const;
    void toggleCurrentCheck();
    void placeEmpty();

    ListModelBase *m_model = nullptr;
    CellDelegate *m_delegate = nullptr;
    CheckHeader *m_header = nullptr;
    EmptyState *m_empty = nullptr;
    bool m_emptyWanted = true;
    bool m_fitting = false;
    int m_hovered = -1;
    int m_lastChecked = -1;
    QPersistentModelIndex m_pressed;
    std::vector<int> m_widths;  ///< per section, without what fitting adds
};

}  // namespace ui
