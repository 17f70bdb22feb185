#include "http/knock.h"

#include <QTimer>

namespace http {

namespace {

constexpr int kPatienceMs = 30'000;
constexpr qsizetype kLongestHead = 64 * 1024;

}  // namespace

QByteArray basicLogin(const QNetworkProxy &proxy)
{
    return "Basic " + (proxy.user().toLatin1() + ':' + proxy.password().toLatin1()).toBase64();
}

// Each header is read as Qt reads it: by what it begins with.
Offers offersOf(const QByteArray &head)
{
    Offers offers;
    const auto lines = head.split('\n');
    offers.wanted = lines.value(0).startsWith("HTTP/1.") && lines.value(0).mid(8).trimmed().startsWith("407");
    for (const auto &line : lines) {
        const auto colon = line.indexOf(':');
        if (line.left(colon).toLower() != "proxy-authenticate")
            continue;
        const auto value = line.mid(colon + 1).trimmed().toLower();
        offers.basic |= value.startsWith("basic");
        offers.digest |= value.startsWith("digest");
        offers.ntlm |= value.startsWith("ntlm");
        offers.negotiate |= value.startsWith("negotiate");
    }
    return offers;
}

Knock::Knock(const QNetworkProxy &proxy, const QUrl &target, const QByteArray &userAgent, QObject *parent)
    : QObject(parent), m_proxy(proxy), m_userAgent(userAgent)
{
    const auto host = target.host(QUrl::FullyEncoded).toLatin1();
    m_target = (host.contains(':') && !host.startsWith('[') ? '[' + host + ']' : host) + ':'
               + QByteArray::number(target.port(target.scheme() == QLatin1String("http") ? 80 : 443));
    QTimer::singleShot(kPatienceMs, this, [this] { end(Manner::Silent); });
    QTimer::singleShot(0, this, [this] { ask(false); });  // whoever asks waits for the answer by then
}

void Knock::ask(bool withLogin)
{
    m_withLogin = withLogin;
    m_head.clear();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
    }
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this, [this] {
        m_socket->write("CONNECT " + m_target + " HTTP/1.1\r\nHost: " + m_target + "\r\nProxy-Connection: close\r\n"
                        + (m_userAgent.isEmpty() ? QByteArray() : "User-Agent: " + m_userAgent + "\r\n")
                        + (m_withLogin ? "Proxy-Authorization: " + basicLogin(m_proxy) + "\r\n" : QByteArray()) + "\r\n");
    });
    connect(m_socket, &QTcpSocket::readyRead, this, &Knock::read);
    // Whatever is wrong, Qt meets it, too, and has the error for it.
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { end(Manner::Qt); });
    m_socket->connectToHost(m_proxy.hostName(), m_proxy.port());
}

void Knock::read()
{
    m_head += m_socket->read(kLongestHead - m_head.size());
    const auto length = m_head.indexOf("\r\n\r\n");
    if (length >= 0)
        judge(offersOf(m_head.left(length)));
    else if (m_head.size() >= kLongestHead)
        end(Manner::Qt);
}

void Knock::judge(const Offers &offers)
{
    if (m_withLogin)
        return end(offers.wanted ? Manner::Refused : Manner::Basic);
    const bool bound = offers.ntlm || offers.negotiate;  // logins of a connection
    if (!offers.wanted || !bound || offers.digest)
        return end(Manner::Qt);
    if (!m_proxy.user().isEmpty())
        return offers.basic ? ask(true) : end(Manner::Qt);
    // Without a login only who is logged on to the system could be, and only where Qt knows how.
    end(offers.negotiate || QSysInfo::productType() == QLatin1String("windows") ? Manner::Qt : Manner::Refused);
}

void Knock::end(Manner manner)
{
    if (m_ended)
        return;
    m_ended = true;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    Q_EMIT answered(manner);
    deleteLater();
}

}  // namespace http
