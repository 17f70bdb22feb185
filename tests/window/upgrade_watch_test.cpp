// What the window does about an upgrade that is ready, and one that failed (U1): it restarts only where nobody is disturbed.

#include "ui/upgrade_watch.h"

#include "app/application.h"
#include "support/releases.h"
#include "ui/client_window.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTimer>

namespace {

using versions::Version;

class UpgradeWatchTest : public testing::Test {
protected:
    void SetUp() override
    {
        for (const char *name : {"install/versions/1.0.0", "releases", "data"})
            QDir().mkpath(path(name));
        options.dataFolder = path("data");
        options.practice.emplace();
        options.practice->employees = 1;
        options.practice->releasesFolder = path("releases");
        options.place.running = *Version::of("1.0.0");
        options.place.platform = QStringLiteral("linux-x64");
        options.place.install.emplace(std::filesystem::path(path("install").toStdU16String()));
        tests::Release::write(path("install/versions/1.0.0/") + QLatin1String(tests::kClient), "x");
        options.place.install->write({*Version::of("1.0.0"), {}, false, false, {}});
        tests::Release("1.1.0").publish(path("releases"));
    }

    void begin()
    {
        auto started = app::Application::start(options);
        ASSERT_TRUE(started);
        application = std::move(started).value();
        flow = std::make_unique<ui::UpgradeFlow>(application->upgrade());
        watch = std::make_unique<ui::UpgradeWatch>(
            *flow, ui::UpgradeWatch::Window{jobs, loginJobs, strip, [this] { return atLogin; }, [this](int code) {
                                                if (mayClose)
                                                    QCoreApplication::exit(code);
                                            }});
        watch->begin();
    }

    /// What the program ends with within a while; 0: it runs on.
    int ending(int milliseconds = 2000)
    {
        QTimer limit;
        limit.setSingleShot(true);
        QObject::connect(&limit, &QTimer::timeout, qApp, [] { QCoreApplication::exit(0); });
        limit.start(milliseconds);
        return QApplication::exec();
    }
    void expectToWaitFor(ui::JobRunner &runner)
    {
        std::atomic_bool end = false;
        const auto work = [&end](base::Job &) -> base::Result<void> {
            while (!end)
                QThread::msleep(5);
            return {};
        };
        runner.run(&strip, work, [](const base::Result<void> &) {});
        begin();
        ASSERT_TRUE(isReady());
        EXPECT_EQ(ending(200), 0);  // at the login nobody is asked: it waits
        EXPECT_FALSE(strip.isShowing());
        Q_EMIT flow->restartRequested();  // 关于
        EXPECT_TRUE(strip.text().contains(QStringLiteral("正在处理数据"))) << strip.text().toStdString();
        QTimer::singleShot(0, &strip, [&end] { end = true; });
        EXPECT_EQ(ending(), versions::kRestartCode);
    }
    bool isReady()
    {
        return QTest::qWaitFor([this] { return flow->state() == ui::UpgradeFlow::State::Ready; }, 10'000);
    }
    bool isOffered() const { return strip.isShowing() && strip.text().contains(QStringLiteral("新版本已准备好")); }
    void pressRestart() { strip.findChild<QPushButton *>(QStringLiteral("strip.restart"))->click(); }
    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir folder;
    app::Options options;
    bool atLogin = true;
    bool mayClose = true;
    ui::JobRunner jobs;
    ui::JobRunner loginJobs;
    ui::MessageStrip strip{QStringLiteral("strip")};
    std::unique_ptr<app::Application> application;
    std::unique_ptr<ui::UpgradeFlow> flow;
    std::unique_ptr<ui::UpgradeWatch> watch;
};

TEST_F(UpgradeWatchTest, RestartsByItselfWhileNobodyHasBegun)
{
    begin();
    EXPECT_EQ(ending(10'000), versions::kRestartCode);
    EXPECT_FALSE(strip.isShowing());
}

TEST_F(UpgradeWatchTest, OffersWhereSomebodyIsAtWork)
{
    atLogin = false;
    begin();
    ASSERT_TRUE(isReady());
    EXPECT_EQ(ending(200), 0);
    ASSERT_TRUE(isOffered());
    QTimer::singleShot(0, &strip, [this] { pressRestart(); });
    EXPECT_EQ(ending(), versions::kRestartCode);
}

TEST_F(UpgradeWatchTest, AKeyAtTheLoginIsSomebodyAtWork)
{
    begin();
    QTest::keyClick(&strip, Qt::Key_A);
    ASSERT_TRUE(isReady());
    EXPECT_EQ(ending(200), 0);
    EXPECT_TRUE(isOffered());
}

TEST_F(UpgradeWatchTest, APageThatWantsToStayStays)
{
    atLogin = false;
    mayClose = false;
    begin();
    ASSERT_TRUE(isReady());
    QTimer::singleShot(0, &strip, [this] { pressRestart(); });
    EXPECT_EQ(ending(200), 0);
}

TEST_F(UpgradeWatchTest, WorkThatRunsIsWaitedForAndSaysSo)
{
    expectToWaitFor(jobs);
}

TEST_F(UpgradeWatchTest, ALoginThatRunsIsWaitedForToo)
{
    expectToWaitFor(loginJobs);
}

TEST_F(UpgradeWatchTest, ARestartMakesTheAutomaticBackupAsAnyOtherEnd)
{
    options.backupCost = 14;
    auto started = app::Application::start(options);
    ASSERT_TRUE(started);
    application = std::move(started).value();
    QDir().mkpath(path("backups"));
    ASSERT_TRUE(application->backups().setPassword(QStringLiteral("backup-password")));
    service::BackupPlan plan;
    plan.automatic = true;
    plan.folder = path("backups");
    ASSERT_TRUE(application->backups().save(plan));
    ui::Prompt prompt;
    prompt.setSilent(true);
    ui::ClientWindow window(*application, prompt);
    window.show();
    window.start();
    EXPECT_EQ(ending(20'000), versions::kRestartCode);
    EXPECT_FALSE(window.isVisible());
    EXPECT_EQ(QDir(path("backups")).entryList({QStringLiteral("*.sbbak")}).size(), 1);
    QGuiApplication::setQuitOnLastWindowClosed(true);  // for the tests that follow
}

TEST_F(UpgradeWatchTest, AReturnSaysWhichVersionFailedAndWhy)
{
    options.place.returnedFrom = QStringLiteral("1.1.0");
    options.place.returnReason = QStringLiteral("silent");
    options.place.install->write({*Version::of("1.0.0"), {}, false, false, Version::of("1.1.0")});
    begin();
    ASSERT_TRUE(strip.isShowing());
    EXPECT_TRUE(strip.text().contains(QStringLiteral("已回到原版本 1.0.0。新版本 1.1.0 没有在规定时间内显示窗口")))
        << strip.text().toStdString();
    EXPECT_EQ(ending(1000), 0) << "a version that failed is not tried by itself";
}

}  // namespace
