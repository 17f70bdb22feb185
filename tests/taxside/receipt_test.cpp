// 应缴 and 到账: two books that agree, until somebody makes them disagree.

#include "base/sqlite.h"
#include "taxside/tax_client.h"

#include <QTemporaryDir>

namespace {

using namespace taxside_test;

const char *const kMonths = "from=2020-01&to=2030-12";

class Receipts : public Books {
protected:
    Json receipts() { return client->all(std::string("/v1/receipts?") + kMonths, 3); }
    void enterAgain()
    {
        const auto session = client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "chen-2026"}});
        ASSERT_EQ(session.status, 201);
        client->token = session.json["token"];
    }
    Json payables() { return client->all(std::string("/v1/payables?") + kMonths, 3); }
};

TEST_F(Receipts, OfWhatWasPaidOnly)
{
    open();
    client->enter(kUnit);
    const auto before = receipts();
    EXPECT_EQ(before.size(), payables().size());
    declareAll();
    const auto arrears = client->all("/v1/arrears");
    EXPECT_EQ(receipts().size(), before.size());
    EXPECT_EQ(client->put("/v1/payments/" + newId(), paymentOf(arrears)).status, 202);
    const auto after = receipts();
    EXPECT_EQ(after.size(), before.size() + arrears.size());
    for (const auto &each : after)
        EXPECT_FALSE(each["receivedAt"].is_null());
}

TEST_F(Receipts, AreOnTheirWayForAWhile)
{
    open({}, 60'000);
    client->enter(kUnit);
    declareAll();
    moveTo("2026-11-23T06:10:00Z");
    EXPECT_EQ(client->put("/v1/payments/" + newId(), paymentOf(client->all("/v1/arrears"))).status, 202);
    moveTo("2026-11-23T06:11:05Z");
    const auto newest = receipts().back();
    EXPECT_TRUE(newest["receivedAt"].is_null()) << newest.dump();
    moveTo("2026-11-23T06:20:00Z");
    EXPECT_FALSE(receipts().back()["receivedAt"].is_null());
}

TEST_F(Receipts, KeepTheLateFeeOfTheDayItWasPaid)
{
    open();
    client->enter(kUnit);
    declareAll();
    moveTo("2026-12-20T06:00:00Z");
    enterAgain();
    EXPECT_EQ(client->put("/v1/payments/" + newId(), paymentOf(client->all("/v1/arrears"))).status, 202);
    moveTo("2027-01-20T06:00:00Z");
    enterAgain();
    const auto receipt = receipts().back();
    const auto payable = payables().back();
    EXPECT_GT(fen(receipt["lateFee"]), 0);
    EXPECT_EQ(receipt["lateFee"], payable["lateFee"]);
    EXPECT_EQ(receipt["amount"], payable["due"]);
}

TEST_F(Receipts, AreMadeForBooksFromBefore)
{
    QTemporaryDir folder;
    taxside::Options options;
    options.dbFile = folder.filePath(QStringLiteral("books.db"));
    open(options);
    client->enter(kUnit);
    const auto before = receipts();
    ASSERT_GT(before.size(), 10u);
    server.reset();
    base::sqlite::Connection(options.dbFile, base::sqlite::Access::ReadWrite)
        .script("DROP TABLE withdrawal; DROP TABLE receipt; DROP TABLE person_discrepancy; DROP INDEX assessment_by_period; DROP INDEX arrear_by_assessment;"
                " PRAGMA user_version = 1");
    open(options);
    enterAgain();
    const auto after = receipts();
    ASSERT_EQ(after.size(), before.size());
    EXPECT_EQ(after.back()["item"], before.back()["item"]);
    EXPECT_EQ(after.back()["amount"], before.back()["amount"]);
    server.reset();  // before its folder goes
}

TEST_F(Receipts, AnUnknownWayToPutThemWrongIsRefused)
{
    open();
    client->enter(kUnit);
    const std::string number = receipts().back()["item"]["noticeNumber"];
    EXPECT_EQ(client->post("/admin/discrepancies", {{"noticeNumber", number}, {"kind", "nonsense"}}).status, 400);
    EXPECT_EQ(client->post("/admin/discrepancies", {{"noticeNumber", "1"}, {"kind", "receipt-missing"}}).status, 404);
    const auto before = receipts().size();
    EXPECT_EQ(client->post("/admin/discrepancies", {{"noticeNumber", number}, {"kind", "receipt-missing"}}).status,
              200);
    EXPECT_EQ(receipts().size(), before - 1);
}

}  // namespace
