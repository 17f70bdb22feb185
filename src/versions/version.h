#pragma once
// A version as folders, the state file and manifests name it: three numbers, 1.4.0.

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace versions {

class Version final {
public:
    /// Three numbers of at most five digits, without leading zeros, joined by dots: one text for each version, and safe
    /// as the name of a folder. Nothing for any other text.
    static std::optional<Version> of(std::string_view text);

    std::string text() const;
    auto operator<=>(const Version &) const = default;

private:
    std::array<int, 3> m_numbers{};
};

}  // namespace versions
