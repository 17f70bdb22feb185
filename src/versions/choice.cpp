#include "versions/choice.h"

#include <algorithm>

namespace versions {

namespace {

// Nobody knows which of them have ever run, so the newest is tried like an upgrade, with the next one to go back to.
Choice withoutState(const std::vector<Version> &complete)
{
    State next;
    next.current = complete.front();
    if (complete.size() > 1) {
        next.previous = complete[1];
        next.trial = next.tried = true;
    }
    return {next.current, next.trial, std::nullopt, next};
}

Choice instead(const State &given, const Version &version)
{
    State next;
    next.current = version;
    next.failed = given.current;
    return {version, false, given.current, next};
}

}  // namespace

std::optional<Choice> choose(const std::optional<State> &state, const std::vector<Version> &complete)
{
    if (complete.empty())
        return std::nullopt;
    if (!state)
        return withoutState(complete);
    const auto there = [&](const std::optional<Version> &version) {
        return version && std::find(complete.begin(), complete.end(), *version) != complete.end();
    };
    const bool usable = there(state->current);
    if (!usable)
        return instead(*state, there(state->previous) ? *state->previous : complete.front());
    if (state->trial && state->tried && there(state->previous))
        return instead(*state, *state->previous);
    State next = *state;
    next.tried = state->trial;
    next.preparing = false;
    return Choice{state->current, state->trial, std::nullopt, next};
}

}  // namespace versions
