// Copy, paste, 撤销 and 重做 of a TableView, and the menu that offers them.

#include "ui/models/table_columns.h"
#include "ui/models/table_note.h"
#include "ui/models/table_view.h"
#include "ui/models/veil.h"
#include "ui/widgets/grouped.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <numeric>

namespace ui {
namespace {

/// What was copied, with a word about numbers that were not.
QString copied(const QString &what, const ListModelBase &model, const std::vector<int> &sections)
{
    const bool hidden = Veil::hides(&model) && std::any_of(sections.begin(), sections.end(), [&model](int section) {
                            return model.info(section)->isPrivate;
                        });
    return hidden ? TableView::tr("%1；证件号码是隐藏的，复制的也是隐藏后的号码").arg(what) : what;
}

}  // namespace

/// By ranges: a million selected rows are one of them.
std::vector<RowRange> TableView::selectedRanges() const
{
    std::vector<RowRange> ranges;
    const auto selection = selectionModel() ? selectionModel()->selection() : QItemSelection();
    for (const auto &range : selection)
        ranges.push_back({range.top(), range.bottom()});
    std::sort(ranges.begin(), ranges.end(), [](const RowRange &a, const RowRange &b) { return a.first < b.first; });
    std::vector<RowRange> joined;
    for (const auto &range : ranges) {
        if (!joined.empty() && range.first <= joined.back().last + 1)
            joined.back().last = qMax(joined.back().last, range.last);
        else
            joined.push_back(range);
    }
    return joined;
}

std::vector<int> TableView::selectedRows() const
{
    std::vector<int> rows;
    for (const auto &range : selectedRanges()) {
        for (int row = range.first; row <= range.last; ++row)
            rows.push_back(row);
    }
    return rows;
}

void TableView::copyRows(bool titles)
{
    const auto ranges = selectedRanges();
    const auto rows = std::accumulate(ranges.begin(), ranges.end(), qint64(0),
                                      [](qint64 sum, const RowRange &range) { return sum + range.last - range.first + 1; });
    if (rows == 0)
        return m_note->say(tr("没有选中的行"));
    if (rows > TableCopy::mostRows)
        return m_note->say(tr("选中了 %1 行，一次最多复制 %2 行；更多的数据请用「导出」")
                               .arg(grouped(int(rows)), grouped(TableCopy::mostRows)));
    if (m_copy)
        m_copy->cancel();
    const auto sections = m_columns->shown();
    const auto said = copied(tr("已复制 %1 行").arg(grouped(int(rows))), *m_model, sections);
    auto *copy = new TableCopy(m_model, sections, ranges, titles, this);
    m_copy = copy;
    connect(copy, &TableCopy::progress, this, [this](int done, int total) {
        m_note->sayRunning(tr("正在复制 %1 / %2 行").arg(grouped(done), grouped(total)));
    });
    connect(copy, &TableCopy::ended, this, [this, said](const QString &reason) {
        m_copy.clear();
        m_note->say(reason.isEmpty() ? said : reason);
    });
    copy->start();
}

void TableView::copyCell()
{
    const auto current = currentIndex();
    if (!current.isValid() || !m_model->info(current.column()) || !m_model->isLoaded(current.row()))
        return;
    // A single value is copied to be typed somewhere else: without an apostrophe.
    QApplication::clipboard()->setText(shownText(*m_model, current.column(), current.data().toString()));
    m_note->say(copied(tr("已复制单元格"), *m_model, {current.column()}));
}

bool TableView::isEditable() const
{
    for (int section = 0; m_model && section < m_model->columnCount(); ++section) {
        if (const auto *info = m_model->info(section); info && info->editor != Editor::None)
            return true;
    }
    return false;
}

/// Where the block begins: at the current cell, or at the top of the selected rows; one row goes to all of them.
std::vector<int> TableView::pasteRows(const CellBlock &block) const
{
    const auto selected = selectedRanges();
    const bool several = !selected.empty() && (selected.size() > 1 || selected.front().first != selected.front().last);
    if (several && block.size() == 1)
        return selectedRows();
    std::vector<int> rows(block.size());
    std::iota(rows.begin(), rows.end(), several ? selected.front().first : currentIndex().row());
    return rows;
}

void TableView::paste()
{
    const auto current = currentIndex();
    if (!m_model || !current.isValid() || !m_model->info(current.column()))
        return m_note->say(tr("请先选中要粘贴到的单元格"));
    const auto *clipboard = QApplication::clipboard()->mimeData();
    const auto text = clipboard ? clipboard->text() : QString();
    if (text.isEmpty())
        return m_note->say(tr("剪贴板里没有可以粘贴的内容"));
    auto block = cellsOf(text, mostPasted);
    const auto rows = block.empty() ? std::vector<int>() : pasteRows(block);
    const bool tooMuch = block.empty() || rows.size() * size_t(block.front().size()) > size_t(mostPasted);
    if (tooMuch) {
        PasteReport report;
        report.problem = tr("剪贴板里的内容太多：一次最多粘贴 %1 个单元格。").arg(grouped(mostPasted));
        Q_EMIT pasted(report);
        return;
    }
    if (block.size() == 1)
        block.resize(rows.size(), block.front());
    auto sections = m_columns->shown();
    sections.erase(sections.begin(), std::find(sections.begin(), sections.end(), current.column()));
    const auto plan = planPaste(*m_model, block, rows, sections, m_validator);
    m_model->edit(plan.edits, tr("粘贴 %1 个单元格").arg(grouped(int(plan.edits.size()))));
    Q_EMIT pasted(plan.report);
}

void TableView::clearCells()
{
    const auto current = currentIndex();
    if (!m_model || !current.isValid() || !m_model->info(current.column()))
        return;
    auto rows = selectedRows();
    if (rows.empty())
        rows.push_back(current.row());
    if (rows.size() > size_t(mostPasted))
        return m_note->say(tr("一次最多清空 %1 个单元格").arg(grouped(mostPasted)));
    const auto plan = planPaste(*m_model, CellBlock(rows.size(), QStringList{QString()}), rows, {current.column()},
                                m_validator);
    m_model->edit(plan.edits, tr("清空 %1 个单元格").arg(grouped(int(plan.edits.size()))));
    if (!plan.report.refused.isEmpty())
        m_note->say(plan.report.refused.first().reason);
}

void TableView::undo()
{
    const auto what = m_model->history()->undoText();
    if (!m_model->history()->canUndo())
        return;
    m_model->history()->undo();
    m_note->say(tr("已撤销：%1").arg(what));
}

void TableView::redo()
{
    const auto what = m_model->history()->redoText();
    if (!m_model->history()->canRedo())
        return;
    m_model->history()->redo();
    m_note->say(tr("已重做：%1").arg(what));
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_model)
        return;
    auto *menu = rowMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool keys = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    menu->popup(keys ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

QMenu *TableView::rowMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(objectName() + QStringLiteral(".menu"));
    if (isEditable())
        addSteps(menu);
    addClipboard(menu);
    menu->addSeparator();
    auto *columns = m_columns->menu(currentIndex().isValid() ? currentIndex().column() : -1, menu);
    menu->addMenu(columns);
    return menu;
}

namespace {

/// The keys are shown here and answered by the table.
template <class Act>
QAction *entry(QMenu *menu, const char *id, const QString &text, const QKeySequence &keys, bool enabled, Act act)
{
    auto *action = menu->addAction(text, menu->parentWidget(), act);
    action->setObjectName(menu->objectName() + QLatin1Char('.') + QLatin1String(id));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    action->setEnabled(enabled);
    return action;
}

}  // namespace

void TableView::addSteps(QMenu *menu)
{
    const auto *history = m_model->history();
    const auto named = [](const QString &verb, const QString &what) {
        return what.isEmpty() ? verb : verb + QLatin1Char(' ') + what;
    };
    entry(menu, "undo", named(tr("撤销"), history->undoText()), QKeySequence::Undo, history->canUndo(), [this] { undo(); });
    entry(menu, "redo", named(tr("重做"), history->redoText()), Qt::CTRL | Qt::Key_Y, history->canRedo(), [this] { redo(); });
    menu->addSeparator();
}

void TableView::addClipboard(QMenu *menu)
{
    const bool rows = !selectedRanges().empty();
    const bool cell = currentIndex().isValid() && m_model->info(currentIndex().column());
    entry(menu, "copy", tr("复制"), QKeySequence::Copy, rows, [this] { copyRows(false); });
    entry(menu, "copyTitles", tr("复制（含表头）"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, rows, [this] { copyRows(true); });
    entry(menu, "copyCell", tr("复制单元格"), Qt::CTRL | Qt::ALT | Qt::Key_C, cell, [this] { copyCell(); });
    if (isEditable()) {
        entry(menu, "paste", tr("粘贴"), QKeySequence::Paste, cell, [this] { paste(); });
        entry(menu, "clear", tr("清空"), QKeySequence::Delete, cell, [this] { clearCells(); });
    }
    entry(menu, "selectAll", tr("选择所有行"), {}, m_model->rowCount() > 0, [this] { selectAll(); });
}

}  // namespace ui
