#pragma once
// A loopback HTTP server on a thread of its own that gives every request the same answer, or what a function has for it.

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>
#include <mutex>

namespace tests {

class CannedServer final {
public:
    CannedServer()
    {
        m_server.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { serve(m_server.nextPendingConnection()); });
                m_server.listen(QHostAddress::LocalHost);
                m_port = m_server.serverPort();
            },
            Qt::BlockingQueuedConnection);
    }
    ~CannedServer()
    {
        QMetaObject::invokeMethod(&m_server, [this] { m_server.close(); qDeleteAll(m_server.findChildren<QTcpSocket *>()); },
                                  Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    CannedServer(const CannedServer &) = delete;
    CannedServer &operator=(const CannedServer &) = delete;

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_port)); }
    void answer(int status, const QByteArray &type, const QByteArray &body)
    {
        const std::lock_guard lock(m_mutex);
        m_bodyFor = {};
        m_answer = answerOf(status, type, body);
    }
    /// `bodyFor`: of a 200, for a request; called on the server's thread.
    void answer(const std::function<QByteArray(const QByteArray &request)> &bodyFor)
    {
        const std::lock_guard lock(m_mutex);
        m_bodyFor = bodyFor;
    }
    QByteArray lastRequest() const
    {
        const std::lock_guard lock(m_mutex);
        return m_request;
    }

private:
    static QByteArray answerOf(int status, const QByteArray &type, const QByteArray &body)
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    }
    void serve(QTcpSocket *socket)
    {
        auto received = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, received] {
            *received += socket->readAll();
            const auto head = received->indexOf("\r\n\r\n");
            if (head < 0)
                return;
            qsizetype length = 0;
            for (const auto &line : received->left(head).split('\n')) {
                if (line.toLower().startsWith("content-length:"))
                    length = line.mid(15).trimmed().toLongLong();
            }
            if (received->size() < head + 4 + length)
                return;
            const std::lock_guard lock(m_mutex);
            m_request = *received;
            socket->write(m_bodyFor ? answerOf(200, "application/json", m_bodyFor(m_request)) : m_answer);
            socket->disconnectFromHost();
        });
    }

    QThread m_thread;
    QTcpServer m_server;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QByteArray m_answer;
    std::function<QByteArray(const QByteArray &)> m_bodyFor;
    QByteArray m_request;
};

}  // namespace tests
