#pragma once
// The unit itself, its region's rules, notices, agreements.

#include "taxside/visit.h"

namespace taxside {

Answer getUnit(const Visit &visit);
Answer getRulePack(const Visit &visit);
Answer listNotices(const Visit &visit);
Answer listAgreements(const Visit &visit);

}  // namespace taxside
