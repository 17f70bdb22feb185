#pragma once
// .xls as Excel 97–2003 writes it (BIFF8), and Excel 5 and 95: records in a compound file. The stream is held as a whole, at
// most as large as the file; of a sheet, where each cell stands.

#include "office/biff.h"
#include "office/text_allowance.h"
#include "office/text_store.h"
#include "office/workbook.h"

#include <QIODevice>

namespace office {

class XlsWorkbook final : public Workbook {
public:
    /// Errors: Office read.{unknown,encrypted,damaged,too-large}.
    static base::Result<std::unique_ptr<Workbook>> open(QIODevice &file, const ReadLimits &limits);

    QVector<SheetHead> sheets() const override { return m_heads; }
    base::Result<void> read(int sheet, const RowSink &sink, base::Job &job) override;

private:
    struct Place {
        quint16 row = 0;
        quint16 column = 0;
        quint32 record = 0;  ///< its offset in the stream
    };
    explicit XlsWorkbook(const ReadLimits &limits) : m_limits(limits), m_allowance(limits) {}

    base::Result<void> readGlobals();
    base::Result<void> readSharedStrings(const biff::Record &record);
    void readSheetHead(const biff::Record &record);
    void readFormat(const biff::Record &record);
    base::Result<std::vector<Place>> places(qsizetype start, base::Job &job);
    base::Result<Cell> cellAt(const Place &place);
    Cell formulaCell(const biff::Record &record) const;
    Cell number(double value, quint16 style) const;

    ReadLimits m_limits;
    TextAllowance m_allowance;
    qint64 m_walked = 0;  ///< bytes of records, in all sheets that were read
    QByteArray m_stream;
    biff::Texts m_texts;
    QVector<SheetHead> m_heads;
    QVector<quint32> m_starts;  ///< of the sheets in the stream
    TextStore m_strings;
    QVector<QPair<quint16, bool>> m_formats;  ///< number, shows a date
    QVector<bool> m_dateStyles;
    bool m_epoch1904 = false;
};

}  // namespace office
