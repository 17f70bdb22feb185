#pragma once
// Judges the rows of one file against the roster: a line for the draft, or the first reason why not. Private to WageImporter.

#include "service/wage_import.h"
#include "store/staff_table.h"
#include "store/wage_table.h"

#include <QHash>
#include <QSet>

namespace service {

class WageImportJudge final {
public:
    WageImportJudge(WageImport &import, base::sqlite::Connection &roster, const QString &unit, const WageTarget &target,
                    domain::Month present);

    void row(qint64 number, const office::CellRow &cells);

private:
    struct Refusal {
        int column;  ///< index into WageImport::columns
        const char *code;
    };

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
    store::StaffTable m_staff;
    store::WageTable m_wages;
    const QString m_unit;
    const WageTarget &m_target;
    const domain::Month m_present;
    const QSet<QString> m_inDraft;
    const office::CellRow *m_cells = nullptr;
    QHash<QString, qint64> m_seen;  ///< staff id → row
};

}  // namespace service
