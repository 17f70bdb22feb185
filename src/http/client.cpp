#include "http/client.h"

#include "base/ids.h"
#include "base/log.h"
#include "http/exchange.h"
#include "http/network.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace http {

namespace {

// A program without a window (tests, the command line) may wait on its main thread.
bool onWindowThread()
{
    const auto *application = qApp;
    return application && application->inherits("QGuiApplication") && application->thread() == QThread::currentThread();
}

bool breaksHeader(const QByteArray &text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::optional<base::Error> refused(const Request &request)
{
    const auto scheme = request.url.scheme();
    const bool web = scheme == QLatin1String("https") || scheme == QLatin1String("http");
    if (!request.url.isValid() || !web || request.url.host().isEmpty() || !request.url.userInfo().isEmpty())
        return base::validation(QStringLiteral("request.url"));
    for (const auto &[name, value] : request.headers)
        if (name.isEmpty() || breaksHeader(name) || breaksHeader(value))
            return base::validation(QStringLiteral("request.header"));
    if (breaksHeader(request.bearer) || breaksHeader(request.contentType))
        return base::validation(QStringLiteral("request.header"));
    return std::nullopt;
}

QString outcome(const base::Result<Response> &result)
{
    if (result)
        return QStringLiteral("%1 %2 bytes").arg(result.value().status).arg(result.value().body.size());
    const auto sent = result.error().sent == base::Sent::No ? QStringLiteral("no") : QStringLiteral("unknown");
    return QStringLiteral("%1 sent:%2").arg(result.error().code, sent);
}

}  // namespace

Client::Client(const Options &options) : m_mailbox(std::make_shared<Mailbox>())
{
    auto *network = new Network(options, m_mailbox);
    network->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, network, &QObject::deleteLater);
    m_mailbox->open(network);
    m_thread.setObjectName(QStringLiteral("http"));
    m_thread.start();
}

Client::~Client()
{
    const auto done = std::make_shared<std::promise<void>>();
    m_mailbox->close([done](Network &network) {
        network.cancelAll();
        done->set_value();
    });
    done->get_future().wait();
    // Not by the thread itself: it would take its event dispatcher down while close() may still be waking that one up.
    m_thread.quit();
    m_thread.wait();
}

void Client::setProxy(const Proxy &proxy)
{
    const std::lock_guard lock(m_mutex);
    m_proxy = proxy;
    m_mailbox->post([proxy](Network &network) { network.useProxy(proxy); });
}

Proxy Client::proxy() const
{
    const std::lock_guard lock(m_mutex);
    return m_proxy;
}

base::Result<Response> Client::send(const Request &request, base::Job &job)
{
    Q_ASSERT_X(!onWindowThread(), "http::Client::send", "blocks; not for the window's thread");
    if (auto error = refused(request))
        return *error;

    const auto requestId = base::newId();
    const auto begin = std::chrono::steady_clock::now();
    const auto ticket = std::make_shared<Ticket>();
    const auto mailbox = m_mailbox;  // the client may be destroyed while this thread waits
    const auto hook = job.onCancel([ticket, mailbox] {
        if (!ticket->cancelQueued())
            mailbox->post([ticket](Network &network) { network.cancel(ticket.get()); });
    });
    const bool posted = mailbox->post(
        [ticket, request, requestId](Network &network) { network.start(ticket, request, requestId); });
    if (!posted)
        ticket->settle(base::cancelled());
    auto result = ticket->wait();
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    base::log::info(QStringLiteral("%1 %2 %3 %4 %5 ms")
                        .arg(QString::fromLatin1(verb(request.method)), request.url.path(), outcome(result), requestId)
                        .arg(elapsed.count()));
    if (result)
        return result;
    auto error = result.error();
    error.requestId = requestId;
    return error;
}

}  // namespace http
