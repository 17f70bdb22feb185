#pragma once
// The people of a total, looked at when somebody asks: those of a daily one are computed anew from the roster as of a
// snapshot, those of a special one are stored.

#include "taxside/assessment.h"
#include "taxside/json_text.h"

#include <functional>

namespace taxside {

struct Stretch {
    qint64 count = 0;
    qint64 last = 0;  ///< staff id of the last one
    bool more = false;
};

using PersonSeen = std::function<void(const StaffRow &row, const PersonFee &share)>;

/// Shows `limit` people behind the staff id `after`, in the order of their ids.
Stretch lookAtPeople(World &world, const Registrant &unit, const Assessment &assessment, qint64 snapshot, qint64 after,
                     qint64 limit, const PersonSeen &seen);
/// The fields of a FeePerson, without the braces around them.
void writePersonFields(JsonText &json, const Assessment &assessment, const StaffRow &row, const PersonFee &share);

}  // namespace taxside
