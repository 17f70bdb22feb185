#include "taxside/server.h"

#include "taxside/ledger.h"
#include "taxside/listener.h"
#include "taxside/router.h"
#include "taxside/scenario.h"

namespace taxside {

namespace {

base::Error failed(base::Error::Kind kind, const char *code, const QString &detail)
{
    base::Error error;
    error.kind = kind;
    error.code = QString::fromLatin1(code);
    error.detail = detail;
    return error;
}

}  // namespace

class Server::Private final {
public:
    explicit Private(Options options)
        : world(std::move(options)), listener(world, [this](const Request &request) { return route(world, request); })
    {
    }

    World world;
    Listener listener;
};

Server::Server(Options options) : d(std::make_unique<Private>(std::move(options))) {}

Server::~Server()
{
    stop();
}

base::Result<QString> Server::start()
{
    auto &world = d->world;
    if (!knowsScenario(world.options.scenario))
        return base::validation(QStringLiteral("taxside.scenario"), world.options.scenario);
    const auto faults = world.faults.set(world.options.faults);
    if (!faults)
        return faults.error();
    try {
        const std::lock_guard lock(world.mutex);
        if (world.open())
            makeScenario(world);
    } catch (const std::exception &failure) {
        return failed(base::Error::Kind::Store, "taxside.database", QString::fromUtf8(failure.what()));
    }
    const QString url = d->listener.start();
    if (url.isEmpty())
        return failed(base::Error::Kind::Network, "taxside.listen", world.options.listenHost);
    return url;
}

void Server::stop()
{
    d->listener.stop();
}

base::Result<void> Server::setFaults(QStringList faults)
{
    return d->world.faults.set(faults);
}

const Options &Server::options() const
{
    return d->world.options;
}

QStringList Server::pendingFaults()
{
    return d->world.faults.pending();
}

QByteArray Server::ledgerJson()
{
    const std::lock_guard lock(d->world.mutex);
    if (!d->world.db)
        return {};
    try {
        catchUp(d->world);
        return QByteArray::fromStdString(ledgerOf(d->world).dump());
    } catch (const std::exception &) {
        return {};
    }
}

base::Clock &Server::clock()
{
    return d->world.clock;
}

}  // namespace taxside
