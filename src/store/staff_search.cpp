#include "store/staff_search.h"

#include "domain/person_name.h"
#include "domain/pinyin.h"
#include "store/values.h"

#include <algorithm>

namespace store {

using base::sqlite::Connection;

namespace {

// No text from outside keeps characters like these.
constexpr char kMark = '\x1f';

std::string clean(const QString &text)
{
    auto bytes = text.toStdString();
    std::replace_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return bytes;
}

std::string_view idOf(std::string_view who)
{
    return who.substr(0, who.find(kMark));
}

std::array<std::string, StaffSearch::kSections> linesOf(const domain::Staff &staff)
{
    return {clean(staff.id) + kMark + clean(staff.personNumber), clean(domain::normalizedName(staff.name)),
            domain::pinyinInitials(staff.name).join(QLatin1Char(kMark)).toStdString(),
            clean(domain::normalizedName(staff.documentNumber)), wageKey(staff.wage)};
}

}  // namespace

std::string wageKey(std::optional<domain::Money> wage)
{
    constexpr qint64 first = 0x4E00;  // characters one after the other, enough of them, each of three bytes
    constexpr qint64 base = 20'000;
    if (!wage)
        return {};
    std::string key(12, '\0');
    qint64 rest = qBound<qint64>(0, wage->fen(), base * base * base * base - 1);
    for (std::size_t at = key.size(); at > 0; at -= 3, rest /= base) {
        const auto character = first + rest % base;
        key[at - 3] = char(0xE0 | (character >> 12));
        key[at - 2] = char(0x80 | (character >> 6 & 0x3F));
        key[at - 1] = char(0x80 | (character & 0x3F));
    }
    return key;
}

StaffSearch::Block &StaffSearch::block(qint64 number)
{
    const auto [at, isNew] = m_blocks.try_emplace(number);
    auto &block = at->second;
    if (!isNew)
        return block;
    for (int section = 0; section < kSections; ++section) {
        auto row = m_connection.query("SELECT lines FROM staff_search WHERE registration_id = ? AND section = ?"
                                      " AND block = ?",
                                      m_unit, section, number);
        if (!row.next())
            break;
        auto text = row.view(0);
        for (std::size_t person = 0; !text.empty(); ++person) {
            if (section == Who)
                block.people.emplace_back();
            if (person < block.people.size())
                block.people[person][std::size_t(section)] = takeLine(text);
            else
                break;
        }
    }
    for (std::size_t person = 0; person < block.people.size(); ++person)
        block.places.emplace(idOf(block.people[person][Who]), person);
    return block;
}

qint64 StaffSearch::freeBlock()
{
    if (m_free == 0) {
        auto row = m_connection.query("SELECT coalesce(max(block), 1) FROM staff_search WHERE registration_id = ?"
                                      " AND section = 0",
                                      m_unit);
        row.next();
        m_free = row.integer(0);
    }
    while (qint64(block(m_free).people.size()) >= kPeoplePerBlock)
        ++m_free;
    return m_free;
}

void StaffSearch::put(qint64 number, const domain::Staff &staff)
{
    auto &target = block(number);
    auto lines = linesOf(staff);
    const auto [at, isNew] = target.places.try_emplace(std::string(idOf(lines[Who])), target.people.size());
    if (isNew)
        target.people.emplace_back();
    auto &present = target.people[at->second];
    for (std::size_t section = 0; section < kSections; ++section)
        target.changed[section] = target.changed[section] || isNew || present[section] != lines[section];
    present = std::move(lines);
}

void StaffSearch::remove(qint64 number, const QString &id)
{
    auto &target = block(number);
    const auto at = target.places.find(clean(id));
    if (at == target.places.end())
        return;
    // The last one takes the place.
    const auto place = at->second;
    target.places.erase(at);
    if (place + 1 != target.people.size()) {
        target.people[place] = std::move(target.people.back());
        target.places[std::string(idOf(target.people[place][Who]))] = place;
    }
    target.people.pop_back();
    target.changed.fill(true);
}

void StaffSearch::flush()
{
    for (const auto &[number, block] : m_blocks)
        write(number, block);
    m_blocks.clear();
}

void StaffSearch::write(qint64 number, const Block &block)
{
    for (std::size_t section = 0; section < kSections; ++section) {
        if (!block.changed[section])
            continue;
        QByteArray lines;
        for (const auto &person : block.people) {
            lines.append(person[section].data(), qsizetype(person[section].size()));
            lines.append(kEndOfLine);
        }
        m_connection.run("INSERT INTO staff_search VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET lines = excluded.lines",
                         m_unit, int(section), number, lines);
    }
}

void StaffSearch::buildAll(Connection &connection)
{
    QStringList units;
    {
        auto row = connection.query("SELECT DISTINCT registration_id FROM staff");
        while (row.next())
            units.append(row.text(0));
    }
    for (const auto &unit : units) {
        QString last;
        while (buildSome(connection, unit, last)) {}
    }
}

bool StaffSearch::buildSome(Connection &connection, const QString &unit, QString &last)
{
    std::vector<domain::Staff> people;
    {
        auto row = connection.query("SELECT id, person_number, name, document_number, wage FROM staff"
                                    " WHERE registration_id = ? AND id > ? ORDER BY id LIMIT ?",
                                    unit, last, kPeoplePerBlock);
        while (row.next()) {
            auto &staff = people.emplace_back();
            staff.id = row.text(0);
            staff.personNumber = row.text(1);
            staff.name = row.text(2);
            staff.documentNumber = row.text(3);
            staff.wage = maybeMoney(row, 4);
        }
    }
    StaffSearch search(connection, unit);
    for (const auto &staff : people) {
        const auto block = search.freeBlock();
        search.put(block, staff);
        connection.run("UPDATE staff SET block = ? WHERE registration_id = ? AND id = ?", block, unit, staff.id);
        last = staff.id;
    }
    search.flush();
    return !people.empty();
}

void StaffSearch::addWages(Connection &connection)
{
    std::vector<std::pair<QString, qint64>> blocks;
    {
        auto row = connection.query("SELECT registration_id, block FROM staff_search WHERE section = ?", int(Who));
        while (row.next())
            blocks.emplace_back(row.text(0), row.integer(1));
    }
    for (const auto &[unit, number] : blocks)
        StaffSearch(connection, unit).addWages(number);
}

void StaffSearch::addWages(qint64 number)
{
    auto &target = block(number);
    for (auto &person : target.people) {
        auto row = m_connection.query("SELECT wage FROM staff WHERE registration_id = ? AND id = ?", m_unit,
                                      QString::fromStdString(std::string(idOf(person[Who]))));
        person[Wages] = row.next() ? wageKey(maybeMoney(row, 0)) : std::string();
    }
    target.changed[Wages] = true;
    flush();
}

}  // namespace store
