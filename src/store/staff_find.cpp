// StaffSearch::find and its hits.

#include "domain/person_name.h"
#include "store/person_words.h"
#include "store/staff_search.h"

#include <QByteArrayMatcher>

#include <algorithm>
#include <optional>

namespace store {

using base::sqlite::Connection;

namespace {

/// A person's line, counted through all blocks: block × kPeoplePerBlock + line.
using Places = std::vector<qint64>;

/// One word that is searched for, and where.
struct Word {
    std::vector<QByteArray> texts;  ///< any of them
    std::vector<StaffSearch::Section> sections;
    bool whole = false;  ///< a line, not a part of one
};

Word wordOf(const PersonWord &typed)
{
    using Where = PersonWord::Where;
    switch (typed.where) {
    case Where::Name: return {typed.texts, {StaffSearch::Names}};
    case Where::NameOrInitials: return {typed.texts, {StaffSearch::Names, StaffSearch::Initials}};
    case Where::Document: break;
    }
    return {typed.texts, {StaffSearch::Documents}};
}

/// Looks for one text in many. A single letter, which is in every third line, by the C library.
class Matcher final {
public:
    explicit Matcher(const QByteArray &text) : m_text(text), m_matcher(text) {}
    qsizetype size() const { return m_text.size(); }
    qsizetype find(std::string_view in, qsizetype from) const
    {
        if (m_text.size() == 1)
            return qsizetype(in.find(m_text[0], std::size_t(from)));  // npos is -1
        return m_matcher.indexIn(in.data(), qsizetype(in.size()), from);
    }

private:
    QByteArray m_text;
    QByteArrayMatcher m_matcher;
};

/// `whole`: only lines that are this text and no more.
void findLines(std::string_view text, bool whole, const Matcher &matcher, qint64 first, Places &places)
{
    qsizetype counted = 0;
    qint64 line = first;
    for (auto at = matcher.find(text, 0); at >= 0;) {
        const auto end = qsizetype(text.find('\n', std::size_t(at)));
        const bool isLine = (at == 0 || text[std::size_t(at) - 1] == '\n') && end == at + matcher.size();
        if (whole && !isLine) {
            at = matcher.find(text, at + 1);
            continue;
        }
        line += std::count(text.data() + counted, text.data() + at, '\n');
        places.push_back(line);
        counted = end;  // this end is counted with the next hit
        at = matcher.find(text, end);
    }
}

Places placesOf(Connection &connection, const QString &unit, const Word &word)
{
    Places all;
    for (const auto section : word.sections) {
        for (const auto &text : word.texts) {
            const Matcher matcher(text);
            Places found;
            auto row = connection.query("SELECT block, lines FROM staff_search WHERE registration_id = ? AND section = ?"
                                        " ORDER BY block",
                                        unit, int(section));
            while (row.next())
                findLines(row.view(1), word.whole, matcher, row.integer(0) * StaffSearch::kPeoplePerBlock, found);
            Places both;
            std::set_union(all.begin(), all.end(), found.begin(), found.end(), std::back_inserter(both));
            all = std::move(both);
        }
    }
    return all;
}

/// Every block there is.
std::vector<qint64> allBlocks(Connection &connection, const QString &unit)
{
    std::vector<qint64> blocks;
    auto row = connection.query("SELECT block FROM staff_search WHERE registration_id = ? AND section = ? ORDER BY block",
                                unit, int(StaffSearch::Who));
    while (row.next())
        blocks.push_back(row.integer(0));
    return blocks;
}

std::vector<qint64> blocksOf(const Places &places)
{
    std::vector<qint64> blocks;
    for (const auto place : places) {
        if (const auto block = place / StaffSearch::kPeoplePerBlock; blocks.empty() || blocks.back() != block)
            blocks.push_back(block);
    }
    return blocks;
}

/// Goes through places in their order; without any, everybody is wanted.
class Wanted final {
public:
    explicit Wanted(const Places *places) : m_places(places) {}
    bool take(qint64 place)
    {
        if (!m_places)
            return true;
        const bool found = m_at < m_places->size() && (*m_places)[m_at] == place;
        m_at += found ? 1 : 0;
        return found;
    }

private:
    const Places *m_places;
    std::size_t m_at = 0;
};

/// Adds those who are wanted of one block, from two texts with the same lines.
void resolve(std::string_view who, std::optional<std::string_view> keys, qint64 firstPlace, Wanted &wanted, StaffHits &hits)
{
    for (qint64 place = firstPlace; !who.empty(); ++place) {
        const auto line = takeLine(who);
        const auto key = keys ? takeLine(*keys) : std::string_view();
        if (!wanted.take(place))
            continue;
        const auto mark = std::min(line.find('\x1f'), line.size());
        hits.add(line.substr(0, mark), keys ? key : line.substr(std::min(mark + 1, line.size())));
    }
}

/// The texts that people are put in order by; the number stands beside the id.
StaffSearch::Section keysOf(StaffOrder order)
{
    switch (order) {
    case StaffOrder::Name: return StaffSearch::Names;
    case StaffOrder::DocumentNumber: return StaffSearch::Documents;
    case StaffOrder::Wage: return StaffSearch::Wages;
    case StaffOrder::PersonNumber:
    case StaffOrder::State: break;
    }
    return StaffSearch::Who;
}

/// `places`: nothing when it is everybody.
StaffHits hitsOf(Connection &connection, const QString &unit, const Places *places, StaffOrder order)
{
    const char *sql = "SELECT lines FROM staff_search WHERE registration_id = ? AND section = ? AND block = ?";
    const auto section = keysOf(order);
    StaffHits hits;
    Wanted wanted(places);
    for (const auto block : places ? blocksOf(*places) : allBlocks(connection, unit)) {
        auto who = connection.query(sql, unit, int(StaffSearch::Who), block);
        if (!who.next())
            continue;
        auto keys = connection.query(sql, unit, int(section), block);  // the same text runs already: a statement of its own
        const auto lines = section == StaffSearch::Who || !keys.next() ? std::nullopt : std::optional(keys.view(0));
        resolve(who.view(0), lines, block * StaffSearch::kPeoplePerBlock, wanted, hits);
    }
    hits.sort();
    return hits;
}

/// Nothing: one of them matches nobody.
std::optional<std::vector<Word>> wordsOf(const domain::StaffQuery &query)
{
    const auto typed = personWords(query.quick);
    if (!typed)
        return std::nullopt;
    std::vector<Word> words;
    for (const auto &one : *typed)
        words.push_back(wordOf(one));
    if (!query.name.isEmpty())
        words.push_back({{domain::normalizedName(query.name).toUtf8()}, {StaffSearch::Names}, true});
    if (!query.documentNumber.isEmpty())
        words.push_back({numberTexts(domain::normalizedName(query.documentNumber)), {StaffSearch::Documents}, true});
    return words;
}

}  // namespace

StaffHits StaffSearch::find(const domain::StaffQuery &query, StaffOrder order) const
{
    const auto words = wordsOf(query);
    if (!words)
        return {};
    std::optional<Places> places;
    for (const auto &word : *words) {
        auto found = placesOf(m_connection, m_unit, word);
        if (places) {
            Places both;
            std::set_intersection(places->begin(), places->end(), found.begin(), found.end(), std::back_inserter(both));
            found = std::move(both);
        }
        places = std::move(found);
    }
    return hitsOf(m_connection, m_unit, places ? &*places : nullptr, order);
}

qint64 StaffSearch::size() const
{
    qint64 people = 0;
    auto row = m_connection.query("SELECT lines FROM staff_search WHERE registration_id = ? AND section = ?", m_unit,
                                  int(Initials));
    while (row.next()) {
        const auto lines = row.view(0);
        people += std::count(lines.begin(), lines.end(), kEndOfLine);
    }
    return people;
}

}  // namespace store
