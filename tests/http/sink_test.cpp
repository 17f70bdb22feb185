#include "http/client.h"

#include "tests/http/loopback.h"
#include "tests/http/sending.h"

using namespace http;
using namespace http::test;

namespace {

struct SinkTest : testing::Test {
    Request into(const QString &url)
    {
        auto what = request(Method::Get, url);
        what.sink = [this](const QByteArray &piece) -> base::Result<void> {
            received += piece;
            ++pieces;
            return {};
        };
        return what;
    }

    Client client{{"Shebao/test", {}}};
    QByteArray received;
    int pieces = 0;
};

}  // namespace

TEST_F(SinkTest, takesTheBodyPieceByPiece)
{
    const QByteArray body(1'000'000, 'b');
    Loopback server([&](const Seen &) { return answer(200, body); });
    const auto done = send(client, into(server.url(QStringLiteral("/"))));
    ASSERT_TRUE(done);
    EXPECT_TRUE(done.value().body.isEmpty());
    EXPECT_EQ(received, body);
    EXPECT_GT(pieces, 1);
}

TEST_F(SinkTest, wordsAboutAFailureAreNotTheFile)
{
    Loopback server([](const Seen &) { return answer(404, "{\"code\":\"not-found\"}"); });
    const auto done = send(client, into(server.url(QStringLiteral("/"))));
    ASSERT_TRUE(done);
    EXPECT_EQ(done.value().body, QByteArray("{\"code\":\"not-found\"}"));
    EXPECT_TRUE(received.isEmpty());
}

TEST_F(SinkTest, anEndlessAnswerIsStoppedAtTheCap)
{
    Loopback server([](const Seen &) { return Reply{"HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n" + QByteArray(4'000'000, 'x')}; });
    auto what = into(server.url(QStringLiteral("/")));
    what.maxBytes = 500'000;
    EXPECT_EQ(failure(send(client, what)).code, QStringLiteral("protocol.too-large"));
    EXPECT_LE(received.size(), 500'000);
}

TEST_F(SinkTest, itsErrorEndsTheExchange)
{
    Loopback server([](const Seen &) { return answer(200, QByteArray(1'000'000, 'x')); });
    auto what = into(server.url(QStringLiteral("/")));
    what.sink = [](const QByteArray &) -> base::Result<void> { return base::validation(QStringLiteral("full")); };
    EXPECT_EQ(failure(send(client, what)).code, QStringLiteral("full"));
}
