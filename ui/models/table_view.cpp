#include "ui/models/table_view.h"

#include "ui/models/cell_delegate.h"
#include "ui/models/check_header.h"
#include "ui/models/selection_keeper.h"
#include "ui/models/table_columns.h"
#include "ui/models/table_note.h"
#include "ui/widgets/empty_state.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QToolTip>

namespace ui {

TableView::TableView(const QString &objectName, const QString &accessibleName, QWidget *parent) : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    configure();
    m_empty = new EmptyState(objectName + QStringLiteral(".empty"), this);
    m_empty->set(Icon::Inbox, tr("暂无数据"));
    m_empty->hide();
    m_note = new TableNote(objectName + QStringLiteral(".note"), this);
    connect(m_note, &TableNote::cancelRequested, this, [this] {
        if (m_copy)
            m_copy->cancel();
    });
}

TableView::~TableView()
{
    m_delegate->forgetEditors();
}

void TableView::configure()
{
    m_header = new CheckHeader(this);
    setHorizontalHeader(m_header);
    m_columns = new TableColumns(this);
    m_delegate = new CellDelegate(this);
    setItemDelegate(m_delegate);
    verticalHeader()->hide();
    // Fixed, so that no row is ever measured: a list may have a million, and heights that follow contents read every row.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(size::row);
    verticalHeader()->setDefaultSectionSize(size::row);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalScrollBar()->setSingleStep(size::row);
    setMinimumHeight(size::header + 3 * size::row);
}

void TableView::setListModel(ListModelBase *model)
{
    if (model == m_model)
        return m_columns->setModel(model);
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    delete m_selection;
    auto *before = selectionModel();
    m_model = model;
    setModel(model);
    delete before;
    m_header->setListModel(model);
    m_columns->setModel(model);
    m_selection = new SelectionKeeper(this, model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        setHovered(-1);
        m_columns->arrange();
        placeEmpty();
        boundHeight();
    });
    placeEmpty();
    boundHeight();
}

void TableView::setCellValidator(CellValidator validator)
{
    m_validator = validator;
    m_delegate->setValidator(std::move(validator));
}

void TableView::setEmptyText(Icon icon, const QString &text, const QString &detail)
{
    m_empty->set(icon, text, detail);
}

void TableView::setEmptyVisible(bool visible)
{
    m_emptyWanted = visible;
    placeEmpty();
}

void TableView::placeEmpty()
{
    const auto area = viewport()->geometry();
    m_empty->setGeometry(area);
    m_empty->setVisible(m_emptyWanted && m_model && m_model->rowCount() == 0);
}

void TableView::setRowsShown(int least, int most)
{
    m_leastRows = least;
    m_mostRows = most;
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &TableView::boundHeight);
    boundHeight();
}

int TableView::heightOf(int rows) const
{
    const auto *bar = horizontalScrollBar();
    const int scrolling = bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0;
    return size::header + rows * size::row + scrolling + 2 * frameWidth();
}

void TableView::boundHeight()
{
    if (m_mostRows == 0)
        return;
    const int rows = m_model ? m_model->rowCount() : 0;
    setMinimumHeight(heightOf(rows > 0 ? qMin(rows, m_leastRows) : m_leastRows));
    setMaximumHeight(heightOf(qMax(rows, m_leastRows)));
    updateGeometry();
}

/// Without rows there is room for what is said instead.
QSize TableView::sizeHint() const
{
    if (m_mostRows == 0)
        return QTableView::sizeHint();
    const int rows = m_model ? m_model->rowCount() : 0;
    return {QTableView::sizeHint().width(), heightOf(rows > 0 ? qMin(rows, m_mostRows) : m_leastRows)};
}

void TableView::goTo(const QString &key, const QString &columnId)
{
    if (!m_model)
        return;
    const auto index = m_model->index(m_model->rowOfKey(key), qMax(0, m_model->sectionOf(columnId)));
    if (!index.isValid())
        return;
    m_columns->setShown(index.column(), true);  // the user may have put it away
    setFocus();
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::PositionAtCenter);
    if (index.flags() & Qt::ItemIsEditable)
        edit(index);
}

void TableView::setHovered(int row)
{
    if (row == m_hovered)
        return;
    for (const int changed : {m_hovered, row}) {
        if (m_model && changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), size::row);
    }
    m_hovered = row;
}

void TableView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit();
    placeEmpty();
}

/// `column` is a section; sections follow each other as they are seen.
QModelIndex TableView::nextEditable(int row, int column, Step step) const
{
    const auto sections = m_columns->shown();
    const int rows = m_model->rowCount();
    const int columns = int(sections.size());
    int place = int(std::find(sections.begin(), sections.end(), column) - sections.begin());
    // A list is editable in every row or in none; a few rows of search are enough, and bounded in a long list.
    for (int tries = 0; tries < 50 * columns; ++tries) {
        if (step == Step::Down) {
            ++row;
        } else {
            place += step == Step::Forward ? 1 : -1;
            if (place >= columns || place < 0) {
                row += step == Step::Forward ? 1 : -1;
                place = step == Step::Forward ? 0 : columns - 1;
            }
        }
        if (row < 0 || row >= rows || place >= columns)
            return {};
        const auto index = m_model->index(row, sections[size_t(place)]);
        if (index.flags() & Qt::ItemIsEditable)
            return index;
    }
    return {};
}

/// Whoever walks by keys hears and sees why the cell is marked.
void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!hasFocus() || !current.isValid() || !current.data(ListModelBase::MarkRole).isValid())
        return;
    const auto reason = current.data(Qt::AccessibleDescriptionRole).toString();
    QToolTip::showText(viewport()->mapToGlobal(visualRect(current).bottomLeft()), reason.toHtmlEscaped(), this);
}

void TableView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    const bool moves = hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::EditPreviousItem
        || hint == QAbstractItemDelegate::SubmitModelCache;
    QTableView::closeEditor(editor, moves ? QAbstractItemDelegate::NoHint : hint);
    if (!moves || !m_model || row < 0)
        return;
    const auto step = hint == QAbstractItemDelegate::EditNextItem ? Step::Forward
        : hint == QAbstractItemDelegate::EditPreviousItem         ? Step::Back
                                                                  : Step::Down;
    const auto next = nextEditable(row, column, step);
    if (!next.isValid())
        return;
    setCurrentIndex(next);
    edit(next);
}

}  // namespace ui
