#include "office/workbook.h"

#include "office/csv_workbook.h"
#include "office/failure.h"
#include "office/xls_workbook.h"
#include "office/xlsx_workbook.h"

#include <QFile>

namespace office {

namespace {

constexpr char kZip[] = "PK\x03\x04";
constexpr char kCompound[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  // OLE2: .xls, and .xlsx under a password

/// What calls itself .xls and is a web page or the XML of Excel 2003: a csv file to nobody.
bool isMarkup(const QByteArray &start)
{
    const QByteArray text = start.startsWith("\xEF\xBB\xBF") ? start.mid(3) : start;
    return text.trimmed().startsWith('<');
}

}  // namespace

base::Result<std::unique_ptr<Workbook>> openWorkbook(const QString &path, base::Job &job, const ReadLimits &limits)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return failure("read.open", file->errorString());
    if (file->size() == 0)
        return failure("read.empty", {});
    if (file->size() > limits.fileBytes)
        return failure("read.too-large", QStringLiteral("file %1").arg(file->size()));
    const QByteArray start = file->peek(8);
    if (start.startsWith(QByteArray(kZip, 4)))
        return XlsxWorkbook::open(std::move(file), limits, job);
    if (start == QByteArray(kCompound, 8))
        return XlsWorkbook::open(*file, limits);
    if (isMarkup(file->peek(256)))
        return failure("read.unknown", QStringLiteral("markup"));
    return CsvWorkbook::open(std::move(file), limits);
}

}  // namespace office
