// What a tax side, or whoever answers in its place, could send to hurt: refused with one error, never half read.
#include "gateway/fee.h"
#include "gateway/release.h"
#include "gateway/submission.h"
#include "gateway/unit.h"
#include "support/canned_server.h"
#include "support/memory.h"
#include "support/print.h"

#include <gtest/gtest.h>

#include <QFile>

#include <atomic>

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

/// Two pages that name each other.
TEST_F(HostileAnswer, AListWhosePagesLeadInARingEnds)
{
    std::atomic<int> asked = 0;
    server.answer([&](const QByteArray &request) {
        ++asked;
        return QByteArray(R"({"items":[],"nextCursor":")") + (request.contains("cursor=a") ? "b" : "a") + R"("})";
    });
    const auto arrears = gateway::fetchArrears(access(), job);
    ASSERT_FALSE(arrears);
    EXPECT_EQ(arrears.error().code, QStringLiteral("protocol.shape"));
    EXPECT_EQ(arrears.error().detail, QStringLiteral("field nextCursor"));
    EXPECT_EQ(arrears.error().sent, Sent::No);
    EXPECT_LE(asked, 1001);
}

/// The items of a declaration count as rows do.
TEST_F(HostileAnswer, AListOfMoreRowsThanAnybodyHasEnds)
{
    const QByteArray fee = R"({"noticeNumber":"","unitNumber":"","agencyCode":"","agencyName":"","collectionItem":{"code":"","name":""},)"
                           R"("category":{"code":"","name":""},"subcategory":"","periodFrom":"2026-07","periodTo":"2026-07","authorityName":""})";
    const QByteArray item = R"({"assessmentId":"","item":)" + fee + R"(,"headcount":1,"payable":"1.00"},)";
    const QByteArray row = "{\"id\":\"" + kId.toLatin1()
                           + R"(","kind":"daily","status":"accepted","channel":"web","submittedAt":"2026-07-27T00:00:00Z",)"
                             R"("headcount":1,"total":"1.00","paid":"none","items":[)" + item.repeated(20'000).chopped(1) + "]}";
    std::atomic<int> asked = 0;
    server.answer([&](const QByteArray &) { return R"({"items":[)" + row + R"(],"nextCursor":")" + QByteArray::number(++asked) + R"("})"; });
    const auto declarations = gateway::fetchFeeDeclarations(access(), QDate(2026, 7, 27), QDate(2026, 7, 27), job);
    ASSERT_FALSE(declarations);
    EXPECT_EQ(declarations.error().detail, QStringLiteral("field nextCursor"));
    EXPECT_EQ(asked, 5);
}

/// An answer of `size` bytes that is this again and again.
QByteArray answerOf(const QByteArray &text, qsizetype size)
{
    return "{\"items\":[" + text.repeated(size / text.size()).chopped(1) + "]}";
}

TEST_F(HostileAnswer, ATreeOfValuesWithoutEndIsNotBuilt)
{
    const auto costs = [&](const QByteArray &text, qsizetype size) {
        server.answer(200, "application/json", answerOf(text, size));
        resetPeak();
        const auto before = residentKb("VmRSS");
        const auto arrears = gateway::fetchArrears(access(), job);
        if (!kSanitized) {
            EXPECT_LE(residentKb("VmHWM") - before, 256 << 10) << text.constData();
        }
        return arrears ? QString() : arrears.error().code;
    };
    for (const QByteArray &text : {QByteArray("[],"), QByteArray("{},"), QByteArray("0,"), QByteArray("\"\",")})
        EXPECT_EQ(costs(text, 63 << 20), QStringLiteral("protocol.json"));
    // As many as there may be, of those that cost most: a name that is no short one, an object in an object.
    const QByteArray text("{\"a name of many letters\":{}},");
    EXPECT_EQ(costs(text, text.size() * 330'000), QStringLiteral("protocol.shape"));
}

/// Three quarters of a million: more do not fit into an answer.
TEST_F(HostileAnswer, EveryLineOfAVeryLongDeclarationMayBeRejected)
{
    QByteArray rejections;
    for (int line = 0; line < 750'000; ++line)
        rejections += "{\"line\":" + QByteArray::number(line) + R"(,"code":"base-unchanged","text":"基数没有发生变化，不用补差"},)";
    server.answer(200, "application/json",
                  "{\"id\":\"" + kId.toLatin1() + R"(","submittedAt":"2026-07-27T00:00:00Z","status":"rejected","rejections":[)"
                      + rejections.chopped(1) + "]}");
    const auto verdict = gateway::ask(access(), SubmissionKind::Wage, kId, job);
    ASSERT_TRUE(verdict) << verdict.error().code.toStdString();
    EXPECT_EQ(verdict->rejections.size(), 750'000);
}

TEST_F(HostileAnswer, WhatIsWrongIsSaidInAMegabyte)
{
    server.answer(503, "text/html", QByteArray(1 << 20, 'x'));
    EXPECT_EQ(gateway::fetchArrears(access(), job).error().code, QStringLiteral("server.failed"));
    server.answer(503, "text/html", QByteArray((1 << 20) + 1, 'x'));
    EXPECT_EQ(gateway::fetchArrears(access(), job).error().code, QStringLiteral("protocol.too-large"));
    EXPECT_EQ(gateway::put(access(), SubmissionKind::Fee, kId, "{}", job).error().sent, Sent::Unknown);
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
