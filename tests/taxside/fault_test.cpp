#include "tax_client.h"

#include "taxside/faults.h"

using namespace taxside_test;

namespace {

// The socket, as the HTTP library has included it; only these differ.
#ifdef _WIN32
constexpr DWORD patience = 5000;
constexpr int connectionReset = WSAECONNRESET;
constexpr int noSignal = 0;
int lastError() { return WSAGetLastError(); }
void closeSocket(socket_t socket) { ::closesocket(socket); }
#else
constexpr timeval patience{5, 0};
constexpr int connectionReset = ECONNRESET;
constexpr int noSignal = MSG_NOSIGNAL;
int lastError() { return errno; }
void closeSocket(socket_t socket) { ::close(socket); }
#endif

class Faults : public Books {
protected:
    void order(const char *spec) { ASSERT_TRUE(server->setFaults({QString::fromLatin1(spec)})); }

    /// Every byte that comes back for a request, read from a bare socket; `error` is how the connection ended.
    std::string raw(const std::string &request, int *error = nullptr)
    {
        const int port = std::stoi(url.substr(url.rfind(':') + 1));
        const socket_t socket = ::socket(AF_INET, SOCK_STREAM, 0);
        ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, reinterpret_cast<const char *>(&patience), sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        const auto size = static_cast<int>(request.size());
        EXPECT_EQ(::send(socket, request.data(), static_cast<std::size_t>(size), noSignal), size);
        std::string answer;
        char buffer[4096];
        ssize_t got = 0;
        while ((got = ::recv(socket, buffer, sizeof buffer, 0)) > 0)
            answer.append(buffer, static_cast<std::size_t>(got));
        if (error)
            *error = got < 0 ? lastError() : 0;
        closeSocket(socket);
        return answer;
    }
    static std::string health() { return "GET /v1/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"; }
};

}  // namespace

TEST(FaultSpecs, AreRead)
{
    const auto fault = taxside::faultOf(QStringLiteral("status=503:PUT /v1/payments:2"));
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->kind, QStringLiteral("status"));
    EXPECT_EQ(fault->value, QStringLiteral("503"));
    EXPECT_EQ(fault->match, QStringLiteral("PUT /v1/payments"));
    EXPECT_EQ(fault->times, 2);
    EXPECT_EQ(taxside::faultOf(QStringLiteral("drop-after"))->times, -1);
    EXPECT_EQ(taxside::faultOf(QStringLiteral("reject=x"))->times, 1);
    for (const char *bad : {"", "explode", "latency", "latency=x", "drop-after=1", "partial", "reset:a:b", "reset:a:1:2"})
        EXPECT_FALSE(taxside::faultOf(QString::fromLatin1(bad))) << bad;
}

TEST_F(Faults, ADroppedAnswerHasNoBytes)
{
    open();
    int error = -1;
    EXPECT_EQ(raw(health(), &error).rfind("HTTP/1.1 200", 0), 0u);
    for (const char *kind : {"drop-before", "drop-after"}) {
        order(kind);
        EXPECT_EQ(raw(health(), &error), "") << kind;
        EXPECT_EQ(error, 0) << kind;
    }
    for (const char *kind : {"reset", "reset-after"}) {
        order(kind);
        EXPECT_EQ(raw(health(), &error), "") << kind;
        EXPECT_EQ(error, connectionReset) << kind;
    }
}

TEST_F(Faults, DroppedBeforeNothingHappened)
{
    open();
    client->enter(kUnit);
    const Json body = declarationOf(daily());
    const std::string path = "/v1/fee-declarations/" + newId();
    order("drop-before:PUT /v1/fee-declarations:1");
    EXPECT_EQ(client->put(path, body).status, -1);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 0u);
    EXPECT_EQ(client->get(path).status, 404);
    EXPECT_EQ(client->put(path, body).status, 202);  // the fault was for one
}

