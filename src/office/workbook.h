#pragma once
// Reading what people keep in spreadsheets: .xlsx, .xls (BIFF8), .csv. What a file is, its contents say, not its name. Rows
// are read one after the other and never kept; a file may have been made by anybody, so everything is capped.

#include "base/job.h"
#include "base/result.h"

#include <QString>
#include <QVector>

#include <functional>
#include <memory>
#include <vector>

namespace office {

/// A cell as the spreadsheet shows it to its owner.
struct Cell {
    enum class Kind {
        Empty,
        Text,
        Number,   ///< `text` is the shortest that names it: 3000.5
        Date,     ///< `text` is 2026-07-01
        NoValue,  ///< a formula that was never calculated, or an error (#REF!): `text` is what stands there
    };
    Kind kind = Kind::Empty;
    QString text;
};

using CellRow = std::vector<Cell>;

/// What a hostile file may cost at most: half a megabyte can unpack to a thousand times as much, and caps on bytes alone let
/// millions of tiny cells through, so entries, ratio, texts and cells are counted, too.
struct ReadLimits {
    qint64 fileBytes = 64LL << 20;
    qint64 entries = 2000;                 ///< files in a package
    qint64 entryBytes = 256LL << 20;       ///< of one of them, unpacked
    qint64 packageBytes = 512LL << 20;     ///< of all that is unpacked while the workbook is open
    qint64 elements = 24'000'000;          ///< of XML, likewise: 5,000,000 cells with as many shared strings have 20,000,000
    qint64 sheets = 1000;
    qint64 numberFormats = 10'000;         ///< Excel stops at 250, other programs go on
    qint64 cellStyles = 100'000;           ///< Excel: 65,490
    qint64 nameBytes = 1000;               ///< of a sheet, a relation or what it refers to; Excel: 31 characters
    qint64 ratio = 200;                    ///< unpacked to packed, of an entry over a megabyte
    qint64 sharedStrings = 5'000'000;
    qint64 sharedStringBytes = 96LL << 20;
    qint64 rows = 1'048'576;
    qint64 columns = 16'384;
    qint64 cells = 5'000'000;              ///< of a sheet: 100,000 people with 50 columns
    qint64 textLength = 32'767;            ///< of a cell, as Excel has it
    qint64 rowTextBytes = 8LL << 20;       ///< of the cells of a row, which are held together
    qint64 textBytes = 160LL << 20;        ///< of all cells that are read while the workbook is open
};

struct SheetHead {
    QString name;
    bool hidden = false;
};

class Workbook {
public:
    virtual ~Workbook() = default;

    /// In the order of the workbook; a csv file has one without a name.
    virtual QVector<SheetHead> sheets() const = 0;
    /// Gets a row that has cells, with its number as the spreadsheet counts it (from 1); false: no more, please.
    using RowSink = std::function<bool(qint64 row, const CellRow &cells)>;
    /// Errors: Office read.{damaged,too-large,dtd}, Cancelled.
    virtual base::Result<void> read(int sheet, const RowSink &sink, base::Job &job) = 0;
};

/// Opens by content. Errors: Office read.{open,empty,unknown,encrypted,damaged,too-large,dtd}; the detail says where or
/// what, never a cell's contents; Cancelled.
base::Result<std::unique_ptr<Workbook>> openWorkbook(const QString &path, base::Job &job, const ReadLimits &limits = {});

}  // namespace office
