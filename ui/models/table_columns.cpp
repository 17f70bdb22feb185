#include "ui/models/table_columns.h"

#include "ui/models/list_model_base.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>

namespace ui {
namespace {

constexpr int narrowest = 40;
constexpr int widthStep = 16;

/// Stays open while boxes in it are ticked.
class TickMenu final : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!tick(actionAt(event->position().toPoint())))
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Space || !tick(activeAction()))
            QMenu::keyPressEvent(event);
    }

private:
    static bool tick(QAction *action)
    {
        if (!action || !action->isCheckable() || !action->isEnabled())
            return false;
        action->trigger();
        return true;
    }
};

}  // namespace

TableColumns::TableColumns(QTableView *view) : QObject(view), m_view(view), m_header(view->horizontalHeader())
{
    m_header->setSectionsMovable(true);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](QPoint place) {
        auto *list = menu(m_header->logicalIndexAt(place), m_view);
        list->setAttribute(Qt::WA_DeleteOnClose);
        list->popup(m_header->viewport()->mapToGlobal(place));
    });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_arranging || size_t(section) >= m_sections.size())
            return;
        m_sections[size_t(section)].width = width;
        m_sections[size_t(section)].chosen = true;
        keep();
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        if (m_arranging)
            return;
        if (const QScopedValueRollback busy(m_arranging, true); first() == 1 && m_header->visualIndex(0) != 0)
            m_header->moveSection(m_header->visualIndex(0), 0);
        keep();
    });
    connect(&TableLayouts::ofProgram(), &TableLayouts::loaded, this, [this] {
        m_sections.clear();
        arrange();
    });
}

void TableColumns::setModel(ListModelBase *model)
{
    m_model = model;
    m_sections.clear();
    arrange();
}

int TableColumns::first() const
{
    return m_model && m_model->isCheckable() ? 1 : 0;
}

void TableColumns::arrange()
{
    if (!m_model || int(m_sections.size()) == m_model->columnCount())
        return;
    m_header->setFirstSectionMovable(first() == 0);
    apply(TableLayouts::ofProgram().of(m_view->objectName()));
}

void TableColumns::apply(const TableLayout &layout)
{
    place(layout);
    fit();
}

void TableColumns::place(const TableLayout &layout)
{
    const QScopedValueRollback busy(m_arranging, true);
    m_sections.assign(size_t(m_model->columnCount()), {});
    for (int section = first(); section < m_model->columnCount(); ++section) {
        m_sections[size_t(section)].width = m_model->info(section)->width;
        m_view->setColumnHidden(section, false);
    }
    bool any = false;
    for (const auto &column : layout.columns)
        any = any || (column.shown && m_model->sectionOf(column.id) >= 0);
    for (const auto &column : layout.columns) {
        const int section = m_model->sectionOf(column.id);
        if (section < 0)
            continue;
        if (column.width > 0)
            m_sections[size_t(section)] = {qMax(narrowest, column.width), true, false};
        m_view->setColumnHidden(section, any && !column.shown);
    }
    int to = 0;
    for (const int section : order(layout))
        m_header->moveSection(m_header->visualIndex(section), to++);
    putAside();
}

void TableColumns::setAside(const QStringList &ids)
{
    m_aside = ids;
    if (!m_model || int(m_sections.size()) != m_model->columnCount())
        return;
    {
        const QScopedValueRollback busy(m_arranging, true);
        putAside();
    }
    fit();
}

void TableColumns::putAside()
{
    for (int section = first(); section < m_model->columnCount(); ++section) {
        auto &one = m_sections[size_t(section)];
        const bool wanted = m_aside.contains(m_model->info(section)->id);
        if (wanted == one.aside || (wanted && (!isShown(section) || shown().size() == 1)))
            continue;
        one.aside = wanted;
        m_view->setColumnHidden(section, wanted);
    }
}

