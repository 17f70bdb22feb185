#pragma once
// A written workbook, read by another implementation than the one that wrote it; on Windows, where it is not, by our own.

#include <QtGlobal>

#ifdef Q_OS_WIN
#include "support/open_book.h"
#else
#include <QProcess>
#endif
#include <QStringList>

#include <gtest/gtest.h>

/// The rows of its first sheet, header first.
inline QVector<QStringList> workbookRows(const QString &path)
{
    QVector<QStringList> rows;
#ifdef Q_OS_WIN
    base::Job job;
    const auto book = tests::openBook(path);
    EXPECT_TRUE(book);
    if (!book)
        return rows;
    const auto read = (*book)->read(0, [&rows](qint64, const office::CellRow &cells) {
        rows.append(QStringList());
        for (const auto &cell : cells)
            rows.back().append(cell.text);
        return true;
    }, job);
    EXPECT_TRUE(read);
#else
    QProcess reader;
    reader.start(QStringLiteral("python3"), {QStringLiteral(SHEBAO_TESTS "/support/xlsx_text.py"), path});
    EXPECT_TRUE(reader.waitForFinished()) << reader.errorString().toStdString();
    EXPECT_EQ(reader.exitCode(), 0) << reader.readAllStandardError().toStdString();
    for (const auto &line : QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        rows.append(line.split(QLatin1Char('\t')));
#endif
    return rows;
}
