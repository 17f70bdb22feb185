#include "campaign/gate.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <string>

namespace campaign {

namespace {

constexpr int kTickMs = 2;  // how soon a gate that opens, or ends, is noticed

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

int newSocket()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        throw std::runtime_error("gate: no socket");
    return socket;
}

bool readable(int socket, int milliseconds)
{
    pollfd one{socket, POLLIN, 0};
    return ::poll(&one, 1, milliseconds) > 0;
}

}  // namespace

struct Gate::Side {
    int socket = -1;
    std::string kept;
    bool open = true;
};

Gate::Gate(std::uint16_t serverPort) : m_serverPort(serverPort), m_listener(newSocket())
{
    auto address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 16) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("gate: cannot listen");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

Gate::~Gate()
{
    m_stop = true;
    m_acceptor.join();
    for (auto &connection : m_connections)
        connection.join();
    ::close(m_listener);
}

void Gate::accept()
{
    while (!m_stop) {
        if (!readable(m_listener, kTickMs))
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const std::lock_guard lock(m_mutex);
        m_connections.emplace_back([this, client] { serve(client); });
    }
}

void Gate::serve(int client)
{
    const int yes = 1;
    Side asking{client, {}, true};
    Side answering{newSocket(), {}, true};
    const auto address = loopback(m_serverPort);
    ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::setsockopt(answering.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    answering.open = ::connect(answering.socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    bool submits = false;  // what was asked last on this connection
    while (!m_stop && asking.open && answering.open) {
        std::array<pollfd, 2> both{pollfd{asking.socket, POLLIN, 0}, pollfd{answering.socket, POLLIN, 0}};
        ::poll(both.data(), both.size(), kTickMs);
        receive(asking);
        receive(answering);
        if (asking.kept.rfind("PUT ", 0) == 0)
            submits = true;
        else if (asking.kept.rfind("GET ", 0) == 0)
            submits = false;
        if (!(submits && m_holdRequests))
            passOn(asking, answering.socket);
        if (!(submits && m_holdAnswers))
            passOn(answering, asking.socket);
    }
    m_held -= static_cast<std::int64_t>(asking.kept.size() + answering.kept.size());
    ::close(asking.socket);
    ::close(answering.socket);
}

void Gate::receive(Side &from)
{
    std::array<char, 16384> bytes;
    while (from.open && readable(from.socket, 0)) {
        const auto count = ::recv(from.socket, bytes.data(), bytes.size(), 0);
        from.open = count > 0;
        if (count > 0) {
            from.kept.append(bytes.data(), static_cast<std::size_t>(count));
            m_held += count;
        }
    }
}

void Gate::passOn(Side &from, int to)
{
    std::size_t done = 0;
    while (done < from.kept.size()) {
        const auto count = ::send(to, from.kept.data() + done, from.kept.size() - done, MSG_NOSIGNAL);
        if (count <= 0) {
            from.open = false;
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    m_held -= static_cast<std::int64_t>(done);
    from.kept.erase(0, done);
}

}  // namespace campaign
