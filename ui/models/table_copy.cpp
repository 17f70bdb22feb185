#include "ui/models/table_copy.h"

#include "ui/models/list_model_base.h"
#include "ui/models/veil.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

namespace ui {
namespace {

constexpr int rowsAtOnce = 1000;
constexpr int rowsRead = 200;

std::vector<bool> numbersAmong(const ListModelBase &model, const std::vector<int> &sections)
{
    std::vector<bool> numbers;
    for (const int section : sections) {
        const auto kind = model.info(section)->kind;
        numbers.push_back(kind == CellKind::Money || kind == CellKind::Number);
    }
    return numbers;
}

}  // namespace

QString shownText(const ListModelBase &model, int section, const QString &text)
{
    return model.info(section)->isPrivate ? Veil::shown(&model, text) : text;
}

TableCopy::TableCopy(ListModelBase *model, std::vector<int> sections, std::vector<RowRange> ranges, bool titles,
                     QObject *parent)
    : QObject(parent), m_model(model), m_sections(std::move(sections)), m_left(ranges.rbegin(), ranges.rend()),
      m_table(numbersAmong(*model, m_sections))
{
    for (const auto &range : m_left)
        m_total += range.last - range.first + 1;
    if (titles) {
        QStringList names;
        for (const int section : m_sections)
            names << m_model->info(section)->title;
        m_table.addTitles(names);
    }
    const auto changed = [this] { end(tr("列表已经变化，没有复制")); };
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, changed);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, changed);
    connect(model, &ListModelBase::aboutToForget, this, changed);
}

void TableCopy::start()
{
    slice();
}

void TableCopy::cancel()
{
    end(tr("已取消，没有复制"));
}

void TableCopy::next()
{
    Q_EMIT progress(m_table.rows(), m_total);
    QMetaObject::invokeMethod(this, &TableCopy::slice, Qt::QueuedConnection);
}

void TableCopy::slice()
{
    for (int taken = 0; !m_ended && !m_left.empty() && taken < rowsAtOnce; ++taken) {
        auto &range = m_left.back();
        if (!m_model->isLoaded(range.first))
            return fetch(range.first, qMin(rowsRead, range.last - range.first + 1));
        add(cells(range.first));
        if (range.first++ == range.last)
            m_left.pop_back();
    }
    if (m_ended)
        return;
    if (!m_left.empty())
        return next();
    QApplication::clipboard()->setMimeData(m_table.mime());
    end({});
}

void TableCopy::fetch(int row, int count)
{
    Q_EMIT progress(m_table.rows(), m_total);
    const QPointer<TableCopy> alive(this);
    m_model->readTexts(row, count, m_sections, [alive, count](const ListModelBase::Texts &rows) {
        if (!alive || alive->m_ended)
            return;
        if (int(rows.size()) < count)
            return alive->end(tr("有些行没有读到，没有复制，请稍后重试"));
        for (const auto &cells : rows)
            alive->add(cells);
        auto &range = alive->m_left.back();
        range.first += count;
        if (range.first > range.last)
            alive->m_left.pop_back();
        alive->next();
    });
}

void TableCopy::end(const QString &reason)
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT ended(reason);
    deleteLater();
}

void TableCopy::add(QStringList cells)
{
    for (qsizetype at = 0; at < cells.size(); ++at)
        cells[at] = shownText(*m_model, m_sections[std::size_t(at)], cells[at]);
    m_table.addRow(cells);
}

QStringList TableCopy::cells(int row) const
{
    QStringList cells;
    for (const int section : m_sections)
        cells << m_model->index(row, section).data().toString();
    return cells;
}

}  // namespace ui
