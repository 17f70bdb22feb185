#pragma once
// Two small proxies for the tests. Both reach 127.0.0.1 whatever name they are asked for, and write the name down: so a
// name that only the proxy can resolve shows that the client did not look it up.

#include "tests/http/runner.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <mutex>

namespace http::test {

class TestProxy {
public:
    virtual ~TestProxy() = default;

    quint16 port() const { return m_port; }
    /// `host:port` of every tunnel asked for, in order.
    QList<QByteArray> asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }
    int challenges() const
    {
        const std::lock_guard lock(m_mutex);
        return m_challenges;
    }

protected:
    void listen()
    {
        m_runner.run([this] {
            m_server = std::make_unique<QTcpServer>();
            m_server->listen(QHostAddress::LocalHost);
            m_port = m_server->serverPort();
            QObject::connect(m_server.get(), &QTcpServer::newConnection, m_runner.owner(), [this] {
                while (auto *client = m_server->nextPendingConnection()) {
                    QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] { talk(client); });
                    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
                }
            });
        });
    }
    /// To be called by the destructors of subclasses: talk() is theirs.
    void stop()
    {
        m_runner.run([this] { m_server.reset(); });
    }

    virtual void talk(QTcpSocket *client) = 0;

    void note(const QByteArray &target)
    {
        const std::lock_guard lock(m_mutex);
        m_asked.append(target);
    }
    void challenged()
    {
        const std::lock_guard lock(m_mutex);
        ++m_challenges;
    }
    /// Says `yes` to the client and passes bytes on from then on.
    static void join(QTcpSocket *client, quint16 port, const QByteArray &yes)
    {
        QObject::disconnect(client, &QTcpSocket::readyRead, nullptr, nullptr);
        auto *server = new QTcpSocket(client);
        QObject::connect(server, &QTcpSocket::connected, client, [client, yes] { client->write(yes); });
        QObject::connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        QObject::connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

private:
    Runner m_runner;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QList<QByteArray> m_asked;
    int m_challenges = 0;
};

/// CONNECT only. `login` is user:password, empty for none; `refusal` is a status it answers every CONNECT with; `offers` are
/// the headers of its challenge, of which Basic alone is ever taken.
class HttpProxy final : public TestProxy {
public:
    explicit HttpProxy(const QByteArray &login = {}, int refusal = 0,
                       const QByteArray &offers = "Proxy-Authenticate: Basic realm=\"office\"\r\n")
        : m_login(login), m_refusal(refusal), m_offers(offers)
    {
        listen();
    }
    ~HttpProxy() override { stop(); }

private:
    void talk(QTcpSocket *client) override
    {
        // The head comes in one piece on loopback.
        const auto head = client->readAll();
        if (!head.startsWith("CONNECT "))
            return say(client, 405, {});
        const auto target = head.split(' ').value(1);
        const bool knock = head.contains("Proxy-Connection: close\r\n");  // the client only asks how to log in
        if (!knock)
            note(target);
        if (!m_login.isEmpty() && !head.contains("Proxy-Authorization: Basic " + m_login.toBase64() + "\r\n")) {
            if (!knock)
                challenged();
            return say(client, 407, m_offers);
        }
        if (m_refusal)
            return say(client, m_refusal, {});
        join(client, target.mid(target.lastIndexOf(':') + 1).toUShort(), "HTTP/1.1 200 Connection established\r\n\r\n");
    }
    static void say(QTcpSocket *client, int status, const QByteArray &headers)
    {
        const QByteArray page = "<html><body>The proxy says no</body></html>";
        client->write("HTTP/1.1 " + QByteArray::number(status) + " No\r\n" + headers
                      + "Content-Type: text/html\r\nContent-Length: " + QByteArray::number(page.size()) + "\r\n\r\n" + page);
    }

    QByteArray m_login;
    int m_refusal;
    QByteArray m_offers;
};

/// RFC 1928 and RFC 1929, CONNECT by name or IPv4.
class SocksProxy final : public TestProxy {
public:
    explicit SocksProxy(const QByteArray &user = {}, const QByteArray &password = {}) : m_user(user), m_password(password)
    {
        listen();
    }
    ~SocksProxy() override { stop(); }

private:
    void talk(QTcpSocket *client) override
    {
        const auto bytes = client->readAll();
        const char version = bytes.at(0);
        if (version == 1)
            return login(client, bytes);
        if (client->property("greeted").toBool())
            return connectTo(client, bytes);
        client->setProperty("greeted", true);
        const char wanted = m_user.isEmpty() ? 0 : 2;
        const bool offered = bytes.mid(2).contains(wanted);
        client->write(QByteArray(1, 5) + QByteArray(1, offered ? wanted : char(0xff)));
        if (!offered)
            client->disconnectFromHost();
    }
    void login(QTcpSocket *client, const QByteArray &bytes)
    {
        const int userLength = bytes.at(1);
        const bool good = bytes.mid(2, userLength) == m_user && bytes.mid(3 + userLength) == m_password;
        if (!good)
            challenged();
        client->write(QByteArray(1, 1) + QByteArray(1, good ? 0 : 1));
        if (!good)
            client->disconnectFromHost();
    }
    void connectTo(QTcpSocket *client, const QByteArray &bytes)
    {
        const bool name = bytes.at(3) == 3;
        const int length = name ? bytes.at(4) : 4;
        const auto host = name ? bytes.mid(5, length) : QByteArray("an address");
        const auto tail = bytes.mid(name ? 5 + length : 8);
        const auto port = static_cast<quint16>((quint8(tail.at(0)) << 8) | quint8(tail.at(1)));
        note(host + ':' + QByteArray::number(port));
        join(client, port, QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
    }

    QByteArray m_user;
    QByteArray m_password;
};

}  // namespace http::test
