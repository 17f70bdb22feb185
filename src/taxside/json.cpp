#include "taxside/json.h"

#include "taxside/problem.h"

#include <QDateTime>

#include <algorithm>

namespace taxside {

namespace {

struct UnitTypeName {
    domain::UnitType type;
    const char *name;
};

constexpr UnitTypeName kUnitTypes[] = {
    {domain::UnitType::Enterprise, "enterprise"},
    {domain::UnitType::Government, "government"},
    {domain::UnitType::Institution, "institution"},
    {domain::UnitType::Association, "association"},
    {domain::UnitType::PrivateNonprofit, "private-nonprofit"},
    {domain::UnitType::SelfEmployed, "self-employed"},
};

[[noreturn]] void misfit(const char *name, const char *why)
{
    throw Problem("invalid-request", QStringLiteral("%1: %2").arg(QString::fromUtf8(name), QString::fromUtf8(why)));
}

}  // namespace

Json jsonText(const QString &text)
{
    return text.toStdString();
}

Json jsonMoney(domain::Money amount)
{
    return domain::moneyToWire(amount).toStdString();
}

Json jsonFen(qint64 fen)
{
    return jsonMoney(domain::Money::fromFen(fen));
}

Json jsonMonth(domain::Month month)
{
    return domain::monthText(month).toStdString();
}

Json jsonDay(QDate day)
{
    return day.toString(Qt::ISODate).toStdString();
}

Json jsonInstant(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate).toStdString();
}

const char *unitTypeName(domain::UnitType type)
{
    const auto row = std::find_if(std::begin(kUnitTypes), std::end(kUnitTypes),
                                  [type](const auto &each) { return each.type == type; });
    return row->name;
}

std::optional<domain::UnitType> unitTypeOf(const QString &name)
{
    for (const auto &row : kUnitTypes) {
        if (name == QLatin1String(row.name))
            return row.type;
    }
    return std::nullopt;
}

Json parsedBody(const std::string &body)
{
    Json json = Json::parse(body, nullptr, false);
    if (json.is_discarded())
        throw Problem("invalid-request", QStringLiteral("请求内容不是有效的JSON。"));
    return json;
}

bool isUuid(const std::string &text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
            return false;
    }
    return true;
}

Fields::Fields(const Json &object) : m_object(object)
{
    if (!object.is_object())
        throw Problem("invalid-request", QStringLiteral("应为JSON对象。"));
}

const Json *Fields::find(const char *name)
{
    m_read.insert(name);
    const auto at = m_object.find(name);
    return at == m_object.end() ? nullptr : &*at;
}

const Json &Fields::need(const char *name)
{
    const Json *value = find(name);
    if (!value)
        misfit(name, "缺少");
    return *value;
}

std::optional<QString> Fields::optionalText(const char *name, int maxLength)
{
    const Json *value = find(name);
    if (!value)
        return std::nullopt;
    if (!value->is_string())
        misfit(name, "应为文本");
    const QString text = QString::fromStdString(value->get_ref<const std::string &>());
    if (text.toUcs4().size() > maxLength)
        misfit(name, "过长");
    return text;
}

QString Fields::text(const char *name, int maxLength)
{
    need(name);
    return *optionalText(name, maxLength);
}

QString Fields::uuid(const char *name)
{
    const QString value = text(name);
    if (!isUuid(value.toStdString()))
        misfit(name, "应为UUID");
    return value;
}

domain::Money Fields::money(const char *name)
{
    const auto amount = domain::moneyFromWire(text(name));
    if (!amount)
        misfit(name, "应为两位小数的金额");
    return *amount;
}

std::optional<domain::Month> Fields::optionalMonth(const char *name)
{
    const auto value = optionalText(name);
    if (!value)
        return std::nullopt;
    const auto month = domain::monthFromWire(*value);
    if (!month)
        misfit(name, "应为YYYY-MM");
    return month;
}

bool Fields::flag(const char *name, bool fallback)
{
    const Json *value = find(name);
    if (!value)
        return fallback;
    if (!value->is_boolean())
        misfit(name, "应为true或false");
    return value->get<bool>();
}

QString Fields::choice(const char *name, std::initializer_list<const char *> allowed)
{
    const QString value = text(name);
    for (const char *each : allowed) {
        if (value == QLatin1String(each))
            return value;
    }
    misfit(name, "不在允许的值之内");
}

const Json &Fields::filledArray(const char *name)
{
    const Json &value = need(name);
    if (!value.is_array() || value.empty())
        misfit(name, "应为非空列表");
    return value;
}

void Fields::end() const
{
    for (const auto &[name, value] : m_object.items()) {
        if (!m_read.count(name))
            misfit(name.c_str(), "未约定的字段");
    }
}

}  // namespace taxside
