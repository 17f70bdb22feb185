#pragma once
// A list as a workbook (xlsx) or as CSV, written row by row in constant memory.

#include "base/job.h"
#include "base/result.h"
#include "domain/money.h"

#include <QDate>
#include <QStringList>
#include <QVector>

#include <functional>
#include <variant>
#include <vector>

namespace office {

/// A number of any kind, in decimal digits: 3000.5
struct SheetNumber {
    QString text;
};

/// Nothing, a text (a document number too: Excel would cut a number to 15 digits), an amount, a number, a day.
using SheetCell = std::variant<std::monostate, QString, domain::Money, qint64, SheetNumber, QDate>;
using SheetRow = std::vector<SheetCell>;

struct SheetColumn {
    QString title;
    double width = 14;         ///< in characters, as workbooks measure it
    QStringList choices = {};  ///< what the cells below may hold, offered as a drop-down list: for templates
    bool text = false;         ///< what is typed below stays as typed: a document number. With choices it does anyway
};

/// A cell of the head above the columns' titles, over the columns `first` to `last`.
struct SheetBand {
    int first = 0;
    int last = 0;
    QString text;
};

struct Sheet {
    QString name;  ///< of the worksheet: 31 characters at most, without []:*?/ and backslash; not 选项, where choices stand
    QVector<SheetColumn> columns;  ///< none: rows alone, without a header
    QVector<QVector<SheetBand>> bands = {};  ///< rows above the titles, from the top
    QStringList notes = {};  ///< lines of a second worksheet 填表说明; none: there is none
    bool hidden = false;     ///< not of the only one
    qint64 total = 0;  ///< rows to come
    /// Reads `limit` rows from `offset` on; none is the end.
    std::function<base::Result<std::vector<SheetRow>>(qint64 offset, qint64 limit)> rows;
};

/// Writes to `path`, which appears only when it is whole: CSV when its name ends so, with titles and rows alone, else a
/// workbook; until then it grows in Scratch. The header of a workbook is frozen and filters, and a text over the 32,767
/// characters of a cell is cut. Returns the number of rows written.
/// Errors: Office (office.write; office.too-many-rows over the 1,048,575 of a worksheet), Cancelled, and whatever `rows`
/// returns.
base::Result<qint64> writeSheet(const QString &path, const Sheet &sheet, base::Job &job);

}  // namespace office
