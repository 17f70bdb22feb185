#pragma once
// Money is a whole number of 分 (fen); no double anywhere near it (field.md 3.4).

#include <QString>

#include <compare>
#include <optional>

namespace domain {

class Money final {
public:
    constexpr Money() = default;
    static constexpr Money fromFen(qint64 fen) { return Money(fen); }
    constexpr qint64 fen() const { return m_fen; }
    constexpr bool isZero() const { return m_fen == 0; }

    constexpr auto operator<=>(const Money &) const = default;
    constexpr Money operator+(Money other) const { return Money(m_fen + other.m_fen); }
    constexpr Money operator-(Money other) const { return Money(m_fen - other.m_fen); }
    constexpr Money operator-() const { return Money(-m_fen); }
    constexpr Money &operator+=(Money other)
    {
        m_fen += other.m_fen;
        return *this;
    }

private:
    constexpr explicit Money(qint64 fen) : m_fen(fen) {}
    qint64 m_fen = 0;
};

/// The wire form: yuan with exactly two decimals and no grouping, `-12.30`; anything else is refused, and more than
/// 999,999,999,999.99.
std::optional<Money> moneyFromWire(const QString &text);
QString moneyToWire(Money amount);
/// For people: `1,116.00`.
QString moneyText(Money amount);
/// For vouchers and certificates: 人民币壹仟壹佰壹拾陆元整. Negative amounts start with 负. Up to 999,999,999,999.99.
QString moneyInCapitals(Money amount);

enum class MoneyFlaw { Empty, NotANumber, Negative, TooManyDecimals, TooLarge };
struct TypedMoney {
    std::optional<Money> amount;
    std::optional<MoneyFlaw> flaw;  ///< set when amount is not
};
/// What a clerk types into a wage cell: full-width digits, grouping commas and ￥ are understood; a negative number, a
/// third decimal or more than `maximum` is refused with the reason (never rounded).
TypedMoney moneyFromTyped(const QString &text, Money maximum);

}  // namespace domain
