#pragma once
// Tables on the clipboard. Copied rows go there in two forms. As HTML, which Excel, WPS and LibreOffice prefer: every cell
// says whether it is a number or a text, so that a document number keeps its 18 digits and "=1+1" stays what was written.
// As tab-separated text for everything else: there a text that a spreadsheet would read as a formula gets an apostrophe in
// front, which is how one types it by hand. (office/sheet needs neither: a workbook's cells have a type.)

#include <QString>
#include <QStringList>

#include <vector>

class QMimeData;

namespace ui {

class ClipboardTable final {
public:
    /// `numbers`: for each column whether its cells are amounts or counts.
    explicit ClipboardTable(std::vector<bool> numbers) : m_numbers(std::move(numbers)) {}

    void addTitles(const QStringList &titles);
    void addRow(const QStringList &cells);
    int rows() const { return m_rows; }
    const QString &text() const { return m_text; }
    QString html() const;
    /// For QClipboard, which takes it over.
    QMimeData *mime() const;

private:
    void add(const QStringList &cells, bool titles);

    std::vector<bool> m_numbers;
    QString m_text;
    QString m_html;
    int m_rows = 0;
};

/// What lies on the clipboard as cells, as Excel writes it: tabs, line ends, cells with either of them in quotes. The last
/// line end is no row of its own. Nothing when it is more than `mostCells`.
using CellBlock = std::vector<QStringList>;
CellBlock cellsOf(const QString &text, int mostCells);
/// Whether it is more than the text of one cell.
bool isBlock(const QString &text);

}  // namespace ui
