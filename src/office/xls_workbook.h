#pragma once
// .xls (BIFF8 and older) through freexl, which reads a file as a whole.

#include "office/workbook.h"

namespace office {

class XlsWorkbook final : public Workbook {
public:
    static base::Result<std::unique_ptr<Workbook>> open(const QString &path, const ReadLimits &limits);
    ~XlsWorkbook() override;

    QVector<SheetHead> sheets() const override { return m_heads; }
    base::Result<void> read(int sheet, const RowSink &sink, base::Job &job) override;

private:
    XlsWorkbook(const void *handle, const ReadLimits &limits) : m_handle(handle), m_limits(limits) {}

    const void *m_handle;
    ReadLimits m_limits;
    QVector<SheetHead> m_heads;
};

}  // namespace office
