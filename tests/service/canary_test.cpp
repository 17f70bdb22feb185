// Nothing readable on disk (X3): what goes through the real application is in no file of its data folder.
#include "base/encrypt_database.h"
#include "base/log.h"
#include "service/practice.h"

#include <QDirIterator>

namespace {

using tests::kPassword;

/// The data folder of practice mode too: the books of the reference tax side lie in it.
class Canary : public testing::Test {
protected:
    void start()
    {
        app::Options options;
        options.dataFolder = data;
        options.backupCost = 14;
        options.practice.emplace();
        options.practice->employees = 60;
        options.practice->feedbackMs = 60;
        options.practice->dbFile = data + QStringLiteral("/taxside.db");
        options.practice->dbKey = key();
        auto started = app::Application::start(options);
        ASSERT_TRUE(started) << started.error().code.toStdString();
        client = std::move(started).value();
    }
    QByteArray key() const { return app::keyOf(data).value(); }

    void walk()
    {
        auto &units = client->units();
        ASSERT_TRUE(units.verifyPassword(tests::kUnit, tests::kUnit.right(6), job));
        ASSERT_TRUE(units.changePassword(tests::kUnit, tests::kUnit.right(6), kPassword, job));
        ASSERT_TRUE(units.refresh(tests::kUnit, job));
        ASSERT_TRUE(units.enter(tests::kUnit));
        ASSERT_TRUE(
            client->network().save({http::Proxy::Kind::Http, QStringLiteral("proxy.example"), 3128,
                                    QStringLiteral("canary-proxy-user"), QStringLiteral("canary-proxy-password")}));
        ASSERT_TRUE(
            client->network().save({http::Proxy::Kind::Http, QStringLiteral("proxy.example"), 3128,
                                    QStringLiteral("canary-proxy-user"), QStringLiteral("canary-proxy-secret")}));
        // Saving applies it; practice mode goes straight to the loopback.
        ASSERT_TRUE(client->network().save({}));
        ASSERT_TRUE(client->staff().sync(tests::kUnit, service::StaffSync::Full, job));
        domain::StaffQuery all;
        const auto people = client->staff().window(tests::kUnit, all, store::StaffOrder::Name, false, 0, 100);
        ASSERT_TRUE(people);
        plant(*people);
        canaries << QString::fromLatin1(client->sessions().access(tests::kUnit)->token);
        declareWage(*people);
        const auto fees = client->fees().refresh(tests::kUnit, domain::FeeKind::Daily, job);
        ASSERT_TRUE(fees);
        ASSERT_TRUE(client->fees().submit(tests::kUnit, domain::FeeKind::Daily, declaring({fees->rows.front().id}), job));
        ASSERT_TRUE(client->backups().setPassword(QStringLiteral("canary-backup-password")));
        ASSERT_TRUE(client->backups().makeAutomatic(job));  // into the data folder
        base::log::warn(QStringLiteral("document %1 password=%2").arg(people->front().documentNumber, kPassword));
    }

    void declareWage(const std::vector<domain::Staff> &people)
    {
        for (const auto &one : people) {
            if (one.state != domain::ContributionState::Normal)
                continue;
            ASSERT_TRUE(client->wages().add(tests::kUnit, tests::kDaily, one.id, tests::wage(765432),
                                            domain::Month::of(client->clock().today())));
            return;
        }
        FAIL() << "nobody to declare";
    }

    void plant(const std::vector<domain::Staff> &people)
    {
        canaries = {kPassword, QStringLiteral("canary-proxy-user"), QStringLiteral("canary-proxy-password"),
                    QStringLiteral("canary-proxy-secret"), QStringLiteral("canary-backup-password")};
        for (const auto &one : people) {
            if (documents++ < 40)
                canaries << one.documentNumber;
            if (one.name.size() >= 3 && names++ < 20)  // two characters of UTF-16 can be chance
                canaries << one.name;
        }
        ASSERT_GE(canaries.size(), 50);
    }

    /// `file: what`, of every file below the folder.
    QStringList found(const QString &below) const
    {
        QStringList hits;
        QDirIterator files(below, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
            const auto content = file.readAll();
            EXPECT_FALSE(content.startsWith("PK"))
                << "a zip would have to be searched inside: " << file.fileName().toStdString();
            for (const auto &canary : canaries) {
                const QByteArray wide(reinterpret_cast<const char *>(canary.utf16()), canary.size() * 2);
                if (content.contains(canary.toUtf8()) || content.contains(wide))
                    hits << QFileInfo(file).fileName() + QStringLiteral(": ") + canary;
            }
        }
        return hits;
    }

    void copyTo(const QString &target) const
    {
        QDir().mkpath(target);
        for (const auto &name : QDir(data).entryList(QDir::Files))
            QFile::copy(data + QLatin1Char('/') + name, target + QLatin1Char('/') + name);
    }

    QTemporaryDir folder;
    const QString data = [this] {
        const QString path = folder.filePath(QStringLiteral("data"));
        QDir().mkpath(path);
        return path;
    }();
    std::unique_ptr<app::Application> client;
    base::Job job;
    QStringList canaries;
    int documents = 0;
    int names = 0;
};

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
    EXPECT_GE(found(plain).size(), 50);
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
