#pragma once
// Rows on their way to the clipboard: at once when they are few and here, else in slices between the window's events, with
// what is not loaded read where the list comes from.

#include "ui/models/clipboard_table.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace ui {

class ListModelBase;

/// A cell's text as the screen shows it: what is veiled there is copied veiled.
QString shownText(const ListModelBase &model, int section, const QString &text);

struct RowRange {
    int first = 0;
    int last = 0;
};

class TableCopy final : public QObject {
    Q_OBJECT
public:
    /// Past this a workbook is the better way: 导出.
    static constexpr int mostRows = 50'000;

    TableCopy(ListModelBase *model, std::vector<int> sections, std::vector<RowRange> ranges, bool titles, QObject *parent);
    /// `ended` may come before it returns.
    void start();
    void cancel();
    int total() const { return m_total; }

Q_SIGNALS:
    void progress(int done, int total);
    /// The clipboard has the rows; or, with a reason, is as it was.
    void ended(const QString &reason);

private:
    void next();
    void slice();
    void fetch(int row, int count);
    void end(const QString &reason);
    void add(QStringList cells);
    QStringList cells(int row) const;

    ListModelBase *m_model;
    std::vector<int> m_sections;
    std::vector<RowRange> m_left;  ///< the next one last
    ClipboardTable m_table;
    int m_total = 0;
    bool m_ended = false;
};

}  // namespace ui
