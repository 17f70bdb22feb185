#include "taxside/wire.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <chrono>
#include <thread>

#ifndef _WIN32
#include <poll.h>
#endif

namespace taxside {

namespace {

constexpr std::size_t kBufferSize = 16'384;
/// A request may have 64 MB of body (the HTTP library counts those it is told the length of) and its headers.
constexpr std::size_t kMaxRequest = 65u * 1024 * 1024;
constexpr int kIoTimeoutMs = 30'000;
constexpr int kTickMs = 50;  // how soon a wait notices that the server stops
constexpr std::size_t kSlowPiece = 256;

thread_local Wire *currentWire = nullptr;

int pollSocket(socket_t socket, bool forWriting, int timeoutMs)
{
#ifdef _WIN32
    WSAPOLLFD entry{socket, static_cast<SHORT>(forWriting ? POLLWRNORM : POLLRDNORM), 0};
    return WSAPoll(&entry, 1, timeoutMs);
#else
    pollfd entry{socket, static_cast<short>(forWriting ? POLLOUT : POLLIN), 0};
    return ::poll(&entry, 1, timeoutMs);
#endif
}

void closeSocket(socket_t socket, bool reset)
{
    if (reset) {
        const linger hard{1, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&hard), sizeof hard);
    }
#ifdef _WIN32
    if (!reset)
        ::shutdown(socket, SD_BOTH);
    ::closesocket(socket);
#else
    if (!reset)
        ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
#endif
}

void setNonBlocking(socket_t socket)
{
#ifdef _WIN32
    u_long on = 1;
    ::ioctlsocket(socket, FIONBIO, &on);
#else
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL, 0) | O_NONBLOCK);
#endif
}

bool wouldBlock()
{
#ifdef _WIN32
    return WSAGetLastError() == WSAEWOULDBLOCK;
#else
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
#endif
}

void describe(const sockaddr_storage &address, socklen_t length, std::string &ip, int &port)
{
    char host[NI_MAXHOST] = {};
    char service[NI_MAXSERV] = {};
    if (::getnameinfo(reinterpret_cast<const sockaddr *>(&address), length, host, sizeof host, service, sizeof service,
                      NI_NUMERICHOST | NI_NUMERICSERV)
        != 0)
        return;
    ip = host;
    port = std::atoi(service);
}

}  // namespace

Wire::Wire(socket_t socket, SSL_CTX *tls, const std::atomic<bool> &stopping)
    : m_socket(socket), m_stopping(stopping), m_buffer(new char[kBufferSize])
{
    currentWire = this;
    setNonBlocking(socket);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
    if (tls) {
        m_ssl = SSL_new(tls);
        SSL_set_fd(m_ssl, static_cast<int>(socket));
    }
}

Wire::~Wire()
{
    if (m_ssl) {
        if (!m_broken && m_manner == Manner::Normal)
            SSL_shutdown(m_ssl);
        SSL_free(m_ssl);
    }
    closeSocket(m_socket, m_manner == Manner::Reset);
    currentWire = nullptr;
}

Wire *Wire::current()
{
    return currentWire;
}

bool Wire::ready(bool forWriting, int timeoutMs) const
{
    for (int waited = 0; waited <= timeoutMs && !m_stopping; waited += kTickMs) {
        const int found = pollSocket(m_socket, forWriting, kTickMs);
        if (found != 0)
            return found > 0;
    }
    return false;
}

bool Wire::handshake()
{
    while (m_ssl) {
        const int done = SSL_accept(m_ssl);
        if (done == 1)
            break;
        const int why = SSL_get_error(m_ssl, done);
        ERR_clear_error();
        if ((why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE)
            || !ready(why == SSL_ERROR_WANT_WRITE, kIoTimeoutMs)) {
            m_broken = true;
            return false;
        }
    }
    return true;
}

bool Wire::awaitRequest(int idleMs)
{
    return m_at < m_filled || fill(idleMs);
}

void Wire::begin()
{
    m_received = 0;
    m_manner = Manner::Normal;
    m_slowMs = 0;
    m_headSent = false;
}

