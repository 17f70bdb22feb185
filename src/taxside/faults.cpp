#include "taxside/faults.h"

namespace taxside {

namespace {

struct Kind {
    const char *name;
    enum { None, Number, OptionalNumber, Text } value;
    bool business;
};

constexpr Kind kKinds[] = {
    {"latency", Kind::Number, false},      {"slow", Kind::Number, false},
    {"drop-before", Kind::None, false},    {"drop-after", Kind::None, false},
    {"reset", Kind::None, false},          {"reset-after", Kind::None, false},
    {"late", Kind::Number, false},         {"duplicate", Kind::None, false},
    {"cut", Kind::None, false},            {"status", Kind::Number, false},
    {"status-after", Kind::Number, false}, {"malformed", Kind::None, false},
    {"html", Kind::OptionalNumber, false}, {"partial", Kind::Text, true},
    {"reject", Kind::Text, true},          {"lock-password", Kind::None, true},
};

const Kind *kindOf(const QString &name)
{
    for (const auto &kind : kKinds) {
        if (name == QLatin1String(kind.name))
            return &kind;
    }
    return nullptr;
}

bool valueFits(const Kind &kind, const QString &value)
{
    bool number = false;
    const int parsed = value.toInt(&number);
    number = number && parsed >= 0;
    switch (kind.value) {
    case Kind::None: return value.isEmpty();
    case Kind::Number: return number;
    case Kind::OptionalNumber: return value.isEmpty() || number;
    case Kind::Text: return !value.isEmpty();
    }
    return false;
}

bool matches(const Fault &fault, const QString &request)
{
    if (fault.match.startsWith(QLatin1Char('/')))
        return request.mid(request.indexOf(QLatin1Char(' ')) + 1).startsWith(fault.match);
    return request.startsWith(fault.match);
}

}  // namespace

base::Result<Fault> faultOf(const QString &spec)
{
    const QStringList parts = spec.split(QLatin1Char(':'));
    Fault fault;
    fault.kind = parts[0].section(QLatin1Char('='), 0, 0);
    fault.value = parts[0].section(QLatin1Char('='), 1);
    fault.match = parts.value(1);
    const Kind *kind = kindOf(fault.kind);
    bool timesFit = parts.size() <= 3;
    if (kind && (fault.kind == QLatin1String("partial") || fault.kind == QLatin1String("reject")))
        fault.times = 1;
    if (parts.size() == 3)
        fault.times = parts[2].toInt(&timesFit);
    if (!kind || !valueFits(*kind, fault.value) || !timesFit)
        return base::validation(QStringLiteral("fault"), spec);
    fault.spec = spec;
    return fault;
}

base::Result<void> FaultList::set(const QStringList &specs)
{
    QList<Fault> faults;
    for (const auto &spec : specs) {
        const auto fault = faultOf(spec);
        if (!fault)
            return fault.error();
        faults << *fault;
    }
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
    return {};
}

QStringList FaultList::pending()
{
    const std::lock_guard lock(m_mutex);
    QStringList specs;
    for (const auto &fault : m_faults) {
        if (fault.times != 0)
            specs << fault.spec;
    }
    return specs;
}

QList<Fault> FaultList::take(const QString &request)
{
    const std::lock_guard lock(m_mutex);
    QList<Fault> taken;
    for (auto &fault : m_faults) {
        if (fault.times == 0 || kindOf(fault.kind)->business || !matches(fault, request))
            continue;
        taken << fault;
        if (fault.times > 0)
            --fault.times;
    }
    return taken;
}

std::optional<Fault> FaultList::takeOf(const QString &kind, const QString &request)
{
    const std::lock_guard lock(m_mutex);
    for (auto &fault : m_faults) {
        if (fault.kind != kind || fault.times == 0 || !matches(fault, request))
            continue;
        if (fault.times > 0)
            --fault.times;
        return fault;
    }
    return std::nullopt;
}

}  // namespace taxside
