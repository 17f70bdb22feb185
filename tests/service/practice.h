#pragma once
// A client (real store, real HTTP) over the reference tax side in the same process, with a unit that is logged in.

#include "app/application.h"
#include "http/client.h"
#include "support/confirmed.h"
#include "support/print.h"
#include "support/units.h"
#include "support/wages.h"

#include <QTemporaryDir>
#include <QThread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tests {

/// 机关: may declare wages by insurance.
inline const QString kOffice = QStringLiteral("10011401000000000002");
inline const QString kPassword = QStringLiteral("chen-2026");

/// Every test begins in a month whose fees are not late yet, whatever the day it runs.
inline QDateTime beginning()
{
    return QDateTime::fromString(QStringLiteral("2026-11-23T02:00:00Z"), Qt::ISODate);
}

class Practice : public testing::Test {
protected:
    void SetUp() override
    {
        taxside::Options options;
        options.employees = employees;
        options.admin = true;
        options.feedbackMs = feedbackMs;
        options.dbFile = folder.filePath(QStringLiteral("taxside.db"));
        server = std::make_unique<taxside::Server>(options);
        server->clock().setNow(beginning());
        const auto url = server->start();
        ASSERT_TRUE(url) << url.error().detail.toStdString();
        address = QUrl(*url + QLatin1Char('/'));
        client = connect(QStringLiteral("first"));
        ASSERT_TRUE(client);
        logIn(*client, unit.right(6));  // the initial password is the end of a 单位编号, which ends as the unit does
    }

    /// Another machine: a data folder of its own, the same tax side.
    std::unique_ptr<app::Application> connect(const QString &name)
    {
        const QString data = folder.filePath(name);
        QDir().mkpath(data);
        app::Options options;
        options.dataFolder = data;
        options.backupCost = 14;
        options.server.url = address;
        auto started = app::Application::start(options);
        EXPECT_TRUE(started);
        if (!started)
            return nullptr;
        (*started)->clock().setNow(server->clock().now());
        EXPECT_TRUE((*started)->network().save({}));  // straight to the loopback server, whatever this machine's proxy
        return std::move(started).value();
    }

    void logIn(app::Application &application, const QString &password)
    {
        auto session = application.units().verifyPassword(unit, password, job);
        ASSERT_TRUE(session) << session.error().code.toStdString();
        if (session->mustChangePassword) {
            ASSERT_TRUE(application.units().changePassword(unit, password, kPassword, job));
        }
        ASSERT_TRUE(application.units().refresh(unit, job));
        ASSERT_TRUE(application.units().enter(unit));
    }

    /// 正常缴费 entries, which are more than their people.
    qint64 contributing()
    {
        domain::StaffQuery normal;
        normal.state = domain::ContributionState::Normal;
        return *client->staff().count(unit, normal);
    }

    nlohmann::json ledger() const
    {
        const auto text = server->ledgerJson();
        return nlohmann::json::parse(text.begin(), text.end())["registrations"][unit.toStdString()];
    }

    void fault(const char *spec) { ASSERT_TRUE(server->setFaults({QString::fromUtf8(spec)})); }
    /// At the tax side: wages that rise by 100 yuan, people who leave, people who join.
    void changeStaff(int wages, int leave, int join)
    {
        http::Client admin({"test", {}});
        http::Request request;
        request.method = http::Method::Post;
        request.url = address.resolved(QUrl(QStringLiteral("admin/staff")));
        request.body = QStringLiteral(R"({"changes":%1,"leave":%2,"join":%3})").arg(wages).arg(leave).arg(join).toUtf8();
        const auto answer = admin.send(request, job);
        ASSERT_TRUE(answer);
        ASSERT_LT(answer->status, 300) << answer->body.toStdString();
    }
    void noFaults() { ASSERT_TRUE(server->setFaults({})); }

    /// Fetches feedback until nothing is open any more (or it has tried for five seconds).
    void settleAll(app::Application &application, const std::vector<domain::SubmissionKind> &kinds)
    {
        for (int i = 0; i < 100; ++i) {
            const auto report = application.outbox().feedback(unit, kinds, job);
            ASSERT_TRUE(report) << report.error().code.toStdString();
            for (const auto &never : report->neverArrived)
                ASSERT_TRUE(application.outbox().resend(never.id, job));
            for (const auto &open : report->stillOpen) {
                if (open.state == domain::SubmissionState::Pending) {
                    ASSERT_TRUE(application.outbox().resend(open.id, job));
                }
            }
            if (report->stillOpen.empty() && report->neverArrived.empty())
                return;
            QThread::msleep(50);
        }
        FAIL() << "still open";
    }

    /// Declares every daily total and waits for the verdict; arrears are there afterwards.
    void declareAll()
    {
        const auto list = client->fees().refresh(unit, domain::FeeKind::Daily, job);
        ASSERT_TRUE(list);
        QStringList ids;
        for (const auto &row : list->rows)
            ids.append(row.id);
        ASSERT_TRUE(client->fees().submit(unit, domain::FeeKind::Daily, declaring(ids), job));
        settleAll(*client, {domain::SubmissionKind::Fee});
        ASSERT_TRUE(client->payments().refresh(unit, job));
    }

    /// These totals, or arrears, as they are stored now.
    QVector<domain::ConfirmedAmount> declaring(const QStringList &ids)
    {
        return confirmedFees(*client, unit, domain::FeeKind::Daily, ids);
    }
    QVector<domain::ConfirmedAmount> paying(const QStringList &ids) { return confirmedArrears(*client, unit, ids); }

    int employees = 40;    ///< of the first unit; a test of a large one sets it in its constructor
    int feedbackMs = 60;   ///< how long the tax side and the bank take
    QString unit = kUnit;  ///< who logs in; a test of another unit sets it in its constructor
    QTemporaryDir folder;
    QUrl address;
    std::unique_ptr<taxside::Server> server;
    std::unique_ptr<app::Application> client;
    base::Job job;
};

}  // namespace tests
