// What keys and the mouse do in a TableView.

#include "ui/models/table_columns.h"
#include "ui/models/table_view.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace ui {

bool TableView::isLink(const QModelIndex &index) const
{
    return index.isValid() && index.data(ListModelBase::LinkRole).toBool();
}

/// Enter and double click: the cell's own link or editor, else the row.
bool TableView::activate(const QModelIndex &index)
{
    if (!index.isValid() || !m_model->isLoaded(index.row()))
        return false;
    if (isLink(index))
        Q_EMIT linkActivated(m_model->keyOf(index), m_model->info(index.column())->id);
    else if (index.flags() & Qt::ItemIsEditable)
        edit(index);
    else
        Q_EMIT rowActivated(m_model->keyOf(index));
    return true;
}

void TableView::toggleCurrentCheck()
{
    const int current = currentIndex().row();
    if (current < 0)
        return;
    auto rows = selectedRows();
    rows.push_back(current);
    m_model->setChecked(QVector<int>(rows.begin(), rows.end()), !m_model->isChecked(current));
}

bool TableView::blockKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyRows(false);
    else if (event->keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_C))
        copyRows(true);
    else if (event->keyCombination() == (Qt::CTRL | Qt::ALT | Qt::Key_C))
        copyCell();
    else if (event->matches(QKeySequence::Paste) && isEditable())
        paste();
    else if (event->matches(QKeySequence::Delete) && isEditable())
        clearCells();
    else if (event->key() == Qt::Key_Escape && m_copy)
        m_copy->cancel();
    else
        return false;
    return true;
}

bool TableView::stepKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        undo();
    else if (event->matches(QKeySequence::Redo) || event->keyCombination() == (Qt::CTRL | Qt::Key_Y)
             || event->keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_Z))
        redo();
    else
        return false;
    return true;
}

/// Alt with an arrow moves the current column, with Shift too it widens or narrows it.
bool TableView::columnKey(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (step == 0 || !currentIndex().isValid())
        return false;
    if (modifiers == Qt::AltModifier)
        m_columns->move(currentIndex().column(), step);
    else if (modifiers == (Qt::AltModifier | Qt::ShiftModifier))
        m_columns->widen(currentIndex().column(), step);
    else
        return false;
    scrollTo(currentIndex());
    return true;
}

bool TableView::rowKey(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (m_model->isCheckable() && event->matches(QKeySequence::SelectAll)) {
        m_model->checkAll(true);
        return true;
    }
    if (m_model->isCheckable() && plain && event->key() == Qt::Key_Space) {
        toggleCurrentCheck();
        return true;
    }
    return plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && activate(currentIndex());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if (!m_model || !(blockKey(event) || stepKey(event) || columnKey(event) || rowKey(event)))
        QTableView::keyPressEvent(event);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    setHovered(index.row());
    viewport()->setCursor(isLink(index) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void TableView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = indexAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
}

void TableView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    QTableView::mouseReleaseEvent(event);
    const bool click = event->button() == Qt::LeftButton && index.isValid() && index == m_pressed;
    if (!click)
        return;
    if (!m_model->info(index.column())) {
        const bool checked = !m_model->isChecked(index.row());
        const bool range = (event->modifiers() & Qt::ShiftModifier) && m_lastChecked >= 0;
        const int from = range ? qMin(m_lastChecked, index.row()) : index.row();
        const int to = range ? qMax(m_lastChecked, index.row()) : index.row();
        QVector<int> rows;
        for (int row = from; row <= qMin(to, m_model->rowCount() - 1); ++row)
            rows.append(row);
        m_model->setChecked(rows, checked);
        m_lastChecked = index.row();
    } else if (event->modifiers() == Qt::NoModifier && isLink(index)) {
        activate(index);
    } else if (event->modifiers() == Qt::NoModifier && (index.flags() & Qt::ItemIsEditable)) {
        edit(index);
    }
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    QTableView::mouseDoubleClickEvent(event);
    if (index.isValid() && m_model->info(index.column()) && !isLink(index))
        activate(index);
}

}  // namespace ui
