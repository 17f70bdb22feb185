#include "http/client.h"

#include "tests/http/loopback.h"
#include "tests/http/sending.h"

#include <atomic>
#include <thread>

using namespace http;
using namespace http::test;
using base::Sent;
using Kind = base::Error::Kind;
using namespace std::chrono_literals;

namespace {

struct InFlight : testing::Test {
    Client client{{"Shebao/test", {}}};
};

}  // namespace

TEST_F(InFlight, cancelIsPrompt)
{
    Loopback server([](const Seen &) { return Reply{}; });
    for (const auto method : {Method::Get, Method::Put}) {
        base::Job job;
        std::chrono::steady_clock::time_point cancelled;
        const auto before = server.seen().size();
        std::thread other([&] {
            for (int i = 0; i < 500 && server.seen().size() == before; ++i)
                std::this_thread::sleep_for(10ms);
            std::this_thread::sleep_for(200ms);
            cancelled = std::chrono::steady_clock::now();
            job.cancel();
        });
        const auto error = failure(client.send(request(method, server.url(QStringLiteral("/")), "{}"), job));
        const auto late = std::chrono::steady_clock::now();
        other.join();
        EXPECT_EQ(error.kind, Kind::Cancelled);
        EXPECT_EQ(error.sent, Sent::Unknown);
        EXPECT_LT(late - cancelled, 1s);  // 100 ms is the promise; a busy machine gets more
    }
}

TEST_F(InFlight, cancelledBeforehandIsNotSent)
{
    Loopback server([](const Seen &) { return answer(200, ""); });
    base::Job job;
    job.cancel();
    const auto error = failure(client.send(request(Method::Put, server.url(QStringLiteral("/")), "{}"), job));
    EXPECT_EQ(error.kind, Kind::Cancelled);
    EXPECT_EQ(error.sent, Sent::No);
    EXPECT_TRUE(server.seen().isEmpty());
}

TEST_F(InFlight, manyThreadsAtOnce)
{
    Loopback server([](const Seen &seen) { return answer(200, seen.body + seen.path); });
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 16; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20; ++i) {
                const auto path = QStringLiteral("/%1/%2").arg(t).arg(i);
                auto result = send(client, request(i % 2 ? Method::Put : Method::Post, server.url(path), "b"));
                if (result && result->body == "b" + path.toLatin1())
                    ++good;
            }
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(good, 320);
    EXPECT_EQ(server.seen().size(), 320);
}

TEST(InFlightEnd, isCancelled)
{
    Loopback server([](const Seen &) { return Reply{}; });
    auto client = std::make_unique<Client>(Options{"Shebao/test", {}});
    auto *raw = client.get();
    std::atomic<int> cancelled{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, raw] {
            if (failure(send(*raw, request(Method::Put, server.url(QStringLiteral("/")), "{}"))).kind == Kind::Cancelled)
                ++cancelled;
        });
    while (server.seen().size() < 6)
        std::this_thread::sleep_for(5ms);
    client.reset();
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(cancelled, 8);
}
