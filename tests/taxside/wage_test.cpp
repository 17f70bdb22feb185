#include "tax_client.h"

using namespace taxside_test;

namespace {

class Wage : public Books {
protected:
    void enter(const char *registration)
    {
        open();
        client->enter(registration);
    }
    std::string month(int ahead)
    {
        return domain::monthText(domain::Month::of(server->clock().today()) + ahead).toStdString();
    }
    Json line(const Json &staff, const std::string &wage, int ahead = 0)
    {
        return {{"staffId", staff["id"]}, {"wage", wage}, {"effectiveMonth", month(ahead)}};
    }
    Json declared(const Json &lines)
    {
        const std::string id = newId();
        EXPECT_EQ(client->put("/v1/wage-declarations/" + id, {{"kind", "daily"}, {"commitmentAccepted", true}, {"lines", lines}}).status, 202);
        return client->get("/v1/wage-declarations/" + id).json;
    }
    Json staff() { return client->all("/v1/staff"); }
    void relogin()
    {
        client->token = client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "chen-2026"}}).json["token"];
    }
};

}  // namespace

TEST_F(Wage, ChangesWagesBasesAndTotals)
{
    enter(kUnit);
    const auto before = client->get("/v1/staff?limit=5000").json;
    const auto totals = daily();
    const auto verdict = declared({line(before["items"][0], "6000.00"), line(before["items"][1], "99999.00")});
    EXPECT_EQ(verdict["status"], "accepted");
    const auto changes = client->get("/v1/staff?since=" + std::to_string(before["sequence"].get<qint64>())).json["items"];
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0]["wage"], "6000.00");
    EXPECT_EQ(changes[0]["insurances"][0]["base"], "6000.00");
    EXPECT_EQ(changes[1]["insurances"][0]["base"], "22800.00");  // the cap
    EXPECT_NE(daily()[0]["payable"], totals[0]["payable"]);
    Json old = declarationOf(totals);
    EXPECT_EQ(client->put("/v1/fee-declarations/" + newId(), old).code(), "totals-changed");
}

TEST_F(Wage, DeclaredTotalsKeepTheirPeople)
{
    enter(kUnit);
    const auto totals = daily();
    const std::string persons = "/v1/fee-assessments/" + totals[0]["id"].get<std::string>() + "/persons";
    const auto before = client->all(persons);
    declareAll();
    EXPECT_EQ(declared({line(staff()[0], "6000.00", 1), line(staff()[1], "7000.00", 1)})["status"], "accepted");
    server->clock().setNow(QDateTime(domain::Month::of(server->clock().today()).day(1).addMonths(1), QTime(4, 0), Qt::UTC));
    relogin();
    EXPECT_EQ(client->all(persons, 7), before);
}

TEST_F(Wage, EachLineHasItsVerdict)
{
    enter(kUnit);
    const auto people = staff();
    Json stopped;
    for (const auto &each : people) {
        if (each["state"] == "ended" || each["state"] == "suspended")
            stopped = each;
    }
    ASSERT_FALSE(stopped.is_null());
    const auto verdict = declared({
        line(people[0], "6000.00"),
        line({{"id", "999"}}, "6000.00"),
        line(stopped, "6000.00"),
        line(people[1], people[1]["wage"].get<std::string>()),
        line(people[2], "6000.00", 2),
        line(people[2], "6000.00", -7),
        line(people[3], "-1.00"),
        line(people[0], "6100.00"),
    });
    EXPECT_EQ(verdict["status"], "partial");
    std::vector<std::string> codes;
    for (const auto &each : verdict["rejections"])
        codes.push_back(each["code"]);
    EXPECT_EQ(codes, (std::vector<std::string>{"staff-unknown", "staff-stopped", "base-unchanged", "month-out-of-range",
                                               "month-out-of-range", "wage-out-of-range", "duplicate-line"}));
    EXPECT_EQ(verdict["rejections"][2]["text"], "基数没有发生变化，不用补差");
    EXPECT_EQ(verdict["rejections"][2]["line"], 3);
}

