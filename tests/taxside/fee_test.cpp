#include "tax_client.h"

using namespace taxside_test;

namespace {

class Fee : public Books {
protected:
    void openWith(int employees, int feedbackMs = 0)
    {
        taxside::Options options;
        options.employees = employees;
        open(options, feedbackMs);
        client->enter(kUnit);
    }
    Reply declare(const std::string &id, const Json &body) { return client->put("/v1/fee-declarations/" + id, body); }
    std::string statusOf(const std::string &id) { return client->get("/v1/fee-declarations/" + id).json["status"]; }
};

}  // namespace

TEST_F(Fee, PersonsAddUpToTheirTotals)
{
    openWith(2000);
    const auto assessments = daily();
    ASSERT_EQ(assessments.size(), 8u);
    for (const auto &assessment : assessments) {
        const auto persons =
            client->all("/v1/fee-assessments/" + assessment["id"].get<std::string>() + "/persons", 333);
        EXPECT_EQ(assessment["headcount"], persons.size());
        qint64 wage = 0;
        qint64 base = 0;
        qint64 payable = 0;
        for (const auto &person : persons) {
            wage += fen(person["wage"]);
            base += fen(person["base"]);
            payable += fen(person["payable"]);
        }
        EXPECT_EQ(assessment["wageTotal"], yuan(wage));
        EXPECT_EQ(assessment["baseTotal"], yuan(base));
        EXPECT_EQ(assessment["payable"], yuan(payable));
    }
}

TEST_F(Fee, RoundsEachPersonThenSums)
{
    open();
    client->enter(kVector);  // three people of 3,333.33
    int seen = 0;
    for (const auto &assessment : daily()) {
        if (assessment.value("ratePpm", 0) != 5000)
            continue;
        ++seen;
        EXPECT_EQ(assessment["baseTotal"], "9999.99");
        EXPECT_EQ(assessment["payable"], "50.01");  // 3 × 16.67; the total's own 0.5 % would be 50.00
    }
    EXPECT_EQ(seen, 2);
}

TEST_F(Fee, ARegionRoundsItsOwnWay)
{
    open();
    client->enter(kDelegated);
    for (const auto &assessment : daily())
        EXPECT_EQ(fen(assessment["payable"]) % 10, 0) << "见分进角";
}

TEST_F(Fee, SpecialTotals)
{
    openWith(60);
    const auto special = client->all("/v1/fee-assessments?kind=special");
    ASSERT_EQ(special.size(), 8u);
    for (const auto &assessment : special) {
        const auto persons = client->all("/v1/fee-assessments/" + assessment["id"].get<std::string>() + "/persons");
        EXPECT_EQ(persons.size(),
                  assessment["hasPersons"].get<bool>() ? assessment["headcount"].get<std::size_t>() : 0u);
        EXPECT_EQ(assessment["specialKind"] == "20" || assessment["specialKind"] == "35",
                  fen(assessment["payable"]) < 0);
    }
    const std::string id = newId();
    EXPECT_EQ(declare(id, declarationOf(special, "special")).status, 202);
    EXPECT_EQ(statusOf(id), "accepted");
    EXPECT_EQ(client->all("/v1/arrears").size(), 6u);  // nobody owes a refund
}

TEST_F(Fee, TheSameIdWorksOnce)
{
    openWith(60);
    const std::string id = newId();
    const Json body = declarationOf(daily());
    EXPECT_EQ(declare(id, body).status, 202);
    EXPECT_EQ(declare(id, body).status, 200);
    // Blanks and the order of fields do not make another body.
    const std::string spaced = "{ \"items\" : " + body["items"].dump(2) + ",\n \"kind\": \"daily\" }";
    EXPECT_EQ(client->send("PUT", "/v1/fee-declarations/" + id, spaced).status, 200);
    Json other = body;
    other["items"].erase(0);
    EXPECT_EQ(declare(id, other).code(), "id-reused");
    EXPECT_EQ(declare(newId(), body).code(), "already-declared");
    const auto books = ledger();
    EXPECT_EQ(books["feeDeclarations"].size(), 1u);
    EXPECT_EQ(books["feeDeclarations"][0]["attempts"], 3);
    for (const auto &times : books["declaredTimes"])
        EXPECT_EQ(times, 1);
}

TEST_F(Fee, IdsAreAUnitsOwn)
{
    openWith(60);
    const std::string id = declareAll();
    TaxClient other(url);
    other.enter(kOffice);
    EXPECT_EQ(other.get("/v1/fee-declarations/" + id).status, 404);
    const auto foreign = client->get("/v1/fee-declarations/" + id).json["items"][0]["assessmentId"].get<std::string>();
    EXPECT_EQ(other.get("/v1/fee-assessments/" + foreign + "/persons").status, 404);
    const Json stolen = {{"kind", "daily"}, {"items", {{{"assessmentId", foreign}, {"payable", "1.00"}}}}};
    EXPECT_EQ(other.put("/v1/fee-declarations/" + id, stolen).code(), "totals-changed");
    EXPECT_EQ(other.put("/v1/fee-voidings/" + newId(), {{"declarationId", id}}).status, 404);
}

TEST_F(Fee, ChangedTotalsAreNotDeclared)
{
    openWith(60);
    Json body = declarationOf(daily());
    body["items"][0]["payable"] = "0.01";
    EXPECT_EQ(declare(newId(), body).code(), "totals-changed");
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 0u);
}

