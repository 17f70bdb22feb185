#pragma once
// Keeps what is selected in a list, and the current cell, by the rows' keys: a refresh, a sort in the store or a search
// gives the rows other places. Rows that are not there (hidden, or not loaded yet) get their selection back when they are,
// unless something else was selected meanwhile.

#include <QModelIndex>
#include <QObject>
#include <QSet>

class QAbstractItemView;

namespace ui {

class ListModelBase;

class SelectionKeeper final : public QObject {
    Q_OBJECT
public:
    SelectionKeeper(QAbstractItemView *view, ListModelBase *model);

private:
    void remember();
    /// Small lists know where every key is.
    void restore();
    /// Windowed ones have just read these rows.
    void restore(int first, int last);
    void give(const QString &key, int row);
    void makeCurrent(int row);

    QAbstractItemView *m_view;
    ListModelBase *m_model;
    QSet<QString> m_missing;
    QString m_currentKey;
    int m_currentSection = 0;
    bool m_restoring = false;
};

}  // namespace ui
