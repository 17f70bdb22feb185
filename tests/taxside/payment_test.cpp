#include "tax_client.h"

using namespace taxside_test;

namespace {

class Payment : public Books {
protected:
    void openDeclared(int feedbackMs = 0)
    {
        open({}, feedbackMs);
        client->enter(kUnit);
        declareAll();
        if (feedbackMs > 0)
            later(feedbackMs / 1000 + 1);
    }
    void later(qint64 seconds) { server->clock().setNow(server->clock().now().addSecs(seconds)); }
    Json arrears() { return client->all("/v1/arrears"); }
    Json voucherOf(const Json &list)
    {
        Json items = Json::array();
        qint64 total = 0;
        for (const auto &each : list) {
            items.push_back(each["id"]);
            total += fen(each["total"]);
        }
        return {{"items", items}, {"total", yuan(total)}};
    }
};

}  // namespace

TEST_F(Payment, PaysOnce)
{
    openDeclared();
    const std::string id = newId();
    const Json body = paymentOf(arrears());
    EXPECT_EQ(client->put("/v1/payments/" + id, body).status, 202);
    const auto state = client->get("/v1/payments/" + id).json;
    EXPECT_EQ(state["status"], "accepted");
    for (const auto &item : state["items"])
        EXPECT_EQ(item["taxReceiptNumber"].get<std::string>().size(), 18u);
    EXPECT_EQ(client->put("/v1/payments/" + id, body).status, 200);
    EXPECT_EQ(client->put("/v1/payments/" + newId(), body).code(), "already-paid");
    EXPECT_EQ(arrears().size(), 0u);
    const auto books = ledger();
    EXPECT_EQ(books["amountPaid"], body["total"]);
    for (const auto &times : books["paidTimes"])
        EXPECT_EQ(times, 1);
    const auto declared = client->all("/v1/fee-declarations?from=2020-01-01&to=2099-12-31");
    EXPECT_EQ(declared.back()["paid"], "all");
    EXPECT_EQ(client->put("/v1/fee-voidings/" + newId(), {{"declarationId", declared.back()["id"]}}).code(), "not-voidable");
}

TEST_F(Payment, SomeItemsFail)
{
    openDeclared();
    ASSERT_TRUE(server->setFaults({QStringLiteral("partial=balance-insufficient,account-name-mismatch")}));
    const std::string id = newId();
    client->put("/v1/payments/" + id, paymentOf(arrears()));
    const auto state = client->get("/v1/payments/" + id).json;
    EXPECT_EQ(state["status"], "partial");
    EXPECT_EQ(state["items"][0]["code"], "balance-insufficient");
    EXPECT_EQ(state["items"][0]["text"], "余额不足支付");
    EXPECT_EQ(state["items"][1]["text"], "银行账号与户名不符");
    EXPECT_EQ(state["items"][2]["status"], "paid");
    const auto left = arrears();
    EXPECT_EQ(left.size(), 2u);
    EXPECT_EQ(client->put("/v1/payments/" + newId(), paymentOf(left)).status, 202);
    EXPECT_EQ(arrears().size(), 0u);
}

TEST_F(Payment, ItemsSettleOneByOne)
{
    openDeclared(4000);
    const std::string id = newId();
    const Json body = paymentOf(arrears());
    client->put("/v1/payments/" + id, body);
    EXPECT_EQ(arrears()[0]["closedReason"], "in-payment");
    EXPECT_EQ(client->put("/v1/payments/" + newId(), body).code(), "in-payment");
    later(4);
    int pending = 0;
    int paid = 0;
    const auto half = client->get("/v1/payments/" + id).json;
    for (const auto &item : half["items"]) {
        pending += item["status"] == "pending" ? 1 : 0;
        paid += item["status"] == "paid" ? 1 : 0;
    }
    EXPECT_GT(pending, 0);
    EXPECT_GT(paid, 0);
    later(10);
    EXPECT_EQ(client->get("/v1/payments/" + id).json["status"], "accepted");
}

