#include "domain/document.h"

#include <QDate>
#include <QRegularExpression>

namespace domain {

namespace {

/// GB 11643: identity cards, and what is numbered as they are.
std::optional<DocumentFlaw> numberFlaw(const QString &number)
{
    if (number.size() != 18)
        return DocumentFlaw::Length;
    const QChar check = residentCheck(QStringView(number).first(17));
    if (check.isNull())
        return DocumentFlaw::Character;
    if (check != number[17])
        return DocumentFlaw::Check;
    const QDate born = QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd"));
    return born.isValid() ? std::nullopt : std::optional(DocumentFlaw::Date);
}

/// Whose number it is its first digits say: 810000 of 香港, 820000 of 澳门, 830000 of 台湾 are on 居住证 alone.
bool hasPrefixOf(const QString &type, const QString &number)
{
    const auto place = QStringView(number).first(6);
    const bool hongKongMacao = place == u"810000" || place == u"820000";
    const bool taiwan = place == u"830000";
    if (type == QLatin1String("237"))
        return hongKongMacao;
    return type == QLatin1String("238") ? taiwan : !hongKongMacao && !taiwan;
}

std::optional<DocumentFlaw> residentFlaw(const QString &type, const QString &number)
{
    if (type == QLatin1String("201") && number.size() == 15)
        return DocumentFlaw::Old15;
    const auto flaw = numberFlaw(number);
    return flaw || hasPrefixOf(type, number) ? flaw : std::optional(DocumentFlaw::Character);
}

std::optional<DocumentFlaw> formFlaw(const QString &number, const QRegularExpression &form)
{
    return form.match(number).hasMatch() ? std::nullopt : std::optional(DocumentFlaw::Character);
}

}  // namespace

const QVector<DocumentType> &documentTypes()
{
    static const auto entry = [](const char *code, const char *name) {
        return DocumentType{QString::fromLatin1(code), QString::fromUtf8(name)};
    };
    static const QVector<DocumentType> table = {
        entry("201", "居民身份证"), entry("202", "军官证"), entry("203", "武警警官证"), entry("204", "士兵证"),
        entry("205", "军队离退休干部证"), entry("206", "残疾人证"), entry("207", "残疾军人证（1-8级）"),
        entry("208", "外国护照"), entry("210", "港澳居民来往内地通行证"), entry("212", "中华人民共和国往来港澳通行证"),
        entry("213", "台湾居民来往大陆通行证"), entry("214", "大陆居民往来台湾通行证"), entry("215", "外国人居留证"),
        entry("216", "外交官证"), entry("217", "使（领）事馆证"), entry("218", "海员证"),
        entry("219", "香港永久性居民身份证"), entry("220", "台湾身份证"), entry("221", "澳门特别行政区永久性居民身份证"),
        entry("222", "外国人身份证件"), entry("224", "就业失业登记证"), entry("225", "退休证"), entry("226", "离休证"),
        entry("227", "中国护照"), entry("228", "城镇退役士兵自谋职业证"), entry("229", "随军家属身份证明"),
        entry("230", "军官转业证书"), entry("231", "义务兵退出现役证"), entry("232", "士官退出现役证"),
        entry("233", "外国人永久居留身份证（外国人永久居留证）"), entry("234", "就业创业证"),
        entry("235", "香港特别行政区护照"), entry("236", "澳门特别行政区护照"), entry("237", "港澳居民居住证"),
        entry("238", "台湾居民居住证"), entry("239", "外国人工作许可证（A类）"), entry("240", "外国人工作许可证（B类）"),
        entry("241", "外国人工作许可证（C类）"), entry("291", "出生医学证明"), entry("299", "其他个人证件"),
    };
    return table;
}

QString documentTypeName(const QString &code)
{
    for (const auto &type : documentTypes()) {
        if (type.code == code)
            return type.name;
    }
    return code;
}

QString normalizedDocument(const QString &typed)
{
    QString number = typed.normalized(QString::NormalizationForm_KC).toUpper();
    number.removeIf([](QChar c) { return c.isSpace(); });
    return number;
}

QChar residentCheck(QStringView first17)
{
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i) {
        const QChar c = first17[i];
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return {};
        sum += (c.unicode() - u'0') * weights[i];
    }
    return QLatin1Char("10X98765432"[sum % 11]);
}

std::optional<QString> resident18From15(const QString &number)
{
    if (number.size() != 15)
        return std::nullopt;
    const QString first17 = number.first(6) + QStringLiteral("19") + number.sliced(6);
    const QChar check = residentCheck(first17);
    if (check.isNull())
        return std::nullopt;
    const QString whole = first17 + check;
    return residentFlaw(QStringLiteral("201"), whole) ? std::nullopt : std::optional(whole);
}

std::optional<DocumentFlaw> documentFlaw(const QString &type, const QString &number)
{
    if (number.isEmpty())
        return DocumentFlaw::Empty;
    if (type == QLatin1String("201") || type == QLatin1String("237") || type == QLatin1String("238"))
        return residentFlaw(type, number);
    static const QRegularExpression homeReturn(QStringLiteral(R"(\A[HM]([0-9]{8}|[0-9]{10})\z)"));
    static const QRegularExpression taiwanPass(QStringLiteral(R"(\A([0-9]{8}|[0-9]{10}[A-Z]?)\z)"));
    static const QRegularExpression passport(QStringLiteral(R"(\A[A-Z0-9]{5,17}\z)"));
    static const QRegularExpression chinesePassport(QStringLiteral(R"(\A([EGPSD][0-9]{8}|E[A-Z][0-9]{7})\z)"));
    static const QRegularExpression residence(QStringLiteral(R"(\A[A-Z]{3}[0-9]{12}\z)"));
    if (type == QLatin1String("210"))
        return formFlaw(number, homeReturn);
    if (type == QLatin1String("213"))
        return formFlaw(number, taiwanPass);
    if (type == QLatin1String("208"))
        return formFlaw(number, passport);
    if (type == QLatin1String("227"))
        return formFlaw(number, chinesePassport);
    if (type == QLatin1String("233"))  // since 2023 numbered as identity cards are, beginning with 9
        return number.startsWith(QLatin1Char('9')) ? numberFlaw(number) : formFlaw(number, residence);
    return std::nullopt;
}

}  // namespace domain