/// The kept order; a column that the layout does not know (a later version has added it) follows the one it follows by
/// itself.
std::vector<int> TableColumns::order(const TableLayout &layout) const
{
    std::vector<int> result;
    for (const auto &column : layout.columns) {
        if (const int section = m_model->sectionOf(column.id); section >= 0)
            result.push_back(section);
    }
    for (int section = 0; section < m_model->columnCount(); ++section) {
        if (std::find(result.begin(), result.end(), section) != result.end())
            continue;
        const auto before = std::find(result.begin(), result.end(), section - 1);
        result.insert(before == result.end() ? result.begin() : before + 1, section);
    }
    return result;
}

void TableColumns::keep()
{
    TableLayout layout;
    bool own = false;
    int last = -1;
    for (int place = first(); place < m_header->count(); ++place) {
        const int section = m_header->logicalIndex(place);
        const auto &one = m_sections[size_t(section)];
        const bool wanted = isShown(section) || one.aside;
        own = own || one.chosen || !wanted || section < last;
        last = section;
        layout.columns.append({m_model->info(section)->id, one.chosen ? one.width : 0, wanted});
    }
    auto &layouts = TableLayouts::ofProgram();
    addAbsent(layout, layouts.of(m_view->objectName()));
    layouts.put(m_view->objectName(), own ? layout : TableLayout{});
}

/// A list may have other columns at other times (wages by insurance); what is kept of them stays, where it was.
void TableColumns::addAbsent(TableLayout &layout, const TableLayout &before) const
{
    QString last;
    for (const auto &column : before.columns) {
        if (m_model->sectionOf(column.id) < 0) {
            const auto place = std::find_if(layout.columns.begin(), layout.columns.end(),
                                            [&last](const auto &one) { return one.id == last; });
            layout.columns.insert(place == layout.columns.end() ? layout.columns.begin() : place + 1, column);
        }
        last = column.id;
    }
}

/// Columns without a title go on with the one before them: one block, which the width that is left does not tear apart.
bool TableColumns::isOfBlock(int section) const
{
    const auto untitled = [this](int at) { return at < m_model->columnCount() && m_model->info(at)->title.isEmpty(); };
    return untitled(section) || untitled(section + 1);
}

bool TableColumns::stretches(int section) const
{
    const auto *info = m_model->info(section);
    return info && !isOfBlock(section) && isShown(section) && !m_sections[size_t(section)].chosen
        && (info->kind == CellKind::Text || info->kind == CellKind::Link);
}

void TableColumns::fit()
{
    if (!m_model || int(m_sections.size()) != m_model->columnCount())
        return;
    int total = 0;
    int flexible = 0;
    for (int section = 0; section < m_model->columnCount(); ++section) {
        const int width = m_sections[size_t(section)].width;
        total += isShown(section) ? width : 0;
        flexible += stretches(section) ? width : 0;
    }
    const int all = qMax(0, m_view->viewport()->width() - total);
    int spare = all;
    const QScopedValueRollback busy(m_arranging, true);
    for (int section = 0; section < m_model->columnCount(); ++section) {
        const int width = m_sections[size_t(section)].width;
        const int share = stretches(section) ? qMin(spare, int(qint64(all) * width / flexible)) : 0;
        spare -= share;
        m_header->resizeSection(section, width + share);
    }
}

int TableColumns::width() const
{
    int total = 0;
    for (size_t section = 0; section < m_sections.size(); ++section)
        total += m_header->isSectionHidden(int(section)) ? 0 : m_sections[section].width;
    return total;
}

bool TableColumns::isShown(int section) const
{
    return !m_header->isSectionHidden(section);
}

std::vector<int> TableColumns::shown() const
{
    std::vector<int> sections;
    for (int place = first(); m_model && place < m_header->count(); ++place) {
        if (const int section = m_header->logicalIndex(place); isShown(section))
            sections.push_back(section);
    }
    return sections;
}

