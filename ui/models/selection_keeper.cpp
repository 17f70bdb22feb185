#include "ui/models/selection_keeper.h"

#include "ui/models/list_model_base.h"

#include <QAbstractItemView>
#include <QScopedValueRollback>

namespace ui {
namespace {

/// More than that nobody has picked by hand.
constexpr int mostRows = 2000;

}  // namespace

SelectionKeeper::SelectionKeeper(QAbstractItemView *view, ListModelBase *model)
    : QObject(view), m_view(view), m_model(model)
{
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &SelectionKeeper::remember);
    connect(model, &ListModelBase::aboutToForget, this, [this] {
        remember();
        const QScopedValueRollback busy(m_restoring, true);
        m_view->selectionModel()->clear();
    });
    // After the view itself, which drops selection and current cell.
    connect(model, &QAbstractItemModel::modelReset, this, [this] { restore(); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        if (m_model->isWindowed())
            restore(from.row(), to.row());
    });
    const auto chosen = [this] {
        if (m_restoring)
            return;
        m_missing.clear();
        m_currentKey.clear();
    };
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, chosen);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, chosen);
}

void SelectionKeeper::remember()
{
    m_restoring = true;
    const auto *selection = m_view->selectionModel();
    qint64 rows = 0;
    for (const auto &range : selection->selection())
        rows += range.height();
    if (rows > 0)
        m_missing.clear();
    for (const auto &range : selection->selection()) {
        for (int row = range.top(); rows <= mostRows && row <= range.bottom(); ++row) {
            if (m_model->isLoaded(row))
                m_missing.insert(m_model->keyOf(m_model->index(row, 0)));
        }
    }
    const auto current = selection->currentIndex();
    if (current.isValid() && m_model->isLoaded(current.row())) {
        m_currentKey = m_model->keyOf(current);
        m_currentSection = current.column();
    }
}

void SelectionKeeper::restore()
{
    auto keys = m_missing;
    if (!m_currentKey.isEmpty())
        keys.insert(m_currentKey);
    m_restoring = true;
    for (const auto &key : std::as_const(keys)) {
        if (const int row = m_model->isWindowed() ? -1 : m_model->rowOfKey(key); row >= 0)
            give(key, row);
    }
    m_restoring = false;
}

void SelectionKeeper::restore(int first, int last)
{
    const bool wanted = !m_missing.isEmpty() || !m_currentKey.isEmpty();
    if (!wanted || last - first > mostRows)  // a whole list that has just been forgotten
        return;
    m_restoring = true;
    for (int row = first; row <= last; ++row) {
        if (m_model->isLoaded(row))
            give(m_model->keyOf(m_model->index(row, 0)), row);
    }
    m_restoring = false;
}

void SelectionKeeper::give(const QString &key, int row)
{
    if (m_missing.remove(key))
        m_view->selectionModel()->select(m_model->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    if (key == m_currentKey)
        makeCurrent(row);
}

/// The eye stays where it is: no scrolling.
void SelectionKeeper::makeCurrent(int row)
{
    m_currentKey.clear();
    const bool scrolls = m_view->hasAutoScroll();
    m_view->setAutoScroll(false);
    m_view->selectionModel()->setCurrentIndex(m_model->index(row, qMin(m_currentSection, m_model->columnCount() - 1)),
                                              QItemSelectionModel::NoUpdate);
    m_view->setAutoScroll(scrolls);
}

}  // namespace ui
