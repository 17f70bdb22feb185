#include "http/network.h"

#include "http/proxy_choice.h"

#include <QTimer>

#include <algorithm>
#include <iterator>
#include <thread>

namespace http {

Network::Network(const Options &options, std::shared_ptr<Mailbox> mailbox)
    : m_options(options), m_mailbox(std::move(mailbox))
{
}

std::shared_ptr<Line> Network::line()
{
    if (!m_tls)
        m_tls = verifiedTls(m_options.extraCaFile);
    if (!m_line)
        m_line = std::make_shared<Line>(m_proxy, m_system, *m_tls);
    return m_line;
}

void Network::useProxy(const Proxy &proxy)
{
    m_proxy = proxy;
    m_line.reset();
}

void Network::start(const std::shared_ptr<Ticket> &ticket, const Request &request, const QString &requestId)
{
    if (ticket->begin())
        route({ticket, request, requestId});
}

void Network::route(const Waiting &one)
{
    if (m_proxy.kind != Proxy::Kind::System)
        return begin(one);
    const auto age = m_system->age(one.request.url);
    if (age != SystemProxies::Age::Fresh)
        askSystemFor(one.request.url);
    if (age == SystemProxies::Age::Fresh || age == SystemProxies::Age::Stale)
        return begin(one);
    wait(one);
}

void Network::wait(const Waiting &one)
{
    m_waiting.push_back(one);
    QTimer::singleShot(one.request.timeout, this, [this, ticket = one.ticket] {
        give(ticket.get(), makeError(base::Error::Kind::Proxy, "proxy.timeout", base::Sent::No));
    });
}

std::vector<Network::Waiting> Network::ready(const std::function<bool(const Waiting &)> &isReady)
{
    std::vector<Waiting> result;
    const auto first = std::stable_partition(m_waiting.begin(), m_waiting.end(), std::not_fn(isReady));
    std::move(first, m_waiting.end(), std::back_inserter(result));
    m_waiting.erase(first, m_waiting.end());
    return result;
}

void Network::begin(const Waiting &one)
{
    if (const auto proxy = line()->choice().unknownFor(one.request.url)) {
        knock(*proxy, one.request.url);
        return wait({one.ticket, one.request, one.requestId, ProxyChoice::keyOf(*proxy)});
    }
    new Exchange(one.ticket, line(), one.request, one.requestId, m_options.userAgent, this);
}

void Network::askSystemFor(const QUrl &url)
{
    if (!m_asking.insert(SystemProxies::keyOf(url)).second)
        return;
    const auto ask = m_options.systemProxies ? m_options.systemProxies : askSystem;
    // Nobody waits for this thread: what it asks cannot be interrupted, and a program that ends must not hang on it.
    std::thread([ask, url, mailbox = m_mailbox] {
        const auto proxies = ask(url);
        mailbox->post([url, proxies](Network &network) { network.systemAnswered(url, proxies); });
    }).detach();
}

void Network::systemAnswered(const QUrl &url, const QList<QNetworkProxy> &proxies)
{
    const auto key = SystemProxies::keyOf(url);
    m_asking.erase(key);
    m_system->keep(url, proxies);
    for (const auto &one : ready([&key](const Waiting &waiting) {
             return waiting.proxy.isEmpty() && SystemProxies::keyOf(waiting.request.url) == key;
         }))
        begin(one);
}

void Network::knock(const QNetworkProxy &proxy, const QUrl &url)
{
    if (!m_knocking.insert(ProxyChoice::keyOf(proxy)).second)
        return;
    auto *knock = new Knock(proxy, url, m_options.userAgent, this);
    connect(knock, &Knock::answered, this,
            [this, proxy, url, line = m_line](Manner manner) { proxyAnswered(proxy, url, manner, line); });
}

void Network::proxyAnswered(const QNetworkProxy &proxy, const QUrl &url, Manner manner, const std::shared_ptr<Line> &line)
{
    const auto key = ProxyChoice::keyOf(proxy);
    m_knocking.erase(key);
    const bool current = line == m_line;  // or another login has been set meanwhile
    const bool takesUs = manner == Manner::Qt || manner == Manner::Basic;
    if (current && takesUs)
        line->choice().learn(proxy, manner);
    if (manner == Manner::Silent)
        line->doubtWay(url);
    const char *refusal = manner == Manner::Refused ? "proxy.auth" : "proxy.timeout";
    for (const auto &one : ready([&key](const Waiting &waiting) { return waiting.proxy == key; })) {
        if (current && !takesUs)
            one.ticket->settle(makeError(base::Error::Kind::Proxy, refusal, base::Sent::No));
        else  // what the system said may be in doubt since
            route({one.ticket, one.request, one.requestId});
    }
}

bool Network::give(const Ticket *ticket, const base::Error &error)
{
    for (auto one = m_waiting.begin(); one != m_waiting.end(); ++one) {
        if (one->ticket.get() != ticket)
            continue;
        one->ticket->settle(error);
        m_waiting.erase(one);
        return true;
    }
    return false;
}

void Network::cancel(const Ticket *ticket)
{
    if (give(ticket, base::cancelled()))
        return;
    for (auto *exchange : findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly))
        if (exchange->ticket() == ticket)
            exchange->cancel();
}

void Network::cancelAll()
{
    for (const auto &one : m_waiting)
        one.ticket->settle(base::cancelled());
    m_waiting.clear();
    for (auto *exchange : findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly)) {
        exchange->cancel();
        delete exchange;
    }
    qDeleteAll(findChildren<Knock *>(QString(), Qt::FindDirectChildrenOnly));
    m_line.reset();
}

void Network::work()
{
    if (const auto next = m_mailbox->take())
        next(*this);
}

void Mailbox::open(Network *network)
{
    const std::lock_guard lock(m_mutex);
    m_network = network;
}

bool Mailbox::push(Work work)
{
    if (!m_network)
        return false;
    m_works.push_back(std::move(work));
    QMetaObject::invokeMethod(m_network, "work", Qt::QueuedConnection);
    return true;
}

bool Mailbox::post(Work work)
{
    const std::lock_guard lock(m_mutex);
    return push(std::move(work));
}

void Mailbox::close(Work last)
{
    const std::lock_guard lock(m_mutex);
    push(std::move(last));
    m_network = nullptr;
}

Mailbox::Work Mailbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (m_works.empty())
        return {};
    auto work = std::move(m_works.front());
    m_works.pop_front();
    return work;
}

}  // namespace http
