#include "office/person_sheet.h"

#include "domain/document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <xlsxwriter.h>

namespace office {

namespace {

constexpr qint64 kWindow = 2000;

base::Error writeError(const QString &detail)
{
    base::Error error;
    error.kind = base::Error::Kind::Office;
    error.code = QStringLiteral("office.write");
    error.detail = detail;
    return error;
}

/// A workbook being written; closed whatever happens.
class Book final {
public:
    explicit Book(const QString &path, const QString &scratch)
        : m_path(QFile::encodeName(path)), m_scratch(QFile::encodeName(scratch))
    {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = m_scratch.data();
        m_book = workbook_new_opt(m_path.constData(), &options);
        m_sheet = workbook_add_worksheet(m_book, "人员明细");
        m_money = workbook_add_format(m_book);
        format_set_num_format(m_money, "#,##0.00");
        m_head = workbook_add_format(m_book);
        format_set_bold(m_head);
        format_set_bg_color(m_head, 0xE8EEF2);
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

    void head(const QStringList &titles)
    {
        static const double widths[] = {8, 14, 20, 24, 14, 14, 12, 14, 14, 16, 16};
        for (int at = 0; at < titles.size(); ++at) {
            const auto column = static_cast<lxw_col_t>(at);
            worksheet_set_column(m_sheet, column, column, widths[at], nullptr);
            worksheet_write_string(m_sheet, 0, column, titles[at].toUtf8().constData(), m_head);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    void row(lxw_row_t at, const domain::FeePerson &person)
    {
        worksheet_write_number(m_sheet, at, 0, at, nullptr);
        text(at, 1, person.name);
        text(at, 2, domain::documentTypeName(person.documentType));
        text(at, 3, person.documentNumber);  // a text cell: Excel would cut a number to 15 digits
        money(at, 4, person.wage);
        money(at, 5, person.base);
        text(at, 6, domain::rateText(person.rate));
        money(at, 7, person.due);
        money(at, 8, person.relief);
        money(at, 9, person.payable);
        text(at, 10, person.personNumber);
    }

private:
    void text(lxw_row_t at, lxw_col_t column, const QString &value)
    {
        worksheet_write_string(m_sheet, at, column, value.toUtf8().constData(), nullptr);
    }
    /// A cell of a workbook is a double; below 10^13 分 it holds every amount exactly to the 分.
    void money(lxw_row_t at, lxw_col_t column, domain::Money amount)
    {
        worksheet_write_number(m_sheet, at, column, static_cast<double>(amount.fen()) / 100.0, m_money);
    }

    QByteArray m_path;
    QByteArray m_scratch;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_money = nullptr;
    lxw_format *m_head = nullptr;
};

base::Result<void> fill(Book &book, qint64 total, const PersonWindow &window, base::Job &job)
{
    qint64 done = 0;
    while (done < total) {
        if (job.cancelled())
            return base::cancelled();
        const auto rows = window(done, kWindow);
        if (!rows)
            return rows.error();
        if (rows->empty())
            break;
        for (const auto &person : *rows)
            book.row(static_cast<lxw_row_t>(++done), person);
        job.report(done, total);
    }
    return {};
}

}  // namespace

QStringList personSheetHeader()
{
    return {QStringLiteral("序号"),     QStringLiteral("姓名"),     QStringLiteral("证件类型"),     QStringLiteral("证件号码"),
            QStringLiteral("缴费工资"), QStringLiteral("缴费基数"), QStringLiteral("费率"),         QStringLiteral("应缴费额"),
            QStringLiteral("减免费额"), QStringLiteral("应补(退)费额"), QStringLiteral("人员编号")};
}

base::Result<qint64> writePersonSheet(const QString &path, qint64 total, const PersonWindow &window, base::Job &job)
{
    // On the target's own file system, so that the finished book is put in place by one rename.
    const QTemporaryDir scratch(QFileInfo(path).dir().filePath(QStringLiteral(".shebao-XXXXXX")));
    if (!scratch.isValid())
        return writeError(QStringLiteral("folder not writable"));
    const QString draft = scratch.filePath(QStringLiteral("book.xlsx"));
    {
        Book book(draft, scratch.path());
        book.head(personSheetHeader());
        const auto filled = fill(book, total, window, job);
        if (!filled)
            return filled.error();
        if (const auto result = book.close(); result != LXW_NO_ERROR)
            return writeError(QString::fromUtf8(lxw_strerror(result)));
    }
    if (QFile::exists(path) && !QFile::remove(path))
        return writeError(QStringLiteral("target is in use"));
    if (!QFile::rename(draft, path))
        return writeError(QStringLiteral("target not writable"));
    return total;
}

}  // namespace office
