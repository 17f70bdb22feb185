#pragma once
// Paints the cells of TableView and owns their editors.

#include "ui/models/table_view.h"

#include <QHash>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace ui {

class ReasonTip;

class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(TableView *view);
    /// The view is going: what its editors do from now on concerns nobody.
    void forgetEditors() { m_editing.clear(); }
    void setValidator(CellValidator validator) { m_validator = std::move(validator); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;
    bool eventFilter(QObject *object, QEvent *event) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const ColumnInfo *column(const QModelIndex &index) const;
    QString shownText(const QModelIndex &index) const;
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// False, with the reason shown, when the text cannot stand.
    bool commit(QWidget *editor);
    void say(QWidget *editor, const QString &reason) const;
    void placeTip(const QWidget *editor) const;
    bool keyPressed(QWidget *editor, int key);
    bool blockPressed(QWidget *editor, QKeyEvent *event);
    void paintMark(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    TableView *m_view;
    CellValidator m_validator;
    ReasonTip *m_tip;
    mutable QHash<const QWidget *, QPersistentModelIndex> m_editing;
};

}  // namespace ui