TEST_F(Wage, NoMonthBeforeTheInsuranceBeganOrAfterItsFeesWereDeclared)
{
    enter(kUnit);
    ASSERT_EQ(client->post("/admin/staff", {{"join", 1}}).status, 200);
    const auto people = staff();
    const auto codeOf = [](const Json &verdict) {
        return verdict["rejections"].empty() ? std::string() : verdict["rejections"][0]["code"].get<std::string>();
    };
    const auto newcomer =
        std::find_if(people.begin(), people.end(), [&](const Json &each) { return each["from"] == month(0); });
    ASSERT_NE(newcomer, people.end());
    EXPECT_EQ(codeOf(declared(Json::array({line(*newcomer, "6000.00", -3)}))), "month-before-insured");
    EXPECT_EQ(codeOf(declared(Json::array({line(people[0], "6000.00", -1)}))), "month-declared");
    EXPECT_EQ(codeOf(declared(Json::array({line(people[0], "6000.00")}))), "");
    declareAll();
    const auto verdict = declared(Json::array({line(people[0], "6100.00")}));
    EXPECT_EQ(codeOf(verdict), "month-declared");
    EXPECT_FALSE(verdict["rejections"][0]["text"].get<std::string>().empty());
    EXPECT_EQ(codeOf(declared(Json::array({line(people[0], "6100.00", 1)}))), "");
}

TEST_F(Wage, NextMonthsWageWaits)
{
    enter(kUnit);
    const auto before = staff()[0];
    EXPECT_EQ(declared(Json::array({line(before, "6000.00", 1)}))["status"], "accepted");
    EXPECT_EQ(staff()[0]["wage"], before["wage"]);
    server->clock().setNow(QDateTime(domain::Month::of(server->clock().today()).day(1).addMonths(1), QTime(4, 0), Qt::UTC));
    relogin();
    const auto after = staff();
    bool found = false;
    for (const auto &each : after) {
        if (each["id"] == before["id"])
            found = each["wage"] == "6000.00";
    }
    EXPECT_TRUE(found);
}

TEST_F(Wage, OfficesDeclareByInsurance)
{
    enter(kOffice);
    const auto person = staff()[0];
    const Json one = {{"staffId", person["id"]}, {"insurance", "310"}, {"wage", "6543.21"}, {"effectiveMonth", month(0)}};
    const std::string id = newId();
    EXPECT_EQ(client->put("/v1/wage-declarations/" + id, {{"kind", "daily"}, {"commitmentAccepted", true}, {"byInsurance", true}, {"lines", {one}}}).status, 202);
    for (const auto &each : staff()) {
        if (each["id"] != person["id"])
            continue;
        for (const auto &insurance : each["insurances"])
            EXPECT_EQ(insurance["wage"] == "6543.21", insurance["insurance"] == "310");
    }
}

TEST_F(Wage, ModesAndWindows)
{
    enter(kUnit);
    const Json one = line(staff()[0], "6000.00");
    Json annual = one;
    annual.erase("effectiveMonth");
    const auto put = [&](const Json &body) { return client->put("/v1/wage-declarations/" + newId(), body); };
    moveTo("2027-03-10T04:00:00Z");
    relogin();
    EXPECT_EQ(put({{"kind", "annual"}, {"lines", {annual}}}).code(), "outside-window");
    moveTo("2027-07-10T04:00:00Z");
    relogin();
    EXPECT_EQ(put({{"kind", "annual"}, {"lines", {annual}}}).code(), "commitment-required");
    EXPECT_EQ(put({{"kind", "annual"}, {"commitmentAccepted", true}, {"lines", {annual}}}).status, 202);
    EXPECT_EQ(put({{"kind", "annual"}, {"lines", {one}}}).status, 400);
    EXPECT_EQ(put({{"kind", "daily"}, {"commitmentAccepted", true}, {"lines", {annual}}}).status, 400);
    EXPECT_EQ(put({{"kind", "daily"}, {"commitmentAccepted", true}, {"byInsurance", true}, {"lines", {one}}}).status, 400);
    Json insured = one;
    insured["insurance"] = "110";
    EXPECT_EQ(put({{"kind", "daily"}, {"commitmentAccepted", true}, {"byInsurance", true}, {"lines", {insured}}}).code(), "module-off");
    TaxClient delegated(url);
    delegated.enter(kDelegated);
    const auto refused = delegated.put("/v1/wage-declarations/" + newId(), {{"kind", "daily"}, {"commitmentAccepted", true}, {"lines", {one}}});
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.code(), "module-off");
}

TEST_F(Wage, LeavingOutADefaultIsTheSameRequest)
{
    enter(kUnit);
    const std::string id = newId();
    const Json lines = {line(staff()[0], "6000.00")};
    EXPECT_EQ(client->put("/v1/wage-declarations/" + id, {{"kind", "daily"}, {"commitmentAccepted", true}, {"lines", lines}}).status, 202);
    EXPECT_EQ(client->put("/v1/wage-declarations/" + id, {{"kind", "daily"}, {"commitmentAccepted", true}, {"byInsurance", false}, {"lines", lines}}).status, 200);
    EXPECT_EQ(ledger()["wageDeclarations"].size(), 1u);
}
