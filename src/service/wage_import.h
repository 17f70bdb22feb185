#pragma once
// A workbook of wages on its way into the draft (W4, W10, W11): found by its header, each row matched with the roster,
// nothing stored until it is applied as a whole.

#include "domain/wage.h"
#include "office/table_finder.h"
#include "service/environment.h"
#include "service/wage_sheets.h"

#include <QDateTime>

namespace service {

using office::kSeveralColumns;

/// What a row may say.
enum class ImportField { Name, DocumentType, DocumentNumber, PersonNumber, UnitNumber, NewWage, EffectiveMonth };

/// A column one may choose; of a wage by insurance, which one.
struct ImportColumn {
    ImportField field = ImportField::Name;
    domain::CodeName insurance = {};
};

/// What a file for this draft may have, in the order of FoundTable::columns: no month in the annual one, by insurance a wage
/// for each.
QVector<ImportColumn> importColumns(const WageTarget &target);

/// As what a file was read: another one is another file.
struct FileStamp {
    qint64 size = 0;
    QDateTime modified;

    static FileStamp of(const QString &path);
    bool operator==(const FileStamp &) const = default;
};

struct WageImport {
    struct Line {
        qint64 row = 0;
        QString staffId;
        QString name;
        QVector<domain::WageCell> wages;  ///< one for each column of wages; without a value: the cell is empty
        std::optional<domain::Month> month;
        QString numberNow = {};  ///< the file has the person's old number of 15 digits; this is the one the roster has
    };
    /// Why a row is not taken: the first thing that is wrong with it.
    struct Rejected {
        qint64 row = 0;
        QString name;  ///< as it stands in its cell, its beginning
        ImportColumn column;
        QString value;  ///< as it stands in the cell, its beginning
        QString code;   ///< import.*, money.*, month.*
        int place = -1;  ///< the sheet's column
    };

    QString path;
    FileStamp stamp;
    office::FoundTable table;
    QVector<ImportColumn> columns;  ///< what table.columns are
    std::vector<Line> lines;
    std::vector<Rejected> rejected;  ///< the first kMostRejected of them
    qint64 refused = 0;              ///< rows that are not taken
    qint64 alreadyInDraft = 0;  ///< lines whose people are in the draft

    /// A file without end costs no memory without end.
    static constexpr size_t kMostRejected = 50'000;

    qint64 rows() const { return qint64(lines.size()) + refused; }
    /// Several columns could be the wage, or none: the user must say which. No row was judged.
    bool needsWageColumn() const;
};

enum class ImportMode {
    Replace,  ///< 覆盖: the draft is what the file says (the manual's only way)
    Merge,    ///< 合并: the file's people are overwritten or added, others stay, and so does what the file leaves empty
    Append,   ///< 追加: only who is not in the draft yet
};

struct ImportOutcome {
    qint64 added = 0;
    qint64 changed = 0;
    qint64 skipped = 0;  ///< in the draft already, in Append
    qint64 keptWages = 0;   ///< in Merge: cells of the draft that were filled and are empty in the file
    qint64 keptMonths = 0;
};

/// The window's words for a report.
struct ImportWords {
    struct Refusal {
        QString column;
        QString reason;
    };
    std::function<Refusal(const WageImport::Rejected &)> refusal;
    std::function<QString(const WageImport::Line &)> remark;  ///< on a row that is taken
};

class WageImporter final {
public:
    explicit WageImporter(const Environment &environment) : m_env(environment) {}

    /// Reads and judges all of it. `chosen`: the user's say on which column is what, as FoundTable::columns.
    /// Errors: Office read.*, Validation import.no-table (no sheet has name, document number and wage), Cancelled.
    base::Result<WageImport> read(const QString &unit, const WageTarget &target, const QString &path, base::Job &job,
                                  const std::optional<QVector<int>> &chosen = {});
    /// All of it or nothing.
    base::Result<ImportOutcome> apply(const QString &unit, const domain::WageForm &form, const WageImport &import,
                                      ImportMode mode);
    /// 下载参保职工 (W3): the template with everyone in 正常缴费. Rows come from the store as they are written.
    base::Result<office::Sheet> rosterSheet(const QString &unit, const WageTarget &target, const QString &taxNumber);
    /// The user's own workbook, with columns beside its table that say of each row whether it is taken, its sheet and number,
    /// and of one that is not the column, the value and why. Returns how many rows that are.
    /// Errors: Validation import.changed (the file is not the one that was read), Office.
    base::Result<qint64> writeReport(const WageImport &import, const QString &path, const ImportWords &words, base::Job &job);

private:
    Environment m_env;
};

}  // namespace service
