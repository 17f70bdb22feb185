#pragma once
// Edits of cells, and the way back through them. An edit is done, undone and redone by telling the page, which stores it:
// there is one way to the disk.

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <QVector>

namespace ui {

struct CellEdit {
    QString key;  ///< of the row
    QString columnId;
    QString text;    ///< as typed or pasted, trimmed
    QString before;  ///< what an editor would have started with
    bool restored = false;  ///< a step back: the text has stood there before, whatever rules say of it now
};
using CellEdits = QVector<CellEdit>;

class EditHistory final : public QObject {
    Q_OBJECT
public:
    explicit EditHistory(QObject *parent);

    /// One step: emits `wanted` now and can take it back. `what` names it in 撤销 ….
    void add(const CellEdits &edits, const QString &what);
    void undo();
    void redo();
    bool canUndo() const { return m_stack.canUndo(); }
    bool canRedo() const { return m_stack.canRedo(); }
    QString undoText() const { return m_stack.undoText(); }
    QString redoText() const { return m_stack.redoText(); }
    void clear();

Q_SIGNALS:
    void wanted(const ui::CellEdits &edits);

private:
    template <class Act>
    void run(Act act);

    QUndoStack m_stack;
    bool m_running = false;
    bool m_clearAfter = false;
};

}  // namespace ui
