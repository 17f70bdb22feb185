#pragma once
// A written workbook, read by another implementation than the one that wrote it.

#include <QProcess>
#include <QStringList>

#include <gtest/gtest.h>

/// The rows of its first sheet, header first.
inline QVector<QStringList> workbookRows(const QString &path)
{
    QProcess reader;
    reader.start(QStringLiteral("python3"), {QStringLiteral(SHEBAO_TESTS "/support/xlsx_text.py"), path});
    EXPECT_TRUE(reader.waitForFinished()) << reader.errorString().toStdString();
    EXPECT_EQ(reader.exitCode(), 0) << reader.readAllStandardError().toStdString();
    QVector<QStringList> rows;
    for (const auto &line : QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        rows.append(line.split(QLatin1Char('\t')));
    return rows;
}
