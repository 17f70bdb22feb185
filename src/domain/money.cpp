#include "domain/money.h"

#include <QRegularExpression>

#include <cstdlib>

namespace domain {

namespace {

/// Digits of whole yuan: what moneyInCapitals() can say, and ninety thousand of them still add up within an int64.
constexpr qsizetype kMostDigits = 12;
constexpr qint64 kMostYuan = 999'999'999'999;

std::optional<qint64> fenOf(QStringView yuan, QStringView decimals)
{
    bool ok = false;
    const qint64 whole = yuan.toLongLong(&ok);
    if (!ok || whole > kMostYuan)
        return std::nullopt;
    const int fen = decimals.isEmpty() ? 0 : decimals.toInt() * (decimals.size() == 1 ? 10 : 1);
    return whole * 100 + fen;
}

/// One group of four digits, 1234 → 壹仟贰佰叁拾肆; inner zeros collapse into one 零.
QString capitalGroup(int value)
{
    static const QString digits = QStringLiteral("零壹贰叁肆伍陆柒捌玖");
    static const QString units[] = {QString(), QStringLiteral("拾"), QStringLiteral("佰"), QStringLiteral("仟")};
    QString text;
    bool zero = false;
    for (int place = 3, scale = 1000; place >= 0; --place, scale /= 10) {
        const int digit = value / scale % 10;
        if (digit == 0) {
            zero = !text.isEmpty();
            continue;
        }
        if (zero)
            text += digits[0];
        zero = false;
        text += digits[digit] + units[place];
    }
    return text;
}

QString capitalYuan(qint64 yuan)
{
    static const QString groups[] = {QString(), QStringLiteral("万"), QStringLiteral("亿"), QStringLiteral("万亿")};
    const QString zero = QStringLiteral("零");
    QString text;
    bool gap = false;
    qint64 scale = 1'000'000'000'000;
    for (int group = 3; group >= 0; --group, scale /= 10'000) {
        const int value = static_cast<int>(yuan / scale % 10'000);
        if (value == 0) {
            gap = !text.isEmpty();
            continue;
        }
        if (!text.isEmpty() && (gap || value < 1000))
            text += zero;
        gap = false;
        text += capitalGroup(value) + groups[group];
    }
    return text;
}

}  // namespace

std::optional<Money> moneyFromWire(const QString &text)
{
    // -?(0|[1-9][0-9]{0,11})\.[0-9]{2}, by hand: a first download reads ten million of them.
    const qsizetype first = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    const qsizetype whole = text.size() - first - 3;
    if (whole < 1 || whole > kMostDigits || text[first + whole] != QLatin1Char('.') || (text[first] == QLatin1Char('0') && whole > 1))
        return std::nullopt;
    qint64 fen = 0;
    for (qsizetype at = first; at < text.size(); ++at) {
        if (at == first + whole)
            continue;
        const int digit = text[at].unicode() - u'0';
        if (digit < 0 || digit > 9)
            return std::nullopt;
        fen = fen * 10 + digit;
    }
    return Money::fromFen(first == 0 ? fen : -fen);
}

QString moneyToWire(Money amount)
{
    const qint64 fen = std::llabs(amount.fen());
    return QStringLiteral("%1%2.%3")
        .arg(amount.fen() < 0 ? QStringLiteral("-") : QString())
        .arg(fen / 100)
        .arg(fen % 100, 2, 10, QLatin1Char('0'));
}

QString moneyText(Money amount)
{
    QString text = moneyToWire(amount);
    const int first = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (qsizetype at = text.size() - 6; at > first; at -= 3)
        text.insert(at, QLatin1Char(','));
    return text;
}

QString moneyInCapitals(Money amount)
{
    static const QString digits = QStringLiteral("零壹贰叁肆伍陆柒捌玖");
    const qint64 fen = std::llabs(amount.fen());
    const int jiao = static_cast<int>(fen / 10 % 10);
    const int cent = static_cast<int>(fen % 10);
    const QString yuan = capitalYuan(fen / 100);
    QString text = QStringLiteral("人民币");
    if (amount.fen() < 0)
        text += QStringLiteral("负");
    if (!yuan.isEmpty())
        text += yuan + QStringLiteral("元");
    if (fen == 0)
        return text + QStringLiteral("零元整");
    if (jiao == 0 && cent == 0)
        return text + QStringLiteral("整");
    if (jiao != 0)
        text += digits[jiao] + QStringLiteral("角");
    else if (!yuan.isEmpty())
        text += digits[0];
    return cent == 0 ? text + QStringLiteral("整") : text + digits[cent] + QStringLiteral("分");
}

TypedMoney moneyFromTyped(const QString &typed, Money maximum)
{
    QString text = typed.normalized(QString::NormalizationForm_KC).trimmed();  // ３０００．５ → 3000.5, ￥ → ¥
    text.remove(QChar(0x00A5)).remove(QLatin1Char(' '));
    if (text.isEmpty())
        return {std::nullopt, MoneyFlaw::Empty};
    static const QRegularExpression form(
        QStringLiteral(R"(\A([-+]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]*))?(?:[eE]\+?([0-9]{1,2}))?\z)"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {std::nullopt, MoneyFlaw::NotANumber};
    if (match.capturedView(1) == QLatin1String("-"))
        return {std::nullopt, MoneyFlaw::Negative};
    QString whole = match.captured(2).remove(QLatin1Char(','));
    QString decimals = match.captured(3);
    const int exponent = match.captured(4).toInt();  // 3.0E3, as a spreadsheet writes it into a csv file
    whole += decimals.left(exponent).leftJustified(exponent, QLatin1Char('0'));
    decimals.remove(0, exponent);
    if (decimals.size() > 2)
        return {std::nullopt, MoneyFlaw::TooManyDecimals};
    const auto fen = fenOf(whole, decimals);
    if (!fen || *fen > maximum.fen())
        return {std::nullopt, MoneyFlaw::TooLarge};
    return {Money::fromFen(*fen), std::nullopt};
}

}  // namespace domain
