#include "store/unit_erasure.h"

#include "store/notice_table.h"
#include "store/setting_table.h"

namespace store {

namespace {

/// What there is much of. Children come before what they refer to, the search blocks before the people in them: a block
/// without its people would find them.
struct Part {
    const char *table;
    const char *key;
    const char *rows;
    qint64 atOnce;
};

#define OF_UNIT " WHERE registration_id = ?1"
constexpr Part kParts[] = {
    {"staff_search", "registration_id, section, block", "staff_search" OF_UNIT, 200},
    {"staff_insurance", "registration_id, staff_id, insurance", "staff_insurance" OF_UNIT, 20'000},
    {"staff", "registration_id, id", "staff" OF_UNIT, 10'000},
    {"staff_change", "registration_id, number", "staff_change" OF_UNIT, 20'000},
    {"contribution_base", "registration_id, staff_id, insurance", "contribution_base" OF_UNIT, 20'000},
    {"fee_person", "registration_id, assessment_id, position", "fee_person" OF_UNIT, 20'000},
    {"declared_person", "item, position",
     "declared_person WHERE item IN (SELECT key FROM declared_item" OF_UNIT ")", 20'000},
    {"declared_who", "key", "declared_who" OF_UNIT, 20'000},
    {"wage_draft", "registration_id, kind, staff_id, insurance", "wage_draft" OF_UNIT, 20'000},
    {"wage_line", "submission_id, position",
     "wage_line WHERE submission_id IN (SELECT id FROM submission" OF_UNIT ")", 20'000},
    {"certificate", "number", "certificate" OF_UNIT, 500},
};
#undef OF_UNIT

}  // namespace

void UnitErasure::begin()
{
    // The generation stays: what a later walk meets is told by it from what is left of before.
    m_connection.run("UPDATE sync_state SET cursor = '', since = 0, done = 0, total = 0, sequence = 0, synced_at = ''"
                     " WHERE registration_id = ?",
                     m_unit);
    m_connection.run("DELETE FROM declared_month WHERE registration_id = ?", m_unit);
    m_connection.run("UPDATE declared_item SET state = 2 WHERE registration_id = ?", m_unit);
}

qint64 UnitErasure::count() const
{
    qint64 rows = 0;
    for (const auto &part : kParts) {
        auto row = m_connection.query(QByteArray(QByteArray("SELECT count(*) FROM ") + part.rows).constData(), m_unit);
        rows += row.next() ? row.integer(0) : 0;
    }
    return rows;
}

qint64 UnitErasure::removeSome()
{
    for (const auto &part : kParts) {
        const QByteArray sql = QByteArray("DELETE FROM ") + part.table + " WHERE (" + part.key + ") IN (SELECT " + part.key
                               + " FROM " + part.rows + " LIMIT ?2)";
        if (const qint64 removed = m_connection.run(sql.constData(), m_unit, part.atOnce))
            return removed;
    }
    return 0;
}

void UnitErasure::end()
{
    m_connection.run("DELETE FROM unit WHERE registration_id = ?", m_unit);
    NoticeTable(m_connection).dropUnreferenced();
    SettingTable(m_connection).removeOfUnit(m_unit);
}

}  // namespace store
