#pragma once
// .csv (RFC 4180), as any program in China writes it: UTF-8 with or without BOM, UTF-16 with one, GB 18030; separated by
// comma, semicolon or tab.

#include "office/workbook.h"

#include <QIODevice>

namespace office {

class CsvWorkbook final : public Workbook {
public:
    /// Errors: Office read.unknown when the bytes are no text.
    static base::Result<std::unique_ptr<Workbook>> open(std::unique_ptr<QIODevice> file, const ReadLimits &limits);

    QVector<SheetHead> sheets() const override { return {{}}; }
    base::Result<void> read(int sheet, const RowSink &sink, base::Job &job) override;

private:
    explicit CsvWorkbook(const ReadLimits &limits) : m_limits(limits) {}

    ReadLimits m_limits;
    QString m_text;
    QChar m_separator;
};

}  // namespace office
