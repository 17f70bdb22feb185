#pragma once
// From a request to its handler and back: paths, sessions, transactions, problems.

#include "taxside/exchange.h"
#include "taxside/world.h"

namespace taxside {

Answer route(World &world, const Request &request);
/// Brings the books up to now: months that began, verdicts that are due.
void catchUp(World &world);

}  // namespace taxside
