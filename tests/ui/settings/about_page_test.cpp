#include "ui/modules/settings/about_page.h"

#include "app/application.h"
#include "support/releases.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace {

using State = ui::UpgradeFlow::State;
using versions::Version;

class AboutPageTest : public testing::Test {
protected:
    void start(bool installed = true)
    {
        const QString root = folder.filePath(QStringLiteral("install"));
        for (const char *name : {"install/versions/1.0.0", "releases", "data"})
            QDir().mkpath(folder.filePath(QString::fromLatin1(name)));
        app::Options options;
        options.dataFolder = folder.filePath(QStringLiteral("data"));
        options.practice.emplace();
        options.practice->employees = 1;
        options.practice->releasesFolder = releases();
        options.place.running = *Version::of("1.0.0");
        options.place.platform = QStringLiteral("linux-x64");
        if (installed) {
            options.place.install.emplace(std::filesystem::path(root.toStdU16String()));
            tests::Release::write(root + QStringLiteral("/versions/1.0.0/") + QLatin1String(tests::kClient), "x");
            options.place.install->write({*Version::of("1.0.0"), {}, false, false, failed});
        }
        auto started = app::Application::start(options);
        ASSERT_TRUE(started);
        application = std::move(started).value();
        flow = std::make_unique<ui::UpgradeFlow>(application->upgrade());
        page = std::make_unique<ui::AboutPage>(jobs, *flow, QStringLiteral("140100-2026.07"), nullptr);
        page->resize(900, 900);
        page->show();
    }

    void TearDown() override
    {
        page.reset();
        flow.reset();
    }

    QString releases() const { return folder.filePath(QStringLiteral("releases")); }
    QString text(const char *name) const { return page->findChild<QLabel *>(QString::fromLatin1(name))->text(); }
    QString status() const { return text("settings.about.status"); }
    QPushButton *button(const char *name) const { return page->findChild<QPushButton *>(QString::fromLatin1(name)); }
    bool reaches(State state)
    {
        return QTest::qWaitFor([&] { return flow->state() == state; }, 10'000);
    }

    QTemporaryDir folder;
    std::optional<Version> failed;
    ui::JobRunner jobs;
    std::unique_ptr<app::Application> application;
    std::unique_ptr<ui::UpgradeFlow> flow;
    std::unique_ptr<ui::AboutPage> page;
};

TEST_F(AboutPageTest, ShowsVersionsAndParts)
{
    start();
    EXPECT_EQ(text("settings.about.version"), QStringLiteral("1.0.0"));
    EXPECT_EQ(text("settings.about.rules"), QStringLiteral("140100-2026.07"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !text("settings.about.schema").isEmpty(); }));
    QStringList all;
    for (const auto *label : page->findChildren<QLabel *>())
        all << label->text();
    for (const char *part : {"OpenSSL 3.", "SQLite 3.", "Qt 6."})
        EXPECT_FALSE(all.filter(QString::fromLatin1(part)).isEmpty()) << part;
    for (const char *name : {"settings.about.check", "settings.about.upgrade", "settings.about.restart"})
        ASSERT_NE(button(name), nullptr) << name;
    EXPECT_FALSE(button("settings.about.upgrade")->isVisible());
    button("settings.about.check")->click();
    ASSERT_TRUE(reaches(State::Newest));
    EXPECT_EQ(status(), QStringLiteral("已是最新版本。"));
}

TEST_F(AboutPageTest, WhatIsNewerIsOfferedAndInstalled)
{
    start();
    tests::Release("1.1.0").publish(releases());
    button("settings.about.check")->click();
    ASSERT_TRUE(reaches(State::Available));
    EXPECT_TRUE(status().contains(QStringLiteral("1.1.0")));
    EXPECT_TRUE(text("settings.about.notes").contains(QStringLiteral("新增一项")));
    ASSERT_TRUE(button("settings.about.upgrade")->isVisible());
    button("settings.about.upgrade")->click();
    ASSERT_TRUE(reaches(State::Ready)) << status().toStdString();
    EXPECT_FALSE(button("settings.about.upgrade")->isVisible());
    ASSERT_TRUE(button("settings.about.restart")->isVisible());
    QSignalSpy wanted(flow.get(), &ui::UpgradeFlow::restartRequested);
    button("settings.about.restart")->click();
    EXPECT_EQ(wanted.count(), 1);
}

TEST_F(AboutPageTest, ARefusalSaysWhyAndThatNothingWasChanged)
{
    start();
    tests::Release("1.1.0").publish(releases(), QByteArray(64, 's'));
    button("settings.about.check")->click();
    ASSERT_TRUE(reaches(State::Failed));
    EXPECT_TRUE(status().contains(QStringLiteral("签名不正确"))) << status().toStdString();
    EXPECT_TRUE(status().contains(QStringLiteral("程序没有被改动")));
    EXPECT_FALSE(button("settings.about.upgrade")->isVisible());
}

TEST_F(AboutPageTest, WithoutALauncherItSaysWhyThereIsNoUpgrade)
{
    start(false);
    tests::Release("1.1.0").publish(releases());
    flow->begin();
    ASSERT_TRUE(reaches(State::Available));
    EXPECT_TRUE(status().contains(QStringLiteral("不是由安装程序安装的"))) << status().toStdString();
    EXPECT_FALSE(button("settings.about.upgrade")->isVisible());
}

TEST_F(AboutPageTest, TheStartBringsItByItself)
{
    start();
    tests::Release("1.1.0").publish(releases());
    flow->begin();
    EXPECT_TRUE(reaches(State::Ready));
}

TEST_F(AboutPageTest, AVersionThatFailedIsLeftToTheUser)
{
    failed = Version::of("1.1.0");
    start();
    tests::Release("1.1.0").publish(releases());
    flow->begin();
    ASSERT_TRUE(reaches(State::Available));
    QTest::qWait(200);
    EXPECT_EQ(flow->state(), State::Available);
    EXPECT_TRUE(button("settings.about.upgrade")->isVisible());
}

}  // namespace
