// A session that ends in the middle of work (L6, issue of logging in again).

#include "service/practice.h"

#include <atomic>
#include <future>

namespace {

using tests::kPassword;
using tests::kUnit;

class SessionEnd : public tests::Practice {
protected:
    /// The password is changed on another machine, which ends every other session.
    void endSession()
    {
        auto other = connect(QStringLiteral("other"));
        logIn(*other, kPassword);
        ASSERT_TRUE(other->units().changePassword(kUnit, kPassword, m_fresh, job));
    }
    void answerAsked(bool logIn_)
    {
        client->sessions().setAsker([this, logIn_](const QString &ended) {
            ++asked;
            m_login = std::async(std::launch::async, [this, ended, logIn_] {
                QThread::msleep(300);  // the others arrive meanwhile
                base::Job own;
                if (!logIn_)
                    return client->sessions().giveUp(ended);
                EXPECT_TRUE(client->units().verifyPassword(ended, m_fresh, own));
            });
        });
    }
    void TearDown() override
    {
        if (m_login.valid())
            m_login.get();
        Practice::TearDown();
    }

    std::atomic<int> asked{0};
    const QString m_fresh = QStringLiteral("lin-2027x");
    std::future<void> m_login;
};

TEST_F(SessionEnd, IsAskedForOnceAndWhatOnlyReadsGoesOn)
{
    endSession();
    answerAsked(true);
    const auto reading = [this](auto work) {
        return std::async(std::launch::async, [work] {
            base::Job own;
            return bool(work(own));
        });
    };
    auto staff = reading([this](base::Job &own) { return client->staff().sync(kUnit, service::StaffSync::Full, own); });
    auto profile = reading([this](base::Job &own) { return client->units().refresh(kUnit, own); });
    auto notices = reading([this](base::Job &own) { return client->notices().refresh(kUnit, own); });
    auto arrears = reading([this](base::Job &own) { return client->payments().refresh(kUnit, own); });
    EXPECT_TRUE(staff.get());
    EXPECT_TRUE(profile.get());
    EXPECT_TRUE(notices.get());
    EXPECT_TRUE(arrears.get());
    EXPECT_EQ(asked, 1);
    EXPECT_EQ(*client->staff().count(kUnit, {}), 40);
}

TEST_F(SessionEnd, WhoDoesNotWantToLogInGetsTheError)
{
    endSession();
    answerAsked(false);
    const auto refused = client->units().refresh(kUnit, job);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, base::Error::Kind::SessionExpired);
    EXPECT_EQ(refused.error().sent, base::Sent::No);
}

TEST_F(SessionEnd, ACancelledJobWaitsForNobody)
{
    endSession();
    client->sessions().setAsker([this](const QString &) { job.cancel(); });
    EXPECT_EQ(client->units().refresh(kUnit, job).error().kind, base::Error::Kind::SessionExpired);
    client->sessions().setAsker({});
}

/// What changes something is not sent a second time by itself: it stays in the outbox and is sent when it is told to.
TEST_F(SessionEnd, WhatChangesSomethingWaitsInTheOutbox)
{
    ASSERT_TRUE(client->fees().refresh(kUnit, domain::FeeKind::Daily, job));
    const auto first = client->fees().assessments(kUnit, domain::FeeKind::Daily)->rows.first().id;
    endSession();
    answerAsked(true);
    const auto submitted = client->fees().submit(kUnit, domain::FeeKind::Daily, declaring({first}), job);
    EXPECT_EQ(ledger()["feeDeclarations"].size(), 0U);
    EXPECT_EQ(asked, 0);
    if (submitted) {
        EXPECT_EQ(submitted->state, domain::SubmissionState::Pending);
    } else {
        EXPECT_EQ(submitted.error().kind, base::Error::Kind::SessionExpired);
    }
    ASSERT_TRUE(client->units().verifyPassword(kUnit, m_fresh, job));
    settleAll(*client, {domain::SubmissionKind::Fee});
    EXPECT_EQ(ledger()["feeDeclarations"].size(), submitted ? 1U : ledger()["feeDeclarations"].size());
}

}  // namespace
