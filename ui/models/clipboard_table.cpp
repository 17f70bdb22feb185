#include "ui/models/clipboard_table.h"

#include <QMimeData>

namespace ui {
namespace {

/// What a spreadsheet may begin a formula with, its full-width forms too (they are folded by some input methods).
bool beginsFormula(QChar first)
{
    static const QString signs = QString::fromUtf8("=+-@＝＋－＠");
    return signs.contains(first);
}

QString plainNumber(const QString &shown)
{
    QString digits = shown;
    digits.remove(QLatin1Char(','));
    bool number = false;
    digits.toDouble(&number);
    return number ? digits : QString();
}

QString quoted(const QString &cell)
{
    const bool needed = cell.contains(QLatin1Char('\t')) || cell.contains(QLatin1Char('\n'))
        || cell.contains(QLatin1Char('\r')) || cell.startsWith(QLatin1Char('"'));
    if (!needed)
        return cell;
    auto inside = cell;
    inside.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + inside + QLatin1Char('"');
}

QString textCell(const QString &cell, bool number)
{
    const bool risky = !cell.isEmpty() && beginsFormula(cell.front()) && !number;
    return quoted(risky ? QLatin1Char('\'') + cell : cell);
}

/// The apostrophe of our own copies.
QString withoutApostrophe(const QString &cell)
{
    const bool ours = cell.size() > 1 && cell.front() == QLatin1Char('\'') && beginsFormula(cell.at(1));
    return ours ? cell.mid(1) : cell;
}

class Reader final {
public:
    Reader(const QString &text, int mostCells) : m_text(text), m_mostCells(mostCells) {}

    CellBlock read()
    {
        CellBlock block;
        int cells = 0;
        while (m_at < m_text.size()) {
            QStringList row;
            do {
                row << withoutApostrophe(cell());
                if (++cells > m_mostCells)
                    return {};
            } while (take(QLatin1Char('\t')));
            take(QLatin1Char('\r'));
            take(QLatin1Char('\n'));
            block.push_back(std::move(row));
        }
        return block;
    }

private:
    bool take(QChar wanted)
    {
        const bool there = m_at < m_text.size() && m_text.at(m_at) == wanted;
        m_at += there ? 1 : 0;
        return there;
    }
    static bool ends(QChar c) { return c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r'); }

    QString cell()
    {
        if (m_at < m_text.size() && m_text.at(m_at) == QLatin1Char('"')) {
            const auto start = m_at;
            if (const auto inside = quotedCell(); !inside.isNull())
                return inside;
            m_at = start;  // a quote that is part of the text
        }
        const auto start = m_at;
        while (m_at < m_text.size() && !ends(m_text.at(m_at)))
            ++m_at;
        return m_text.mid(start, m_at - start).trimmed();
    }

    /// Null when the quotes do not enclose the whole cell.
    QString quotedCell()
    {
        QString inside = QStringLiteral("");
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c != QLatin1Char('"')) {
                inside += c;
            } else if (m_at + 1 < m_text.size() && m_text.at(m_at + 1) == c) {
                inside += c;
                ++m_at;
            } else {
                ++m_at;
                return m_at == m_text.size() || ends(m_text.at(m_at)) ? inside : QString();
            }
        }
        return {};
    }

    const QString &m_text;
    int m_mostCells;
    qsizetype m_at = 0;
};

}  // namespace

void ClipboardTable::addTitles(const QStringList &titles)
{
    add(titles, true);
}

void ClipboardTable::addRow(const QStringList &cells)
{
    add(cells, false);
    ++m_rows;
}

void ClipboardTable::add(const QStringList &cells, bool titles)
{
    if (!m_text.isEmpty())
        m_text += QLatin1Char('\n');
    m_html += QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto number = !titles && m_numbers.at(size_t(i)) ? plainNumber(cells.at(i)) : QString();
        if (i > 0)
            m_text += QLatin1Char('\t');
        m_text += textCell(cells.at(i), !number.isEmpty());
        if (!number.isEmpty()) {
            m_html += QStringLiteral("<td sdval=\"%1\">%2</td>").arg(number, cells.at(i).toHtmlEscaped());
            continue;
        }
        auto shown = cells.at(i).toHtmlEscaped();
        shown.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
        m_html += QStringLiteral("<td class=t sdnum=\"2052;0;@\">%1</td>").arg(shown);
    }
    m_html += QStringLiteral("</tr>");
}

QString ClipboardTable::html() const
{
    return QStringLiteral("<html><head><meta charset=\"utf-8\"><style>td.t{mso-number-format:\"\\@\";}"
                          "br{mso-data-placement:same-cell;}</style></head><body><table>%1</table></body></html>")
        .arg(m_html);
}

QMimeData *ClipboardTable::mime() const
{
    auto *data = new QMimeData;
    data->setText(m_text);
    data->setHtml(html());
    return data;
}

CellBlock cellsOf(const QString &text, int mostCells)
{
    return Reader(text, mostCells).read();
}

bool isBlock(const QString &text)
{
    const auto block = cellsOf(text, 1);
    return block.empty() ? !text.isEmpty() : false;
}

}  // namespace ui
