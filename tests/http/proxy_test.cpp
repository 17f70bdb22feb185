#include "http/knock.h"
#include "tests/http/certificates.h"
#include "tests/http/loopback.h"
#include "tests/http/proxies.h"
#include "tests/http/sending.h"

#include <QNetworkProxy>

#include <atomic>
#include <thread>

using namespace http;
using namespace http::test;
using base::Sent;
using Kind = base::Error::Kind;

namespace {

const QString host = QStringLiteral("tax.test");  // no resolver knows it

Proxy through(Proxy::Kind kind, const TestProxy &proxy, const char *user = "", const char *password = "")
{
    return {kind, QStringLiteral("127.0.0.1"), proxy.port(), QString::fromLatin1(user), QString::fromLatin1(password)};
}

struct ProxyTest : testing::Test {
    Loopback server{[](const Seen &) { return answer(200, "ok"); }};
    Client client{{"Shebao/test", {}}};

    base::Result<Response> put()
    {
        return send(client, request(Method::Put, server.url(QStringLiteral("/"), host), "{}"));
    }
    void expectUnsent(const char *code)
    {
        const auto error = failure(put());
        EXPECT_EQ(error.kind, Kind::Proxy);
        EXPECT_EQ(error.code, QString::fromLatin1(code));
        EXPECT_EQ(error.sent, Sent::No);
        EXPECT_TRUE(server.seen().isEmpty());
    }
    QByteArray target() const { return "tax.test:" + QByteArray::number(server.port()); }
};

}  // namespace

TEST_F(ProxyTest, httpTunnelsAndLooksUpTheName)
{
    HttpProxy proxy;
    client.setProxy(through(Proxy::Kind::Http, proxy));
    ASSERT_TRUE(put());
    EXPECT_EQ(proxy.asked(), QList<QByteArray>{target()});
    EXPECT_FALSE(server.seen().at(0).head.contains("Proxy"));
}

TEST_F(ProxyTest, httpLogin)
{
    HttpProxy proxy("clerk:p:w 1");
    client.setProxy(through(Proxy::Kind::Http, proxy, "clerk", "p:w 1"));
    ASSERT_TRUE(put());
    EXPECT_EQ(proxy.challenges(), 1);
    EXPECT_EQ(server.seen().size(), 1);
    EXPECT_FALSE(server.seen().at(0).head.contains("Proxy"));
}

TEST_F(ProxyTest, httpWrongLoginEnds)
{
    HttpProxy proxy("clerk:right");
    client.setProxy(through(Proxy::Kind::Http, proxy, "clerk", "wrong"));
    expectUnsent("proxy.auth");
    EXPECT_LE(proxy.challenges(), 2);
    expectUnsent("proxy.auth");

    client.setProxy(through(Proxy::Kind::Http, proxy, "clerk", "right"));
    EXPECT_TRUE(put());
}

TEST_F(ProxyTest, httpLoginMissing)
{
    HttpProxy proxy("clerk:right");
    client.setProxy(through(Proxy::Kind::Http, proxy));
    expectUnsent("proxy.auth");
}

// Qt alone chooses NTLM here, and asks thousands of times a second for as long as it may.
TEST_F(ProxyTest, basicIsTakenWhereNtlmIsOfferedToo)
{
    const QByteArray ntlm = "Proxy-Authenticate: NTLM\r\n";
    HttpProxy only("clerk:right", 0, ntlm);
    HttpProxy both("clerk:right", 0, ntlm + "Proxy-Authenticate: Basic realm=\"office\"\r\n");
#ifdef Q_OS_UNIX  // without a login Windows may know who is logged on
    for (auto *proxy : {&only, &both}) {
        client.setProxy(through(Proxy::Kind::Http, *proxy));
        expectUnsent("proxy.auth");
        EXPECT_EQ(proxy->challenges(), 0);
    }
#endif
    client.setProxy(through(Proxy::Kind::Http, both, "clerk", "wrong"));
    expectUnsent("proxy.auth");
    EXPECT_EQ(both.challenges(), 0);
    client.setProxy(through(Proxy::Kind::Http, both, "clerk", "right"));
    ASSERT_TRUE(put());
    ASSERT_TRUE(put());
    EXPECT_EQ(both.challenges(), 0);
    EXPECT_EQ(both.asked(), QList<QByteArray>{target()}) << "one tunnel";
}

