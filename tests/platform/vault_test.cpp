#include "platform/vault.h"

#include "platform/cipher.h"
#include "tests/support/print.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <thread>

using namespace platform;

namespace {

const QString password = QStringLiteral("login/91110000MA00000000");

struct VaultTest : testing::Test {
    QTemporaryDir folder;

    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void overwrite(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray remembered() const
    {
        Vault vault(folder.path());
        const auto found = vault.get(password);
        return found && found.value() ? *found.value() : QByteArray("nothing");
    }
    void expectDamaged() const
    {
        Vault vault(folder.path());
        const auto found = vault.get(password);
        ASSERT_FALSE(found);
        EXPECT_EQ(found.error().kind, base::Error::Kind::Store);
        EXPECT_EQ(found.error().code, QStringLiteral("vault.damaged"));
    }
};

}  // namespace

TEST_F(VaultTest, emptyAtFirstAndLeavesNoFile)
{
    EXPECT_EQ(remembered(), "nothing");
    EXPECT_TRUE(Vault(folder.path()).remove(password));
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(VaultTest, remembersReplacesAndForgets)
{
    EXPECT_TRUE(Vault(folder.path()).put(password, "secret"));
    EXPECT_TRUE(Vault(folder.path()).put(QStringLiteral("proxy"), QByteArray("a\0b", 3)));
    EXPECT_EQ(remembered(), "secret");
    EXPECT_TRUE(Vault(folder.path()).put(password, "second"));
    EXPECT_EQ(remembered(), "second");
    EXPECT_TRUE(Vault(folder.path()).remove(password));
    EXPECT_EQ(remembered(), "nothing");
    auto other = Vault(folder.path()).get(QStringLiteral("proxy"));
    ASSERT_TRUE(other);
    EXPECT_EQ(*other, QByteArray("a\0b", 3));
}

TEST_F(VaultTest, keepsKeyAndSecretsFromOthers)
{
    EXPECT_TRUE(Vault(folder.path()).put(password, "secret"));
    for (const auto *name : {"vault.key", "vault.bin"}) {
#ifdef Q_OS_UNIX  // on Windows the profile's access rights say it, and DPAPI
        EXPECT_EQ(QFile::permissions(path(name)) & ~(QFile::ReadUser | QFile::WriteUser),
                  QFile::ReadOwner | QFile::WriteOwner);
#endif
        EXPECT_FALSE(content(name).contains("secret"));
        EXPECT_FALSE(content(name).contains("login"));
    }
}

TEST_F(VaultTest, sameSecretLooksDifferentEachTime)
{
    EXPECT_TRUE(Vault(folder.path()).put(password, "secret"));
    const auto before = content("vault.bin");
    const auto key = content("vault.key");
    EXPECT_TRUE(Vault(folder.path()).put(password, "secret"));
    EXPECT_NE(content("vault.bin"), before);
    EXPECT_EQ(content("vault.key"), key);
}

TEST_F(VaultTest, noticesEveryChangedByte)
{
    EXPECT_TRUE(Vault(folder.path()).put(password, "secret"));
    const auto good = content("vault.bin");
    for (qsizetype at = 0; at < good.size(); ++at) {
        auto bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        overwrite("vault.bin", bad);
        expectDamaged();
    }
    for (qsizetype length = 0; length < good.size(); ++length) {
        overwrite("vault.bin", good.left(length));
        expectDamaged();
    }
    overwrite("vault.bin", good);
    EXPECT_EQ(remembered(), "secret");
}

TEST_F(VaultTest, withoutItsKeyIsPutAsideAndNotLost)
{
    EXPECT_TRUE(Vault(folder.path()).put(password, "secret"));
    const auto old = content("vault.bin");
    ASSERT_TRUE(QFile::remove(path("vault.key")));
    expectDamaged();
    EXPECT_TRUE(Vault(folder.path()).put(password, "again"));
    EXPECT_EQ(remembered(), "again");
    EXPECT_EQ(content("vault.bin.damaged-1"), old);
}

TEST_F(VaultTest, whatIsForgottenInADamagedOneIsPutAside)
{
    EXPECT_TRUE(Vault(folder.path()).put(password, "secret"));
    const auto old = content("vault.bin");
    ASSERT_TRUE(QFile::remove(path("vault.key")));
    EXPECT_TRUE(Vault(folder.path()).remove(password));
    EXPECT_EQ(remembered(), "nothing");
    EXPECT_EQ(content("vault.bin.damaged-1"), old);
}

TEST_F(VaultTest, fromManyThreads)
{
    Vault vault(folder.path());
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&vault, i] {
            for (int j = 0; j < 5; ++j)
                EXPECT_TRUE(vault.put(QStringLiteral("%1-%2").arg(i).arg(j), "x"));
        });
    for (auto &thread : threads)
        thread.join();
    for (int i = 0; i < 20; ++i)
        EXPECT_TRUE(vault.get(QStringLiteral("%1-%2").arg(i / 5).arg(i % 5)).value().has_value());
}

TEST(Cipher, opensOnlyWithKeyAndContext)
{
    const QByteArray key(cipherKeyBytes, 'k');
    const auto sealed = seal(key, "context", "");
    ASSERT_TRUE(sealed);
    EXPECT_EQ(unseal(key, "context", *sealed), QByteArray(""));
    EXPECT_FALSE(unseal(QByteArray(cipherKeyBytes, 'x'), "context", *sealed));
    EXPECT_FALSE(unseal(key, "other", *sealed));
    EXPECT_FALSE(unseal(key.left(31), "context", *sealed));
    EXPECT_FALSE(seal(key.left(31), "context", "x"));
}
