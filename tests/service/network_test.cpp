// 网络管理: what is saved of the proxy, also when the vault with its password cannot be read (S1, X13).
#include "service/practice.h"

#include <QFile>

namespace {

class NetworkTest : public tests::Practice {
protected:
    static http::Proxy proxy(const QString &password)
    {
        return {http::Proxy::Kind::Http, QStringLiteral("127.0.0.1"), 9, QStringLiteral("clerk"), password};
    }
    void spoil(const char *name)
    {
        QFile file(folder.filePath(QStringLiteral("first/") + QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("garbage");
    }
    /// The program's next start; what `beforehand` does to its folder comes in between.
    void restart(const std::function<void()> &beforehand = [] {})
    {
        client.reset();
        beforehand();
        app::Options options;
        options.dataFolder = folder.filePath(QStringLiteral("first"));
        options.backupCost = 14;
        options.server.url = address;
        auto started = app::Application::start(options);
        ASSERT_TRUE(started) << started.error().code.toStdString();
        client = std::move(started).value();
    }
    void expectWithoutPassword()
    {
        ASSERT_TRUE(client->lostProxyPassword());
        EXPECT_EQ(client->lostProxyPassword()->code, QStringLiteral("vault.damaged"));
        const auto saved = client->network().saved();
        ASSERT_TRUE(saved);
        EXPECT_TRUE(saved->lost);
        EXPECT_EQ(saved->proxy, proxy({}));
    }
};

TEST_F(NetworkTest, AVaultThatCannotBeReadDoesNotKeepTheProgramFromStarting)
{
    const QString data = folder.filePath(QStringLiteral("first"));
    const std::function<void()> damages[] = {[&] { QFile::remove(data + QStringLiteral("/vault.key")); },
                                             [&] { spoil("vault.key"); }, [&] { spoil("vault.bin"); }};
    for (const auto &damage : damages) {
        ASSERT_TRUE(client->network().save(proxy(QStringLiteral("secret"))));
        restart(damage);
        ASSERT_NO_FATAL_FAILURE(expectWithoutPassword());
        ASSERT_TRUE(client->network().save({}));
        restart();
        EXPECT_FALSE(client->lostProxyPassword());
        EXPECT_EQ(client->network().saved()->proxy.kind, http::Proxy::Kind::None);
    }
}

TEST_F(NetworkTest, APasswordThatWasLostIsEnteredAgain)
{
    ASSERT_TRUE(client->network().save(proxy(QStringLiteral("secret"))));
    restart([this] { spoil("vault.bin"); });
    ASSERT_NO_FATAL_FAILURE(expectWithoutPassword());
    ASSERT_TRUE(client->network().save(proxy(QStringLiteral("second"))));
    restart();
    EXPECT_FALSE(client->lostProxyPassword());
    EXPECT_EQ(client->network().saved()->proxy, proxy(QStringLiteral("second")));
}

}  // namespace
