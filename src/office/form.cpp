#include "office/form.h"

#include "office/paper_page.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace office {

namespace {

// A year of five insurances, sixty lines, takes two pages of the narrow rows.
constexpr double kRow = 7.0;
constexpr double kNarrowRow = 5.8;
constexpr double kGap = 2.5;  // between the head and the table
constexpr double kNote = 5.0;
constexpr double kSignature = 14.0;
constexpr int kLeastOnLast = 1;  // rows that stand with the sums

/// How the rows fall on the pages.
struct Layout {
    explicit Layout(const Form &form) : Layout(form, kRow)
    {
        if (pages > 1)
            *this = Layout(form, kNarrowRow);
    }
    int firstRow(int page, int rows) const
    {
        const int plain = page * full;
        return page > 0 && page == pages - 1 ? qMin(plain, qMax(0, rows - kLeastOnLast)) : qMin(plain, rows);
    }

    double row = kRow;  ///< height of every row, of the head and the sums too
    int full = 1;       ///< rows on a page without the sums
    int pages = 1;

private:
    Layout(const Form &form, double height) : row(height)
    {
        const double top = 16.0 + 8.0 + row * static_cast<double>(form.head.size() + 1) + kGap;
        const double tail = row * static_cast<double>(form.sums.size()) + 2.0
                            + kNote * static_cast<double>(form.notes.size())
                            + (form.signature.isEmpty() ? 0.0 : kSignature);
        const double room = PaperPage::kFoot - 2.0 - top;
        full = qMax(1, static_cast<int>(room / row));
        const int last = qMax(0, static_cast<int>((room - tail) / row));
        const int rows = static_cast<int>(form.rows.size());
        while ((pages - 1) * full + last < rows)
            ++pages;
    }
};

using Cells = QVector<PaperPage::Cell>;

PaperPage::Align alignOf(const FormColumn &column)
{
    return column.right     ? PaperPage::Align::Right
           : column.centred ? PaperPage::Align::Centre
                            : PaperPage::Align::Left;
}

void drawHead(PaperPage &page, const Form &form, double height)
{
    page.beginFrame();
    for (const auto &row : form.head) {
        Cells cells;
        for (const auto &cell : row)
            cells.append({.text = cell.text, .width = cell.width, .shaded = cells.size() % 2 == 0});
        page.row(cells, height);
    }
    page.endFrame();
    page.gap(kGap);
}

void drawTitles(PaperPage &page, const Form &form, double height)
{
    Cells cells;
    for (const auto &column : form.columns) {
        cells.append({.text = column.title,
                      .width = column.width,
                      .align = PaperPage::Align::Centre,
                      .strong = true,
                      .shaded = true});
    }
    page.row(cells, height);
}

/// Whether this cell goes on with the one above.
bool goesOn(const Form &form, int row, qsizetype column)
{
    return row > 0 && form.columns[column].grouped && form.rows[row].value(column) == form.rows[row - 1].value(column);
}

void drawRows(PaperPage &page, const Form &form, int first, int end, double height)
{
    Cells cells(form.columns.size());
    for (int row = first; row < end; ++row) {
        for (qsizetype at = 0; at < cells.size(); ++at) {
            const auto &column = form.columns[at];
            const bool continued = row > first && goesOn(form, row, at);
            int rows = 1;
            while (!continued && row + rows < end && goesOn(form, row + rows, at))
                ++rows;
            cells[at] = {.text = continued ? QString() : form.rows[row].value(at),
                         .width = column.width,
                         .align = alignOf(column),
                         .continued = continued,
                         .rows = rows};
        }
        page.row(cells, height);
    }
}

void drawSums(PaperPage &page, const Form &form, double height)
{
    page.rule();
    for (const auto &row : form.sums) {
        Cells cells;
        for (const auto &cell : row) {
            cells.append({.text = cell.text,
                          .width = cell.width,
                          .align = cell.right ? PaperPage::Align::Right : PaperPage::Align::Left,
                          .strong = cell.strong});
        }
        page.row(cells, height);
    }
}

void drawNotes(PaperPage &page, const Form &form)
{
    page.gap(2);
    for (const auto &note : form.notes)
        page.note(note, kNote);
    if (form.signature.isEmpty())
        return;
    page.gap(kSignature - 8);
    page.sideBySide(form.signature);
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
    drawHead(page, form, layout.row);
    page.beginFrame();
    drawTitles(page, form, layout.row);
    drawRows(page, form, layout.firstRow(number, rows), last ? rows : layout.firstRow(number + 1, rows), layout.row);
    if (last)
        drawSums(page, form, layout.row);
    page.endFrame();
    if (last)
        drawNotes(page, form);
    page.foot(QStringLiteral("记录编号 ") + form.number,
              QStringLiteral("第 %1 页 共 %2 页").arg(number + 1).arg(layout.pages));
}

constexpr qint32 kFormat = 2;
constexpr qint32 kFirstFormat = 1;  ///< without what Shape has

/// What format 2 says beside what format 1 said: one number for each cell of the sums and for each column.
struct Shape {
    enum { Right = 1, Strong = 2, Centred = 1, Grouped = 2 };

    QVector<quint8> sums;
    QVector<quint8> columns;
};

Shape shapeOf(const Form &form)
{
    Shape shape;
    for (const auto &row : form.sums) {
        for (const auto &cell : row)
            shape.sums.append(static_cast<quint8>((cell.right ? Shape::Right : 0) | (cell.strong ? Shape::Strong : 0)));
    }
    for (const auto &column : form.columns) {
        shape.columns.append(
            static_cast<quint8>((column.centred ? Shape::Centred : 0) | (column.grouped ? Shape::Grouped : 0)));
    }
    return shape;
}

void takeShape(Form &form, const Shape &shape)
{
    qsizetype at = 0;
    for (auto &row : form.sums) {
        for (auto &cell : row) {
            const auto marks = shape.sums.value(at++);
            cell.right = marks & Shape::Right;
            cell.strong = marks & Shape::Strong;
        }
    }
    for (qsizetype column = 0; column < form.columns.size(); ++column) {
        const auto marks = shape.columns.value(column);
        form.columns[column].centred = marks & Shape::Centred;
        form.columns[column].grouped = marks & Shape::Grouped;
    }
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
    const Shape shape = shapeOf(form);
    out << kFormat << form.title << form.number << form.day << form.head << form.columns << form.rows << form.sums
        << form.notes << shape.sums << shape.columns << form.signature;
    return qCompress(plainBytes, 6);
}

std::optional<Form> decodedForm(const QByteArray &bytes)
{
    const QByteArray plainBytes = qUncompress(bytes);
    QDataStream in(plainBytes);
    in.setVersion(QDataStream::Qt_6_0);
    qint32 format = 0;
    in >> format;
    if (format < kFirstFormat || format > kFormat)
        return std::nullopt;
    Form form;
    in >> form.title >> form.number >> form.day >> form.head >> form.columns >> form.rows >> form.sums >> form.notes;
    if (format > kFirstFormat) {
        Shape shape;
        in >> shape.sums >> shape.columns >> form.signature;
        takeShape(form, shape);
    }
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
