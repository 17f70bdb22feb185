#pragma once
// Judges the rows of one file against the roster: a line for the draft, or the first reason why not. Private to WageImporter.

#include "service/wage_import.h"
#include "store/staff_table.h"
#include "store/wage_table.h"

#include <QHash>
#include <QSet>

namespace service {

/// What is wanted of a row: a cell for each of WageImport::columns, of a long one its beginning.
struct WantedRow {
    qint64 number = 0;
    std::vector<office::Cell> cells;

    static WantedRow of(qint64 number, const office::CellRow &cells, const office::FoundTable &table);
};

/// May be called on another thread than the one that reads the file: changes only what it finds out (WageImport::lines and
/// behind).
class WageImportJudge final {
public:
    WageImportJudge(WageImport &import, const QString &unit, const WageTarget &target, domain::Month present,
                    QSet<QString> inDraft);

    void rows(base::sqlite::Connection &roster, const std::vector<WantedRow> &rows);

private:
    struct Refusal {
        int column;  ///< index into WageImport::columns
        const char *code;
    };

    void row(const WantedRow &row);
    int columnOf(ImportField field) const;
    const office::Cell &cellAt(int column) const;
    const office::Cell &cell(ImportField field) const { return cellAt(columnOf(field)); }
    std::optional<Refusal> refuse(ImportField field, const char *code) const { return Refusal{columnOf(field), code}; }

    void reject(qint64 number, const Refusal &refusal);
    std::optional<Refusal> judge(WageImport::Line &line);
    std::optional<Refusal> judgePerson(WageImport::Line &line);
    std::vector<domain::Staff> entriesOf(const QString &number, WageImport::Line &line) const;
    const domain::Staff *entryOf(const std::vector<domain::Staff> &entries) const;
    bool sameType(const QString &type) const;
    std::optional<Refusal> judgeWages(WageImport::Line &line);
    std::optional<Refusal> judgeWage(WageImport::Line &line, int column, const QStringList &joined);
    std::optional<Refusal> judgeMonth(WageImport::Line &line);

    WageImport &m_import;
    const QString m_unit;
    const WageTarget &m_target;
    const domain::Month m_present;
    const QSet<QString> m_inDraft;
    base::sqlite::Connection *m_roster = nullptr;
    const WantedRow *m_row = nullptr;
    QHash<QString, qint64> m_seen;  ///< staff id → row
};

}  // namespace service
