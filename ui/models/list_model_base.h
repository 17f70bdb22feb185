#pragma once
// The part of ListModel<Row> that does not depend on Row: columns, checks, signals.

#include "ui/models/column.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>

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
    };

    explicit ListModelBase(QObject *parent) : QAbstractTableModel(parent) {}

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
    void setChecked(int row, bool checked);
    /// Of a small list: the keys. Of a windowed list with `all`: asserts, use checks().
    QSet<QString> checkedKeys() const;
    void checkAll(bool checked);
    void setChecks(const Checks &checks);
    Qt::CheckState headerState() const;

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
    /// A cell was edited and its text accepted. The page stores it and answers with updateRow().
    void cellEdited(const QString &key, const QString &columnId, const QString &text);
    /// Windowed lists only: the header was clicked; the page gives a source in this order. Empty id: its own order.
    void sortRequested(const QString &columnId, Qt::SortOrder order);

protected:
    virtual int rowTotal() const = 0;
    virtual QString keyAt(int row) const = 0;
    /// `column` counts without the check column.
    virtual QVariant cell(int row, int column, int role) const = 0;
    virtual bool cellEditable(int row, int column) const = 0;
    virtual bool isWindowed() const = 0;

    void setColumnInfos(std::vector<ColumnInfo> infos) { m_infos = std::move(infos); }
    int firstColumn() const { return m_checkable ? 1 : 0; }
    /// Drops checks of keys that are gone (small lists).
    void keepChecks(const QSet<QString> &existing);
    void setSort(int section, Qt::SortOrder order);
    void touchRow(int row);

private:
    void checksChanged();

    std::vector<ColumnInfo> m_infos;
    Checks m_checks;
    bool m_checkable = false;
    int m_sortSection = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace ui
