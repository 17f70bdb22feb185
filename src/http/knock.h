#pragma once
// Asks an HTTP proxy how it wants to be logged in to, before Qt does. Qt 6.4 takes NTLM wherever it is offered beside Basic,
// and when that fails, or when there is no login, asks again without end, thousands of times a second, and says nothing.

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>

namespace http {

/// How a proxy is logged in to.
enum class Manner {
    Qt,       ///< as Qt does it: without a login, with Digest, or with the only one that is offered
    Basic,    ///< Basic, which has just been taken
    Refused,  ///< it does not take the login, or wants one and there is none
    Silent,   ///< it has not answered
};

/// What may be tried, of the head of an answer.
struct Offers {
    bool wanted = false;  ///< it was a 407
    bool basic = false;
    bool digest = false;
    bool ntlm = false;
    bool negotiate = false;
};
Offers offersOf(const QByteArray &head);

/// One tunnel is asked for without the login, and a second one with it where that decides. Neither is used.
class Knock final : public QObject {
    Q_OBJECT

public:
    Knock(const QNetworkProxy &proxy, const QUrl &target, const QByteArray &userAgent, QObject *parent);

Q_SIGNALS:
    /// Once.
    void answered(http::Manner manner);

private:
    void ask(bool withLogin);
    void read();
    void judge(const Offers &offers);
    void end(Manner manner);

    QNetworkProxy m_proxy;
    QByteArray m_target, m_userAgent, m_head;
    QTcpSocket *m_socket = nullptr;  ///< child
    bool m_withLogin = false;
    bool m_ended = false;
};

/// What Qt would send as Basic.
QByteArray basicLogin(const QNetworkProxy &proxy);

}  // namespace http
