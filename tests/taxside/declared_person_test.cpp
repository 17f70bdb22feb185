#include "taxside/tax_client.h"

namespace {

using namespace taxside_test;

class DeclaredPersons : public Books {
protected:
    static constexpr const char *kAll = "/v1/declared-persons?from=2020-01&to=2099-12";

    /// Sums of 应补(退)费额 by 征集通知流水号.
    std::map<std::string, qint64> sums(const Json &rows)
    {
        std::map<std::string, qint64> sums;
        for (const auto &row : rows)
            sums[row["item"]["noticeNumber"]] += fen(row["payable"]);
        return sums;
    }
    std::map<std::string, qint64> declared()
    {
        std::map<std::string, qint64> owed;
        for (const auto &each : client->all("/v1/fee-declarations?from=2020-01-01&to=2099-12-31")) {
            for (const auto &item : each["items"]) {
                if (each["status"] == "accepted")
                    owed[item["item"]["noticeNumber"]] = fen(item["payable"]);
            }
        }
        return owed;
    }
};

TEST_F(DeclaredPersons, AreWhatWasDeclaredAndStands)
{
    open();
    client->enter(kUnit);
    const auto past = sums(client->all(kAll));
    EXPECT_EQ(past, declared());
    EXPECT_FALSE(past.empty());
    const auto id = declareAll();
    client->get("/v1/health");
    const auto now = sums(client->all(kAll, 7));
    EXPECT_EQ(now, declared());
    EXPECT_GT(now.size(), past.size());
    ASSERT_EQ(client->put("/v1/fee-voidings/" + newId(), {{"declarationId", id}}).status, 202);
    client->get("/v1/health");
    EXPECT_EQ(sums(client->all(kAll)), past) << "what was voided is gone";
}

TEST_F(DeclaredPersons, OfTheMonthsThatWereAskedFor)
{
    open();
    client->enter(kUnit);
    const auto rows = client->all("/v1/declared-persons?from=2026-10&to=2026-10", 5);
    ASSERT_FALSE(rows.empty());
    for (const auto &row : rows) {
        EXPECT_EQ(row["item"]["periodFrom"], "2026-10");
        EXPECT_TRUE(row["received"].get<bool>()) << "past months are paid";
    }
    EXPECT_EQ(client->get("/v1/declared-persons?from=2026-10&to=2026-10&limit=2").json["total"], rows.size());
    EXPECT_EQ(client->get("/v1/declared-persons?from=2026-10&to=2026-09").code(), "invalid-request");
}

TEST_F(DeclaredPersons, AWalkBeginsAgainWhenSomethingWasVoided)
{
    open();
    client->enter(kUnit);
    const auto id = declareAll();
    const auto page = client->get(std::string(kAll) + "&limit=3");
    ASSERT_EQ(page.status, 200);
    ASSERT_EQ(client->put("/v1/fee-voidings/" + newId(), {{"declarationId", id}}).status, 202);
    const auto next = client->get(std::string(kAll) + "&limit=3&cursor=" + page.json["nextCursor"].get<std::string>());
    EXPECT_EQ(next.status, 410);
    EXPECT_EQ(next.code(), "sync-restart");
}

TEST_F(DeclaredPersons, KeepTheAmountsOfTheirDeclaration)
{
    open();
    client->enter(kUnit);
    const auto before = sums(client->all(kAll));
    ASSERT_EQ(client->post("/admin/staff", {{"changes", 5}, {"leave", 2}, {"join", 1}}).status, 200);
    EXPECT_EQ(sums(client->all(kAll)), before);
}

TEST_F(DeclaredPersons, AnnuityNoticesAreTheSumOfTheirPeople)
{
    open();
    client->enter(kOffice);
    const auto notices = client->get("/v1/annuity-notices?from=2026-01&to=2026-12").json["items"];
    ASSERT_EQ(notices.size(), 2u) << "two months were declared";
    const auto paid = sums(client->all(kAll));
    for (const auto &notice : notices) {
        qint64 total = 0;
        for (const auto &number : notice["noticeNumbers"])
            total += paid.at(number);
        EXPECT_EQ(total, fen(notice["unitAmount"]) + fen(notice["personAmount"]));
    }
    client->token.clear();
    client->enter(kUnit);
    EXPECT_EQ(client->get("/v1/annuity-notices?from=2026-01&to=2026-12").code(), "module-off");
}

}  // namespace