TEST(ProxyOffers, areReadAsQtReadsThem)
{
    const auto one = offersOf("HTTP/1.1 407 No\r\nPROXY-authenticate: NTLM\r\nProxy-Authenticate:basic realm=\"x\"");
    EXPECT_TRUE(one.wanted && one.ntlm && one.basic && !one.digest && !one.negotiate);
    const auto other = offersOf("HTTP/1.0 407\r\nProxy-Authenticate: Digest a\r\nProxy-Authenticate: Negotiate");
    EXPECT_TRUE(other.wanted && other.digest && other.negotiate && !other.ntlm && !other.basic);
    for (const char *none : {"", "HTTP/1.1 200 OK\r\nX: 407", "SSH-2.0", "HTTP/1.1 403 407", "HTTP/1.1"})
        EXPECT_FALSE(offersOf(none).wanted) << none;
}

TEST_F(ProxyTest, httpRefusesTheTarget)
{
    HttpProxy proxy({}, 403);
    client.setProxy(through(Proxy::Kind::Http, proxy));
    expectUnsent("proxy.denied");
}

TEST_F(ProxyTest, httpCannotReachTheTarget)
{
    for (const int status : {400, 404, 500, 502, 503, 504}) {
        HttpProxy proxy({}, status);
        client.setProxy(through(Proxy::Kind::Http, proxy));
        const auto error = failure(put());
        EXPECT_TRUE(error.kind == Kind::Proxy || error.kind == Kind::Network) << status;
        EXPECT_EQ(error.sent, Sent::No) << status << error.code.toStdString();
        EXPECT_TRUE(server.seen().isEmpty());
        RecordProperty(std::to_string(status), error.code.toStdString());
    }
}

TEST_F(ProxyTest, notThere)
{
    quint16 port = 0;
    {
        const HttpProxy gone;
        port = gone.port();
    }
    for (const auto kind : {Proxy::Kind::Http, Proxy::Kind::Socks5}) {
        client.setProxy({kind, QStringLiteral("127.0.0.1"), port, {}, {}});
        expectUnsent("proxy.refused");
        client.setProxy({kind, QStringLiteral("nowhere.invalid"), port, {}, {}});
        expectUnsent("proxy.not-found");
    }
}

TEST_F(ProxyTest, socksLooksUpTheName)
{
    SocksProxy proxy;
    client.setProxy(through(Proxy::Kind::Socks5, proxy));
    ASSERT_TRUE(put());
    EXPECT_EQ(proxy.asked(), QList<QByteArray>{target()});
}

TEST_F(ProxyTest, socksLogin)
{
    SocksProxy proxy("clerk", "right");
    client.setProxy(through(Proxy::Kind::Socks5, proxy, "clerk", "right"));
    ASSERT_TRUE(put());
    client.setProxy(through(Proxy::Kind::Socks5, proxy, "clerk", "wrong"));
    const auto wrong = failure(put());
    EXPECT_EQ(wrong.code, QStringLiteral("proxy.auth"));
    EXPECT_EQ(wrong.sent, Sent::No);
    client.setProxy(through(Proxy::Kind::Socks5, proxy));
    const auto none = failure(put());
    EXPECT_EQ(none.kind, Kind::Proxy);
    EXPECT_EQ(none.sent, Sent::No);
    EXPECT_EQ(server.seen().size(), 1);
}

TEST_F(ProxyTest, changeIsValidFromTheNextRequestOn)
{
    HttpProxy first;
    SocksProxy second;
    client.setProxy(through(Proxy::Kind::Http, first));
    EXPECT_TRUE(put());
    client.setProxy(through(Proxy::Kind::Socks5, second));
    EXPECT_EQ(client.proxy().port, second.port());
    EXPECT_TRUE(put());
    EXPECT_EQ(first.asked().size(), 1);
    EXPECT_EQ(second.asked().size(), 1);
    client.setProxy({});
    const auto direct = request(Method::Put, server.url(QStringLiteral("/")), "{}");
    EXPECT_TRUE(send(client, direct));
    EXPECT_EQ(server.seen().size(), 3);
}

TEST_F(ProxyTest, changeDoesNotDisturbWhatIsInFlight)
{
    Loopback slow([](const Seen &) {
        auto late = answer(200, "late");
        late.delayMs = 300;
        return late;
    });
    std::thread other([&] {
        auto result = send(client, request(Method::Put, slow.url(QStringLiteral("/")), "{}"));
        EXPECT_TRUE(result && result->body == "late");
    });
    while (slow.seen().isEmpty())
        std::this_thread::yield();
    HttpProxy proxy;
    client.setProxy(through(Proxy::Kind::Http, proxy));
    EXPECT_TRUE(put());
    other.join();
}

#ifdef Q_OS_UNIX  // Windows keeps the system's proxy elsewhere
TEST_F(ProxyTest, systemProxyFollowsTheEnvironment)
{
    HttpProxy proxy("clerk:right");
    qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
    client.setProxy({Proxy::Kind::System, {}, 0, QStringLiteral("clerk"), QStringLiteral("right")});
    EXPECT_TRUE(put());
    qunsetenv("http_proxy");
    EXPECT_EQ(server.seen().size(), 1);
    EXPECT_EQ(proxy.asked().size(), 2);  // once without, once with the login
}
#endif

