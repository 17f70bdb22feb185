// What a tax side, or whoever answers in its place, could send to hurt: refused with one error, never half read.
#include "gateway/fee.h"
#include "gateway/release.h"
#include "gateway/submission.h"
#include "gateway/unit.h"
#include "support/canned_server.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <QFile>

namespace {

using base::Error;
using base::Sent;
using domain::SubmissionKind;

const QString kId = QStringLiteral("6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11");

class HostileAnswer : public testing::Test {
protected:
    gateway::Access access() { return {&taxSide, "token"}; }

    tests::CannedServer server;
    http::Client client{{"test", {}}};
    gateway::TaxSide taxSide{client, server.url()};
    base::Job job;
};

TEST_F(HostileAnswer, OfAQuestionNothingIsLeftOpen)
{
    server.answer(200, "application/json", R"({"items":[{}]})");
    const auto arrears = gateway::fetchArrears(access(), job);
    ASSERT_FALSE(arrears);
    EXPECT_EQ(arrears.error().code, QStringLiteral("protocol.shape"));
    EXPECT_EQ(arrears.error().sent, Sent::No);
    server.answer(200, "application/json", R"({"id":1})");
    EXPECT_EQ(gateway::ask(access(), SubmissionKind::Fee, kId, job).error().sent, Sent::No);
    EXPECT_EQ(gateway::put(access(), SubmissionKind::Fee, kId, "{}", job).error().sent, Sent::Unknown);
}

TEST_F(HostileAnswer, DepthWithoutAnEndIsRefused)
{
    const QByteArray deep = "{\"id\":\"" + kId.toLatin1()
                            + R"(","submittedAt":"2026-07-27T00:00:00Z","status":"accepted","x":)"
                            + QByteArray(400'000, '[') + QByteArray(400'000, ']') + "}";
    server.answer(200, "application/json", deep);
    const auto verdict = gateway::put(access(), SubmissionKind::FeeVoiding, kId, "{}", job);
    ASSERT_FALSE(verdict);
    EXPECT_EQ(verdict.error().code, QStringLiteral("protocol.json"));
    EXPECT_EQ(verdict.error().sent, Sent::Unknown);
    // Brackets in a text are only characters.
    server.answer(200, "application/json",
                  "{\"id\":\"" + kId.toLatin1()
                      + R"(","submittedAt":"2026-07-27T00:00:00Z","status":"accepted","x":"\"[)" + QByteArray(1000, '[')
                      + "\"}");
    EXPECT_TRUE(gateway::put(access(), SubmissionKind::FeeVoiding, kId, "{}", job));
}

TEST_F(HostileAnswer, ACodeThatIsNoCodeIsNotTakenOver)
{
    for (const QByteArray &code :
         {QByteArray("张三 140105199001010015"), QByteArray(5000, 'a'), QByteArray("a\\nb"), QByteArray()}) {
        server.answer(409, "application/problem+json", "{\"code\":\"" + code + "\"}");
        const auto arrears = gateway::fetchArrears(access(), job);
        ASSERT_FALSE(arrears);
        EXPECT_EQ(arrears.error().code, QStringLiteral("protocol.foreign-answer"));
    }
}

TEST_F(HostileAnswer, TriesThatCannotBeLeftAreNotTold)
{
    for (const char *attempts : {"-7", "4294967297", "18446744073709551615"}) {
        server.answer(401, "application/problem+json",
                      QByteArray(R"({"code":"wrong-password","attemptsLeft":)") + attempts + "}");
        const auto session = gateway::createSession(taxSide, kId, QStringLiteral("p"), job);
        ASSERT_FALSE(session);
        EXPECT_EQ(session.error().attemptsLeft, -1) << attempts;
    }
}

TEST_F(HostileAnswer, AListThatLeadsBackToItselfEnds)
{
    server.answer(200, "application/json", R"({"items":[],"nextCursor":"again"})");
    const auto arrears = gateway::fetchArrears(access(), job);
    ASSERT_FALSE(arrears);
    EXPECT_EQ(arrears.error().code, QStringLiteral("protocol.shape"));
}

TEST_F(HostileAnswer, CountsAreCounts)
{
    for (const char *total : {"-1", "9223372036854775808", "1e3", "9007199254740993"}) {
        server.answer(200, "application/json", QByteArray(R"({"items":[],"nextCursor":null,"total":)") + total + "}");
        const auto page = gateway::fetchFeePersons(access(), kId, {}, 100, job);
        ASSERT_FALSE(page) << total;
        EXPECT_EQ(page.error().detail, QStringLiteral("field total")) << total;
    }
}

/// The pack of a region with one text exchanged.
base::Result<domain::RulePack> packWith(const char *patch)
{
    QFile file(QStringLiteral(SHEBAO_TESTS "/../src/taxside/data/140100.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    auto pack = nlohmann::json::parse(file.readAll().toStdString());
    auto patched = pack;
    patched.merge_patch(nlohmann::json::parse(patch));
    EXPECT_NE(pack, patched) << patch;
    return gateway::readRulePack(QString::fromStdString(patched.dump()));
}

TEST(HostileRulePack, NumbersThatWouldRunAwayAreRefused)
{
    EXPECT_TRUE(packWith(R"({"version":"other"})"));
    const char *patches[] = {
        R"({"wage":{"monthsAhead":2147483647}})", R"({"wage":{"monthsBack":-1}})",
        R"({"wage":{"monthsBack":4294967297}})",  R"({"wage":{"maximum":"-1.00"}})",
        R"({"fee":{"declareByDay":0}})",          R"({"fee":{"payByDay":32}})",
        R"({"fee":{"lateFeePpmPerDay":-500}})",   R"({"wage":{"annualFrom":"13-01"}})",
        R"({"wage":{"annualTo":"x"}})",
    };
    for (const char *patch : patches) {
        EXPECT_FALSE(packWith(patch)) << patch;
    }
    const char *limits = R"({"limits":[{"insurance":"110","from":"2026-01","floor":"9.00","cap":"8.00"}]})";
    EXPECT_FALSE(packWith(limits));
    const char *rate =
        R"({"charges":[{"insurance":"110","insuranceName":"a","side":"unit","from":"2026-01","ratePpm":1000001}]})";
    EXPECT_FALSE(packWith(rate));
}

}  // namespace
