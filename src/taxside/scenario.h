#pragma once
// The units of the books. Every scenario has all of them; it says whose roster has the ordered size.

#include "taxside/world.h"

namespace taxside {

bool knowsScenario(const QString &name);
/// Fills empty books.
void makeScenario(World &world);

}  // namespace taxside
