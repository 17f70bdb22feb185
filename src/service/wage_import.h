#pragma once
// A workbook of wages on its way into the draft (W4, W10): found by its header, each row matched with the roster, nothing
// stored until it is applied as a whole.

#include "domain/wage.h"
#include "office/sheet.h"
#include "office/table_finder.h"
#include "service/environment.h"

namespace service {

/// What a row may say. The order is that of WageImport::columns.
enum class ImportField { Name, DocumentType, DocumentNumber, PersonNumber, UnitNumber, NewWage, EffectiveMonth };
constexpr int kImportFields = 7;

struct WageImport {
    struct Line {
        qint64 row = 0;
        QString staffId;
        QString name;
        std::optional<domain::Money> wage;  ///< nothing: the cell is empty, to be filled in the draft
        std::optional<domain::Month> month;
    };
    /// Why a row is not taken: the first thing that is wrong with it.
    struct Rejected {
        qint64 row = 0;
        QString name;  ///< as it stands in its cell
        ImportField field = ImportField::Name;
        QString value;  ///< as it stands in the cell
        QString code;   ///< import.*, money.*, month.*
    };

    QString path;
    office::FoundTable table;  ///< `columns` by ImportField
    std::vector<Line> lines;
    std::vector<Rejected> rejected;
    qint64 alreadyInDraft = 0;  ///< lines whose people are in the draft

    qint64 rows() const { return qint64(lines.size() + rejected.size()); }
};

enum class ImportMode {
    Replace,  ///< 覆盖: the draft is what the file says (the manual's only way)
    Merge,    ///< 合并: the file's people are overwritten or added, others stay
    Append,   ///< 追加: only who is not in the draft yet
};

struct ImportOutcome {
    qint64 added = 0;
    qint64 changed = 0;
    qint64 skipped = 0;  ///< in the draft already, in Append
};

class WageImporter final {
public:
    explicit WageImporter(const Environment &environment) : m_env(environment) {}

    /// Reads and judges all of it. `columns`: the user's say on which column is what, by ImportField.
    /// `rules`: the pack's, for the highest wage and the months that may be chosen. Errors: Office read.*, Validation import.no-table (no sheet has name, document number and wage), Cancelled.
    base::Result<WageImport> read(const QString &unit, domain::WageKind kind, const domain::WageRules &rules,
                                  const QString &path, base::Job &job, const std::optional<QVector<int>> &columns = {});
    /// All of it or nothing.
    base::Result<ImportOutcome> apply(const QString &unit, domain::WageKind kind, const WageImport &import, ImportMode mode);
    /// 下载参保职工 (W3) and, without people, 导入模板: what read() understands. Rows come from the store as they are written.
    base::Result<office::Sheet> rosterSheet(const QString &unit);
    static office::Sheet templateSheet();
    /// The user's own table with a column 导入结果 that says why a row was not taken. `reasonOf` makes a sentence of a
    /// rejection. Errors: Office.
    base::Result<qint64> writeReport(const WageImport &import, const QString &path,
                                     const std::function<QString(const WageImport::Rejected &)> &reasonOf, base::Job &job);

private:
    Environment m_env;
};

}  // namespace service
