#pragma once
// /admin: the levers of tests. Offered only when ordered; no session needed.

#include "taxside/visit.h"

namespace taxside {

Answer getLedger(const Visit &visit);
/// {"faults": ["drop-after:PUT /v1/payments:1", …]} replaces all faults.
Answer postFaults(const Visit &visit);
/// {"now": "2026-12-01T00:00:00Z"}
Answer postClock(const Visit &visit);
/// {"registrationId"?: …, "changes"?: n, "leave"?: n, "join"?: n} of the first registration when it names none.
Answer postStaff(const Visit &visit);
/// {"registrationId": …}: the initial password again, unlocked.
Answer postPassword(const Visit &visit);
/// {"id": …, "title": …, "html": …, "importance": n, "popUp": bool}: for every region, in place of one with that id.
Answer postNotice(const Visit &visit);
/// {"number": …}: a bank's counter pays a voucher.
Answer postVoucher(const Visit &visit);

}  // namespace taxside
