// Any bytes as an .xlsx. Those that begin with `<` are its parts, with a zero between: sheet, texts, styles, book,
// relations; so that what is found lies behind the checksums too.

#include "fuzz/walk.h"
#include "office/xlsx_workbook.h"

#include "base/zip_source.h"

#include <zip.h>

namespace {

constexpr const char *kParts[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                                  "xl/workbook.xml", "xl/_rels/workbook.xml.rels"};
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
constexpr char kRoot[] = "<Relationships><Relationship Id=\"a\" Type=\"" TYPE
                         "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
constexpr char kBook[] = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>";
constexpr char kRelations[] = "<Relationships><Relationship Id=\"a\" Type=\"" TYPE
                              "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                              "<Relationship Id=\"b\" Type=\"" TYPE "sharedStrings\" Target=\"sharedStrings.xml\"/>"
                              "<Relationship Id=\"c\" Type=\"" TYPE "styles\" Target=\"styles.xml\"/></Relationships>";

void add(zipFile zip, const char *name, const QByteArray &content)
{
    const zip_fileinfo info{};
    zipOpenNewFileInZip(zip, name, &info, nullptr, 0, nullptr, 0, nullptr, 0, 0);
    zipWriteInFileInZip(zip, content.constData(), unsigned(content.size()));
    zipCloseFileInZip(zip);
}

QByteArray packageOf(const QByteArray &input)
{
    auto parts = input.split('\0');
    while (parts.size() < 3)
        parts.append("<a/>");
    while (parts.size() < 5)
        parts.append(parts.size() == 3 ? kBook : kRelations);
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    auto functions = base::zipSourceOf(file);
    zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    add(zip, "_rels/.rels", kRoot);
    for (int at = 0; at < 5; ++at)
        add(zip, kParts[at], parts[at]);
    zipClose(zip, nullptr);
    return file.data();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    QByteArray file(reinterpret_cast<const char *>(bytes), qsizetype(size));
    if (file.startsWith('<'))
        file = packageOf(file);
    base::Job job;
    fuzz::walk(office::XlsxWorkbook::open(
        fuzz::deviceOf(reinterpret_cast<const uint8_t *>(file.constData()), size_t(file.size())), fuzz::limits(), job));
    return 0;
}
