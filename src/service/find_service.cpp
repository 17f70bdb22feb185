#include "service/find_service.h"

#include "store/submission_table.h"

namespace service {

namespace {

constexpr int kLeastOfNumber = 4;

/// Numbers of records are of digits, letters and dashes.
bool mayBeNumber(const QString &text)
{
    const auto fits = [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-')); };
    return text.size() >= kLeastOfNumber && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

base::Result<Found> FindService::find(const QString &unit, const QString &text)
{
    Found found;
    const QString part = text.trimmed();
    if (part.isEmpty())
        return found;
    domain::StaffQuery query;
    query.quick = part;
    const auto count = m_staff.count(unit, query);
    if (!count)
        return count.error();
    found.peopleCount = *count;
    auto people = m_staff.window(unit, query, store::StaffOrder::PersonNumber, false, 0, kMost);
    if (!people)
        return people.error();
    found.people = std::move(*people);
    if (!mayBeNumber(part))
        return found;
    auto records = m_env.store.read([&](base::sqlite::Connection &c) {
        return store::SubmissionTable(c).withNumber(unit, part, kMost);
    });
    if (!records)
        return records.error();
    found.records = std::move(*records);
    return found;
}

}  // namespace service
