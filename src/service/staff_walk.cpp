// StaffWalk: everybody of a selection, once.

#include "service/staff_service.h"

namespace service {

using base::sqlite::Connection;

base::Result<qint64> StaffWalk::begin()
{
    m_at = 0;
    m_place = {};
    m_ids.reset();
    return m_store.read([this](Connection &c) -> qint64 {
        const store::StaffTable staff(c);
        if (!m_selection.all) {
            m_ids = staff.inOrder(m_unit, {m_selection.ids.cbegin(), m_selection.ids.cend()});
            return m_ids->size();
        }
        if (!store::StaffTable::goesByHits(m_selection.query, store::StaffOrder::PersonNumber))
            return staff.count(m_unit, m_selection.query) - m_selection.ids.size();
        m_ids = staff.ids(m_unit, m_selection.query);
        m_ids->removeIf([this](const QString &id) { return m_selection.ids.contains(id); });
        return m_ids->size();
    });
}

base::Result<std::vector<domain::Staff>> StaffWalk::next(qint64 limit)
{
    return m_store.read([&](Connection &c) {
        const store::StaffTable staff(c);
        auto people = m_ids ? byIds(staff, limit) : byPlace(staff, limit);
        for (auto &each : people)
            each.insurances = staff.insurances(m_unit, each.id);
        return people;
    });
}

std::vector<domain::Staff> StaffWalk::byIds(const store::StaffTable &staff, qint64 limit)
{
    std::vector<domain::Staff> people;
    for (; m_at < m_ids->size() && qint64(people.size()) < limit; ++m_at) {
        if (auto found = staff.find(m_unit, m_ids->at(m_at)))  // nobody: left while the file was being written
            people.push_back(std::move(*found));
    }
    return people;
}

std::vector<domain::Staff> StaffWalk::byPlace(const store::StaffTable &staff, qint64 limit)
{
    std::vector<domain::Staff> people;
    while (people.empty()) {
        auto window = staff.after(m_unit, m_selection.query, m_place, limit);
        if (window.empty())
            break;
        m_place = {window.back().personNumber, window.back().id};
        for (auto &each : window) {
            if (!m_selection.ids.contains(each.id))
                people.push_back(std::move(each));
        }
    }
    return people;
}

}  // namespace service