int TableColumns::neighbour(int section, int step) const
{
    const auto sections = shown();
    const auto at = std::find(sections.begin(), sections.end(), section);
    if (at == sections.end() || (step < 0 && at == sections.begin()) || (step > 0 && at + 1 == sections.end()))
        return -1;
    return *(at + step);
}

void TableColumns::setShown(int section, bool wanted)
{
    if (!m_model->info(section) || isShown(section) == wanted || (!wanted && shown().size() == 1))
        return;
    {
        const QScopedValueRollback busy(m_arranging, true);
        m_view->setColumnHidden(section, !wanted);
        m_sections[size_t(section)].aside = false;
        for (int next = section + 1; next < m_model->columnCount() && m_model->info(next)->title.isEmpty(); ++next)
            m_view->setColumnHidden(next, !wanted);
    }
    fit();
    keep();
}

void TableColumns::move(int section, int step)
{
    if (const int other = neighbour(section, step); other >= 0)
        m_header->moveSection(m_header->visualIndex(section), m_header->visualIndex(other));
}

void TableColumns::widen(int section, int by)
{
    if (m_model->info(section) && isShown(section))
        m_header->resizeSection(section, qBound(narrowest, m_header->sectionSize(section) + by * widthStep, TableLayout::widest));
}

void TableColumns::reset()
{
    apply({});
    keep();
}

QMenu *TableColumns::menu(int section, QWidget *parent)
{
    auto *list = new TickMenu(tr("列"), parent);
    list->setObjectName(m_view->objectName() + QStringLiteral(".columns"));
    addColumns(list);
    if (m_model->info(section))
        addHandles(list, section);
    list->addSeparator();
    auto *standard = list->addAction(tr("恢复默认"), this, &TableColumns::reset);
    standard->setObjectName(list->objectName() + QStringLiteral(".reset"));
    return list;
}

void TableColumns::addColumns(QMenu *menu)
{
    QVector<QAction *> boxes;
    for (int place = first(); place < m_header->count(); ++place) {
        const int section = m_header->logicalIndex(place);
        const auto *info = m_model->info(section);
        if (info->title.isEmpty())
            continue;  // of the block of the one before it
        auto *box = menu->addAction(info->title);
        box->setObjectName(menu->objectName() + QLatin1Char('.') + info->id);
        box->setCheckable(true);
        box->setChecked(isShown(section));
        box->setData(section);
        boxes.append(box);
    }
    const auto guardLast = [this, boxes] {
        const bool last = shown().size() == 1;
        for (auto *box : boxes)
            box->setEnabled(!last || !isShown(box->data().toInt()));
    };
    guardLast();
    for (auto *box : boxes) {
        connect(box, &QAction::toggled, this, [this, box, guardLast](bool wanted) {
            setShown(box->data().toInt(), wanted);
            guardLast();
        });
    }
}

/// What the mouse does by dragging, for the keyboard; TableView answers to the same keys.
void TableColumns::addHandles(QMenu *menu, int section)
{
    menu->addSeparator();
    const auto add = [this, menu, section](const char *id, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = menu->addAction(text.arg(m_model->info(section)->title), this, [this, section, act] { act(*this, section); });
        action->setObjectName(menu->objectName() + QStringLiteral(".column-") + QLatin1String(id));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);  // shown here, answered by the table
    };
    using Self = TableColumns;
    add("left", tr("左移「%1」"), Qt::ALT | Qt::Key_Left, [](Self &self, int at) { self.move(at, -1); });
    add("right", tr("右移「%1」"), Qt::ALT | Qt::Key_Right, [](Self &self, int at) { self.move(at, 1); });
    add("wider", tr("加宽「%1」"), Qt::ALT | Qt::SHIFT | Qt::Key_Right,
        [](Self &self, int at) { self.widen(at, 1); });
    add("narrower", tr("变窄「%1」"), Qt::ALT | Qt::SHIFT | Qt::Key_Left,
        [](Self &self, int at) { self.widen(at, -1); });
}

}  // namespace ui