TEST_F(Fee, ARejectionFreesTheTotals)
{
    openWith(60);
    ASSERT_TRUE(server->setFaults({QStringLiteral("reject=unit-state")}));
    const std::string id = newId();
    const auto before = daily();
    declare(id, declarationOf(before));
    const auto state = client->get("/v1/fee-declarations/" + id).json;
    EXPECT_EQ(state["status"], "rejected");
    EXPECT_EQ(state["reasonCode"], "unit-state");
    EXPECT_EQ(daily(), before);
    EXPECT_EQ(statusOf(declareAll()), "accepted");  // the fault was for one
}

TEST_F(Fee, VerdictsTakeTheirTime)
{
    openWith(60, 60'000);
    const std::string id = newId();
    EXPECT_EQ(declare(id, declarationOf(daily())).json["status"], "submitted");
    EXPECT_EQ(statusOf(id), "submitted");
    EXPECT_EQ(daily().size(), 0u);
    EXPECT_EQ(client->all("/v1/arrears").size(), 0u);
    EXPECT_EQ(client->put("/v1/fee-voidings/" + newId(), {{"declarationId", id}}).code(), "not-voidable");
    server->clock().setNow(server->clock().now().addSecs(61));
    EXPECT_EQ(statusOf(id), "accepted");
    EXPECT_EQ(client->all("/v1/arrears").size(), 8u);
}

TEST_F(Fee, VoidingOpensTheTotalsAgain)
{
    openWith(60);
    const auto before = daily();
    const std::string id = declareAll();
    const std::string voiding = newId();
    const Json body = {{"declarationId", id}, {"reason", "申报有误"}};
    EXPECT_EQ(client->put("/v1/fee-voidings/" + voiding, body).status, 202);
    EXPECT_EQ(client->get("/v1/fee-voidings/" + voiding).json["status"], "accepted");
    EXPECT_EQ(client->put("/v1/fee-voidings/" + voiding, body).status, 200);
    EXPECT_EQ(statusOf(id), "voided");
    EXPECT_EQ(client->all("/v1/arrears").size(), 0u);
    EXPECT_EQ(daily(), before);
    EXPECT_EQ(client->put("/v1/fee-voidings/" + newId(), body).code(), "not-voidable");
    EXPECT_EQ(statusOf(declareAll()), "accepted");
    const Json declared = ledger()["declaredTimes"];
    EXPECT_EQ(declared.size(), 8u);
    for (const auto &times : declared)
        EXPECT_EQ(times, 1);
}

TEST_F(Fee, ListedByDayInChina)
{
    openWith(60);
    moveTo("2027-03-31T16:30:00Z");  // the first of April in China
    client->token.clear();
    const auto session = client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "chen-2026"}});
    client->token = session.json["token"];
    const std::string id = declareAll();
    EXPECT_EQ(client->all("/v1/fee-declarations?from=2027-03-31&to=2027-03-31").size(), 0u);
    const auto found = client->all("/v1/fee-declarations?from=2027-04-01&to=2027-04-01");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0]["id"], id);
    EXPECT_EQ(client->get("/v1/fee-declarations?from=2027-02-30&to=2027-04-01").status, 400);
}

TEST_F(Fee, MonthsBeforeWereDeclaredElsewhere)
{
    openWith(60);
    const auto past = client->all("/v1/fee-declarations?from=2020-01-01&to=2099-12-31", 1);
    ASSERT_EQ(past.size(), 2u);
    EXPECT_EQ(past[0]["channel"], "hall");
    EXPECT_EQ(past[1]["channel"], "web");
    EXPECT_EQ(past[1]["paid"], "all");
}

TEST_F(Fee, ANewMonthIsPreprocessed)
{
    openWith(60);
    const auto before = daily().size();
    server->clock().setNow(server->clock().now().addDays(31));
    client->token = client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "chen-2026"}}).json["token"];
    EXPECT_GE(daily().size(), before + 8);
}

TEST_F(Fee, MalformedRequestsAreRefused)
{
    openWith(60);
    const std::string path = "/v1/fee-declarations/" + newId();
    const Json good = declarationOf(daily());
    Json extra = good;
    extra["note"] = "x";
    Json number = good;
    number["items"][0]["payable"] = 12.5;
    Json three = good;
    three["items"][0]["payable"] = "1.005";
    Json twice = good;
    twice["items"].push_back(twice["items"][0]);
    for (const auto &bad : {extra, number, three, twice, Json{{"kind", "daily"}, {"items", Json::array()}},
                            Json::array(), Json{{"kind", "yearly"}, {"items", good["items"]}}})
        EXPECT_EQ(client->put(path, bad).code(), "invalid-request") << bad.dump();
    for (const std::string &bad : {std::string("{"), std::string("\xff\xfe"), std::string(200'000, '['),
                                   std::string("{\"kind\":\"daily\",\"items\":[") + std::string(100'000, '[')})
        EXPECT_EQ(client->send("PUT", path, bad).code(), "invalid-request");
    EXPECT_EQ(client->put("/v1/fee-declarations/NOT-A-UUID", good).status, 400);
    EXPECT_EQ(client->put(path, good).status, 202);
}
