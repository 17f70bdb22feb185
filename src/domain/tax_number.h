#pragma once
// 纳税人识别号: the 18-character 统一社会信用代码 (GB 32100, with the GB 11714 digit of the organisation inside) or an old
// 15-character tax number (L1).

#include <QString>

#include <optional>

namespace domain {

enum class TaxNumberFlaw { Empty, Length, Character, Check };

/// Upper case, blanks removed, full-width characters made narrow: what people paste.
QString normalizedTaxNumber(const QString &typed);
/// Nothing when it is right. Expects a normalised number.
std::optional<TaxNumberFlaw> taxNumberFlaw(const QString &number);
/// The check character a credit code of 17 characters must end with; QChar() when they are not of its alphabet.
QChar creditCodeCheck(QStringView first17);

}  // namespace domain
