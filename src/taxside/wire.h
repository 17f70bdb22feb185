#pragma once
// One accepted connection, plain or TLS, as the stream the HTTP library reads and writes. It is ours so that faults can
// be exact to the byte: a dropped answer has none.

#include <httplib.h>

#include <atomic>
#include <memory>

namespace taxside {

/// How the rest of an exchange goes over the wire.
enum class Manner {
    Normal,
    Drop,   ///< nothing is written; the connection ends
    Reset,  ///< nothing is written; the connection ends with a TCP reset
    Cut,    ///< the head and half of the body are written, then the connection ends
};

class Wire final : public httplib::Stream {
public:
    /// `tls` may be null. `stopping` ends every wait.
    Wire(socket_t socket, SSL_CTX *tls, const std::atomic<bool> &stopping);
    ~Wire() override;

    bool handshake();
    /// Waits for the first byte of a request; false when the peer went, or was idle too long.
    bool awaitRequest(int idleMs);
    /// A new exchange begins: its counters and manners start over.
    void begin();
    void setManner(Manner manner) { m_manner = manner; }
    void setSlow(int msPerPiece) { m_slowMs = msPerPiece; }
    /// The peer sees the end of the connection now; what goes on here goes on without it.
    void hangUp();
    bool broken() const { return m_broken; }
    bool stopping() const { return m_stopping; }

    bool is_readable() const override { return true; }
    bool is_writable() const override { return !m_broken; }
    ssize_t read(char *ptr, size_t size) override;
    ssize_t write(const char *ptr, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

    /// The connection this thread is serving.
    static Wire *current();

private:
    bool fill(int timeoutMs);
    bool ready(bool forWriting, int timeoutMs) const;
    bool send(const char *ptr, size_t size);

    socket_t m_socket;
    SSL *m_ssl = nullptr;
    const std::atomic<bool> &m_stopping;
    std::unique_ptr<char[]> m_buffer;
    std::size_t m_at = 0;
    std::size_t m_filled = 0;
    std::size_t m_received = 0;  ///< in this exchange
    Manner m_manner = Manner::Normal;
    bool m_headSent = false;
    int m_slowMs = 0;
    bool m_broken = false;
};

}  // namespace taxside
