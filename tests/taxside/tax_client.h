#pragma once
// A server of the reference tax side and a client that talks to it as anybody would: over HTTP.

#include "base/ids.h"
#include "taxside/json.h"
#include "taxside/server.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

namespace taxside_test {

using taxside::Json;

constexpr const char *kUnit = "10011401000000000001";
constexpr const char *kUnitTaxNumber = "91140100MA0000015K";
constexpr const char *kOffice = "10011401000000000002";
constexpr const char *kDelegated = "10012301000000000003";
constexpr const char *kVector = "10011401000000000005";

struct Reply {
    int status = -1;  ///< -1: no answer
    Json json;
    httplib::Headers headers;
    std::string text;

    std::string code() const { return json.is_object() ? json.value("code", "") : std::string(); }
};

class TaxClient final {
public:
    explicit TaxClient(const std::string &url) : m_client(url)
    {
        m_client.set_keep_alive(true);
        m_client.set_tcp_nodelay(true);
        m_client.set_read_timeout(20);
    }

    Reply send(const std::string &method, const std::string &path, const std::string &body = {})
    {
        httplib::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.headers = headers;
        if (!token.empty())
            request.set_header("Authorization", "Bearer " + token);
        if (!body.empty())
            request.set_header("Content-Type", "application/json");
        const auto result = m_client.send(request);
        if (!result)
            return {};
        return {result->status, Json::parse(result->body, nullptr, false), result->headers, result->body};
    }
    Reply get(const std::string &path) { return send("GET", path); }
    Reply put(const std::string &path, const Json &body) { return send("PUT", path, body.dump()); }
    Reply post(const std::string &path, const Json &body) { return send("POST", path, body.dump()); }

    /// Logs in with the initial password and changes it, as every first login must.
    void enter(const std::string &registrationId)
    {
        const std::string initial = registrationId.substr(registrationId.size() - 6);
        const auto session = post("/v1/sessions", {{"registrationId", registrationId}, {"password", initial}});
        ASSERT_EQ(session.status, 201);
        token = session.json["token"];
        ASSERT_EQ(put("/v1/password", {{"oldPassword", initial}, {"newPassword", "chen-2026"}}).status, 204);
    }

    /// All items of a list, page by page.
    Json all(const std::string &path, int limit = 1000)
    {
        Json items = Json::array();
        std::string cursor;
        do {
            const char joint = path.find('?') == std::string::npos ? '?' : '&';
            const auto page = get(path + joint + "limit=" + std::to_string(limit) + (cursor.empty() ? "" : "&cursor=" + cursor));
            EXPECT_EQ(page.status, 200) << page.text;
            if (page.status != 200)
                break;
            for (const auto &item : page.json["items"])
                items.push_back(item);
            cursor = page.json["nextCursor"].is_null() ? "" : page.json["nextCursor"].get<std::string>();
        } while (!cursor.empty());
        return items;
    }

    std::string token;
    httplib::Headers headers;

private:
    httplib::Client m_client;
};

inline std::string newId()
{
    return base::newId().toStdString();
}

inline qint64 fen(const Json &money)
{
    return domain::moneyFromWire(QString::fromStdString(money.get<std::string>())).value().fen();
}

inline std::string yuan(qint64 amount)
{
    return domain::moneyToWire(domain::Money::fromFen(amount)).toStdString();
}

class Books : public testing::Test {
protected:
    /// Verdicts come at once unless a test says otherwise.
    void open(taxside::Options options = {}, int feedbackMs = 0)
    {
        options.admin = true;
        options.feedbackMs = feedbackMs;
        server = std::make_unique<taxside::Server>(options);
        moveTo("2026-11-23T06:00:00Z");  // the books begin on a day that is not the tests' own
        const auto started = server->start();
        ASSERT_TRUE(started) << started.error().detail.toStdString();
        url = started->toStdString();
        client = std::make_unique<TaxClient>(url);
    }
    Json ledger(const char *registration = kUnit)
    {
        return Json::parse(server->ledgerJson().toStdString())["registrations"][registration];
    }
    void moveTo(const char *instant)
    {
        server->clock().setNow(QDateTime::fromString(QString::fromLatin1(instant), Qt::ISODate));
    }

    Json daily() { return client->all("/v1/fee-assessments?kind=daily"); }
    static Json declarationOf(const Json &assessments, const char *kind = "daily")
    {
        Json items = Json::array();
        for (const auto &each : assessments)
            items.push_back({{"assessmentId", each["id"]}, {"payable", each["payable"]}});
        return {{"kind", kind}, {"items", items}};
    }
    /// Declares everything of the month; the declaration's id.
    std::string declareAll()
    {
        const std::string id = newId();
        EXPECT_EQ(client->put("/v1/fee-declarations/" + id, declarationOf(daily())).status, 202);
        return id;
    }
    std::string agreement() { return client->get("/v1/agreements").json["items"][0]["number"]; }
    Json paymentOf(const Json &arrears)
    {
        Json items = Json::array();
        qint64 total = 0;
        for (const auto &each : arrears) {
            items.push_back({{"arrearId", each["id"]}, {"amount", each["total"]}});
            total += fen(each["total"]);
        }
        return {{"agreementNumber", agreement()}, {"items", items}, {"total", yuan(total)}};
    }

    std::unique_ptr<taxside::Server> server;
    std::unique_ptr<TaxClient> client;
    std::string url;
};

}  // namespace taxside_test
