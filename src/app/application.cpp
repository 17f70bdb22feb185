#include "app/application.h"

#include "platform/store_key.h"
#include "store/copies.h"
#include "store/half_done.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace app {

namespace {

QByteArray userAgent()
{
    return QByteArrayLiteral("Shebao/" SHEBAO_VERSION);
}

/// Whose session of this computer it is, for 操作日志.
QString account()
{
    for (const char *name : {"USERNAME", "USER", "LOGNAME"}) {
        if (const auto value = qEnvironmentVariable(name); !value.isEmpty())
            return value;
    }
    return QDir::home().dirName();
}

/// What names the person at this computer: in no file for others.
QStringList privateWords(const QString &dataFolder)
{
    QStringList words{account(), QSysInfo::machineHostName()};
    for (const auto &folder : {dataFolder, QDir::homePath()})
        words << folder << QDir::toNativeSeparators(folder);
    words.removeDuplicates();
    return words;
}

QList<service::ReleaseKey> keysOf(const Options &options)
{
    auto keys = options.releaseKeys;
    if (options.practice)  // its tax side is this process: nobody else can offer anything
        keys.append(service::testReleaseKey());
    return keys;
}

}  // namespace

service::ProgramPlace programPlace(const QString &dataFolder, const service::UpgradePlace &place)
{
    return {QString::fromStdString(place.running.text()), QCoreApplication::applicationDirPath(), privateWords(dataFolder)};
}

base::Result<QByteArray> keyOf(const QString &dataFolder)
{
    try {
        return platform::storeKey(dataFolder, !store::Store::isEncrypted(dataFolder));
    } catch (const base::sqlite::Failure &failure) {
        return store::Store::errorOf(failure);
    }
}

base::Result<std::unique_ptr<Application>> Application::start(const Options &options)
{
    const bool returned = !options.place.returnedFrom.isEmpty();
    const auto key = keyOf(options.dataFolder);
    if (!key)
        return key.error();
    // Not on trial: the version before, which may come back, knows nothing of it. What it has begun itself is gone on with.
    const bool settled = (!returned && !options.place.onTrial()) || store::isRestoreHalfDone(options.dataFolder);
    const auto restored = settled ? store::applyRestore(options.dataFolder, *key) : store::RestoreReport{};
    if (const auto unfinished = store::halfDone(QDir(options.dataFolder).filePath(QStringLiteral("shebao.db")));
        unfinished && store::isRestoreHalfDone(options.dataFolder))
        return *unfinished;
    if (options.place.onTrial() && store::awaitsMigration(options.dataFolder, *key))
        options.place.prepare(true);
    auto store = store::Store::open(options.dataFolder, {.key = *key,
                                                         .newer = returned ? store::Store::Newer::TakeCopyBack
                                                                           : store::Store::Newer::Refuse,
                                                         .encryptPlain = !options.place.onTrial()});
    if (!store)
        return store.error();
    options.place.prepare(false);
    (*store)->setOperator(options.operatorName.isEmpty() ? account() : options.operatorName);
    std::unique_ptr<taxside::Server> practice;
    ServerConfig server = options.server;
    if (options.practice) {
        practice = std::make_unique<taxside::Server>(*options.practice);
        const auto url = practice->start();
        if (!url)
            return url.error();
        server = {QUrl(*url + QLatin1Char('/')), {}};
    }
    std::unique_ptr<Application> application(
        new Application(std::move(store).value(), std::move(practice), options, server, *key));
    application->m_restored = restored;
    if (const auto recovered = application->m_outbox.recover(); !recovered)
        return recovered.error();
    if (const auto dropped = application->m_fees.dropCutOff(); !dropped)
        return dropped.error();
    (void)application->m_backups.plan();  // whether the end of the program makes a backup; what fails is said on its page
    // In practice mode nothing leaves this machine, so no proxy stands between.
    if (options.practice)
        application->m_client.setProxy({});
    else if (const auto applied = application->m_network.apply(); !applied)
        return applied.error();
    else
        application->m_lostProxyPassword = applied->lost;
    if (restored.what == store::Restored::Failed)
        store::forgetFailure(options.dataFolder);
    return application;
}

Application::Application(std::unique_ptr<store::Store> store, std::unique_ptr<taxside::Server> practice,
                         const Options &options, const ServerConfig &server, const QByteArray &key)
    : m_scratch(options.dataFolder + QStringLiteral("/scratch")), m_practice(std::move(practice)),
      m_store(std::move(store)), m_vault(options.dataFolder), m_client({userAgent(), server.caFile}),
      m_taxSide(m_client, server.url), m_sessions(m_taxSide), m_environment{*m_store, m_taxSide, m_sessions, m_clock},
      m_outbox(m_environment), m_units(m_environment), m_staff(m_environment),
      m_wages(m_environment, m_outbox, m_units), m_fees(m_environment, m_outbox), m_payments(m_environment, m_outbox),
      m_bases(m_environment), m_declared(m_environment), m_receipts(m_environment, m_fees, m_payments, m_declared),
      m_certificates(m_environment), m_home(m_environment), m_lock(m_environment), m_notices(m_environment),
      m_finder(m_environment, m_staff),
      m_network(*m_store, m_vault, m_client, m_taxSide, userAgent(), server.caFile),
      m_diagnosis(m_environment, m_network, programPlace(options.dataFolder, options.place)),
      m_layouts(*m_store), m_trail(m_environment), m_upgrade(m_environment, options.place, keysOf(options)),
      m_backups(*m_store, m_vault, m_clock, options.dataFolder, key, options.backupCost)
{
}

Application::~Application() = default;

}  // namespace app
