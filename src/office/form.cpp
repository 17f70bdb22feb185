#include "office/form.h"

#include "office/paper_page.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace office {

namespace {

constexpr double kRow = 5.2;  // a year of five insurances, sixty lines, takes two pages
constexpr double kHeadRow = 8.0;
constexpr double kNote = 6.5;
constexpr qint32 kFormat = 1;
constexpr int kLeastOnLast = 1;  // rows that stand with the sums

/// From the top margin to the first row of the table.
double tableTop(const Form &form)
{
    return 16.0 + 8.0 + kHeadRow * static_cast<double>(form.head.size()) + kHeadRow;
}

double tailHeight(const Form &form)
{
    return kHeadRow * static_cast<double>(form.sums.size()) + 2.0 + kNote * static_cast<double>(form.notes.size());
}

/// How the rows fall on the pages.
struct Layout {
    explicit Layout(const Form &form)
    {
        const double room = PaperPage::kFoot - 2.0 - tableTop(form);
        full = qMax(1, static_cast<int>(room / kRow));
        const int last = qMax(0, static_cast<int>((room - tailHeight(form)) / kRow));
        const int rows = static_cast<int>(form.rows.size());
        while ((pages - 1) * full + last < rows)
            ++pages;
    }
    int firstRow(int page, int rows) const
    {
        const int plain = page * full;
        return page > 0 && page == pages - 1 ? qMin(plain, qMax(0, rows - kLeastOnLast)) : qMin(plain, rows);
    }

    int full = 1;
    int pages = 1;
};

QVector<PaperPage::Cell> plain(const QVector<FormCell> &cells)
{
    QVector<PaperPage::Cell> drawn;
    for (const auto &cell : cells)
        drawn.append({cell.text, cell.width});
    return drawn;
}

void drawTable(PaperPage &page, const Form &form, int first, int end)
{
    QVector<PaperPage::Cell> cells;
    for (const auto &column : form.columns)
        cells.append({column.title, column.width, column.right});
    page.cells(cells, kHeadRow, 9.5);
    for (int row = first; row < end; ++row) {
        for (qsizetype at = 0; at < cells.size(); ++at)
            cells[at].text = form.rows[row].value(at);
        page.cells(cells, kRow, 9.5);
    }
}

void draw(QPainter &painter, const Form &form, int number)
{
    const Layout layout(form);
    const int rows = static_cast<int>(form.rows.size());
    const bool last = number == layout.pages - 1;
    PaperPage page(painter);
    page.title(form.title);
    page.line(QStringLiteral("记录编号：") + form.number,
              QStringLiteral("打印日期：") + form.day.toString(Qt::ISODate));
    for (const auto &cells : form.head)
        page.cells(plain(cells), kHeadRow);
    drawTable(page, form, layout.firstRow(number, rows), last ? rows : layout.firstRow(number + 1, rows));
    if (last) {
        for (const auto &cells : form.sums)
            page.cells(plain(cells), kHeadRow);
        page.gap(2);
        for (const auto &note : form.notes) {
            page.line(note);
            page.gap(kNote - 8);
        }
    }
    page.foot(QStringLiteral("记录编号 ") + form.number,
              QStringLiteral("第 %1 页 共 %2 页").arg(number + 1).arg(layout.pages));
}

}  // namespace

// Not unnamed: Qt looks for them by argument.
QDataStream &operator<<(QDataStream &out, const FormCell &cell)
{
    return out << cell.text << cell.width;
}
QDataStream &operator>>(QDataStream &in, FormCell &cell)
{
    return in >> cell.text >> cell.width;
}
QDataStream &operator<<(QDataStream &out, const FormColumn &column)
{
    return out << column.title << column.width << column.right;
}
QDataStream &operator>>(QDataStream &in, FormColumn &column)
{
    return in >> column.title >> column.width >> column.right;
}

int pagesOf(const Form &form)
{
    return Layout(form).pages;
}

QByteArray encoded(const Form &form)
{
    QByteArray plainBytes;
    QDataStream out(&plainBytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << kFormat << form.title << form.number << form.day << form.head << form.columns << form.rows << form.sums
        << form.notes;
    return qCompress(plainBytes, 6);
}

std::optional<Form> decodedForm(const QByteArray &bytes)
{
    const QByteArray plainBytes = qUncompress(bytes);
    QDataStream in(plainBytes);
    in.setVersion(QDataStream::Qt_6_0);
    qint32 format = 0;
    in >> format;
    if (format != kFormat)
        return std::nullopt;
    Form form;
    in >> form.title >> form.number >> form.day >> form.head >> form.columns >> form.rows >> form.sums >> form.notes;
    return in.status() == QDataStream::Ok ? std::optional(std::move(form)) : std::nullopt;
}

Paper formsPaper(const QString &title, const QString &fileName, QVector<EncodedForm> forms)
{
    Paper paper;
    paper.title = title;
    paper.fileName = fileName;
    QVector<int> firstPages;
    paper.pages = 0;
    for (const auto &form : forms) {
        firstPages.append(paper.pages);
        paper.pages += form.pages;
    }
    paper.paint = [forms = std::move(forms), firstPages = std::move(firstPages)](QPainter &painter, int page) {
        const auto behind = std::upper_bound(firstPages.cbegin(), firstPages.cend(), page);
        const auto at = std::distance(firstPages.cbegin(), behind) - 1;
        if (const auto form = decodedForm(forms.value(at).bytes))
            draw(painter, *form, page - firstPages[at]);
    };
    return paper;
}

}  // namespace office
