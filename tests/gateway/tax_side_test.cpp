// Answers of all kinds against one scripted server: what they mean, whose fault it is, whether something may have been done.
#include "gateway/fee.h"
#include "gateway/problem_codes.h"
#include "gateway/staff.h"
#include "gateway/submission.h"
#include "gateway/unit.h"
#include "support/canned_server.h"
#include "support/print.h"

#include <QFile>

#include <gtest/gtest.h>

namespace {

using base::Error;
using base::Sent;
using domain::SubmissionKind;
using domain::SubmissionState;

const QString kId = QStringLiteral("6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11");

class Gateway : public testing::Test {
protected:
    gateway::Access access() { return {&taxSide, "token"}; }
    void answer(int status, const QByteArray &body, const QByteArray &type = "application/json")
    {
        server.answer(status, type, body);
    }

    tests::CannedServer server;
    http::Client client{{"test", {}}};
    gateway::TaxSide taxSide{client, server.url()};
    base::Job job;
};

TEST_F(Gateway, ProblemsBecomeErrorsWithTheirCode)
{
    struct Case {
        int status;
        const char *code;
        Error::Kind kind;
        Sent ofPut;
    };
    const Case cases[] = {
        {401, "session-expired", Error::Kind::SessionExpired, Sent::No},
        {409, "already-declared", Error::Kind::Business, Sent::Yes},
        {422, "agreement-invalid", Error::Kind::Business, Sent::Yes},
        {501, "not-implemented", Error::Kind::Business, Sent::Yes},
        {500, "internal", Error::Kind::Server, Sent::Unknown},
        {503, "unavailable", Error::Kind::Server, Sent::Unknown},
    };
    for (const auto &c : cases) {
        answer(c.status,
               QByteArray(R"({"type":"urn:x","title":"标题","status":1,"detail":"说明","code":")") + c.code + "\"}",
               "application/problem+json");
        const auto put = gateway::put(access(), SubmissionKind::Fee, kId, "{}", job);
        ASSERT_FALSE(put);
        EXPECT_EQ(put.error().kind, c.kind) << c.code;
        EXPECT_EQ(put.error().code, QString::fromLatin1(c.code));
        EXPECT_EQ(put.error().text, QStringLiteral("说明"));
        EXPECT_EQ(put.error().sent, c.ofPut) << c.code;
        EXPECT_FALSE(put.error().requestId.isEmpty());
        const auto get = gateway::ask(access(), SubmissionKind::Fee, kId, job);
        ASSERT_FALSE(get);
        EXPECT_EQ(get.error().sent, Sent::No) << c.code;
    }
}

/// What a payment's answer does not speak of, or speaks of in two ways, would be free to be paid again.
TEST_F(Gateway, AnAnswerToAPaymentSpeaksOfEveryItemAsOfTheWhole)
{
    const auto body = [](const char *status, const QByteArray &items) {
        return QByteArray(R"({"id":"6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11","submittedAt":"2026-11-23T06:00:00Z","total":"3.00","status":")")
            + status + R"(","items":[)" + items + "]}";
    };
    const QByteArray paid = R"({"arrearId":"a","amount":"1.00","status":"paid"})";
    const QByteArray failed = R"({"arrearId":"b","amount":"2.00","status":"failed","code":"balance-insufficient"})";
    const QByteArray pending = R"({"arrearId":"b","amount":"2.00","status":"pending"})";
    const std::pair<const char *, QByteArray> wrong[] = {
        {"rejected", {}},  {"accepted", {}},     {"rejected", paid + ',' + failed}, {"accepted", paid + ',' + failed},
        {"partial", paid}, {"partial", failed},  {"partial", paid + ',' + pending}, {"rejected", pending},
    };
    for (const auto &[status, items] : wrong) {
        answer(200, body(status, items));
        const auto asked = gateway::ask(access(), SubmissionKind::Payment, kId, job);
        ASSERT_FALSE(asked) << status << items.toStdString();
        EXPECT_EQ(asked.error().code, QStringLiteral("protocol.shape"));
    }
    for (const auto &[status, items] : {std::pair("rejected", failed), std::pair("accepted", paid),
                                        std::pair("partial", QByteArray(paid + ',' + failed)), std::pair("submitted", pending)}) {
        answer(200, body(status, items));
        EXPECT_TRUE(gateway::ask(access(), SubmissionKind::Payment, kId, job)) << status;
    }
}

