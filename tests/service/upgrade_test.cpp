// 升级 against the reference tax side over HTTP: everything that is refused, and that nothing is changed then.
#include "app/application.h"
#include "support/environment.h"
#include "support/print.h"
#include "support/releases.h"
#include "tests/http/proxies.h"

#include <chrono>
#include <thread>

namespace {

namespace fs = std::filesystem;
using versions::Version;

class UpgradeTest : public testing::Test {
protected:
    void SetUp() override
    {
        root = folder.filePath(QStringLiteral("安装 目录"));
        releases = folder.filePath(QStringLiteral("releases"));
        for (const auto &path : {root + QStringLiteral("/versions/1.0.0"), releases, folder.filePath(QStringLiteral("data"))})
            QDir().mkpath(path);
        tests::Release::write(root + QStringLiteral("/versions/1.0.0/") + QLatin1String(tests::kClient), "old");
        install().write({*Version::of("1.0.0"), {}, false, false, {}});
        taxside::Options options;
        options.employees = 1;
        options.releasesFolder = releases;
        server = std::make_unique<taxside::Server>(options);
        const auto url = server->start();
        ASSERT_TRUE(url);
        open({QUrl(*url + QLatin1Char('/')), {}});
    }

    void open(const app::ServerConfig &config)
    {
        app::Options options;
        options.dataFolder = folder.filePath(QStringLiteral("data"));
        options.server = config;
        options.place = {*Version::of("1.0.0"), install(), QStringLiteral("linux-x64"), {}, {}};
        options.releaseKeys = {service::testReleaseKey()};
        auto started = app::Application::start(options);
        ASSERT_TRUE(started);
        client = std::move(started).value();
        ASSERT_TRUE(client->network().save({}));
    }

    versions::Install install() const { return versions::Install(fs::path(root.toStdU16String())); }
    service::UpgradeService &upgrade() { return client->upgrade(); }

    /// The whole way; the code of the first refusal, empty when it was gone to its end.
    QString wholeWay()
    {
        base::Job job;
        const auto found = upgrade().check(job);
        if (!found)
            return found.error().code;
        if (!*found)
            return QStringLiteral("nothing newer");
        const auto package = upgrade().fetch(**found, job);
        if (!package)
            return package.error().code;
        const auto staged = upgrade().stage(**found, **package, job);
        if (!staged)
            return staged.error().code;
        const auto switched = upgrade().switchTo(**found);
        return switched ? QString() : switched.error().code;
    }

    void expectUntouched(const char *why)
    {
        const auto state = install().read();
        ASSERT_TRUE(state) << why;
        EXPECT_EQ(state->current.text(), "1.0.0") << why;
        EXPECT_FALSE(state->trial) << why;
        EXPECT_EQ(install().complete().size(), 1u) << why;
        const auto left = QDir(root + QStringLiteral("/versions")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const auto &name : left)
            EXPECT_TRUE(name == QLatin1String("1.0.0") || name == QLatin1String("upgrade.lock")) << why << ' ' << name.toStdString();
    }

    void expectRefused(const tests::Release &release, const char *code, const char *why)
    {
        release.publish(releases);
        EXPECT_EQ(wholeWay(), QString::fromLatin1(code)) << why;
        expectUntouched(why);
    }

    QTemporaryDir folder;
    QString root;
    QString releases;
    std::unique_ptr<taxside::Server> server;
    std::unique_ptr<app::Application> client;
};

TEST_F(UpgradeTest, FromOneVersionToTheNext)
{
    EXPECT_EQ(wholeWay(), QStringLiteral("nothing newer"));
    tests::Release release("1.1.0");
    release.publish(releases);
    EXPECT_EQ(wholeWay(), QString());
    const auto state = install().read();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->current.text(), "1.1.0");
    EXPECT_EQ(state->previous, Version::of("1.0.0"));
    EXPECT_TRUE(state->trial);
    const QFileInfo program(root + QStringLiteral("/versions/1.1.0/") + QLatin1String(tests::kClient));
    EXPECT_TRUE(program.isExecutable());
    EXPECT_FALSE(QFile::exists(root + QStringLiteral("/versions/1.1.0.download")));
    EXPECT_EQ(wholeWay(), QStringLiteral("nothing newer")) << "it waits for the next start";
    EXPECT_EQ(upgrade().standing().waiting, QStringLiteral("1.1.0"));
}

