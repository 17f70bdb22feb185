#pragma once
// People are looked for by name, initials and parts of a document number, and put in order by name and by wage, without an
// index: the texts of a thousand people at a time lie one below the other in a blob for each kind of text. A search reads
// all blobs of one kind from end to end; keeping them costs the first download a few sequential writes per page, where an
// index of names cost it a rewrite of itself (docs/performance.md).

#include "base/sqlite.h"
#include "domain/staff.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace store {

/// Order of a staff list; ties are broken by id so that windows never overlap.
enum class StaffOrder { PersonNumber, Name, DocumentNumber, State, Wage };

/// Who was found, in order. Compact: everybody may be found.
class StaffHits final {
public:
    qint64 size() const { return qint64(m_hits.size()); }
    QString id(qint64 at) const;
    /// The ids as a JSON array, for json_each().
    QString json() const;

    void add(std::string_view id, std::string_view key);
    void sort();

private:
    struct Hit {
        quint64 beginning;  ///< of the key: its first four characters, 16 bits each, in their order
        quint32 at;         ///< of the id in m_texts; what it is sorted by follows
        quint16 id;
        quint16 key;
    };
    bool isLess(const Hit &a, const Hit &b) const;
    void sortByBeginning();
    void sortEqualBeginnings();
    std::string_view idOf(const Hit &hit) const { return {m_texts.data() + hit.at, hit.id}; }
    std::string_view keyOf(const Hit &hit) const { return {m_texts.data() + hit.at + hit.id, hit.key}; }

    std::string m_texts;
    std::vector<Hit> m_hits;
    bool m_idsAscend = true;  ///< as they were added
};

/// The texts of a block lie one below the other; this takes the next one off.
inline constexpr char kEndOfLine = '\n';
inline std::string_view takeLine(std::string_view &text)
{
    const auto end = text.find(kEndOfLine);
    const auto line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return line;
}

/// A text of four characters (or none) that sorts as the amount does, of one that the wire can have (domain/money.h).
std::string wageKey(std::optional<domain::Money> wage);

class StaffSearch final {
public:
    static constexpr qint64 kPeoplePerBlock = 1000;

    StaffSearch(base::sqlite::Connection &connection, const QString &unit) : m_connection(connection), m_unit(unit) {}

    /// Whom `quick`, `name` and `documentNumber` of a query leave, which is everybody when they are empty; by 人员编号, name,
    /// document number or wage. Of name and number they may be too many: those that look the same (domain::normalizedName).
    ///
    /// `quick`: store/person_words.h.
    StaffHits find(const domain::StaffQuery &query, StaffOrder order) const;
    /// How many people there are, by their lines of the shortest kind: far fewer bytes than any index has.
    qint64 size() const;

    // Writing: put() and remove() collect, flush() writes; all in one transaction.
    /// Where a person who is new is put.
    qint64 freeBlock();
    void put(qint64 block, const domain::Staff &staff);
    void remove(qint64 block, const QString &id);
    void flush();

    /// For a file from before there were blocks.
    static void buildAll(base::sqlite::Connection &connection);

    /// For a file whose blocks are without wages.
    static void addWages(base::sqlite::Connection &connection);

    enum Section { Who, Names, Initials, Documents, Wages };
    static constexpr int kSections = 5;

private:
    using Lines = std::array<std::string, kSections>;  ///< of one person
    struct Block {
        std::vector<Lines> people;
        std::unordered_map<std::string, std::size_t> places;  ///< by id
        std::array<bool, kSections> changed{};
    };
    Block &block(qint64 number);
    void addWages(qint64 number);
    void write(qint64 number, const Block &block);
    static bool buildSome(base::sqlite::Connection &connection, const QString &unit, QString &last);

    base::sqlite::Connection &m_connection;
    QString m_unit;
    std::map<qint64, Block> m_blocks;
    qint64 m_free = 0;  ///< 0: not known yet
};

}  // namespace store
