#pragma once
// How domain values are kept in columns.

#include "base/sqlite.h"
#include "domain/fee.h"

#include <QDateTime>

namespace store {

inline std::optional<qint64> column(const std::optional<domain::Money> &amount)
{
    return amount ? std::optional<qint64>(amount->fen()) : std::nullopt;
}

inline std::optional<qint64> column(const std::optional<domain::Month> &month)
{
    return month ? std::optional<qint64>(month->index()) : std::nullopt;
}

inline std::optional<qint64> column(const std::optional<int> &value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

inline QString column(const QDateTime &instant)
{
    return instant.isValid() ? instant.toUTC().toString(Qt::ISODateWithMs) : QString();
}

inline QString column(QDate day)
{
    return day.toString(Qt::ISODate);
}

inline domain::Money money(const base::sqlite::Statement &row, int at)
{
    return domain::Money::fromFen(row.integer(at));
}

inline std::optional<domain::Money> maybeMoney(const base::sqlite::Statement &row, int at)
{
    return row.isNull(at) ? std::nullopt : std::optional(money(row, at));
}

inline domain::Month month(const base::sqlite::Statement &row, int at)
{
    return domain::Month::fromIndex(static_cast<int>(row.integer(at)));
}

inline std::optional<domain::Month> maybeMonth(const base::sqlite::Statement &row, int at)
{
    return row.isNull(at) ? std::nullopt : std::optional(month(row, at));
}

inline QDateTime instant(const base::sqlite::Statement &row, int at)
{
    return QDateTime::fromString(row.text(at), Qt::ISODateWithMs);
}

inline QDate day(const base::sqlite::Statement &row, int at)
{
    return QDate::fromString(row.text(at), Qt::ISODate);
}

template <class Enum>
Enum enumeration(const base::sqlite::Statement &row, int at)
{
    return static_cast<Enum>(row.integer(at));
}

/// The twelve columns of a FeeItem, in this order wherever they are stored.
#define SHEBAO_FEE_ITEM_COLUMNS \
    "notice_number, unit_number, agency_code, agency_name, collection_code, collection_name, category_code, " \
    "category_name, subcategory, period_from, period_to, authority_name"
constexpr int kFeeItemColumns = 12;

inline void bindFeeItem(base::sqlite::Statement &statement, int at, const domain::FeeItem &item)
{
    const QString texts[] = {item.noticeNumber,        item.unitNumber,          item.agencyCode,
                             item.agencyName,          item.collectionItem.code, item.collectionItem.name,
                             item.category.code,       item.category.name,       item.subcategory};
    for (const auto &text : texts)
        statement.bind(at++, text);
    statement.bind(at++, item.periodFrom.index());
    statement.bind(at++, item.periodTo.index());
    statement.bind(at, item.authorityName);
}

inline domain::FeeItem feeItem(const base::sqlite::Statement &row, int at)
{
    domain::FeeItem item;
    item.noticeNumber = row.text(at);
    item.unitNumber = row.text(at + 1);
    item.agencyCode = row.text(at + 2);
    item.agencyName = row.text(at + 3);
    item.collectionItem = {row.text(at + 4), row.text(at + 5)};
    item.category = {row.text(at + 6), row.text(at + 7)};
    item.subcategory = row.text(at + 8);
    item.periodFrom = month(row, at + 9);
    item.periodTo = month(row, at + 10);
    item.authorityName = row.text(at + 11);
    return item;
}

}  // namespace store
