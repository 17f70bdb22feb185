// Nothing readable on disk (X3): what goes through the real application is in no file of its data folder.
#include "base/encrypt_database.h"
#include "service/canary.h"

namespace {

using tests::Canary;

TEST_F(Canary, NothingIsReadableInAnyFileOfTheDataFolder)
{
    base::log::openFile(data + QStringLiteral("/log"));
    ASSERT_NO_FATAL_FAILURE(start());
    ASSERT_NO_FATAL_FAILURE(walk());
    EXPECT_GT(QFile(data + QStringLiteral("/shebao.db-wal")).size(), 0);
    EXPECT_EQ(found(data), QStringList()) << "while it runs";

    const auto crashed = folder.filePath(QStringLiteral("crashed"));  // as a kill leaves it
    copyTo(crashed);
    EXPECT_EQ(found(crashed), QStringList());
    client.reset();
    EXPECT_EQ(found(data), QStringList()) << "after it has ended";

    // The search is able to fail: the same data without its key's protection is full of them.
    const auto plain = folder.filePath(QStringLiteral("plain"));
    QDir().mkpath(plain);
    {
        using namespace base::sqlite;
        Connection from(crashed + QStringLiteral("/shebao.db"), Access::ReadWrite, key());
        EXPECT_TRUE(isWhole(from));
        Connection to(plain + QStringLiteral("/shebao.db"), Access::ReadWrite);
        copyDatabase(from, to);
    }
    const auto readable = found(plain);
    EXPECT_GE(readable.size(), 50);
    EXPECT_TRUE(readable.contains(QStringLiteral("shebao.db: ") + plainText(kSentWage))) << "in what was sent";
    EXPECT_TRUE(readable.contains(QStringLiteral("shebao.db: %1 fen").arg(kDraftWage.fen()))) << "in the draft";
}

TEST_F(Canary, APlainFolderOfAnEarlierVersionIsEncryptedByItsNextStart)
{
    ASSERT_NO_FATAL_FAILURE(start());
    ASSERT_NO_FATAL_FAILURE(walk());
    client.reset();
    for (const auto *name : {"/shebao.db", "/taxside.db"}) {
        using namespace base::sqlite;
        const auto path = data + QLatin1String(name);
        {
            Connection from(path, Access::ReadWrite, key());
            Connection to(path + QStringLiteral(".p"), Access::ReadWrite);
            copyDatabase(from, to);
        }
        ASSERT_TRUE(QFile::remove(path));
        ASSERT_TRUE(QFile::rename(path + QStringLiteral(".p"), path));
    }
    EXPECT_GE(found(data).size(), 50);
    QFile::remove(data + QStringLiteral("/store.key"));  // which it never had
    ASSERT_NO_FATAL_FAILURE(start());
    EXPECT_EQ(found(data), QStringList());
    EXPECT_EQ(*client->staff().count(tests::kUnit, {}), 60);
}

TEST_F(Canary, WithoutItsKeyTheDataIsRefusedAndLeftAlone)
{
    ASSERT_NO_FATAL_FAILURE(start());
    client.reset();
    const auto code = [this] {
        app::Options options;
        options.dataFolder = data;
        const auto started = app::Application::start(options);
        return started ? QString() : started.error().code;
    };
    const auto put = [this](const QByteArray &bytes) {
        QFile file(data + QStringLiteral("/store.key"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const auto content = [this] {
        QFile file(data + QStringLiteral("/shebao.db"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const auto before = content();
    put("too short");
    EXPECT_EQ(code(), QStringLiteral("store.key-foreign"));
    QFile::remove(data + QStringLiteral("/store.key"));
    EXPECT_EQ(code(), QStringLiteral("store.key-missing"));
    EXPECT_FALSE(QFile::exists(data + QStringLiteral("/store.key"))) << "a new one would only hide what is missing";
#ifndef Q_OS_WIN
    put(QByteArray(63, 'a') + 'b');
    EXPECT_EQ(code(), QStringLiteral("store.key-wrong"));
#endif
    EXPECT_EQ(content(), before);
}

TEST(Key, IsNotCalledMissingWhereTheDatabaseCannotEvenBeRead)
{
    const QTemporaryDir data;
    ASSERT_TRUE(QDir(data.path()).mkdir(QStringLiteral("shebao.db")));  // opens for nobody
    const auto key = app::keyOf(data.path());
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, QStringLiteral("store.cannot-open"));
}

}  // namespace
