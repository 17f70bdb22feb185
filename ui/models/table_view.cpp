#include "ui/models/table_view.h"

#include "ui/models/cell_delegate.h"
#include "ui/models/check_header.h"
#include "ui/widgets/empty_state.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace ui {

TableView::TableView(const QString &objectName, const QString &accessibleName, QWidget *parent) : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    configure();
    m_empty = new EmptyState(objectName + QStringLiteral(".empty"), this);
    m_empty->set(Icon::Inbox, tr("暂无数据"));
    m_empty->hide();
}

TableView::~TableView()
{
    m_delegate->forgetEditors();
}

void TableView::configure()
{
    m_header = new CheckHeader(this);
    setHorizontalHeader(m_header);
    m_delegate = new CellDelegate(this);
    setItemDelegate(m_delegate);
    verticalHeader()->hide();
    // Fixed, so that no row is ever measured: a list may have a million (hazards: Tables of 1 M rows).
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
    m_model = model;
    setModel(model);
    m_header->setListModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        setHovered(-1);
        applyWidths();
        placeEmpty();
    });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (!m_fitting && section < int(m_widths.size()))
            m_widths[size_t(section)] = width;
    });
    applyWidths();
    placeEmpty();
}

void TableView::setCellValidator(Validator validator)
{
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

/// Widths as the columns ask for them; only when the set of columns is another one, so that a refresh keeps what the
/// user has changed.
void TableView::applyWidths()
{
    if (int(m_widths.size()) == m_model->columnCount())
        return;
    m_widths.clear();
    for (int section = 0; section < m_model->columnCount(); ++section) {
        const auto *info = m_model->info(section);
        m_widths.push_back(info ? info->width : 40);
    }
    fitColumns();
}

/// What is left of the width goes to the columns of text, by their share.
void TableView::fitColumns()
{
    int total = 0;
    int flexible = 0;
    for (size_t i = 0; i < m_widths.size(); ++i) {
        total += m_widths[i];
        flexible += stretches(int(i)) ? m_widths[i] : 0;
    }
    int spare = qMax(0, viewport()->width() - total);
    const int all = spare;
    m_fitting = true;
    for (size_t i = 0; i < m_widths.size(); ++i) {
        int share = 0;
        if (stretches(int(i)) && flexible > 0) {
            share = qMin(spare, int(qint64(all) * m_widths[i] / flexible));
            spare -= share;
        }
        m_header->resizeSection(int(i), m_widths[i] + share);
    }
    m_fitting = false;
}

bool TableView::stretches(int section) const
{
    const auto *info = m_model->info(section);
    return info && (info->kind == CellKind::Text || info->kind == CellKind::Link);
}

void TableView::goTo(const QString &key, const QString &columnId)
{
    if (!m_model)
        return;
    const auto index = m_model->index(m_model->rowOfKey(key), qMax(0, m_model->sectionOf(columnId)));
    if (!index.isValid())
        return;
    setFocus();
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::PositionAtCenter);
    if (index.flags() & Qt::ItemIsEditable)
        edit(index);
}

QString TableView::selectionAsText() const
{
    if (!m_model)
        return {};
    const int first = m_model->isCheckable() ? 1 : 0;
    const auto line = [this, first](const auto &cellText) {
        QStringList cells;
        for (int column = first; column < m_model->columnCount(); ++column)
            cells << QString(cellText(column)).simplified();
        return cells.join(QLatin1Char('\t'));
    };
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines{line([this](int c) { return m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString(); })};
    for (const auto &row : rows)
        lines << line([&row](int c) { return row.siblingAtColumn(c).data().toString(); });
    return rows.isEmpty() ? QString() : lines.join(QLatin1Char('\n'));
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
    const bool checked = !m_model->isChecked(current);
    for (const auto &row : selectionModel()->selectedRows())
        m_model->setChecked(row.row(), checked);
    m_model->setChecked(current, checked);
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (event->matches(QKeySequence::Copy)) {
        const auto text = selectionAsText();
        if (!text.isEmpty())
            QApplication::clipboard()->setText(text);
        return;
    }
    if (m_model && m_model->isCheckable() && event->matches(QKeySequence::SelectAll))
        return m_model->checkAll(true);
    if (m_model && m_model->isCheckable() && plain && event->key() == Qt::Key_Space)
        return toggleCurrentCheck();
    if (m_model && plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && activate(currentIndex()))
        return;
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
        for (int row = from; row <= qMin(to, m_model->rowCount() - 1); ++row)
            m_model->setChecked(row, checked);
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

void TableView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_model)
        fitColumns();
    placeEmpty();
}

QModelIndex TableView::nextEditable(int row, int column, Step step) const
{
    const int rows = m_model->rowCount();
    const int columns = m_model->columnCount();
    // A list is editable in every row or in none; a few rows of search are enough, and bounded in a long list.
    for (int tries = 0; tries < 50 * columns; ++tries) {
        if (step == Step::Down) {
            ++row;
        } else {
            column += step == Step::Forward ? 1 : -1;
            if (column >= columns || column < 0) {
                row += step == Step::Forward ? 1 : -1;
                column = step == Step::Forward ? 0 : columns - 1;
            }
        }
        if (row < 0 || row >= rows)
            return {};
        const auto index = m_model->index(row, column);
        if (index.flags() & Qt::ItemIsEditable)
            return index;
    }
    return {};
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
