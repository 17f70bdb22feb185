#pragma once
// .xlsx (ECMA-376): a zip of XML parts, read as streams. No DTD, no entities, no external targets are followed.

#include "office/package.h"
#include "office/shared_strings.h"
#include "office/text_allowance.h"
#include "office/workbook.h"

namespace office {

class XlsxWorkbook final : public Workbook {
public:
    static base::Result<std::unique_ptr<Workbook>> open(std::unique_ptr<QIODevice> file, const ReadLimits &limits, base::Job &job);

    QVector<SheetHead> sheets() const override { return m_heads; }
    base::Result<void> read(int sheet, const RowSink &sink, base::Job &job) override;

private:
    explicit XlsxWorkbook(const ReadLimits &limits) : m_limits(limits), m_texts(limits) {}
    base::Result<void> readContents(base::Job &job);
    base::Result<void> readSharedStrings(base::Job &job);

    ReadLimits m_limits;
    TextAllowance m_texts;
    std::unique_ptr<Package> m_package;
    QVector<SheetHead> m_heads;
    QVector<QString> m_parts;  ///< of the sheets
    QString m_stringsPart;
    QVector<bool> m_dateStyles;  ///< by the number of a cell's style
    bool m_epoch1904 = false;
    std::unique_ptr<SharedStrings> m_strings;  ///< read when a sheet first needs them
};

}  // namespace office