TEST(ProblemCodes, AreThoseOfTheContract)
{
    QFile file(QStringLiteral(SHEBAO_TESTS "/../docs/api/tax-side.yaml"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto contract = QString::fromUtf8(file.readAll());
    const auto from = contract.indexOf(QLatin1String("enum: [unit-not-found")) + 7;
    ASSERT_GT(from, 7);
    QStringList named;
    for (const auto &code : contract.mid(from, contract.indexOf(QLatin1Char(']'), from) - from).split(QLatin1Char(',')))
        named << code.trimmed();
    QStringList known;
    for (const auto code : gateway::kProblemCodes)
        known << QString::fromLatin1(code.data(), qsizetype(code.size()));
    named.sort();
    known.sort();
    EXPECT_EQ(named, known);
}

TEST_F(Gateway, WhatIsNotOfTheContractIsAProtocolErrorAndMayHaveBeenDone)
{
    const std::pair<int, const char *> answers[] = {
        {200, "<html>proxy</html>"}, {200, ""},      {200, "{\"id\":"},          {200, "[]"},
        {200, "{}"},                 {200, "null"},  {403, "<html>no</html>"},   {404, "{}"},
        {408, R"({"code":"request-timeout"})"},  // of something on the way, that may have passed it on
        {200, R"({"id":"6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11","status":5})"},
        {200, R"({"id":"00000000-0000-0000-0000-000000000000","status":"submitted","submittedAt":"2026-11-23T06:00:00Z","paid":"none"})"},
        {200, R"({"id":"6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11","status":"perhaps","submittedAt":"2026-11-23T06:00:00Z","paid":"none"})"},
        {200, R"({"id":"6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11","status":"submitted","submittedAt":"yesterday","paid":"none"})"},
    };
    for (const auto &[status, body] : answers) {
        answer(status, body, "text/html");
        const auto put = gateway::put(access(), SubmissionKind::Fee, kId, "{}", job);
        ASSERT_FALSE(put) << body;
        EXPECT_EQ(put.error().kind, Error::Kind::Protocol) << body;
        EXPECT_EQ(put.error().sent, Sent::Unknown) << body;
    }
}

TEST_F(Gateway, AVerdictIsRead)
{
    answer(202, R"({"id":"6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11","status":"partial","submittedAt":"2026-11-23T06:00:00Z",
                    "settledAt":"2026-11-23T06:00:03Z","total":"3.00","items":[
                    {"arrearId":"a","amount":"1.00","status":"paid","taxReceiptNumber":"461016260410560121"},
                    {"arrearId":"b","amount":"2.00","status":"failed","code":"balance-insufficient","text":"余额不足支付"}]})");
    const auto verdict = gateway::put(access(), SubmissionKind::Payment, kId, "{}", job);
    ASSERT_TRUE(verdict) << verdict.error().detail.toStdString();
    EXPECT_EQ(verdict->state, SubmissionState::Partial);
    ASSERT_EQ(verdict->items.size(), 2);
    EXPECT_EQ(verdict->items[0].taxReceiptNumber, QStringLiteral("461016260410560121"));
    EXPECT_EQ(verdict->items[1].state, SubmissionState::Failed);
    EXPECT_EQ(verdict->items[1].reasonText, QStringLiteral("余额不足支付"));
}

TEST_F(Gateway, MoneyIsNeverANumber)
{
    answer(200, R"({"items":[{"id":"a","item":{},"due":1.5}],"nextCursor":null})");
    const auto arrears = gateway::fetchArrears(access(), job);
    ASSERT_FALSE(arrears);
    EXPECT_EQ(arrears.error().code, QStringLiteral("protocol.shape"));
}

TEST_F(Gateway, AStaffPageWithRareNamesAndTombstones)
{
    answer(200, R"({"items":[
        {"id":"1","seq":5,"deleted":true},
        {"id":"2","seq":6,"personNumber":"p","unitNumber":"u","name":"阿卜杜热西提·买买提𠅤","documentType":"201",
         "documentNumber":"140105190001010015","state":"normal","wage":null,"insurances":[
         {"insurance":"110","insuranceName":"养老","state":"normal","from":"2019-01","to":null,"wage":null,"base":"4000.00"}]}],
        "nextCursor":"c","sequence":9,"total":2})");
    const auto who = access();
    const auto page = gateway::StaffPages(who, 4, {}, 1000, job).next();  // over when the page behind it is answered too
    ASSERT_TRUE(page) << page.error().detail.toStdString();
    EXPECT_TRUE(page->rows[0].deleted);
    EXPECT_EQ(page->rows[1].name, QStringLiteral("阿卜杜热西提·买买提𠅤"));
    EXPECT_FALSE(page->rows[1].wage);
    EXPECT_EQ(page->rows[1].insurances[0].base, domain::Money::fromFen(400000));
    EXPECT_EQ(page->nextCursor, QStringLiteral("c"));
    EXPECT_TRUE(server.lastRequest().startsWith("GET /v1/staff?since=4&limit=1000&cursor=c "));
    EXPECT_TRUE(server.lastRequest().contains("Authorization: Bearer token"));
}

TEST_F(Gateway, AWrongPasswordSaysHowManyTriesAreLeft)
{
    answer(401, R"({"type":"urn:x","title":"申报密码错误","status":401,"code":"wrong-password","attemptsLeft":2})",
           "application/problem+json");
    const auto session = gateway::createSession(taxSide, QStringLiteral("r"), QStringLiteral("p"), job);
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().attemptsLeft, 2);
}

}  // namespace
