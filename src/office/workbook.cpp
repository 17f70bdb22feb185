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
/// The name of the stream that holds an encrypted package, as the directory of the container stores it.
const QByteArray kEncrypted("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

bool encrypted(QFile &file)
{
    file.seek(0);
    QByteArray window;  // two blocks at a time, so that the name is found across a border
    while (!file.atEnd()) {
        window = window.right(64) + file.read(1 << 20);
        if (window.contains(kEncrypted))
            return true;
    }
    return false;
}

}  // namespace

base::Result<std::unique_ptr<Workbook>> openWorkbook(const QString &path, const ReadLimits &limits)
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
        return XlsxWorkbook::open(std::move(file), limits);
    if (start == QByteArray(kCompound, 8)) {
        if (encrypted(*file))
            return failure("read.encrypted", {});
        file->close();
        return XlsWorkbook::open(path, limits);
    }
    return CsvWorkbook::open(std::move(file), limits);
}

}  // namespace office
