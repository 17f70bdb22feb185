#pragma once
// Which version is started. Pure: what there is, in; what to do, out.

#include "versions/state.h"

#include <vector>

namespace versions {

struct Choice {
    Version version;
    bool trial = false;                  ///< has to show its first window within the time limit
    std::optional<Version> returnedFrom; ///< the version that was given up for this one
    State next;                          ///< to be on disk before it is started
};

/// `complete`: the versions that could be started, newest first. `state`: nothing when the file is missing or garbled.
/// Nothing when there is no version at all.
std::optional<Choice> choose(const std::optional<State> &state, const std::vector<Version> &complete);

}  // namespace versions
