#pragma once
// The part of ListModel<Row> that does not depend on Row: columns, checks, signals.

#include "ui/models/column.h"
#include "ui/models/edit_history.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

#include <optional>

namespace ui {

/// Which rows are checked. With `all`, every row of the present query except `keys`: a windowed list does not know the
/// keys of a million rows.
struct Checks {
    bool all = false;
    QSet<QString> keys;
};

class ListModelBase : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        ToneRole = Qt::UserRole + 1,  ///< int(Tone)
        LinkRole,                     ///< bool
        LoadedRole,                   ///< bool; false: a placeholder
        KeyRole,                      ///< QString
        MarkRole,                     ///< int(Tone); invalid: no mark. Its reason: AccessibleDescriptionRole
    };

    explicit ListModelBase(QObject *parent);

    /// Adds the check column at the left. Call before the model is given to a view.
    void setCheckable(bool checkable);
    bool isCheckable() const { return m_checkable; }
    /// Nothing for the check column.
    const ColumnInfo *info(int section) const;
    int sectionOf(const QString &columnId) const;
    QString keyOf(const QModelIndex &index) const { return keyAt(index.row()); }
    /// -1 when it is not there or not loaded.
    virtual int rowOfKey(const QString &key) const = 0;
    virtual bool isLoaded(int row) const = 0;

    const Checks &checks() const { return m_checks; }
    int checkedCount() const;
    bool isChecked(int row) const;
    /// Nothing happens to a row that is not loaded or must not be checked.
    void setChecked(int row, bool checked) { setChecked(QVector<int>{row}, checked); }
    void setChecked(const QVector<int> &rows, bool checked);
    /// Of a small list: the keys. Of a windowed list with `all`: asserts, use checks().
    QSet<QString> checkedKeys() const;
    /// The rows that are shown; those that a quick search hides keep what they have.
    void checkAll(bool checked);
    void setChecks(const Checks &checks);
    /// Of the rows that are shown and may be checked.
    Qt::CheckState headerState() const;

    /// One step of the history: the page is told, stores it and answers with updateRows().
    void edit(const CellEdits &edits, const QString &what) { m_history->add(edits, what); }
    EditHistory *history() const { return m_history; }

    /// A long list read in windows: what is not loaded is nowhere in this process.
    virtual bool isWindowed() const = 0;
    /// Small lists: shows the rows in which every word of `text` occurs (ListModel::setSearched).
    virtual void search(const QString &text) = 0;
    /// `then` sees the rows of the search, which a long list looks for on a worker (ListModel::setAway).
    virtual void whenArranged(std::function<void()> then) = 0;
    /// Reads the shown texts of rows from somewhere else, a row at a time not being worth it. Windowed lists only; `done`
    /// may come at once or later, or never when the list is another one by then.
    using Texts = std::vector<QStringList>;
    virtual void readTexts(int row, int count, const std::vector<int> &sections, std::function<void(Texts)> done) = 0;

    int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : rowTotal(); }
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    QVariant data(const QModelIndex &index, int role) const final;
    bool setData(const QModelIndex &index, const QVariant &value, int role) final;
    Qt::ItemFlags flags(const QModelIndex &index) const final;
    /// -1: the order the rows came in.
    int sortSection() const { return m_sortSection; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

Q_SIGNALS:
    void checkedChanged(int count);
    /// Cells were edited and their texts accepted: one, a pasted block, a step back. The page stores them and answers with
    /// updateRows().
    void cellsEdited(const ui::CellEdits &edits);
    /// Windowed lists: what is loaded is about to be forgotten, while the rows stay as many as they are.
    void aboutToForget();
    /// Windowed lists only: the header was clicked; the page gives a source in this order. Empty id: its own order.
    void sortRequested(const QString &columnId, Qt::SortOrder order);

protected:
    virtual int rowTotal() const = 0;
    virtual QString keyAt(int row) const = 0;
    /// `column` counts without the check column.
    virtual QVariant cell(int row, int column, int role) const = 0;
    virtual bool cellEditable(int row, int column) const = 0;
    virtual bool rowCheckable(int row) const = 0;
    /// Lists held here: how many of the shown rows are checked.
    virtual int checkedShown() const = 0;
    virtual bool allCheckable() const = 0;

    void setColumnInfos(std::vector<ColumnInfo> infos) { m_infos = std::move(infos); }
    int firstColumn() const { return m_checkable ? 1 : 0; }
    /// Drops checks of rows that are gone, or may not be checked any more (small lists).
    void keepChecks(const std::function<bool(const QString &key)> &isPossible);
    void setSort(int section, Qt::SortOrder order);
    void touchRows(int first, int last);

private:
    void checksChanged();
    Qt::CheckState countedHeaderState() const;

    std::vector<ColumnInfo> m_infos;
    Checks m_checks;
    EditHistory *m_history;
    mutable std::optional<Qt::CheckState> m_headerState;  // asked for with every paint; counts everybody
    bool m_checkable = false;
    int m_sortSection = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace ui
