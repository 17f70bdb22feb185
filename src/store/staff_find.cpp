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

void findLines(std::string_view text, const QByteArrayMatcher &matcher, qint64 first, Places &places)
{
    qsizetype counted = 0;
    qint64 line = first;
    const auto size = qsizetype(text.size());
    for (auto at = matcher.indexIn(text.data(), size); at >= 0;) {
        line += std::count(text.data() + counted, text.data() + at, '\n');
        places.push_back(line);
        const auto end = text.find('\n', std::size_t(at));
        if (end == text.npos)
            return;
        counted = qsizetype(end);  // this end is counted with the next hit
        at = matcher.indexIn(text.data(), size, qsizetype(end));
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
            findLines(row.view(1), matcher, row.integer(0) * StaffSearch::kPeoplePerBlock, found);
        Places both;
        std::set_union(all.begin(), all.end(), found.begin(), found.end(), std::back_inserter(both));
        all = std::move(both);
    }
    return all;
}

/// The ids and 人员编号 of the places of one block, which begin at `at`; moves it behind them.
void resolve(std::string_view who, qint64 firstPlace, Places::const_iterator &at, Places::const_iterator end,
             StaffHits &hits)
{
    for (qint64 line = firstPlace; !who.empty() && at != end; ++line) {
        const auto stop = who.find('\n');
        if (line == *at) {
            const auto text = who.substr(0, stop);
            const auto mark = text.find('\x1f');
            hits.add(text.substr(0, mark), mark == text.npos ? std::string_view() : text.substr(mark + 1));
            ++at;
        }
        who.remove_prefix(stop == who.npos ? who.size() : stop + 1);
    }
}

StaffHits hitsOf(Connection &connection, const QString &unit, const Places &places)
{
    StaffHits hits;
    auto at = places.begin();
    while (at != places.end()) {
        const qint64 block = *at / StaffSearch::kPeoplePerBlock;
        auto row = connection.query("SELECT lines FROM staff_search WHERE registration_id = ? AND section = ?"
                                    " AND block = ?",
                                    unit, int(StaffSearch::Who), block);
        if (row.next())
            resolve(row.view(0), block * StaffSearch::kPeoplePerBlock, at, places.end(), hits);
        while (at != places.end() && *at / StaffSearch::kPeoplePerBlock == block)
            ++at;
    }
    hits.sort();
    return hits;
}

}  // namespace

StaffHits StaffSearch::find(const QString &text) const
{
    static const QRegularExpression gap(QStringLiteral("\\s+"));
    std::optional<Places> places;
    for (const auto &typed : text.split(gap, Qt::SkipEmptyParts)) {
        const auto word = wordOf(typed);
        if (!word)
            return {};
        auto found = placesOf(m_connection, m_unit, *word);
        if (places) {
            Places both;
            std::set_intersection(places->begin(), places->end(), found.begin(), found.end(), std::back_inserter(both));
            found = std::move(both);
        }
        places = std::move(found);
    }
    return places ? hitsOf(m_connection, m_unit, *places) : StaffHits();
}

void StaffHits::add(std::string_view id, std::string_view personNumber)
{
    m_hits.push_back({quint32(m_texts.size()), quint16(id.size()), quint16(personNumber.size())});
    (m_texts += id) += personNumber;
}

void StaffHits::sort()
{
    const auto less = [this](const Hit &a, const Hit &b) {
        const int order = numberOf(a).compare(numberOf(b));
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
