#pragma once
// A calendar month, kept as year × 12 + (month − 1) so that arithmetic is plain.

#include <QDate>
#include <QString>

#include <compare>
#include <optional>

namespace domain {

class Month final {
public:
    constexpr Month() = default;
    constexpr Month(int year, int month) : m_index(year * 12 + month - 1) {}
    static constexpr Month fromIndex(int index)
    {
        Month month;
        month.m_index = index;
        return month;
    }
    static Month of(QDate day) { return Month(day.year(), day.month()); }

    constexpr int index() const { return m_index; }
    constexpr int year() const { return m_index / 12; }
    constexpr int month() const { return m_index % 12 + 1; }
    constexpr auto operator<=>(const Month &) const = default;
    constexpr Month operator+(int months) const { return fromIndex(m_index + months); }
    constexpr Month operator-(int months) const { return fromIndex(m_index - months); }
    /// A day of this month, moved back to the last one when the month is shorter.
    QDate day(int day) const
    {
        const QDate first(year(), month(), 1);
        return QDate(year(), month(), qMin(day, first.daysInMonth()));
    }

private:
    int m_index = 0;
};

/// Wire and display form `2026-07`.
QString monthText(Month month);
std::optional<Month> monthFromWire(const QString &text);
/// What people type: 2026-07, 202607, 2026.7, 2026/7, 2026年7月, full-width digits. Years 1950–2099.
std::optional<Month> monthFromTyped(const QString &text);

}  // namespace domain
