#pragma once
// What has been declared and stands, down to the person; and the annuity notices made of it.

#include "taxside/visit.h"

namespace taxside {

Answer listDeclaredPersons(const Visit &visit);
/// 年金缴款通知单, where the rule pack has the module `annuity-notice`; elsewhere a Problem module-off.
Answer listAnnuityNotices(const Visit &visit);

}  // namespace taxside