TEST_F(Faults, DroppedAfterItWasDoneOnce)
{
    open();
    client->enter(kUnit);
    declareAll();
    const Json body = paymentOf(client->all("/v1/arrears"));
    const std::string path = "/v1/payments/" + newId();
    order("drop-after:PUT /v1/payments:1");
    EXPECT_EQ(client->put(path, body).status, -1);
    EXPECT_EQ(client->get(path).json["status"], "accepted");
    EXPECT_EQ(client->put(path, body).status, 200);
    const auto books = ledger();
    EXPECT_EQ(books["payments"].size(), 1u);
    EXPECT_EQ(books["payments"][0]["attempts"], 2);
    EXPECT_EQ(books["amountPaid"], body["total"]);
    for (const auto &times : books["paidTimes"])
        EXPECT_EQ(times, 1);
}

TEST_F(Faults, WhatArrivesTwiceIsDoneOnce)
{
    open();
    client->enter(kUnit);
    const Json body = declarationOf(daily());
    const std::string path = "/v1/fee-declarations/" + newId();
    order("duplicate:PUT /v1/fee-declarations:1");
    EXPECT_EQ(client->put(path, body).status, 200);  // the answer to the second
    const auto books = ledger();
    ASSERT_EQ(books["feeDeclarations"].size(), 1u);
    EXPECT_EQ(books["feeDeclarations"][0]["attempts"], 2);
}

TEST_F(Faults, LateIsDoneAfterTheConnectionHasEnded)
{
    open();
    client->enter(kUnit);
    const Json body = declarationOf(daily());
    const std::string path = "/v1/fee-declarations/" + newId();
    order("late=300:PUT /v1/fee-declarations:1");
    EXPECT_EQ(client->put(path, body).status, -1);
    EXPECT_EQ(client->get(path).status, 404);
    int status = 404;
    for (int i = 0; i < 200 && status == 404; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        status = client->get(path).status;
    }
    EXPECT_EQ(status, 200);
}

TEST_F(Faults, StatusBeforeAndAfter)
{
    open();
    client->enter(kUnit);
    const Json body = declarationOf(daily());
    const std::string path = "/v1/fee-declarations/" + newId();
    order("status=503:PUT /v1/fee-declarations:1");
    const auto refused = client->put(path, body);
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.code(), "unavailable");
    EXPECT_EQ(client->get(path).status, 404);
    order("status-after=500:PUT /v1/fee-declarations:1");
    EXPECT_EQ(client->put(path, body).status, 500);
    EXPECT_EQ(client->get(path).status, 200);
}

TEST_F(Faults, BrokenAnswers)
{
    open();
    order("malformed");
    EXPECT_TRUE(client->get("/v1/health").json.is_discarded());
    order("html=502");
    const auto page = client->get("/v1/health");
    EXPECT_EQ(page.status, 502);
    EXPECT_EQ(page.headers.find("Content-Type")->second, "text/html");
    order("html");
    EXPECT_EQ(client->get("/v1/health").status, 200);
    order("cut");
    const std::string part = raw(health());
    EXPECT_NE(part.find("HTTP/1.1 200"), std::string::npos);
    EXPECT_TRUE(Json::parse(part.substr(std::min(part.size(), part.find("\r\n\r\n") + 4)), nullptr, false).is_discarded());
}

TEST_F(Faults, SlowAnswers)
{
    open();
    const auto took = [&] {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_EQ(client->get(std::string("/v1/registrations?taxNumber=") + kUnitTaxNumber).status, 200);
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
    };
    order("latency=300:GET /v1/registrations");
    EXPECT_GE(took(), 300);
    order("slow=100");
    EXPECT_GE(took(), 100);
}

TEST_F(Faults, ALockedPassword)
{
    open();
    order("lock-password");
    EXPECT_EQ(client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "000001"}}).status, 423);
    ASSERT_TRUE(server->setFaults({}));
    EXPECT_EQ(client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "000001"}}).status, 201);
}

TEST_F(Faults, OrderedByAdmin)
{
    open();
    EXPECT_EQ(client->post("/admin/faults", {{"faults", {"explode"}}}).status, 400);
    EXPECT_EQ(client->post("/admin/faults", {{"faults", {"status=503:/v1/health:1"}}}).status, 200);
    EXPECT_EQ(client->get("/v1/health").status, 503);
    EXPECT_EQ(client->get("/v1/health").status, 200);
}
