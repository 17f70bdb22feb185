#include "http/client.h"

#include "tests/http/loopback.h"
#include "tests/http/sending.h"

#include <thread>

using namespace http;
using namespace http::test;
using base::Sent;
using Kind = base::Error::Kind;
using namespace std::chrono_literals;

namespace {

QString unusedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QString::number(server.serverPort());
}

struct ClientTest : testing::Test {
    Client client{{"Shebao/test", {}}};
};

}  // namespace

TEST_F(ClientTest, answersWithBodyTypeAndEtag)
{
    Loopback server([](const Seen &) {
        return answer(200, R"({"a":1})", "Content-Type: application/json; charset=utf-8\r\nETag: \"7\"\r\n");
    });
    auto what = request(Method::Put, server.url(QStringLiteral("/v1/x?page=2")), "{}");
    what.bearer = "abc";
    what.headers = {{"Accept-Language", "zh-CN"}};
    auto result = send(client, what);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 200);
    EXPECT_EQ(result->body, R"({"a":1})");
    EXPECT_EQ(result->contentType, "application/json; charset=utf-8");
    EXPECT_EQ(result->etag, "\"7\"");

    const auto seen = server.seen();
    ASSERT_EQ(seen.size(), 1);
    EXPECT_EQ(seen[0].method, "PUT");
    EXPECT_EQ(seen[0].path, "/v1/x?page=2");
    EXPECT_EQ(seen[0].body, "{}");
    EXPECT_TRUE(seen[0].head.contains("\r\nX-Request-ID: " + result->requestId.toLatin1() + "\r\n"));
    for (const auto *line : {"User-Agent: Shebao/test", "Authorization: Bearer abc", "Accept-Language: zh-CN",
                             "Content-Type: application/json", "Content-Length: 2"})
        EXPECT_TRUE(seen[0].head.contains(QByteArray("\r\n") + line + "\r\n")) << line << "\n" << seen[0].head.data();
}

TEST_F(ClientTest, sendsEveryMethod)
{
    Loopback server([](const Seen &) { return answer(200, "ok"); });
    for (const auto method : {Method::Get, Method::Put, Method::Post, Method::Delete})
        EXPECT_TRUE(send(client, request(method, server.url(QStringLiteral("/")), method == Method::Put ? "b" : "")));
    QList<QByteArray> methods;
    for (const auto &seen : server.seen())
        methods.append(seen.method);
    EXPECT_EQ(methods, (QList<QByteArray>{"GET", "PUT", "POST", "DELETE"}));
}

TEST_F(ClientTest, keepsTheConnection)
{
    // Not at once: an answer that is there before Qt looks for it the first time is looked for once more after it was read, and
    // the connection closed because nothing is expected any more.
    Loopback server([](const Seen &) {
        auto reply = answer(200, "ok");
        reply.delayMs = 50;
        return reply;
    });
    for (int i = 0; i < 3; ++i)
        EXPECT_TRUE(send(client, request(Method::Put, server.url(QStringLiteral("/")), "x")));
    for (const auto &seen : server.seen())
        EXPECT_EQ(seen.connection, 1);
}

TEST_F(ClientTest, unpacksGzip)
{
    // gzip of 1000 times 'a'
    const auto packed = QByteArray::fromHex(
        "1f8b08000000000002034b4c1c05a360140c77000003da389ae8030000");
    Loopback server([&packed](const Seen &) { return answer(200, packed, "Content-Encoding: gzip\r\n"); });
    auto result = send(client, request(Method::Get, server.url(QStringLiteral("/"))));
    ASSERT_TRUE(result);
    EXPECT_TRUE(server.seen().at(0).head.contains("gzip"));
    EXPECT_EQ(result->body.size(), 1000);
}

