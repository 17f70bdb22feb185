#pragma once
// Everything that was accepted, for tests: what arrived how often, what was declared and paid how often.

#include "taxside/visit.h"

namespace taxside {

Json ledgerOf(World &world);

}  // namespace taxside
