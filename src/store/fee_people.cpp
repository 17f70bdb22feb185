// 人员明细 of FeeTable, searched and put in order: their places are found once, windows go by them.

#include "store/fee_table.h"
#include "store/staff_search.h"
#include "store/values.h"

#include <algorithm>

namespace store {

using domain::FeePersonOrder;
using domain::FeePersonView;

namespace {

const char *columnOf(FeePersonOrder order)
{
    switch (order) {
    case FeePersonOrder::Number: break;
    case FeePersonOrder::PersonNumber: return "person_number";
    case FeePersonOrder::Name: return "name";
    case FeePersonOrder::DocumentNumber: return "document_number";
    case FeePersonOrder::Wage: return "wage";
    case FeePersonOrder::Base: return "base";
    case FeePersonOrder::Due: return "due";
    case FeePersonOrder::Relief: return "relief";
    case FeePersonOrder::Payable: return "payable";
    }
    return "position";
}

bool isText(FeePersonOrder order)
{
    return order == FeePersonOrder::PersonNumber || order == FeePersonOrder::Name
        || order == FeePersonOrder::DocumentNumber;
}

/// By counting characters, as people are put in order by name.
FeePersonPlaces byText(base::sqlite::Statement &row)
{
    StaffHits hits;
    while (row.next())
        hits.add(QByteArray::number(row.integer(0)).rightJustified(10, '0').toStdString(), row.view(1));
    hits.sort();
    FeePersonPlaces places;
    places.reserve(std::size_t(hits.size()));
    for (qint64 at = 0; at < hits.size(); ++at)
        places.push_back(qint32(hits.id(at).toLongLong()));
    return places;
}

FeePersonPlaces byNumber(base::sqlite::Statement &row)
{
    std::vector<std::pair<qint64, qint32>> keys;
    while (row.next())
        keys.emplace_back(row.integer(1), qint32(row.integer(0)));
    std::sort(keys.begin(), keys.end());
    FeePersonPlaces places;
    places.reserve(keys.size());
    for (const auto &[key, place] : keys)
        places.push_back(place);
    return places;
}

}  // namespace

FeePersonPlaces FeeTable::personPlaces(const QString &unit, const QString &assessment, const FeePersonView &view) const
{
    QByteArray sql = QByteArray("SELECT position, ") + columnOf(view.order)
        + " FROM fee_person WHERE registration_id = ?1 AND assessment_id = ?2";
    if (!view.quick.isEmpty())
        sql += " AND is_looked_for(?3, name, document_number)";
    auto row = m_connection.queryText(sql);
    row.bindAll(unit, assessment);
    if (!view.quick.isEmpty())
        row.bind(3, view.quick);
    auto places = isText(view.order) ? byText(row) : byNumber(row);
    if (view.descending)
        std::reverse(places.begin(), places.end());
    return places;
}

std::vector<domain::NumberedPerson> FeeTable::personsAt(const QString &unit, const QString &assessment,
                                                        const FeePersonPlaces &places, qint64 offset, qint64 limit) const
{
    std::vector<domain::NumberedPerson> persons;
    const auto end = qMin(offset + limit, qint64(places.size()));
    for (qint64 at = offset; at < end; ++at) {
        const auto place = places[std::size_t(at)];
        for (auto &person : this->persons(unit, assessment, place, 1))
            persons.push_back({place + 1, std::move(person)});
    }
    return persons;
}

}  // namespace store
