#include "versions/state.h"

#include <map>

namespace versions {

namespace {

std::map<std::string_view, std::string_view> pairsOf(std::string_view text)
{
    std::map<std::string_view, std::string_view> pairs;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r'))  // as an installer on Windows writes it
            line.remove_suffix(1);
        const auto equals = line.find('=');
        if (equals != std::string_view::npos)
            pairs[line.substr(0, equals)] = line.substr(equals + 1);
    }
    return pairs;
}

}  // namespace

std::optional<State> stateOf(std::string_view text)
{
    auto pairs = pairsOf(text);
    const auto current = Version::of(pairs["current"]);
    const auto word = pairs["state"];
    if (!current || (word != "good" && word != "trial"))
        return std::nullopt;
    State state;
    state.current = *current;
    state.previous = Version::of(pairs["previous"]);
    state.trial = word == "trial";
    state.tried = pairs["tried"] == "1";
    state.failed = Version::of(pairs["failed"]);
    state.preparing = pairs["preparing"] == "1";
    return state;
}

std::string textOf(const State &state)
{
    const auto text = [](const std::optional<Version> &version) { return version ? version->text() : std::string(); };
    return "current=" + state.current.text() + "\nprevious=" + text(state.previous)
        + "\nstate=" + (state.trial ? "trial" : "good") + "\ntried=" + (state.tried ? "1" : "0")
        + "\nfailed=" + text(state.failed) + "\npreparing=" + (state.preparing ? "1" : "0") + "\n";
}

}  // namespace versions
