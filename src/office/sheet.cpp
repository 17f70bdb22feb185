#include "office/sheet.h"

#include "office/failure.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <filesystem>
#include <system_error>

namespace office {

namespace {

constexpr qint64 kWindow = 2000;
constexpr qint64 kMostRows = LXW_ROW_MAX - 1;  // one is the titles'

/// A workbook being written; closed whatever happens.
class Book final {
public:
    Book(const QString &path, const QString &scratch, const Sheet &sheet) : m_path(QFile::encodeName(path)), m_scratch(QFile::encodeName(scratch))
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_scratch.data();
        m_book = workbook_new_opt(m_path.constData(), &options);
        m_sheet = workbook_add_worksheet(m_book, sheet.name.toUtf8().constData());
        m_money = workbook_add_format(m_book);
        format_set_num_format(m_money, "#,##0.00");
        head(sheet);
        addNotes(sheet.notes);
    }
    ~Book() { (void)close(); }
    Book(const Book &) = delete;
    Book &operator=(const Book &) = delete;

    lxw_error close()
    {
        const auto result = m_book ? workbook_close(m_book) : LXW_NO_ERROR;
        m_book = nullptr;
        return result;
    }

    /// `at`: the row of data, from 0.
    void write(lxw_row_t at, const SheetRow &row)
    {
        at += m_headRows;
        for (size_t column = 0; column < row.size(); ++column)
            std::visit([&](const auto &value) { cell(at, static_cast<lxw_col_t>(column), value); }, row[column]);
    }

private:
    void head(const Sheet &sheet)
    {
        auto *look = workbook_add_format(m_book);
        format_set_bold(look);
        format_set_bg_color(look, 0xE8EEF2);
        for (const auto &band : sheet.bands) {
            for (const auto &part : band)
                place(part, look);
            ++m_headRows;
        }
        titles(sheet.columns, look);
    }

    void place(const SheetBand &part, lxw_format *look)
    {
        const auto text = part.text.toUtf8();
        const auto first = static_cast<lxw_col_t>(part.first);
        if (part.first == part.last)
            worksheet_write_string(m_sheet, m_headRows, first, text.constData(), look);
        else
            worksheet_merge_range(m_sheet, m_headRows, first, m_headRows, static_cast<lxw_col_t>(part.last), text.constData(), look);
    }

    void titles(const QVector<SheetColumn> &columns, lxw_format *look)
    {
        for (int at = 0; at < columns.size(); ++at) {
            const auto column = static_cast<lxw_col_t>(at);
            worksheet_set_column(m_sheet, column, column, columns[at].width, nullptr);
            worksheet_write_string(m_sheet, m_headRows, column, columns[at].title.toUtf8().constData(), look);
        }
        worksheet_freeze_panes(m_sheet, ++m_headRows, 0);
    }

    void addNotes(const QStringList &notes)
    {
        if (notes.isEmpty())
            return;
        auto *sheet = workbook_add_worksheet(m_book, "填表说明");
        worksheet_set_column(sheet, 0, 0, 90, nullptr);
        lxw_row_t at = 0;
        for (const auto &note : notes)
            worksheet_write_string(sheet, at++, 0, note.toUtf8().constData(), nullptr);
    }

    void cell(lxw_row_t, lxw_col_t, std::monostate) {}
    void cell(lxw_row_t at, lxw_col_t column, const QString &text)
    {
        worksheet_write_string(m_sheet, at, column, text.toUtf8().constData(), nullptr);
    }
    /// A cell of a workbook is a double; below 10^13 分 it holds every amount exactly to the 分.
    void cell(lxw_row_t at, lxw_col_t column, domain::Money amount)
    {
        worksheet_write_number(m_sheet, at, column, static_cast<double>(amount.fen()) / 100.0, m_money);
    }
    void cell(lxw_row_t at, lxw_col_t column, qint64 number)
    {
        worksheet_write_number(m_sheet, at, column, static_cast<double>(number), nullptr);
    }

    QByteArray m_path;
    QByteArray m_scratch;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_money = nullptr;
    lxw_row_t m_headRows = 0;
};

base::Result<qint64> fill(Book &book, const Sheet &sheet, base::Job &job)
{
    qint64 done = 0;
    while (done < sheet.total) {
        if (job.cancelled())
            return base::cancelled();
        const auto rows = sheet.rows(done, kWindow);
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        for (const auto &row : *rows)
            book.write(static_cast<lxw_row_t>(done++), row);
        job.report(done, sheet.total);
    }
    return done;
}

}  // namespace

base::Result<qint64> writeSheet(const QString &path, const Sheet &sheet, base::Job &job)
{
    if (sheet.total > kMostRows - sheet.bands.size())
        return failure("office.too-many-rows", QString::number(sheet.total));
    // On the target's own file system, so that the finished book is put in place by one rename.
    const QTemporaryDir scratch(QFileInfo(path).dir().filePath(QStringLiteral(".shebao-XXXXXX")));
    if (!scratch.isValid())
        return failure("office.write", QStringLiteral("folder not writable"));
    const QString draft = scratch.filePath(QStringLiteral("book.xlsx"));
    Book book(draft, scratch.path(), sheet);
    const auto filled = fill(book, sheet, job);
    if (!filled)
        return filled;
    if (const auto result = book.close(); result != LXW_NO_ERROR)
        return failure("office.write", QString::fromUtf8(lxw_strerror(result)));
    std::error_code trouble;  // replaces what is there in one step; a book that is open in Excel stays and is said
    std::filesystem::rename(QFileInfo(draft).filesystemFilePath(), QFileInfo(path).filesystemFilePath(), trouble);
    if (trouble)
        return failure("office.write", QString::fromStdString(trouble.message()));
    return filled;
}

}  // namespace office
