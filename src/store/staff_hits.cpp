// StaffHits: who was found, put in order.

#include "store/staff_search.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace store {

namespace {

constexpr std::size_t kFew = 10'000;  ///< fewer are sorted by comparing them
constexpr int kCharacters = 4;

/// The next character of UTF-8 and its length; anything that is none comes out as its first byte.
std::pair<char32_t, std::size_t> characterAt(std::string_view text)
{
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const auto first = byte(0);
    const std::size_t size = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (size == 1 || size > text.size())
        return {first, 1};
    char32_t character = first & (0x7FU >> size);
    for (std::size_t at = 1; at < size; ++at)
        character = character << 6 | (byte(at) & 0x3FU);
    return {character, size};
}

/// In the order of the texts; equal for all texts that only differ behind the fourth character, or the first one that
/// 16 bits cannot hold.
quint64 beginningOf(std::string_view text)
{
    quint64 beginning = 0;
    bool beyond = false;
    for (int i = 0; i < kCharacters; ++i) {
        quint64 next = beyond ? 0xFFFF : 0;
        if (!beyond && !text.empty()) {
            const auto [character, size] = characterAt(text);
            beyond = character >= 0xFFFF;
            next = std::min<quint64>(character, 0xFFFF);
            text.remove_prefix(size);
        }
        beginning = beginning << 16 | next;
    }
    return beginning;
}

/// Whether texts of this beginning are all the same one.
bool saysAll(quint64 beginning)
{
    return (beginning & 0xFFFF) == 0;
}

}  // namespace

void StaffHits::add(std::string_view id, std::string_view key)
{
    m_idsAscend = m_idsAscend && (m_hits.empty() || idOf(m_hits.back()) < id);
    m_hits.push_back({beginningOf(key), quint32(m_texts.size()), quint16(id.size()), quint16(key.size())});
    (m_texts += id) += key;
}

bool StaffHits::isLess(const Hit &a, const Hit &b) const
{
    if (a.beginning != b.beginning)
        return a.beginning < b.beginning;
    const int order = saysAll(a.beginning) ? 0 : keyOf(a).compare(keyOf(b));
    return order != 0 ? order < 0 : idOf(a) < idOf(b);
}

void StaffHits::sort()
{
    const auto less = [this](const Hit &a, const Hit &b) { return isLess(a, b); };
    // People mostly come in the order of their numbers.
    if (std::is_sorted(m_hits.begin(), m_hits.end(), less))
        return;
    if (m_hits.size() < kFew) {
        std::sort(m_hits.begin(), m_hits.end(), less);
        return;
    }
    sortByBeginning();
    sortEqualBeginnings();
}

// Character by character from the last to the first, each time counting: three passes for names of three, where
// comparing a million names takes six times as long. Equal ones keep their order.
void StaffHits::sortByBeginning()
{
    std::vector<Hit> sorted(m_hits.size());
    std::vector<quint32> places(0x10000);
    for (int shift = 0; shift < 16 * kCharacters; shift += 16) {
        const auto characterOf = [shift](const Hit &hit) { return std::size_t(hit.beginning >> shift & 0xFFFF); };
        std::fill(places.begin(), places.end(), 0U);
        for (const auto &hit : m_hits)
            ++places[characterOf(hit)];
        if (places[characterOf(m_hits.front())] == m_hits.size())
            continue;
        quint32 place = 0;
        for (auto &count : places)
            place += std::exchange(count, place);
        for (const auto &hit : m_hits)
            sorted[places[characterOf(hit)]++] = hit;
        m_hits.swap(sorted);
    }
}

/// What the beginnings have left open: long texts, and people of one name by their ids.
void StaffHits::sortEqualBeginnings()
{
    for (auto from = m_hits.begin(); from != m_hits.end();) {
        const auto to = std::find_if(from, m_hits.end(), [from](const Hit &hit) { return hit.beginning != from->beginning; });
        if (!m_idsAscend || !saysAll(from->beginning))
            std::sort(from, to, [this](const Hit &a, const Hit &b) { return isLess(a, b); });
        from = to;
    }
}

QString StaffHits::id(qint64 at) const
{
    const auto id = idOf(m_hits[std::size_t(at)]);
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

QString StaffHits::json() const
{
    QJsonArray ids;
    for (qint64 at = 0; at < size(); ++at)
        ids.append(id(at));
    return QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
}

}  // namespace store
