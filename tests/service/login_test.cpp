#include "service/practice.h"

namespace {

using tests::kPassword;
using tests::kTaxNumber;
using tests::kUnit;

class Login : public tests::Practice {};

TEST_F(Login, TaxNumberIsCheckedBeforeAnythingIsSent)
{
    const std::pair<const char *, const char *> cases[] = {
        {"", "tax-number.empty"},
        {"9114", "tax-number.length"},
        {"91140100MA0000015J", "tax-number.check"},
        {"91140100MA000001中K", "tax-number.character"},
    };
    fault("status=500");  // nothing may reach it
    for (const auto &[typed, code] : cases) {
        const auto result = client->units().findRegistrations(QString::fromUtf8(typed), job);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, QString::fromLatin1(code));
    }
}

TEST_F(Login, OneRegistrationOrSeveral)
{
    const auto one = client->units().findRegistrations(QStringLiteral(" 91140100ma0000015k"), job);
    ASSERT_TRUE(one);
    ASSERT_EQ(one->size(), 1);
    EXPECT_EQ(one->first().registrationId, kUnit);
    EXPECT_FALSE(one->first().initialPassword);  // it was changed by the login of this test
    const auto two = client->units().findRegistrations(QStringLiteral("92140105MA0000023K"), job);
    ASSERT_TRUE(two);
    EXPECT_EQ(two->size(), 2);
    EXPECT_TRUE(two->first().initialPassword);
    EXPECT_FALSE(two->first().hintInsurance.isEmpty());
    EXPECT_EQ(two->first().hintUnitNumber, QStringLiteral("31******")) << "which number is meant, not what it is";
    const auto none = client->units().findRegistrations(QStringLiteral("140105000000001"), job);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, QStringLiteral("unit-not-found"));
}

TEST_F(Login, FiveWrongPasswordsLock)
{
    for (int left = 4; left >= 1; --left) {
        const auto result = client->units().verifyPassword(kUnit, QStringLiteral("wrong-000"), job);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, QStringLiteral("wrong-password"));
        EXPECT_EQ(result.error().attemptsLeft, left);
    }
    (void)client->units().verifyPassword(kUnit, QStringLiteral("wrong-000"), job);
    const auto locked = client->units().verifyPassword(kUnit, kPassword, job);
    ASSERT_FALSE(locked);
    EXPECT_EQ(locked.error().code, QStringLiteral("password-locked"));
    EXPECT_FALSE(locked.error().text.isEmpty());
}

TEST_F(Login, NewPasswordMustMeetTheRule)
{
    const auto weak = client->units().changePassword(kUnit, kPassword, QStringLiteral("12345678"), job);
    ASSERT_FALSE(weak);
    EXPECT_EQ(weak.error().code, QStringLiteral("password.kinds"));
    const auto same = client->units().changePassword(kUnit, kPassword, kPassword, job);
    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().code, QStringLiteral("password.unchanged"));
}

TEST_F(Login, ProfileIsKeptForTimesWithoutNetwork)
{
    server->stop();
    const auto profile = client->units().profile(kUnit);
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->unit.taxNumber, kTaxNumber);
    EXPECT_EQ(profile->pack.mode, domain::CollectionMode::Self);
    EXPECT_FALSE(profile->pack.charges.isEmpty());
    EXPECT_FALSE(profile->unit.insurances.isEmpty());
}

TEST_F(Login, RemovingKeepsOrErasesData)
{
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
    ASSERT_TRUE(client->units().remove(kUnit, false, job));
    EXPECT_TRUE(client->units().knownUnits()->isEmpty());
    EXPECT_GT(client->staff().overview(kUnit)->counts.total, 0);
    ASSERT_TRUE(client->wages().setByInsurance(kUnit, true));
    ASSERT_TRUE(client->units().remove(kUnit, true, job));
    EXPECT_FALSE(*client->wages().byInsurance(kUnit));
    EXPECT_EQ(client->staff().overview(kUnit)->counts.total, 0);
    EXPECT_FALSE(client->units().profile(kUnit));
}

TEST_F(Login, DataWithOpenSubmissionsIsNotErased)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, domain::FeeKind::Daily, job));
    const auto first = client->fees().assessments(kUnit, domain::FeeKind::Daily)->rows.first().id;
    ASSERT_TRUE(client->fees().submit(kUnit, domain::FeeKind::Daily, declaring({first}), job));
    const auto erased = client->units().remove(kUnit, true, job);
    ASSERT_FALSE(erased);
    EXPECT_EQ(erased.error().code, QStringLiteral("unit.open-submissions"));
    EXPECT_TRUE(client->units().profile(kUnit));
}

/// It is erased in pieces, between which somebody may still submit.
TEST_F(Login, WhatIsSubmittedWhileDataAreErasedKeepsItsLines)
{
    ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Auto, job));
    const auto person = client->staff().window(kUnit, {}, store::StaffOrder::PersonNumber, false, 0, 1)->front();
    const auto month = domain::Month::of(client->clock().today());
    ASSERT_TRUE(client->wages().add(kUnit, tests::kDaily, person.id, tests::wage(654'321), month));
    QString sent;
    base::Job erasing([&](qint64 done, qint64) {
        if (done > 0 || !sent.isEmpty())
            return;
        base::Job own;
        const auto submitted = client->wages().submit(kUnit, tests::kDaily, true, own);
        ASSERT_TRUE(submitted) << submitted.error().code.toStdString();
        sent = submitted->id;
    });
    const auto erased = client->units().remove(kUnit, true, erasing);
    ASSERT_FALSE(erased);
    EXPECT_EQ(erased.error().code, QStringLiteral("unit.open-submissions"));
    EXPECT_EQ(client->wages().lines(sent)->size(), 1u);
}

TEST_F(Login, AClockAnHourOffIsSaidBeforeThePasswordLeaves)
{
    client->units().leave(kUnit, job);
    const auto now = server->clock().now();
    for (const int seconds : {3600, -3600}) {
        client->clock().setNow(now.addSecs(seconds));
        const auto refused = client->units().verifyPassword(kUnit, QStringLiteral("wrong"), job);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, QStringLiteral("clock.skew"));
        EXPECT_EQ(refused.error().sent, base::Sent::No);
    }
    client->clock().setNow(now.addSecs(300));
    EXPECT_TRUE(client->units().verifyPassword(kUnit, tests::kPassword, job));
}

TEST_F(Login, WithoutASessionNothingIsAsked)
{
    client->units().leave(kUnit, job);
    const auto result = client->staff().sync(kUnit, service::StaffSync::Auto, job);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, base::Error::Kind::SessionExpired);
    EXPECT_EQ(result.error().sent, base::Sent::No);
}

}  // namespace
