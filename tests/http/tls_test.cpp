#include "tests/http/certificates.h"
#include "tests/http/loopback.h"
#include "tests/http/sending.h"

using namespace http;
using namespace http::test;
using base::Sent;
using Kind = base::Error::Kind;

namespace {

struct TlsTest : testing::Test {
    QTemporaryDir folder;
    Identity authority = make({"authority", {}});
    Identity stranger = make({"stranger", {}});

    base::Result<Response> put(QSslConfiguration server, bool trusted = true, int *seen = nullptr)
    {
        Loopback loopback([](const Seen &) { return answer(200, "ok"); }, &server);
        Client client{{"Shebao/test", trusted ? store(folder, authority.certPem()) : QString()}};
        const auto url = loopback.url(QStringLiteral("/"), QStringLiteral("127.0.0.1"), QStringLiteral("https"));
        auto result = send(client, request(Method::Put, url, "{}"));
        if (seen)
            *seen = static_cast<int>(loopback.seen().size());
        return result;
    }
    void expectRefused(const QSslConfiguration &server, const char *code, bool trusted = true)
    {
        int seen = 0;
        const auto error = failure(put(server, trusted, &seen));
        EXPECT_EQ(error.kind, Kind::Tls);
        EXPECT_EQ(error.code, QString::fromLatin1(code)) << error.detail.toStdString();
        EXPECT_EQ(error.sent, Sent::No);
        EXPECT_EQ(seen, 0);
    }
};

const QByteArray here = "IP:127.0.0.1,DNS:localhost";

}  // namespace

TEST_F(TlsTest, acceptsTheExtraAuthority)
{
    EXPECT_TRUE(put(make({"tax", here, &authority}).server()));
}

TEST_F(TlsTest, refusesAnUnknownAuthority)
{
    expectRefused(make({"tax", here, &stranger}).server(), "tls.untrusted");
    expectRefused(make({"tax", here, &authority}).server(), "tls.untrusted", false);
}

TEST_F(TlsTest, refusesASelfSignedCertificate)
{
    expectRefused(make({"tax", here}).server(), "tls.self-signed");
    expectRefused(make({"tax", here}).server(), "tls.self-signed", false);
}

TEST_F(TlsTest, refusesAnotherHost)
{
    expectRefused(make({"tax", "DNS:other.test", &authority}).server(), "tls.host-mismatch");
}

TEST_F(TlsTest, refusesWrongDates)
{
    expectRefused(make({"tax", here, &authority, -10, -1}).server(), "tls.expired");
    expectRefused(make({"tax", here, &authority, 1, 10}).server(), "tls.expired");
}

TEST_F(TlsTest, whoSignedComesFirst)
{
    expectRefused(make({"tax", "DNS:other.test", &stranger, -10, -1}).server(), "tls.untrusted");
    expectRefused(make({"tax", "DNS:other.test", &authority, -10, -1}).server(), "tls.host-mismatch");
}

TEST_F(TlsTest, refusesOldProtocols)
{
    auto old = make({"tax", here, &authority}).server();
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    const auto error = failure(put(old));
    EXPECT_EQ(error.kind, Kind::Tls);
    EXPECT_EQ(error.code, QStringLiteral("tls.version")) << error.detail.toStdString();
    EXPECT_EQ(error.sent, Sent::No);
}

TEST_F(TlsTest, aSilentHandshakeWasNotSent)
{
    Loopback plain([](const Seen &) { return Reply{}; });
    Client client{{"Shebao/test", {}}};
    auto what = request(Method::Put, plain.url(QStringLiteral("/"), QStringLiteral("127.0.0.1"), QStringLiteral("https")),
                        "{}");
    what.timeout = std::chrono::milliseconds(300);
    const auto error = failure(send(client, what));
    EXPECT_EQ(error.code, QStringLiteral("timeout.connect"));
    EXPECT_EQ(error.sent, Sent::No);
}

TEST_F(TlsTest, isNeverSentTwice)
{
    const auto tls = make({"tax", here, &authority}).server();
    Loopback server([](const Seen &seen) { return seen.path == "/warm" ? answer(200, "ok") : Reply{{}, true}; }, &tls);
    Client client{{"Shebao/test", store(folder, authority.certPem())}};
    const auto https = QStringLiteral("https");
    const auto local = QStringLiteral("127.0.0.1");
    EXPECT_TRUE(send(client, request(Method::Get, server.url(QStringLiteral("/warm"), local, https))));
    const auto error = failure(send(client, request(Method::Put, server.url(QStringLiteral("/once"), local, https), "{}")));
    EXPECT_EQ(error.code, QStringLiteral("network.reset"));
    EXPECT_EQ(error.sent, Sent::Unknown);
    EXPECT_EQ(server.seen().size(), 2);
}
