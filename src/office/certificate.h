#pragma once
// What 职工缴费证明 (C1) and 年金缴款通知单 (C2) say. Number and day are filled in when they are handed out.

#include "domain/certificate.h"
#include "office/form.h"

namespace office {

Form certificateForm(const domain::Certificate &certificate);
Form annuityForm(const domain::Unit &unit, const domain::AnnuityNotice &notice);

}  // namespace office