TEST_F(UpgradeTest, RefusesBeforeTheDownload)
{
    tests::Release release("1.1.0");
    release.publish(releases, QByteArray(64, 's'));
    EXPECT_EQ(wholeWay(), QStringLiteral("upgrade.signature"));
    release.publish(releases, {}, "another");
    EXPECT_EQ(wholeWay(), QStringLiteral("upgrade.key"));
    expectRefused(tests::Release("0.9.0"), "upgrade.older", "older");
    tests::Release expired("1.1.0");
    expired.manifest["expiresAt"] = "2020-01-01T00:00:00Z";
    expectRefused(expired, "upgrade.expired", "expired");
    tests::Release path("1.1.0");
    path.manifest["package"] = "../../shebao-1.1.0.zip";
    expectRefused(path, "upgrade.name", "a name with a path");
    tests::Release far("9.0.0");
    far.manifest["minimumVersion"] = "8.0.0";
    expectRefused(far, "upgrade.minimum", "too far");
}

TEST_F(UpgradeTest, RefusesAPackageThatIsNotWhatWasSigned)
{
    tests::Release changed("1.1.0");
    changed.package[changed.package.size() / 2] = char(changed.package[changed.package.size() / 2] ^ 1);
    expectRefused(changed, "upgrade.hash", "a changed byte");
    tests::Release truncated("1.1.0");
    truncated.package.chop(10);
    expectRefused(truncated, "upgrade.truncated", "truncated");
    tests::Release endless("1.1.0");
    endless.package += QByteArray(5'000'000, 'e');
    expectRefused(endless, "upgrade.endless", "endless");
    tests::Release missing("1.1.0");
    missing.manifest["package"] = "missing.zip";
    missing.publish(releases);
    QFile::remove(releases + QStringLiteral("/missing.zip"));
    EXPECT_EQ(wholeWay(), QStringLiteral("not-found"));
    expectUntouched("missing");
}

TEST_F(UpgradeTest, RefusesContentThatDoesNotMatchItsDescription)
{
    tests::Release evil("1.1.0");
    auto entries = evil.entries;
    entries.append(tests::ZipEntry{"../../outside", "x"});
    evil.package = tests::zipOf(entries);
    evil.describe();
    expectRefused(evil, "upgrade.package", "an entry outside");
    EXPECT_FALSE(QFile::exists(root + QStringLiteral("/outside")));
    tests::Release bomb("1.1.0");
    bomb.manifest["unpackedSize"] = 1000;
    expectRefused(bomb, "upgrade.unpacked", "more than was said");
    tests::Release more("1.1.0");
    auto all = more.entries;
    all.append(tests::ZipEntry{"files.txt", tests::filesTxt(more.entries)});
    all.append(tests::ZipEntry{"extra.dll", "x"});
    more.package = tests::zipOf(all);
    more.manifest["unpackedSize"] = 10'000'000;
    more.describe();
    expectRefused(more, "upgrade.swapped", "a file that is not listed");
}

