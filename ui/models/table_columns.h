#pragma once
// The columns of one TableView under the user's hands: shown or not, order, widths; what is left of the width goes to
// the columns of text. Reads and changes the list's TableLayout.

#include "ui/models/table_layout.h"

#include <vector>

class QHeaderView;
class QMenu;
class QTableView;

namespace ui {

class ListModelBase;

class TableColumns final : public QObject {
    Q_OBJECT
public:
    explicit TableColumns(QTableView *view);

    void setModel(ListModelBase *model);
    /// By the layout that is kept, when the set of columns is another one than before.
    void arrange();
    void fit();

    /// What the shown ones take without what fitting adds.
    int width() const;
    bool isShown(int section) const;
    /// The last column that is shown stays.
    void setShown(int section, bool shown);
    /// Columns that give their room to something beside the table for a while; what the user arranged stays kept. One that
    /// the user shows meanwhile is shown.
    void setAside(const QStringList &ids);
    /// One place to the left (-1) or right (1), past what is hidden. The check column stays first.
    void move(int section, int step);
    void widen(int section, int by);
    /// 恢复默认
    void reset();
    /// Sections in the order they are seen, without the check column.
    std::vector<int> shown() const;
    /// The column that is shown at `step` (-1, 1) from this one; -1 when there is none.
    int neighbour(int section, int step) const;
    /// 列: every column with its check, what can be done with `section` (-1: none), 恢复默认. Deletes itself with `parent`.
    QMenu *menu(int section, QWidget *parent);

private:
    struct Section {
        int width = 40;       ///< without what fitting adds
        bool chosen = false;  ///< by the user: fitting leaves it alone
        bool aside = false;   ///< would be shown but for setAside()
    };

    void apply(const TableLayout &layout);
    void place(const TableLayout &layout);
    std::vector<int> order(const TableLayout &layout) const;
    void putAside();
    void keep();
    void addAbsent(TableLayout &layout, const TableLayout &before) const;
    int first() const;
    bool isOfBlock(int section) const;
    bool stretches(int section) const;
    void addColumns(QMenu *menu);
    void addHandles(QMenu *menu, int section);

    QTableView *m_view;
    QHeaderView *m_header;
    ListModelBase *m_model = nullptr;
    std::vector<Section> m_sections;
    QStringList m_aside;
    bool m_arranging = false;
};

}  // namespace ui
