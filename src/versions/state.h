#pragma once
// <install>/versions.state: which version is started. Lines `key=value`; what is not known is left alone by readers.
//
//   current=1.4.0     the version to start
//   previous=1.3.2    the one before, to go back to; empty: none
//   state=trial       good: its first window was seen. trial: not yet
//   tried=1           a trial was begun and neither confirmed nor ended in front of the launcher
//   failed=1.4.0      the last version that was given up; nobody goes there again by himself. Empty: none
//   preparing=1       the version on trial brings a large store up to date: its window takes longer (patience.h)

#include "versions/version.h"

namespace versions {

struct State {
    Version current;
    std::optional<Version> previous;
    bool trial = false;
    bool tried = false;
    std::optional<Version> failed;
    bool preparing = false;
    bool operator==(const State &) const = default;
};

/// Nothing unless it names a current version and a state.
std::optional<State> stateOf(std::string_view text);
std::string textOf(const State &state);

}  // namespace versions