TEST_F(UpgradeTest, WhatIsSwappedAfterTheCheckIsNotInstalled)
{
    tests::Release release("1.1.0");
    release.publish(releases);
    base::Job job;
    const auto found = upgrade().check(job);
    ASSERT_TRUE(found && *found);
    const auto package = upgrade().fetch(**found, job);
    ASSERT_TRUE(package);
    tests::Release other("1.1.0");
    other.entries[1].content = QByteArray(200'000, 'q');
    other.pack();
    QFile swapped(root + QStringLiteral("/versions/1.1.0.download"));
    ASSERT_TRUE(swapped.open(QIODevice::ReadWrite));
    swapped.resize(0);
    swapped.write(other.package);
    swapped.close();
    const auto staged = upgrade().stage(**found, **package, job);
    ASSERT_FALSE(staged);
    EXPECT_EQ(staged.error().code, QStringLiteral("upgrade.swapped"));
    expectUntouched("swapped");
}

TEST_F(UpgradeTest, AFolderThatIsThereIsTakenOnlyIfItIsTheSignedOne)
{
    tests::Release release("1.1.0");
    release.publish(releases);
    QDir().mkpath(root + QStringLiteral("/versions/1.1.0"));
    tests::Release::write(root + QStringLiteral("/versions/1.1.0/") + QLatin1String(tests::kClient), "planted");
    EXPECT_EQ(wholeWay(), QString());
    QFile program(root + QStringLiteral("/versions/1.1.0/") + QLatin1String(tests::kClient));
    ASSERT_TRUE(program.open(QIODevice::ReadOnly));
    EXPECT_EQ(program.readAll(), release.entries[0].content);
}

TEST_F(UpgradeTest, ADownloadThatWasCutBeginsAgain)
{
    tests::Release(("1.1.0")).publish(releases);
    ASSERT_TRUE(server->setFaults({QStringLiteral("cut:GET /v1/releases/files:1")}));
    EXPECT_NE(wholeWay(), QString());
    expectUntouched("cut");
    EXPECT_EQ(wholeWay(), QString());
}

TEST_F(UpgradeTest, CancellingLeavesNothing)
{
    tests::Release release("1.1.0");
    release.entries[1].content.clear();
    for (int i = 0; i < 100'000; ++i)  // does not compress well
        release.entries[1].content += QByteArray::number(i * 7919 % 100'003);
    release.pack();
    release.publish(releases);
    ASSERT_TRUE(server->setFaults({QStringLiteral("slow=20:GET /v1/releases/files")}));
    base::Job job;
    const auto found = upgrade().check(job);
    ASSERT_TRUE(found && *found);
    std::thread user([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        job.cancel();
    });
    const auto package = upgrade().fetch(**found, job);
    user.join();
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().kind, base::Error::Kind::Cancelled);
    expectUntouched("cancelled");
}

TEST_F(UpgradeTest, WhoBringsAPackageIsAlone)
{
    tests::Release("1.1.0").publish(releases);
    base::Job job;
    const auto found = upgrade().check(job);
    ASSERT_TRUE(found && *found);
    auto other = versions::Lock::take(install().upgradeLock());
    ASSERT_TRUE(other);
    tests::Release::write(root + QStringLiteral("/versions/1.1.0.download"), "another client's");
    const auto refused = upgrade().fetch(**found, job);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("upgrade.busy"));
    EXPECT_EQ(QFileInfo(root + QStringLiteral("/versions/1.1.0.download")).size(), 16) << "it is as it was";
    other.reset();
    {
        const auto package = upgrade().fetch(**found, job);
        ASSERT_TRUE(package);
        EXPECT_FALSE(versions::Lock::take(install().upgradeLock()));
        install().sweep(*Version::of("1.0.0"));
        EXPECT_TRUE(upgrade().stage(**found, **package, job));
    }
    EXPECT_TRUE(versions::Lock::take(install().upgradeLock()));
}

TEST_F(UpgradeTest, ProgressReachesTheEnd)
{
    tests::Release release("1.1.0");
    release.publish(releases);
    std::atomic<qint64> last{0};
    base::Job job([&](qint64 done, qint64) { last = done; });
    const auto found = upgrade().check(job);
    ASSERT_TRUE(found && *found);
    const auto package = upgrade().fetch(**found, job);
    ASSERT_TRUE(package);
    EXPECT_EQ(last, (*found)->size);
    ASSERT_TRUE(upgrade().stage(**found, **package, job));
    EXPECT_EQ(last, (*found)->unpackedSize);
}

TEST_F(UpgradeTest, GoesThroughTheProxy)
{
    http::test::SocksProxy proxy;
    http::Proxy settings;
    settings.kind = http::Proxy::Kind::Socks5;
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = proxy.port();
    ASSERT_TRUE(client->network().save(settings));
    tests::Release("1.1.0").publish(releases);
    EXPECT_EQ(wholeWay(), QString());
    EXPECT_FALSE(proxy.asked().isEmpty());
}

TEST_F(UpgradeTest, WhereNobodyMayWriteItSaysSo)
{
    tests::Release("1.1.0").publish(releases);
    base::Job job;
    const auto found = upgrade().check(job);
    ASSERT_TRUE(found && *found);
    QDir(root + QStringLiteral("/versions")).removeRecursively();
    tests::Release::write(root + QStringLiteral("/versions"), "a file");
    const auto refused = upgrade().fetch(**found, job);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("upgrade.not-writable"));
}

TEST_F(UpgradeTest, WithoutALauncherItOnlyTells)
{
    tests::Release("1.1.0").publish(releases);
    client.reset();
    app::Options options;
    options.dataFolder = folder.filePath(QStringLiteral("data"));
    options.server.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
    options.place = {*Version::of("1.0.0"), {}, QStringLiteral("linux-x64"), {}, {}};
    auto started = app::Application::start(options);
    ASSERT_TRUE(started);
    base::Job job;
    const auto refused = (*started)->upgrade().fetch({}, job);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, QStringLiteral("upgrade.no-launcher"));
    EXPECT_TRUE((*started)->upgrade().started());
}

TEST_F(UpgradeTest, OnlyTheLaunchersOwnFolderCounts)
{
    const QString program = root + QStringLiteral("/versions/1.0.0/") + QLatin1String(tests::kClient);
    tests::setEnvironment(versions::kRootVariable, root);
    tests::setEnvironment(versions::kReturnedVariable, QStringLiteral("1.1.0"));
    const auto managed = service::upgradePlace(program, QStringLiteral("0.1.0"));
    ASSERT_TRUE(managed.install);
    EXPECT_EQ(managed.running.text(), "1.0.0");
    EXPECT_EQ(managed.returnedFrom, QStringLiteral("1.1.0"));
    tests::setEnvironment(versions::kRootVariable, folder.path());
    const auto other = service::upgradePlace(program, QStringLiteral("0.1.0"));
    EXPECT_FALSE(other.install);
    EXPECT_EQ(other.running.text(), "0.1.0");
    EXPECT_TRUE(other.returnedFrom.isEmpty());
    qunsetenv(versions::kRootVariable);
    qunsetenv(versions::kReturnedVariable);
}

}  // namespace