void Wire::hangUp()
{
    m_broken = true;
#ifdef _WIN32
    ::shutdown(m_socket, SD_BOTH);
#else
    ::shutdown(m_socket, SHUT_RDWR);
#endif
}

bool Wire::fill(int timeoutMs)
{
    for (;;) {
        ssize_t got = 0;
        bool wantsWrite = false;
        bool again = false;
        if (m_ssl) {
            got = SSL_read(m_ssl, m_buffer.get(), kBufferSize);
            if (got <= 0) {
                const int why = SSL_get_error(m_ssl, static_cast<int>(got));
                ERR_clear_error();
                wantsWrite = why == SSL_ERROR_WANT_WRITE;
                again = wantsWrite || why == SSL_ERROR_WANT_READ;
            }
        } else {
            got = ::recv(m_socket, m_buffer.get(), kBufferSize, 0);
            again = got < 0 && wouldBlock();
        }
        if (got > 0) {
            m_at = 0;
            m_filled = static_cast<std::size_t>(got);
            return true;
        }
        if (!again || !ready(wantsWrite, timeoutMs)) {
            m_broken = true;
            return false;
        }
    }
}

ssize_t Wire::read(char *ptr, size_t size)
{
    if (m_received > kMaxRequest) {
        m_broken = true;
        return -1;
    }
    if (m_at == m_filled && !fill(kIoTimeoutMs))
        return -1;
    const std::size_t count = std::min(size, m_filled - m_at);
    std::copy_n(m_buffer.get() + m_at, count, ptr);
    m_at += count;
    m_received += count;
    return static_cast<ssize_t>(count);
}

bool Wire::send(const char *ptr, size_t size)
{
    while (size > 0 && !m_broken) {
        const std::size_t piece = m_slowMs > 0 ? std::min(size, kSlowPiece) : size;
        ssize_t sent = 0;
        bool again = false;
        bool wantsRead = false;
        if (m_ssl) {
            sent = SSL_write(m_ssl, ptr, static_cast<int>(std::min<std::size_t>(piece, 1 << 30)));
            if (sent <= 0) {
                const int why = SSL_get_error(m_ssl, static_cast<int>(sent));
                ERR_clear_error();
                wantsRead = why == SSL_ERROR_WANT_READ;
                again = wantsRead || why == SSL_ERROR_WANT_WRITE;
            }
        } else {
#ifdef MSG_NOSIGNAL
            sent = ::send(m_socket, ptr, piece, MSG_NOSIGNAL);
#else
            sent = ::send(m_socket, ptr, static_cast<int>(piece), 0);
#endif
            again = sent < 0 && wouldBlock();
        }
        if (sent > 0) {
            ptr += sent;
            size -= static_cast<std::size_t>(sent);
            if (m_slowMs > 0 && size > 0 && !m_stopping)
                std::this_thread::sleep_for(std::chrono::milliseconds(m_slowMs));
        } else if (!again || !ready(!wantsRead, kIoTimeoutMs)) {
            m_broken = true;
        }
    }
    return !m_broken;
}

ssize_t Wire::write(const char *ptr, size_t size)
{
    switch (m_manner) {
    case Manner::Normal: return send(ptr, size) ? static_cast<ssize_t>(size) : -1;
    case Manner::Drop:
    case Manner::Reset: m_broken = true; return -1;
    case Manner::Cut: break;
    }
    // The library writes the head of an answer first, then its body.
    const bool head = !m_headSent;
    m_headSent = true;
    m_broken = !send(ptr, head ? size : size / 2) || !head;
    return m_broken ? -1 : static_cast<ssize_t>(size);
}

void Wire::get_remote_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (::getpeername(m_socket, reinterpret_cast<sockaddr *>(&address), &length) == 0)
        describe(address, length, ip, port);
}

void Wire::get_local_ip_and_port(std::string &ip, int &port) const
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &length) == 0)
        describe(address, length, ip, port);
}

}  // namespace taxside
