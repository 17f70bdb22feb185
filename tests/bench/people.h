#pragma once
// Invented people in a store, the same ones every time, and what every bench does with its figures.

#include "store/store.h"
#include "support/units.h"

#include <vector>

namespace bench {

using tests::kUnit;

/// Each with this many insurances. One transaction for ten thousand.
base::Result<void> fillPeople(store::Store &store, int people, int insurances = 0);

double median(std::vector<double> values);

}  // namespace bench
