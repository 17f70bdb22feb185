#include "versions/version.h"

namespace versions {

namespace {

std::optional<int> numberOf(std::string_view text)
{
    const bool padded = text.size() > 1 && text.front() == '0';
    if (text.empty() || text.size() > 5 || padded)
        return std::nullopt;
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

}  // namespace

std::optional<Version> Version::of(std::string_view text)
{
    Version version;
    for (std::size_t place = 0; place < version.m_numbers.size(); ++place) {
        const bool last = place + 1 == version.m_numbers.size();
        const auto dot = text.find('.');
        if (last != (dot == std::string_view::npos))
            return std::nullopt;
        const auto number = numberOf(text.substr(0, dot));
        if (!number)
            return std::nullopt;
        version.m_numbers[place] = *number;
        text.remove_prefix(last ? text.size() : dot + 1);
    }
    return version;
}

std::string Version::text() const
{
    return std::to_string(m_numbers[0]) + '.' + std::to_string(m_numbers[1]) + '.' + std::to_string(m_numbers[2]);
}

}  // namespace versions
