#pragma once
// The popup of MonthEdit and DateEdit: a title with ‹ and ›, and a grid of buttons. It has no text field on purpose
// (QTBUG-83490).

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;

namespace ui {

class PickerPopup final : public QFrame {
    Q_OBJECT
public:
    struct Cell {
        QString text;
        QString name;  ///< for a screen reader
        bool enabled = true;
        bool selected = false;
        std::function<void()> run = {};  ///< empty: a caption
    };

    /// Deletes itself when it closes.
    PickerPopup(QWidget *anchor, int columns, int cellWidth);
    void fill(const QString &title, const std::vector<Cell> &cells);
    void popUp();

Q_SIGNALS:
    void stepped(int direction);

private:
    QWidget *cellWidget(const Cell &cell);

    QWidget *m_anchor;
    QLabel *m_title = nullptr;
    QWidget *m_body = nullptr;
    int m_columns;
    int m_cellWidth;
};

}  // namespace ui