TEST_F(ClientTest, anyStatusIsAnAnswer)
{
    for (const int status : {201, 204, 304, 400, 418, 401, 403, 404, 409, 422, 429, 500, 501, 502, 503, 504}) {
        const QByteArray body = status == 204 || status == 304 ? "" : R"({"code":"x"})";
        Loopback server([status, body](const Seen &) {
            return answer(status, body, status == 401 ? "WWW-Authenticate: Bearer\r\n" : "");
        });
        for (const auto method : {Method::Get, Method::Put}) {
            auto result = send(client, request(method, server.url(QStringLiteral("/")), "{}"));
            ASSERT_TRUE(result) << status << " " << qPrintable(result.error().code + result.error().detail);
            EXPECT_EQ(result->status, status);
            EXPECT_EQ(result->body, body);
        }
        EXPECT_EQ(server.seen().size(), 2) << status;
    }
}

TEST_F(ClientTest, aLoginQuestionOfTheServerIsAnAnswer)
{
    Loopback server([](const Seen &) { return answer(401, "{}", "WWW-Authenticate: Basic realm=\"x\"\r\n"); });
    auto result = send(client, request(Method::Put, server.url(QStringLiteral("/")), "{}"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, 401);
    EXPECT_EQ(result->body, "{}");
    EXPECT_EQ(server.seen().size(), 1);
}

TEST_F(ClientTest, redirectIsAnError)
{
    for (const int status : {301, 302, 303, 307, 308}) {
        Loopback server([status](const Seen &) { return answer(status, "", "Location: /other\r\n"); });
        const auto error = failure(send(client, request(Method::Put, server.url(QStringLiteral("/")), "{}")));
        EXPECT_EQ(error.kind, Kind::Protocol);
        EXPECT_EQ(error.code, QStringLiteral("protocol.redirect"));
        EXPECT_EQ(server.seen().size(), 1);
    }
}

TEST_F(ClientTest, refusesWhatItCannotSend)
{
    for (const auto *url : {"", "/v1/health", "file:///etc/passwd", "ftp://h/x", "http://u:p@h/", "http:///x"}) {
        const auto error = failure(send(client, request(Method::Get, QString::fromLatin1(url))));
        EXPECT_EQ(error.code, QStringLiteral("request.url")) << url;
        EXPECT_EQ(error.sent, Sent::No);
    }
    auto what = request(Method::Get, QStringLiteral("http://127.0.0.1:1/"));
    what.bearer = "a\r\nX: y";
    EXPECT_EQ(failure(send(client, what)).code, QStringLiteral("request.header"));
}

TEST_F(ClientTest, refusedConnectionWasNotSent)
{
    for (const auto method : {Method::Get, Method::Put, Method::Delete}) {
        const auto url = QStringLiteral("http://127.0.0.1:%1/").arg(unusedPort());
        const auto error = failure(send(client, request(method, url, method == Method::Put ? "{}" : "")));
        EXPECT_EQ(error.kind, Kind::Network);
        EXPECT_EQ(error.code, QStringLiteral("network.refused"));
        EXPECT_EQ(error.sent, Sent::No);
        EXPECT_FALSE(error.requestId.isEmpty());
    }
}

TEST_F(ClientTest, unknownHostWasNotSent)
{
    const auto error = failure(send(client, request(Method::Put, QStringLiteral("http://nowhere.invalid/"), "{}")));
    EXPECT_EQ(error.code, QStringLiteral("network.host-not-found"));
    EXPECT_EQ(error.sent, Sent::No);
}

TEST_F(ClientTest, noAnswerInTime)
{
    Loopback server([](const Seen &) { return Reply{}; });
    auto what = request(Method::Put, server.url(QStringLiteral("/")), "{}");
    what.timeout = 300ms;
    const auto error = failure(send(client, what));
    EXPECT_EQ(error.kind, Kind::Timeout);
    EXPECT_EQ(error.code, QStringLiteral("timeout.answer"));
    EXPECT_EQ(error.sent, Sent::Unknown);
}

TEST_F(ClientTest, totalTimeBoundsASlowAnswer)
{
    Loopback server([](const Seen &) { return Reply{"HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\nabc"}; });
    auto what = request(Method::Get, server.url(QStringLiteral("/")));
    what.totalTimeout = 300ms;
    EXPECT_EQ(failure(send(client, what)).code, QStringLiteral("timeout.answer"));
}

TEST_F(ClientTest, noConnectionInTimeWasNotSent)
{
    Loopback server([](const Seen &) { return Reply{}; });
    std::vector<std::thread> busy;
    base::Job holding;
    for (int i = 0; i < 6; ++i)  // Qt opens at most six connections to a host; a seventh request waits
        busy.emplace_back([&] {
            EXPECT_EQ(failure(client.send(request(Method::Get, server.url(QStringLiteral("/"))), holding)).kind,
                      Kind::Cancelled);
        });
    while (server.seen().size() < 6)
        std::this_thread::sleep_for(5ms);
    auto what = request(Method::Put, server.url(QStringLiteral("/")), "{}");
    what.timeout = 300ms;
    const auto error = failure(send(client, what));
    holding.cancel();
    for (auto &thread : busy)
        thread.join();
    EXPECT_EQ(error.code, QStringLiteral("timeout.connect"));
    EXPECT_EQ(error.sent, Sent::No);
    std::this_thread::sleep_for(100ms);
    for (const auto &seen : server.seen())
        EXPECT_EQ(seen.method, "GET");
}

TEST_F(ClientTest, tooLargeIsNotReadToTheEnd)
{
    Loopback server([](const Seen &) { return answer(200, QByteArray(300'000, 'x')); });
    auto what = request(Method::Get, server.url(QStringLiteral("/")));
    what.maxBytes = 300'000;
    EXPECT_TRUE(send(client, what));
    what.maxBytes = 299'999;
    EXPECT_EQ(failure(send(client, what)).code, QStringLiteral("protocol.too-large"));
}

TEST_F(ClientTest, cutOffAnswerIsAnError)
{
    for (const auto *head : {"Content-Length: 10\r\n", "Transfer-Encoding: chunked\r\n"}) {
        Loopback server([head](const Seen &) {
            return Reply{QByteArray("HTTP/1.1 200 X\r\n") + head + "\r\na\r\nabc", true};
        });
        const auto error = failure(send(client, request(Method::Put, server.url(QStringLiteral("/")), "{}")));
        EXPECT_EQ(error.code, QStringLiteral("network.reset")) << head;
        EXPECT_EQ(error.sent, Sent::Unknown);
        EXPECT_EQ(server.seen().size(), 1);
    }
}

TEST_F(ClientTest, notHttpIsAnError)
{
    Loopback server([](const Seen &) { return Reply{"SSH-2.0-OpenSSH_9.2\r\n", true}; });
    const auto error = failure(send(client, request(Method::Put, server.url(QStringLiteral("/")), "{}")));
    EXPECT_EQ(error.sent, Sent::Unknown);
    EXPECT_EQ(server.seen().size(), 1);
}

// Requirement X1: Qt repeats a request on its own when the connection closes before the answer.
TEST_F(ClientTest, isNeverSentTwice)
{
    for (const bool reused : {false, true})
        for (const auto method : {Method::Put, Method::Post, Method::Delete}) {
            Loopback server([](const Seen &seen) { return seen.path == "/warm" ? answer(200, "ok") : Reply{{}, true}; });
            Client fresh{{"Shebao/test", {}}};
            if (reused) {
                EXPECT_TRUE(send(fresh, request(Method::Get, server.url(QStringLiteral("/warm")))));
            }
            const auto body = method == Method::Delete ? QByteArray() : QByteArray(100'000, 'x');
            const auto error = failure(send(fresh, request(method, server.url(QStringLiteral("/once")), body)));
            EXPECT_EQ(error.kind, Kind::Network);
            EXPECT_EQ(error.code, QStringLiteral("network.reset"));
            EXPECT_EQ(error.sent, Sent::Unknown);
            std::this_thread::sleep_for(50ms);
            const auto seen = server.seen();
            EXPECT_EQ(seen.size(), reused ? 2 : 1);
            EXPECT_EQ(seen.last().connection, 1);
        }
}
