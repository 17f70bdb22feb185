#pragma once
// A list as CSV (RFC 4180) for other programs: UTF-8 with a byte order mark, lines that end with CR LF, plain values.

#include "office/sheet.h"

#include <QIODevice>

#include <string>

namespace office {

class CsvWriter final {
public:
    /// Begins with the titles; `device` is open for writing and outlives the writer.
    CsvWriter(QIODevice &device, const Sheet &sheet);

    void row(const SheetRow &cells);
    /// False: the device did not take it all, now or before.
    bool finish();

private:
    void flush();
    void cell(std::monostate) {}
    void cell(const QString &text);
    void cell(domain::Money amount);
    void cell(qint64 number);
    void cell(const SheetNumber &number);
    void cell(QDate day);

    QIODevice &m_device;
    std::string m_out;
    bool m_sound = true;
};

}  // namespace office
