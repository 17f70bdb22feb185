#include "ui/widgets/sidebar.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/widgets/named.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {
namespace {

constexpr int idRole = Qt::UserRole;
constexpr int iconRole = Qt::UserRole + 1;
constexpr int badgeRole = Qt::UserRole + 2;

bool isGroup(const QModelIndex &index)
{
    return index.data(idRole).toString().isEmpty();
}

class SidebarDelegate final : public QStyledItemDelegate {
public:
    explicit SidebarDelegate(Sidebar *bar) : QStyledItemDelegate(bar), m_bar(bar) {}
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (isGroup(index))
            return {20, m_bar->folded() ? 13 : 32};
        return {20, 34};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        isGroup(index) ? paintGroup(painter, option, index) : paintItem(painter, option, index);
        painter->restore();
    }

private:
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const auto &c = colors(option.palette);
        const auto rect = option.rect.adjusted(space::large + 2, 0, -space::large, 0);
        if (m_bar->folded()) {
            painter->fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), c.strongLine);
            return;
        }
        painter->setFont(fontOf(type::small));
        painter->setPen(c.secondary);
        painter->drawText(rect.adjusted(0, 8, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        const bool open = m_bar->isExpanded(index);
        if (!open || option.state.testFlag(QStyle::State_MouseOver))
            paintIcon(painter, QRectF(rect.right() - 14, rect.top() + 13, 14, 14),
                      open ? Icon::ChevronDown : Icon::ChevronRight, c.secondary);
    }
    void paintItem(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const auto &c = colors(option.palette);
        const auto rect = option.rect.adjusted(space::small, 1, -space::small, -1);
        const bool chosen = option.state & QStyle::State_Selected;
        const bool focus = m_bar->hasFocus() && m_bar->window()->testAttribute(Qt::WA_KeyboardFocusChange) && index == m_bar->currentIndex();
        if (chosen || option.state.testFlag(QStyle::State_MouseOver))
            paintPanel(painter, rect, chosen ? c.selection : c.pressed, focus && chosen ? c.accentText : Qt::transparent,
                       size::radius);
        const int badge = index.data(badgeRole).toInt();
        const auto ink = chosen ? c.accentText : c.secondary;
        const int left = m_bar->folded() ? rect.center().x() - 8 : rect.left() + 10;
        paintIcon(painter, QRectF(left, rect.center().y() - 8.5, 18, 18), static_cast<Icon>(index.data(iconRole).toInt()), ink);
        if (m_bar->folded()) {
            if (badge > 0)
                paintPanel(painter, QRectF(left + 14, rect.top() + 5, 8, 8), c.danger, c.sidebar, 4);
            return;
        }
        auto text = rect.adjusted(38, 0, -8, 0);
        if (badge > 0)
            text.setRight(paintBadge(painter, rect, badge, c) - 6);
        painter->setFont(fontOf(type::body, chosen ? QFont::DemiBold : QFont::Normal));
        painter->setPen(chosen ? c.accentText : c.text);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }
    /// Returns the left edge.
    static int paintBadge(QPainter *painter, const QRect &row, int count, const Colors &c)
    {
        painter->setFont(fontOf(8, QFont::DemiBold));
        const auto text = count > 99 ? QStringLiteral("99+") : QString::number(count);
        const int width = qMax(18, painter->fontMetrics().horizontalAdvance(text) + 10);
        const QRect pill(row.right() - 8 - width, row.center().y() - 8, width, 18);
        paintPanel(painter, pill, c.danger, Qt::transparent, 9);
        painter->setPen(c.onDanger);
        painter->drawText(pill, Qt::AlignCenter, text);
        return pill.left();
    }

    Sidebar *m_bar;
};

}  // namespace

Sidebar::Sidebar(QWidget *parent) : QTreeWidget(parent)
{
    named(this, QStringLiteral("window.sidebar"), tr("导航"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(false);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new SidebarDelegate(this));
    setFixedWidth(size::sidebar);
    header()->setMinimumSectionSize(20);
    header()->setStretchLastSection(false);
    recolour();
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (item->data(0, idRole).toString().isEmpty())
            item->setExpanded(!item->isExpanded());
        else
            emitActivated(item);
    });
}

void Sidebar::setItems(const QVector<Item> &items)
{
    clear();
    QHash<QString, QTreeWidgetItem *> groups;
    for (const auto &item : items) {
        auto *&group = groups[item.group];
        if (!group && !item.group.isEmpty()) {
            group = new QTreeWidgetItem(this, {item.group});
            group->setFlags(Qt::ItemIsEnabled);
        }
        auto *made = group ? new QTreeWidgetItem(group, {item.title}) : new QTreeWidgetItem(this, {item.title});
        made->setData(0, idRole, item.id);
        made->setData(0, iconRole, int(item.icon));
        made->setToolTip(0, m_folded ? item.title : QString());
    }
    expandAll();
}

QTreeWidgetItem *Sidebar::find(const QString &id) const
{
    for (QTreeWidgetItemIterator it(const_cast<Sidebar *>(this)); *it; ++it) {
        if (!id.isEmpty() && (*it)->data(0, idRole).toString() == id)
            return *it;
    }
    return nullptr;
}

void Sidebar::select(const QString &id)
{
    auto *item = find(id);
    if (!item)
        return clearSelection();
    if (item->parent())
        item->parent()->setExpanded(true);
    setCurrentItem(item);
    scrollToItem(item);
}

QString Sidebar::selected() const
{
    const auto items = selectedItems();
    return items.isEmpty() ? QString() : items.first()->data(0, idRole).toString();
}

void Sidebar::setBadge(const QString &id, int count)
{
    if (auto *item = find(id)) {
        item->setData(0, badgeRole, count);
        const auto said = count > 0 ? tr("%1，%2 项").arg(item->text(0)).arg(count) : item->text(0);
        item->setData(0, Qt::AccessibleTextRole, said);
    }
}

void Sidebar::setFolded(bool folded)
{
    if (folded == m_folded)
        return;
    m_folded = folded;
    setFixedWidth(folded ? size::sidebarIcons : size::sidebar);
    setVerticalScrollBarPolicy(folded ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        (*it)->setToolTip(0, folded ? (*it)->text(0) : QString());
    scheduleDelayedItemsLayout();
}

void Sidebar::emitActivated(QTreeWidgetItem *item)
{
    const auto id = item ? item->data(0, idRole).toString() : QString();
    if (!id.isEmpty())
        Q_EMIT activated(id);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    QTreeWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter: emitActivated(currentItem()); break;
    default: break;
    }
}

/// A hidden header does not stretch by itself.
void Sidebar::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    header()->resizeSection(0, viewport()->width());
}

void Sidebar::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void Sidebar::recolour()
{
    const auto &c = colors(palette());
    auto own = palette();
    if (own.color(QPalette::Base) == c.sidebar)
        return;
    own.setColor(QPalette::Base, c.sidebar);
    setPalette(own);
}

}  // namespace ui
