#pragma once
// A web server on 127.0.0.1 that writes down what it was sent and answers by script, in a thread of its own.

#include "tests/http/runner.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>

namespace http::test {

struct Seen {
    QByteArray method;
    QByteArray path;
    QByteArray head;  ///< request line and headers
    QByteArray body;
    int connection = 0;  ///< which connection of the server, from 1
};

/// No bytes and no closing: never answers.
struct Reply {
    QByteArray bytes;
    bool close = false;
    int delayMs = 0;
};

inline Reply answer(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
            + headers + "\r\n" + body};
}

class Loopback final {
public:
    using Script = std::function<Reply(const Seen &)>;

    explicit Loopback(Script script, const QSslConfiguration *tls = nullptr) : m_script(std::move(script))
    {
        m_runner.run([this, tls] {
            if (tls) {
                auto server = std::make_unique<QSslServer>();
                server->setSslConfiguration(*tls);
                m_server = std::move(server);
            } else {
                m_server = std::make_unique<QTcpServer>();
            }
            m_server->listen(QHostAddress::LocalHost);
            m_port = m_server->serverPort();
            QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_runner.owner(), [this] { accept(); });
        });
    }
    ~Loopback()
    {
        m_runner.run([this] { m_server.reset(); });
    }

    quint16 port() const { return m_port; }
    QString url(const QString &path, const QString &host = QStringLiteral("127.0.0.1"),
                const QString &scheme = QStringLiteral("http")) const
    {
        return QStringLiteral("%1://%2:%3%4").arg(scheme, host).arg(m_port).arg(path);
    }
    QList<Seen> seen() const
    {
        const std::lock_guard lock(m_mutex);
        return m_seen;
    }

private:
    void accept()
    {
        while (auto *socket = m_server->nextPendingConnection()) {
            const int number = ++m_connections;
            auto buffer = std::make_shared<QByteArray>();
            const auto more = [this, socket, number, buffer] {
                *buffer += socket->readAll();
                while (take(*buffer, number, socket)) {}
            };
            QObject::connect(socket, &QTcpSocket::readyRead, socket, more);
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            more();
        }
    }

    bool take(QByteArray &buffer, int number, QTcpSocket *socket)
    {
        const auto headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        Seen request;
        request.connection = number;
        request.head = buffer.left(headEnd + 2);
        const auto words = request.head.left(request.head.indexOf("\r\n")).split(' ');
        request.method = words.value(0);
        request.path = words.value(1);
        qsizetype length = 0;
        for (const auto &line : request.head.split('\n'))
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        if (buffer.size() < headEnd + 4 + length)
            return false;
        request.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        {
            const std::lock_guard lock(m_mutex);
            m_seen.append(request);
        }
        const auto reply = m_script(request);
        QTimer::singleShot(reply.delayMs, socket, [socket, reply] {
            socket->write(reply.bytes);
            if (reply.close)
                socket->disconnectFromHost();
        });
        return true;
    }

    Script m_script;
    Runner m_runner;
    std::unique_ptr<QTcpServer> m_server;
    quint16 m_port = 0;
    int m_connections = 0;
    mutable std::mutex m_mutex;
    QList<Seen> m_seen;
};

}  // namespace http::test
