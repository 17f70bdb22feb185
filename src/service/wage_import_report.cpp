// What became of each row of a workbook, in a copy of it (W10).

#include "office/number_text.h"
#include "office/remarked_copy.h"
#include "service/wage_import.h"

#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace service {

namespace {

QString letters(int column)
{
    return column < 0 ? QString() : QString::fromStdString(office::lettersOf(size_t(column))) + QLatin1Char(' ');
}

/// Says of each row what the import says of it.
class Report final {
public:
    Report(const WageImport &import, const ImportWords &words) : m_import(import), m_words(words)
    {
        for (const auto &one : import.rejected)
            m_rejected.insert(one.row, &one);
        for (const auto &one : import.lines)
            m_lines.insert(one.row, &one);
    }

    static QStringList titles()
    {
        return {QStringLiteral("导入结果"), QStringLiteral("工作表"), QStringLiteral("行号"), QStringLiteral("列"), QStringLiteral("值"),
                QStringLiteral("原因")};
    }

    office::SheetRow row(qint64 number, const office::CellRow &cells) const
    {
        if (number < m_import.table.headerRow || office::isTotalsRow(cells))
            return {};
        if (const auto *line = m_lines.value(number))
            return {QStringLiteral("可以导入"), m_import.table.sheetName, number, {}, {}, m_words.remark(*line)};
        const auto refused = QStringLiteral("不能导入");
        const auto *rejected = m_rejected.value(number);
        if (!rejected)  // of too many the first are kept
            return {refused, m_import.table.sheetName, number, {}, {}, QStringLiteral("不能导入的行过多，这一行没有逐一说明；请改好前面的行后再导入")};
        const auto text = m_words.refusal(*rejected);
        return {refused, m_import.table.sheetName, number, letters(rejected->place) + text.column, rejected->value, text.reason};
    }

private:
    const WageImport &m_import;
    const ImportWords &m_words;
    QHash<qint64, const WageImport::Rejected *> m_rejected;
    QHash<qint64, const WageImport::Line *> m_lines;
};

}  // namespace

FileStamp FileStamp::of(const QString &path)
{
    const QFileInfo file(path);
    return {file.size(), file.lastModified()};
}

base::Result<qint64> WageImporter::writeReport(const WageImport &import, const QString &path, const ImportWords &words, base::Job &job)
{
    if (FileStamp::of(import.path) != import.stamp)
        return base::validation(QStringLiteral("import.changed"));
    const Report report(import, words);
    const auto of = [&](qint64 row, const office::CellRow &cells) { return report.row(row, cells); };
    return office::writeRemarkedCopy(
        import.path, path,
        {import.table.sheet, import.table.headerRow, int(import.table.titles.size()), Report::titles(), of}, job);
}

}  // namespace service
