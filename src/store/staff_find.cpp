// StaffSearch::find and its hits.

#include "domain/person_name.h"
#include "store/staff_search.h"

#include <QByteArrayMatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace store {

using base::sqlite::Connection;

namespace {

/// A person's line, counted through all blocks: block × kPeoplePerBlock + line.
using Places = std::vector<qint64>;

/// One word that is searched for, and where.
struct Word {
    QByteArray text;
    std::vector<StaffSearch::Section> sections;
    bool whole = false;  ///< a line, not a part of one
};

/// Nothing: nobody can match it.
std::optional<Word> wordOf(const QString &typed)
{
    const auto text = domain::normalizedName(typed);
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    const bool digit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (!ascii)
        return Word{text.toUtf8(), {StaffSearch::Names}};
    if (!digit)
        return Word{text.toUtf8(), {StaffSearch::Names, StaffSearch::Initials}};
    return text.size() < 4 ? std::nullopt : std::optional(Word{text.toUtf8(), {StaffSearch::Documents}});
}

void findLines(std::string_view text, const Word &word, const QByteArrayMatcher &matcher, qint64 first, Places &places)
{
    qsizetype counted = 0;
    qint64 line = first;
    const auto size = qsizetype(text.size());
    for (auto at = matcher.indexIn(text.data(), size); at >= 0;) {
        const auto end = qsizetype(text.find('\n', std::size_t(at)));
        const bool isLine = (at == 0 || text[std::size_t(at) - 1] == '\n') && end == at + word.text.size();
        if (word.whole && !isLine) {
            at = matcher.indexIn(text.data(), size, at + 1);
            continue;
        }
        line += std::count(text.data() + counted, text.data() + at, '\n');
        places.push_back(line);
        counted = end;  // this end is counted with the next hit
        at = matcher.indexIn(text.data(), size, end);
    }
}

Places placesOf(Connection &connection, const QString &unit, const Word &word)
{
    const QByteArrayMatcher matcher(word.text);
    Places all;
    for (const auto section : word.sections) {
        Places found;
        auto row = connection.query("SELECT block, lines FROM staff_search WHERE registration_id = ? AND section = ?"
                                    " ORDER BY block",
                                    unit, int(section));
        while (row.next())
            findLines(row.view(1), word, matcher, row.integer(0) * StaffSearch::kPeoplePerBlock, found);
        Places both;
        std::set_union(all.begin(), all.end(), found.begin(), found.end(), std::back_inserter(both));
        all = std::move(both);
    }
    return all;
}

/// Every line there is.
Places everybody(Connection &connection, const QString &unit)
{
    Places all;
    auto row = connection.query("SELECT block, lines FROM staff_search WHERE registration_id = ? AND section = ?"
                                " ORDER BY block",
                                unit, int(StaffSearch::Initials));
    while (row.next()) {
        const auto lines = row.view(1);
        const auto count = std::count(lines.begin(), lines.end(), '\n');
        for (qint64 line = 0; line < count; ++line)
            all.push_back(row.integer(0) * StaffSearch::kPeoplePerBlock + line);
    }
    return all;
}

/// Of two texts with the same lines: adds those of the places of one block, which begin at `at`; moves it behind them.
void resolve(std::string_view who, std::optional<std::string_view> keys, qint64 firstPlace, Places::const_iterator &at,
             Places::const_iterator end, StaffHits &hits)
{
    const auto take = [](std::string_view &text) {
        const auto stop = text.find('\n');
        const auto line = text.substr(0, stop);
        text.remove_prefix(stop == text.npos ? text.size() : stop + 1);
        return line;
    };
    for (qint64 place = firstPlace; !who.empty() && at != end; ++place) {
        const auto line = take(who);
        const auto key = keys ? take(*keys) : std::string_view();
        if (place != *at)
            continue;
        ++at;
        const auto mark = std::min(line.find('\x1f'), line.size());
        hits.add(line.substr(0, mark), keys ? key : line.substr(std::min(mark + 1, line.size())));
    }
}

StaffHits hitsOf(Connection &connection, const QString &unit, const Places &places, StaffOrder order)
{
    const char *sql = "SELECT lines FROM staff_search WHERE registration_id = ? AND section = ? AND block = ?";
    const bool byNumber = order != StaffOrder::Name && order != StaffOrder::DocumentNumber;
    const int section = order == StaffOrder::Name ? StaffSearch::Names : StaffSearch::Documents;
    StaffHits hits;
    for (auto at = places.begin(); at != places.end();) {
        const qint64 block = *at / StaffSearch::kPeoplePerBlock;
        auto who = connection.query(sql, unit, int(StaffSearch::Who), block);
        if (who.next()) {
            auto keys = connection.query(sql, unit, section, block);  // the same text runs already: a statement of its own
            const auto lines = byNumber || !keys.next() ? std::nullopt : std::optional(keys.view(0));
            resolve(who.view(0), lines, block * StaffSearch::kPeoplePerBlock, at, places.end(), hits);
        }
        while (at != places.end() && *at / StaffSearch::kPeoplePerBlock == block)
            ++at;
    }
    hits.sort();
    return hits;
}

/// Nothing: one of them matches nobody.
std::optional<std::vector<Word>> wordsOf(const domain::StaffQuery &query)
{
    static const QRegularExpression gap(QStringLiteral("\\s+"));
    std::vector<Word> words;
    for (const auto &typed : query.quick.split(gap, Qt::SkipEmptyParts)) {
        const auto word = wordOf(typed);
        if (!word)
            return std::nullopt;
        words.push_back(*word);
    }
    if (!query.name.isEmpty())
        words.push_back({domain::normalizedName(query.name).toUtf8(), {StaffSearch::Names}, true});
    if (!query.documentNumber.isEmpty())
        words.push_back({domain::normalizedName(query.documentNumber).toUtf8(), {StaffSearch::Documents}, true});
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
    return hitsOf(m_connection, m_unit, places ? *places : everybody(m_connection, m_unit), order);
}

void StaffHits::add(std::string_view id, std::string_view key)
{
    m_hits.push_back({quint32(m_texts.size()), quint16(id.size()), quint16(key.size())});
    (m_texts += id) += key;
}

void StaffHits::sort()
{
    const auto less = [this](const Hit &a, const Hit &b) {
        const int order = keyOf(a).compare(keyOf(b));
        return order != 0 ? order < 0 : idOf(a) < idOf(b);
    };
    // People mostly come in the order of their numbers.
    if (!std::is_sorted(m_hits.begin(), m_hits.end(), less))
        std::sort(m_hits.begin(), m_hits.end(), less);
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
