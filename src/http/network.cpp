#include "http/network.h"

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
