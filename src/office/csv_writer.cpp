#include "office/csv_writer.h"

#include <QStringView>

#include <utility>

namespace office {

namespace {

constexpr size_t kTextBlock = 1 << 16;

/// A spreadsheet that opens the file would take such a text for a formula and run it.
bool beginsFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

bool needsQuotes(QStringView text)
{
    return text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r')
           || text.startsWith(u' ') || text.endsWith(u' ');
}

}  // namespace

CsvWriter::CsvWriter(QIODevice &device, const Sheet &sheet) : m_device(device), m_out("\xEF\xBB\xBF")
{
    SheetRow titles;
    for (const auto &column : sheet.columns)
        titles.push_back(column.title);
    row(titles);
}

void CsvWriter::row(const SheetRow &cells)
{
    bool first = true;
    for (const auto &each : cells) {
        if (!std::exchange(first, false))
            m_out += ',';
        std::visit([this](const auto &value) { cell(value); }, each);
    }
    m_out += "\r\n";
    if (m_out.size() > kTextBlock)
        flush();
}

bool CsvWriter::finish()
{
    flush();
    return m_sound;
}

void CsvWriter::flush()
{
    m_sound = m_sound && m_device.write(m_out.data(), qint64(m_out.size())) == qint64(m_out.size());
    m_out.clear();
}

void CsvWriter::cell(const QString &text)
{
    QString written = beginsFormula(text) ? QLatin1Char('\'') + text : text;
    if (needsQuotes(written))
        written = QLatin1Char('"') + written.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    m_out += written.toStdString();
}

void CsvWriter::cell(domain::Money amount)
{
    m_out += domain::moneyToWire(amount).toStdString();
}

void CsvWriter::cell(qint64 number)
{
    m_out += std::to_string(number);
}

void CsvWriter::cell(const SheetNumber &number)
{
    m_out += number.text.toStdString();
}

void CsvWriter::cell(QDate day)
{
    m_out += day.toString(Qt::ISODate).toStdString();
}

}  // namespace office
