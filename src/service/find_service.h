#pragma once
// 查找 over everything of a unit (X10): people and records by what one remembers of them.

#include "domain/submission.h"
#include "service/staff_service.h"

namespace service {

struct Found {
    std::vector<domain::Staff> people;  ///< the first few, by 人员编号
    qint64 peopleCount = 0;             ///< of all who match
    std::vector<domain::Submission> records;  ///< the newest few
};

class FindService final {
public:
    static constexpr qint64 kMost = 8;  ///< of each kind

    FindService(const Environment &environment, StaffService &staff) : m_env(environment), m_staff(staff) {}

    /// People as the staff page looks for them; records by at least four characters of a number. From the local store.
    base::Result<Found> find(const QString &unit, const QString &text);

private:
    Environment m_env;
    StaffService &m_staff;
};

}  // namespace service
