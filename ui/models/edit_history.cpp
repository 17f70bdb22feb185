#include "ui/models/edit_history.h"

namespace ui {
namespace {

constexpr int stepsKept = 200;

class Step final : public QUndoCommand {
public:
    Step(EditHistory &history, CellEdits edits, const QString &what)
        : QUndoCommand(what), m_history(history), m_edits(std::move(edits))
    {
    }
    void redo() override { Q_EMIT m_history.wanted(m_edits); }
    void undo() override
    {
        CellEdits back;
        back.reserve(m_edits.size());
        // Backwards, so that a cell that was edited twice in one step ends as it began.
        for (auto it = m_edits.crbegin(); it != m_edits.crend(); ++it)
            back.append({it->key, it->columnId, it->before, it->text, true});
        Q_EMIT m_history.wanted(back);
    }

private:
    EditHistory &m_history;
    CellEdits m_edits;
};

}  // namespace

EditHistory::EditHistory(QObject *parent) : QObject(parent)
{
    m_stack.setUndoLimit(stepsKept);
}

/// A page that answers an edit with other rows ends the history from inside a step of it.
template <class Act>
void EditHistory::run(Act act)
{
    m_running = true;
    act();
    m_running = false;
    if (std::exchange(m_clearAfter, false))
        m_stack.clear();
}

void EditHistory::add(const CellEdits &edits, const QString &what)
{
    if (!edits.isEmpty())
        run([&] { m_stack.push(new Step(*this, edits, what)); });
}

void EditHistory::undo()
{
    run([this] { m_stack.undo(); });
}

void EditHistory::redo()
{
    run([this] { m_stack.redo(); });
}

void EditHistory::clear()
{
    if (m_running)
        m_clearAfter = true;
    else
        m_stack.clear();
}

}  // namespace ui
