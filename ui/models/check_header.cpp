#include "ui/models/check_header.h"

#include "ui/models/list_model_base.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOption>

namespace ui {

CheckHeader::CheckHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setFixedHeight(size::header);
    setMinimumSectionSize(40);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QHeaderView::sortIndicatorChanged, this, &CheckHeader::sortBy);
}

void CheckHeader::setListModel(ListModelBase *model)
{
    m_model = model;
    const QSignalBlocker quiet(this);
    setSortIndicator(model->sortSection(), model->sortOrder());
}

void CheckHeader::sortBy(int section, Qt::SortOrder order)
{
    if (!m_model)
        return;
    const auto *column = m_model->info(section);
    if (section >= 0 && (!column || !column->sortable)) {
        const QSignalBlocker quiet(this);
        setSortIndicator(m_model->sortSection(), m_model->sortOrder());
        viewport()->update();
        return;
    }
    m_model->sort(section, order);
}

void CheckHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    if (!m_model || m_model->info(section))
        return;
    QStyleOption box;
    box.initFrom(this);
    box.rect = QRect(0, 0, size::icon, size::icon);
    box.rect.moveCenter(rect.center());
    box.state &= ~(QStyle::State_MouseOver | QStyle::State_HasFocus);
    switch (m_model->headerState()) {
    case Qt::Unchecked: break;
    case Qt::PartiallyChecked: box.state |= QStyle::State_NoChange; break;
    case Qt::Checked: box.state |= QStyle::State_On; break;
    }
    style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, this);
}

void CheckHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const int section = logicalIndexAt(event->position().toPoint());
    const bool box = m_model && m_model->isCheckable() && section == 0 && cursor().shape() != Qt::SplitHCursor;
    if (box && event->button() == Qt::LeftButton)
        m_model->checkAll(m_model->headerState() != Qt::Checked);
    QHeaderView::mouseReleaseEvent(event);
}

}  // namespace ui
