#pragma once
// Packages made by hand, sound or not.

#include <QByteArray>
#include <QPair>
#include <QString>
#include <QVector>

#include <unzip.h>
#include <zip.h>

#include <gtest/gtest.h>

using ZipEntries = QVector<QPair<QByteArray, QByteArray>>;  ///< name, content

inline void makeZip(const QString &path, const ZipEntries &entries, int level = 6)
{
    zipFile zip = zipOpen64(path.toUtf8().constData(), APPEND_STATUS_CREATE);
    ASSERT_TRUE(zip);
    for (const auto &[name, content] : entries) {
        const zip_fileinfo info{};
        ASSERT_EQ(zipOpenNewFileInZip64(zip, name.constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, level, 0), ZIP_OK);
        ASSERT_EQ(zipWriteInFileInZip(zip, content.constData(), unsigned(content.size())), ZIP_OK);
        ASSERT_EQ(zipCloseFileInZip(zip), ZIP_OK);
    }
    ASSERT_EQ(zipClose(zip, nullptr), ZIP_OK);
}

/// The parts of a workbook with one sheet; what a test is about it replaces.
inline ZipEntries bookOf(const QByteArray &sheetData, const QByteArray &strings = {}, const QByteArray &styles = {},
                         const QByteArray &bookProperties = {})
{
    const QByteArray rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const QByteArray type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    ZipEntries entries{
        {"_rels/.rels", rels + "<Relationship Id=\"r1\" Type=\"" + type + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns=\"m\" xmlns:r=\"r\">" + bookProperties
             + "<sheets><sheet name=\"工资\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", rels + "<Relationship Id=\"r1\" Type=\"" + type + "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
             "<Relationship Id=\"r2\" Type=\"" + type + "sharedStrings\" Target=\"sharedStrings.xml\"/>"
             "<Relationship Id=\"r3\" Type=\"" + type + "styles\" Target=\"/xl/styles.xml\"/></Relationships>"},
        {"xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"m\"><sheetData>" + sheetData
             + "</sheetData><mergeCells/></worksheet>"}};
    if (!strings.isEmpty())
        entries.append({"xl/sharedStrings.xml", "<sst xmlns=\"m\">" + strings + "</sst>"});
    if (!styles.isEmpty())
        entries.append({"xl/styles.xml", "<styleSheet xmlns=\"m\">" + styles + "</styleSheet>"});
    return entries;
}

/// One file of a package.
inline QByteArray zipPart(const QString &path, const char *name)
{
    QByteArray content;
    unzFile zip = unzOpen64(path.toUtf8().constData());
    EXPECT_TRUE(zip);
    EXPECT_EQ(unzLocateFile(zip, name, 1), UNZ_OK) << name;
    EXPECT_EQ(unzOpenCurrentFile(zip), UNZ_OK);
    QByteArray block(64 << 10, Qt::Uninitialized);
    for (int count = 1; count > 0;) {
        count = unzReadCurrentFile(zip, block.data(), unsigned(block.size()));
        EXPECT_GE(count, 0) << name;
        content.append(block.constData(), qMax(0, count));
    }
    EXPECT_EQ(unzCloseCurrentFile(zip), UNZ_OK) << name;  // the checksum
    unzClose(zip);
    return content;
}
