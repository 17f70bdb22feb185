#include "service/diagnosis_service.h"

#include "base/encrypt_database.h"
#include "base/log.h"
#include "service/anonymous_text.h"
#include "service/program_facts.h"
#include "store/inventory.h"
#include "store/setting_table.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSysInfo>
#include <QThread>
#include <QTimeZone>

namespace service {

using base::sqlite::Connection;

namespace {

constexpr qint64 kLogBytes = 256 << 10;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

/// Texts may hold anything; numbers are ours.
QJsonValue cleaned(const QJsonValue &value, const QStringList &hidden)
{
    if (value.isString())
        return anonymousText(value.toString(), hidden);
    if (value.isArray()) {
        QJsonArray items;
        for (const auto &item : value.toArray())
            items.append(cleaned(item, hidden));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = cleaned(it.value(), hidden);
    return object;
}

office::BundleFile jsonFile(const char *name, const QJsonObject &object, const QStringList &hidden)
{
    return {key(name), QJsonDocument(cleaned(object, hidden).toObject()).toJson()};
}

QString kindWord(http::Proxy::Kind kind)
{
    switch (kind) {
    case http::Proxy::Kind::None: return key("none");
    case http::Proxy::Kind::System: return key("system");
    case http::Proxy::Kind::Http: return key("http");
    case http::Proxy::Kind::Socks5: return key("socks5");
    }
    return {};
}

/// In the place of a part that could not be had.
QJsonObject failure(const base::Error &error)
{
    return {{key("code"), error.code}, {key("detail"), error.detail}};
}

office::BundleFile programFile(const ProgramPlace &place, const QDateTime &now)
{
    QJsonArray parts;
    for (const auto &part : programFacts(place.folder).parts)
        parts.append(QString(part.name + QLatin1Char(' ') + part.version).trimmed());
    return jsonFile("program.json",
                    {{key("version"), place.version},
                     {key("parts"), parts},
                     {key("system"), QSysInfo::prettyProductName()},
                     {key("kernel"), QString(QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion())},
                     {key("processor"), QSysInfo::currentCpuArchitecture()},
                     {key("threads"), QThread::idealThreadCount()},
                     {key("locale"), QLocale::system().name()},
                     {key("time"), now.toUTC().toString(Qt::ISODate)},
                     {key("utcOffsetSeconds"), QTimeZone::systemTimeZone().offsetFromUtc(now)}},
                    place.hidden);
}

office::BundleFile logFile(const ProgramPlace &place)
{
    return {key("log.txt"), anonymousText(base::log::tail(kLogBytes), place.hidden).toLatin1()};
}

/// What lies in the data folder, by the names that this program gives.
QJsonObject filesOf(const QString &dataFolder)
{
    QJsonObject files;
    const QDir folder(dataFolder);
    for (const auto &file : folder.entryInfoList({key("shebao.db*"), key("store.key*"), key("vault.*"), key("instance.lock")},
                                                 QDir::Files | QDir::Hidden, QDir::Name))
        files.insert(file.fileName(), QJsonObject{{key("kilobytes"), (file.size() + 1023) / 1024},
                                                  {key("readable"), file.isReadable()},
                                                  {key("writable"), file.isWritable()}});
    return files;
}

QString given(const QString &value)
{
    return value.isEmpty() ? key("not set") : key("set");
}

}  // namespace

DiagnosisService::DiagnosisService(const Environment &environment, NetworkService &network, ProgramPlace place)
    : m_env(environment), m_network(network), m_place(std::move(place))
{
}

Diagnosis DiagnosisService::ofRefusedStart(const base::Error &error, const QString &dataFolder, const ProgramPlace &place,
                                           const base::Clock &clock)
{
    Diagnosis found;
    found.files.push_back(programFile(place, clock.now()));
    auto refusal = failure(error);
    refusal.insert(key("files"), filesOf(dataFolder));
    found.files.push_back(jsonFile("refusal.json", refusal, place.hidden));
    found.files.push_back(logFile(place));
    return found;
}

base::Result<Diagnosis> DiagnosisService::collect(base::Job &job)
{
    Diagnosis found;
    found.files.push_back(programFile(m_place, m_env.clock.now()));
    found.files.push_back(settings());
    addStore(found);
    addNetwork(found, job);
    if (job.cancelled())
        return base::cancelled();
    found.files.push_back(logFile(m_place));
    return found;
}

base::Result<void> DiagnosisService::checkStore(base::Job &job)
{
    const auto sound =
        m_env.store.read([&job](Connection &c) { return base::sqlite::isSound(c, [&job] { return !job.cancelled(); }); });
    if (job.cancelled())
        return base::cancelled();
    if (!sound)
        return sound.error();
    if (*sound)
        return {};
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QStringLiteral("store.damaged");
    return error;
}

base::Result<void> DiagnosisService::save(const Diagnosis &diagnosis, const QString &path)
{
    return office::writeBundle(path, diagnosis.files);
}

office::BundleFile DiagnosisService::settings()
{
    const auto proxy = m_network.saved();
    const auto read = m_env.store.read([](Connection &c) {
        const store::SettingTable table(c);
        return QJsonObject{{key("layouts"), table.startingWith(key("list.")).size()},
                           {key("settings"), table.startingWith({}).size()}};
    });
    auto counted = read ? *read : failure(read.error());
    if (proxy) {
        counted.insert(key("proxy"), kindWord(proxy->proxy.kind));
        counted.insert(key("proxyHost"), given(proxy->proxy.host));
        counted.insert(key("proxyPort"), proxy->proxy.port);
        counted.insert(key("proxyUser"), given(proxy->proxy.user));
        counted.insert(key("proxyPassword"), given(proxy->proxy.password));
    }
    if (!proxy || proxy->lost)
        counted.insert(key("proxyError"), proxy ? proxy->lost->code : proxy.error().code);
    counted.insert(key("server"), m_network.serverAddress());
    return jsonFile("settings.json", counted, m_place.hidden);
}

void DiagnosisService::addStore(Diagnosis &to)
{
    const auto found = m_env.store.read([](Connection &c) { return store::inventoryOf(c); });
    if (!found) {
        for (const char *name : {"store.json", "submissions.json"})
            to.files.push_back(jsonFile(name, failure(found.error()), m_place.hidden));
        return;
    }
    QJsonObject tables;
    for (const auto &table : found->tables)
        tables.insert(table.name, table.rows);
    to.files.push_back(jsonFile("store.json",
                                {{key("schema"), found->schema},
                                 {key("journal"), found->journal},
                                 {key("kilobytes"), found->bytes / 1024},
                                 {key("freeKilobytes"), found->freeBytes / 1024},
                                 {key("rows"), tables}},
                                m_place.hidden));
    QJsonArray counts;
    for (const auto &each : found->submissions)
        counts.append(QJsonObject{{key("kind"), each.kind}, {key("state"), each.state}, {key("count"), each.count}});
    QJsonArray troubles;
    for (const auto &each : found->troubles)
        troubles.append(QJsonObject{
            {key("at"), each.at}, {key("kind"), each.kind}, {key("state"), each.state}, {key("code"), each.code}});
    to.files.push_back(jsonFile("submissions.json", {{key("counts"), counts}, {key("lastErrors"), troubles}}, m_place.hidden));
    to.files.push_back({key("schema.sql"), anonymousText(found->definition, m_place.hidden).toLatin1()});
}

void DiagnosisService::addNetwork(Diagnosis &to, base::Job &job)
{
    const auto proxy = m_network.saved();
    const auto health = proxy ? m_network.test(proxy->proxy, job) : base::Result<gateway::Health>(proxy.error());
    QJsonObject said{{key("server"), m_network.serverAddress()}, {key("reached"), bool(health)}};
    if (health) {
        to.roundTripMs = health->roundTripMs;
        said.insert(key("roundTripMs"), health->roundTripMs);
        said.insert(key("serverVersion"), health->version);
        said.insert(key("thisClockIsAheadSeconds"), health->serverTime.secsTo(m_env.clock.now()));
    } else {
        to.network = health.error();
        said.insert(key("code"), health.error().code);
        said.insert(key("detail"), health.error().detail);
        said.insert(key("request"), health.error().requestId);
    }
    to.files.push_back(jsonFile("network.json", said, m_place.hidden));
}

}  // namespace service
