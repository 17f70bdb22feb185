#pragma once
// .csv (RFC 4180), as any program in China writes it: UTF-8 with or without BOM, UTF-16 with one, GB 18030; separated by
// comma, semicolon or tab. Read in blocks.

#include "office/workbook.h"

#include <QIODevice>

namespace office {

class CsvWorkbook final : public Workbook {
public:
    enum class Encoding { Utf8, Utf16Le, Utf16Be, Gb18030 };

    /// Goes through the file once, to know its encoding. Errors: Office read.unknown when the bytes are no text.
    static base::Result<std::unique_ptr<Workbook>> open(std::unique_ptr<QIODevice> file, const ReadLimits &limits);

    QVector<SheetHead> sheets() const override { return {{}}; }
    base::Result<void> read(int sheet, const RowSink &sink, base::Job &job) override;

private:
    CsvWorkbook(std::unique_ptr<QIODevice> file, const ReadLimits &limits) : m_file(std::move(file)), m_limits(limits) {}

    std::unique_ptr<QIODevice> m_file;
    ReadLimits m_limits;
    Encoding m_encoding = Encoding::Utf8;
    QChar m_separator;
};

}  // namespace office