TEST_F(ProxyTest, aSlowSystemIsAskedOnceAndStallsNobody)
{
    HttpProxy proxy;
    std::atomic<int> asked{0};
    std::atomic<bool> mayAnswer{false};
    const auto answer = [&](const QUrl &) -> QList<QNetworkProxy> {
        ++asked;
        while (!mayAnswer)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return {QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.port())};
    };
    Client slow({"Shebao/test", {}, answer});
    slow.setProxy({Proxy::Kind::System, {}, 0, {}, {}});
    const auto what = request(Method::Put, server.url(QStringLiteral("/"), host), "{}");
    std::vector<std::thread> waiting;
    for (int i = 0; i < 3; ++i)
        waiting.emplace_back([&] { EXPECT_TRUE(send(slow, what)); });
    while (asked == 0)
        std::this_thread::yield();

    base::Job job;
    std::thread cancelling([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        job.cancel();
    });
    EXPECT_EQ(failure(slow.send(what, job)).kind, Kind::Cancelled) << "the network thread is free";
    cancelling.join();
    auto impatient = what;
    impatient.timeout = std::chrono::milliseconds(50);
    const auto late = failure(send(slow, impatient));
    EXPECT_EQ(late.code, QStringLiteral("proxy.timeout"));
    EXPECT_EQ(late.sent, Sent::No);

    mayAnswer = true;
    for (auto &one : waiting)
        one.join();
    EXPECT_TRUE(send(slow, what));
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(server.seen().size(), 4);
}

TEST_F(ProxyTest, theSystemIsAskedAgainAfterAFailure)
{
    quint16 gone = 0;
    {
        const HttpProxy closed;
        gone = closed.port();
    }
    HttpProxy proxy;
    std::atomic<int> asked{0};
    Client moving({"Shebao/test", {}, [&](const QUrl &) -> QList<QNetworkProxy> {
                       const auto port = ++asked == 1 ? gone : proxy.port();
                       return {QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port)};
                   }});
    moving.setProxy({Proxy::Kind::System, {}, 0, {}, {}});
    const auto what = request(Method::Put, server.url(QStringLiteral("/"), host), "{}");
    EXPECT_EQ(failure(send(moving, what)).code, QStringLiteral("proxy.refused"));
    EXPECT_TRUE(send(moving, what));
    EXPECT_EQ(asked, 2);
}

TEST_F(ProxyTest, aProxyThatNeverAnswersIsItsOwnError)
{
    Loopback silent([](const Seen &) { return Reply{}; });
    client.setProxy({Proxy::Kind::Http, QStringLiteral("127.0.0.1"), silent.port(), {}, {}});
    auto what = request(Method::Put, server.url(QStringLiteral("/"), host), "{}");
    what.timeout = std::chrono::milliseconds(300);
    const auto error = failure(send(client, what));
    EXPECT_EQ(error.code, QStringLiteral("proxy.timeout"));
    EXPECT_EQ(error.sent, Sent::No);
}

TEST(ProxyAnswer, a407OfTheServerIsAProxyError)
{
    Loopback server([](const Seen &) { return answer(407, "<html>", "Proxy-Authenticate: Basic realm=\"x\"\r\n"); });
    Client client{{"Shebao/test", {}}};
    const auto error = failure(send(client, request(Method::Put, server.url(QStringLiteral("/")), "{}")));
    EXPECT_EQ(error.kind, Kind::Proxy);
    EXPECT_EQ(error.code, QStringLiteral("proxy.auth"));
    EXPECT_EQ(server.seen().size(), 1);
}

TEST(ProxyTls, goesThroughEveryTunnel)
{
    const auto authority = make({"authority", {}});
    const auto tls = make({"tax", "DNS:tax.test", &authority}).server();
    const QTemporaryDir folder;
    Loopback server([](const Seen &) { return answer(200, "ok"); }, &tls);
    Client client{{"Shebao/test", store(folder, authority.certPem())}};
    const auto what = request(Method::Put, server.url(QStringLiteral("/"), host, QStringLiteral("https")), "{}");
    HttpProxy http("clerk:right");
    SocksProxy socks("clerk", "right");
    client.setProxy(through(Proxy::Kind::Http, http, "clerk", "right"));
    EXPECT_TRUE(send(client, what));
    client.setProxy(through(Proxy::Kind::Socks5, socks, "clerk", "right"));
    EXPECT_TRUE(send(client, what));
    EXPECT_EQ(server.seen().size(), 2);
}
