#include "office/xls_workbook.h"

#include "office/failure.h"
#include "office/number_text.h"

#include <QFile>

#include <freexl.h>

#include <cstring>

namespace office {

namespace {

Cell cellOf(const FreeXL_CellValue &value)
{
    switch (value.type) {
    case FREEXL_CELL_INT: return numberCell(value.value.int_value);
    case FREEXL_CELL_DOUBLE: return numberCell(value.value.double_value);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT: return textCell(QString::fromUtf8(value.value.text_value));
    // Given as 2026-07-01, and 2026-07-01 12:00:00.
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME: return {Cell::Kind::Date, QString::fromLatin1(value.value.text_value).left(10)};
    case FREEXL_CELL_TIME: return textCell(QString::fromLatin1(value.value.text_value));
    default: return {};
    }
}

base::Error errorOf(int code)
{
    if (code == FREEXL_BIFF_INVALID_BOF || code == FREEXL_CFBF_INVALID_SIGNATURE)
        return failure("read.unknown", {});
    return failure("read.damaged", QStringLiteral("xls %1").arg(code));
}

}  // namespace

base::Result<std::unique_ptr<Workbook>> XlsWorkbook::open(const QString &path, const ReadLimits &limits)
{
    const void *handle = nullptr;
    const int opened = freexl_open(QFile::encodeName(path).constData(), &handle);
    if (opened != FREEXL_OK) {
        if (handle)
            freexl_close(handle);
        return errorOf(opened);
    }
    std::unique_ptr<XlsWorkbook> book(new XlsWorkbook(handle, limits));
    unsigned int value = 0;
    if (freexl_get_info(handle, FREEXL_BIFF_PASSWORD, &value) == FREEXL_OK && value == FREEXL_BIFF_OBFUSCATED)
        return failure("read.encrypted", {});
    unsigned int count = 0;
    if (freexl_get_info(handle, FREEXL_BIFF_SHEET_COUNT, &count) != FREEXL_OK || count == 0)
        return failure("read.damaged", QStringLiteral("no worksheet"));
    for (unsigned int at = 0; at < count && at < 1000; ++at) {
        const char *name = nullptr;
        if (freexl_get_worksheet_name(handle, static_cast<unsigned short>(at), &name) != FREEXL_OK)
            return failure("read.damaged", QStringLiteral("sheet name"));
        book->m_heads.append({QString::fromUtf8(name ? name : ""), false});
    }
    return std::unique_ptr<Workbook>(std::move(book));
}

XlsWorkbook::~XlsWorkbook()
{
    freexl_close(m_handle);
}

base::Result<void> XlsWorkbook::read(int sheet, const RowSink &sink, base::Job &job)
{
    unsigned int rows = 0;
    unsigned short columns = 0;
    if (const int chosen = freexl_select_active_worksheet(m_handle, static_cast<unsigned short>(sheet)); chosen != FREEXL_OK)
        return errorOf(chosen);
    if (freexl_worksheet_dimensions(m_handle, &rows, &columns) != FREEXL_OK)
        return failure("read.damaged", QStringLiteral("dimensions"));
    if (qint64(rows) > m_limits.rows || qint64(rows) * columns > m_limits.cells)
        return failure("read.too-large", QStringLiteral("cells"));
    for (unsigned int row = 0; row < rows; ++row) {
        if (job.cancelled())
            return base::cancelled();
        CellRow cells;
        for (unsigned short column = 0; column < columns; ++column) {
            FreeXL_CellValue value;
            std::memset(&value, 0, sizeof value);
            if (freexl_get_cell_value(m_handle, row, column, &value) != FREEXL_OK)
                return failure("read.damaged", QStringLiteral("row %1").arg(row + 1));
            const Cell cell = cellOf(value);
            if (cell.kind == Cell::Kind::Empty)
                continue;
            cells.resize(size_t(column) + 1);
            cells[column] = cell;
        }
        if (!cells.empty() && !sink(row + 1, cells))
            return {};
    }
    return {};
}

}  // namespace office
