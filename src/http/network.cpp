#include "http/network.h"

namespace http {

std::shared_ptr<Line> Network::line()
{
    if (!m_tls)
        m_tls = verifiedTls(m_options.extraCaFile);
    if (!m_line)
        m_line = std::make_shared<Line>(m_proxy, *m_tls);
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
        new Exchange(ticket, line(), request, requestId, m_options.userAgent, this);
}

void Network::cancel(const Ticket *ticket)
{
    for (auto *exchange : findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly))
        if (exchange->ticket() == ticket)
            exchange->cancel();
}

void Network::cancelAll()
{
    for (auto *exchange : findChildren<Exchange *>(QString(), Qt::FindDirectChildrenOnly)) {
        exchange->cancel();
        delete exchange;
    }
    m_line.reset();
}

bool Mailbox::post(const std::function<void(Network &)> &work)
{
    const std::lock_guard lock(m_mutex);
    if (!m_network)
        return false;
    QMetaObject::invokeMethod(m_network, [network = m_network, work] { work(*network); }, Qt::QueuedConnection);
    return true;
}

void Mailbox::close(const std::function<void(Network &)> &last)
{
    post(last);
    const std::lock_guard lock(m_mutex);
    m_network = nullptr;
}

}  // namespace http
