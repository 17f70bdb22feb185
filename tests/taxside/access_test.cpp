#include "tax_client.h"

using namespace taxside_test;

namespace {

class Access : public Books {
protected:
    Reply login(const std::string &password)
    {
        return client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", password}});
    }
};

}  // namespace

TEST_F(Access, RegistrationsOfATaxNumber)
{
    open();
    const auto one = client->get(std::string("/v1/registrations?taxNumber=") + kUnitTaxNumber);
    EXPECT_EQ(one.status, 200);
    EXPECT_EQ(one.json["items"].size(), 1u);
    EXPECT_EQ(one.json["items"][0]["passwordHint"]["maskedUnitNumber"], "31******");
    EXPECT_EQ(client->get("/v1/registrations?taxNumber=92140105MA0000023K").json["items"].size(), 2u);
    const auto unknown = client->get("/v1/registrations?taxNumber=140100000000001");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.code(), "unit-not-found");
    EXPECT_EQ(client->get("/v1/registrations?taxNumber=91140100MA0000015L").status, 422);
    EXPECT_EQ(client->get("/v1/registrations").status, 400);
}

TEST_F(Access, FiveWrongTriesLock)
{
    open();
    for (int left = 4; left > 0; --left) {
        const auto wrong = login("wrong");
        EXPECT_EQ(wrong.status, 401);
        EXPECT_EQ(wrong.code(), "wrong-password");
        EXPECT_EQ(wrong.json["attemptsLeft"], left);
    }
    EXPECT_EQ(login("wrong").code(), "password-locked");
    const auto right = login("000001");
    EXPECT_EQ(right.status, 423);
    EXPECT_NE(right.json["detail"].get<std::string>().find("办税服务厅"), std::string::npos);
    EXPECT_EQ(client->post("/admin/password", {{"registrationId", kUnit}}).status, 200);
    EXPECT_EQ(login("000001").status, 201);
}

TEST_F(Access, ARightTryForgetsTheWrongOnes)
{
    open();
    for (int round = 0; round < 3; ++round) {
        EXPECT_EQ(login("wrong").json["attemptsLeft"], 4);
        EXPECT_EQ(login("000001").status, 201);
    }
}

TEST_F(Access, TheInitialPasswordMustBeChangedFirst)
{
    open();
    const auto session = login("000001");
    EXPECT_EQ(session.json["mustChangePassword"], true);
    client->token = session.json["token"];
    EXPECT_EQ(client->get("/v1/unit").code(), "password-must-change");
    const auto change = [&](const char *old, const char *fresh) {
        return client->put("/v1/password", {{"oldPassword", old}, {"newPassword", fresh}});
    };
    EXPECT_EQ(change("000001", "short1").code(), "weak-password");
    EXPECT_EQ(change("000001", "12345678").code(), "weak-password");
    EXPECT_EQ(change("999999", "chen-2026").code(), "wrong-password");
    EXPECT_EQ(change("000001", "chen-2026").status, 204);
    EXPECT_EQ(change("000001", "chen-2026").status, 204);  // a repeat whose answer was lost
    EXPECT_EQ(client->get("/v1/unit").status, 200);
    EXPECT_EQ(login("000001").status, 401);
    EXPECT_EQ(login("chen-2026").json["mustChangePassword"], false);
}

TEST_F(Access, AChangedPasswordEndsOtherSessions)
{
    open();
    client->enter(kUnit);
    TaxClient other(url);
    other.token = login("chen-2026").json["token"];
    EXPECT_EQ(other.get("/v1/unit").status, 200);
    EXPECT_EQ(client->put("/v1/password", {{"oldPassword", "chen-2026"}, {"newPassword", "chen-2027"}}).status, 204);
    EXPECT_EQ(other.get("/v1/unit").code(), "session-expired");
    EXPECT_EQ(client->get("/v1/unit").status, 200);
}

TEST_F(Access, SessionsEnd)
{
    open();
    client->enter(kUnit);
    EXPECT_EQ(client->send("DELETE", "/v1/sessions/current").status, 204);
    EXPECT_EQ(client->get("/v1/unit").code(), "session-expired");
    client->token = login("chen-2026").json["token"];
    EXPECT_EQ(client->get("/v1/unit").status, 200);
    server->clock().setNow(server->clock().now().addSecs(2 * 3600 + 60));
    EXPECT_EQ(client->get("/v1/unit").code(), "session-expired");
    client->token = "made-up";
    EXPECT_EQ(client->get("/v1/staff").status, 401);
}

TEST_F(Access, RulePackIsSentOnce)
{
    open();
    client->enter(kUnit);
    const auto first = client->get("/v1/rule-pack");
    EXPECT_EQ(first.json["mode"], "self");
    client->headers = {{"If-None-Match", first.headers.find("ETag")->second}};
    EXPECT_EQ(client->get("/v1/rule-pack").status, 304);
}

TEST_F(Access, NoticesBelongToARegionAndEnd)
{
    open();
    client->enter(kUnit);
    const auto notices = client->all("/v1/notices", 1);
    EXPECT_EQ(notices.size(), 2u);
}