TEST_F(Payment, AgreementsAndAmountsAreChecked)
{
    openDeclared();
    Json body = paymentOf(arrears());
    body["agreementNumber"] = client->get("/v1/agreements").json["items"][1]["number"];  // not verified
    EXPECT_EQ(client->put("/v1/payments/" + newId(), body).code(), "agreement-invalid");
    body = paymentOf(arrears());
    body["items"][0]["amount"] = "0.01";
    EXPECT_EQ(client->put("/v1/payments/" + newId(), body).code(), "totals-changed");
    body = paymentOf(arrears());
    body["total"] = "0.01";
    EXPECT_EQ(client->put("/v1/payments/" + newId(), body).code(), "totals-changed");
    EXPECT_EQ(ledger()["payments"].size(), 0u);
}

TEST_F(Payment, LateFeesGrowDaily)
{
    open();
    client->enter(kUnit);
    declareAll();
    const auto arrear = arrears()[0];
    EXPECT_EQ(arrear["lateFee"], "0.00");
    const QDate payBy = QDate::fromString(QString::fromStdString(arrear["payBy"]), Qt::ISODate);
    server->clock().setNow(QDateTime(payBy.addDays(10), QTime(4, 0), Qt::UTC));
    client->token = client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "chen-2026"}}).json["token"];
    const auto late = arrears()[0];
    // 0.05 % a day, ten days, rounded to the fen (社会保险法 §86)
    EXPECT_EQ(fen(late["lateFee"]), (fen(late["due"]) * 5 + 500) / 1000);
    EXPECT_EQ(fen(late["total"]), fen(late["due"]) + fen(late["lateFee"]));
}

TEST_F(Payment, AVoucherHoldsItsItems)
{
    openDeclared();
    const auto list = arrears();
    const std::string id = newId();
    const Json body = voucherOf(list);
    const auto voucher = client->put("/v1/vouchers/" + id, body);
    EXPECT_EQ(voucher.status, 201);
    EXPECT_EQ(voucher.json["authorityCode"].get<std::string>().size(), 11u);
    EXPECT_EQ(client->put("/v1/vouchers/" + id, body).status, 200);
    EXPECT_EQ(client->put("/v1/vouchers/" + newId(), body).code(), "in-voucher");
    EXPECT_EQ(client->put("/v1/payments/" + newId(), paymentOf(list)).code(), "in-voucher");
    EXPECT_EQ(arrears()[0]["closedReason"], "in-voucher");
    const auto declared = client->all("/v1/fee-declarations?from=2020-01-01&to=2099-12-31").back()["id"];
    EXPECT_EQ(client->put("/v1/fee-voidings/" + newId(), {{"declarationId", declared}}).code(), "not-voidable");
    const std::string voiding = newId();
    EXPECT_EQ(client->put("/v1/voucher-voidings/" + voiding, {{"voucherId", id}}).json["status"], "accepted");
    EXPECT_EQ(client->get("/v1/voucher-voidings/" + voiding).status, 200);
    EXPECT_EQ(client->get("/v1/vouchers/" + id).json["status"], "voided");
    EXPECT_EQ(arrears(), list);
    EXPECT_EQ(client->put("/v1/voucher-voidings/" + newId(), {{"voucherId", id}}).code(), "not-voidable");
}

TEST_F(Payment, AVoucherExpires)
{
    openDeclared();
    const std::string id = newId();
    const auto voucher = client->put("/v1/vouchers/" + id, voucherOf(arrears())).json;
    const QDate before = QDate::fromString(QString::fromStdString(voucher["payBefore"]), Qt::ISODate);
    server->clock().setNow(QDateTime(before, QTime(16, 0, 1), Qt::UTC));
    client->token = client->post("/v1/sessions", {{"registrationId", kUnit}, {"password", "chen-2026"}}).json["token"];
    EXPECT_EQ(client->get("/v1/vouchers/" + id).json["status"], "expired");
    EXPECT_EQ(arrears()[0]["open"], true);
}

TEST_F(Payment, AVoucherIsPaidAtTheBank)
{
    openDeclared();
    const std::string id = newId();
    const auto voucher = client->put("/v1/vouchers/" + id, voucherOf(arrears())).json;
    EXPECT_EQ(client->post("/admin/vouchers", {{"number", voucher["number"]}}).status, 200);
    EXPECT_EQ(client->get("/v1/vouchers/" + id).json["status"], "paid");
    EXPECT_EQ(client->put("/v1/voucher-voidings/" + newId(), {{"voucherId", id}}).code(), "already-paid");
    EXPECT_EQ(ledger()["amountPaid"], voucher["total"]);
}
