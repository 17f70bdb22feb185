// Local data that cannot be opened: refused with words, left alone, set aside when the user says so; then a backup brings it back.
#include "app/recover_key.h"
#include "app/set_aside.h"
#include "platform/key_recovery.h"
#include "service/practice.h"
#include "store/unit_table.h"

#include <QDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

using tests::kUnit;

class Unopenable : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        data = folder.filePath(QStringLiteral("first"));
        ASSERT_TRUE(client->backups().setPassword(QStringLiteral("backup-password")));
        ASSERT_TRUE(client->backups().make(backup(), job));
        client.reset();
    }

    QString backup() const { return folder.filePath(QStringLiteral("b.sbbak")); }
    base::Result<std::unique_ptr<app::Application>> start()
    {
        app::Options options;
        options.dataFolder = data;
        options.backupCost = 14;
        options.server.url = address;
        return app::Application::start(options);
    }
    QString code()
    {
        const auto started = start();
        return started ? QString() : started.error().code;
    }
    QByteArray content(const QString &path) const
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll();
    }
    /// Overwrites the store from `from` on.
    void damage(qint64 from)
    {
        QFile file(data + QStringLiteral("/shebao.db"));
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        ASSERT_TRUE(file.seek(from));
        file.write(QByteArray(file.size() - from, '\x5a'));
    }
    qsizetype units(app::Application &application) { return application.units().knownUnits().value().size(); }

    QString data;
};

TEST_F(Unopenable, IsSetAsideWholeAndABackupBringsItBack)
{
    damage(0);
    const auto spoilt = content(data + QStringLiteral("/shebao.db"));
    const auto key = content(data + QStringLiteral("/store.key"));
    EXPECT_EQ(code(), QStringLiteral("store.key-wrong"));
    EXPECT_EQ(content(data + QStringLiteral("/shebao.db")), spoilt);

    const auto aside = app::setAside(data, QDateTime::currentDateTimeUtc());
    ASSERT_TRUE(aside);
    EXPECT_EQ(content(*aside + QStringLiteral("/shebao.db")), spoilt);
    EXPECT_EQ(content(*aside + QStringLiteral("/store.key")), key);
    {
        auto fresh = start();
        ASSERT_TRUE(fresh) << fresh.error().code.toStdString();
        EXPECT_EQ(units(**fresh), 0);
        ASSERT_TRUE((*fresh)->backups().check(backup(), QStringLiteral("backup-password"), job));
        ASSERT_TRUE((*fresh)->backups().confirmRestore());
    }
    auto again = start();
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->restored(), store::Restored::Applied);
    EXPECT_EQ(units(**again), 1);
}

TEST_F(Unopenable, DamageBehindTheFirstPageIsSaidAndNothingIsDeleted)
{
    damage(4096);
    const auto spoilt = content(data + QStringLiteral("/shebao.db"));
    auto started = start();
    // It opens as far as its first page is whole; whatever reads on says so.
    const auto said = started ? (*started)->units().knownUnits().error().code : started.error().code;
    EXPECT_EQ(said, QStringLiteral("store.damaged"));
    started = base::Error{};
    EXPECT_EQ(content(data + QStringLiteral("/shebao.db")).size(), spoilt.size());
}

/// Whatever became of `store.key`: the backup password opens the data as it is, and nothing else does.
TEST_F(Unopenable, TheBackupPasswordBringsTheKeyBack)
{
    const auto key = data + QStringLiteral("/store.key");
    const auto kept = content(key);
    const auto write = [&](const QByteArray &bytes) {
        QFile file(key);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    };
    const auto recover = [&](const char *password) {
        const auto done = app::recoverKey(data, QString::fromLatin1(password));
        return done ? QString() : done.error().code;
    };
    QList<std::pair<QByteArray, const char *>> lost{{{}, "store.key-missing"}, {"too short", "store.key-foreign"}};
#ifndef Q_OS_WIN
    lost.append({QByteArray(63, 'a') + 'b', "store.key-wrong"});
#endif
    for (const auto &[bytes, said] : lost) {
        QFile::remove(key);
        if (!bytes.isEmpty())
            write(bytes);
        const auto refused = start();
        ASSERT_FALSE(refused) << said;
        EXPECT_EQ(refused.error().code, QString::fromLatin1(said));
        EXPECT_TRUE(app::mayRecoverKey(refused.error(), data));
        EXPECT_EQ(recover("another password"), QStringLiteral("backup.password"));
        EXPECT_EQ(QFile::exists(key), !bytes.isEmpty()) << "nothing is changed by a wrong one";
        EXPECT_EQ(recover("backup-password"), QString());
        if (!bytes.isEmpty()) {
            EXPECT_EQ(content(key + QStringLiteral(".old")), bytes);
        }
        const auto started = start();
        ASSERT_TRUE(started) << started.error().code.toStdString();
        EXPECT_EQ(units(**started), 1);
    }
#ifndef Q_OS_WIN
    EXPECT_EQ(content(key), kept);
#endif
    base::Error damaged;
    damaged.code = QStringLiteral("store.damaged");
    EXPECT_FALSE(app::mayRecoverKey(damaged, data)) << "no key helps";
}

TEST_F(Unopenable, ARecoveryThatIsDamagedOrOfOtherDataChangesNothing)
{
    const auto recovery = data + QStringLiteral("/store.key.recovery");
    const auto key = data + QStringLiteral("/store.key");
    const auto code = [&] { return app::recoverKey(data, QStringLiteral("backup-password")).error().code; };
    const auto kept = content(key);
    const auto good = content(recovery);
    const auto put = [&](const QByteArray &bytes) {
        QFile file(recovery);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    };
    put(good.left(good.size() - 1));
    EXPECT_EQ(code(), QStringLiteral("backup.damaged"));
    put(content(backup()));  // sealed by the same password, and no key
    EXPECT_EQ(code(), QStringLiteral("backup.damaged"));
    QFile::remove(recovery);
    EXPECT_EQ(code(), QStringLiteral("backup.read"));
    const auto by = platform::makeBackupKey(QStringLiteral("backup-password"), 14);
    ASSERT_TRUE(by && platform::keepRecovery(data, QByteArray(32, 'z') + QByteArray(32, 'y'), *by));
    EXPECT_EQ(code(), QStringLiteral("store.key-wrong"));
    EXPECT_EQ(content(key), kept);
}

/// Set by a version that knew nothing of it; changed; and set aside with the data it opens.
TEST_F(Unopenable, TheRecoveryFollowsThePassword)
{
    const auto recovery = data + QStringLiteral("/store.key.recovery");
    ASSERT_TRUE(QFile::remove(recovery));
    {
        auto started = start();
        ASSERT_TRUE(started);
        EXPECT_TRUE(app::recoverKey(data, QStringLiteral("backup-password")));
        ASSERT_TRUE((*started)->backups().setPassword(QStringLiteral("another password")));
    }
    EXPECT_EQ(app::recoverKey(data, QStringLiteral("backup-password")).error().code, QStringLiteral("backup.password"));
    EXPECT_TRUE(app::recoverKey(data, QStringLiteral("another password")));
    const auto aside = app::setAside(data, QDateTime::currentDateTimeUtc());
    ASSERT_TRUE(aside);
    EXPECT_FALSE(QFile::exists(recovery));
    EXPECT_TRUE(QFile::exists(*aside + QStringLiteral("/store.key.recovery")));
}

TEST_F(Unopenable, OnlyWhatAFreshStartWouldHealIsOffered)
{
    base::Error error;
    for (const char *healed : {"store.damaged", "store.key-missing", "store.key-foreign", "store.key-wrong", "store.unfinished"}) {
        error.code = QLatin1String(healed);
        EXPECT_TRUE(app::isUnreadable(error)) << healed;
    }
    for (const char *other : {"store.too-new", "store.read-only", "store.full", "store.busy", "folder.network"}) {
        error.code = QLatin1String(other);
        EXPECT_FALSE(app::isUnreadable(error)) << other;
    }
}

#ifdef Q_OS_UNIX
/// For a while this process is nobody, to whom permissions mean something.
class Nobody final {
public:
    Nobody() : m_was(::geteuid())
    {
        if (m_was == 0)
            m_dropped = ::seteuid(65534) == 0;
    }
    ~Nobody()
    {
        if (m_dropped)
            (void)!::seteuid(m_was);
    }
    bool isReady() const { return m_was != 0 || m_dropped; }

private:
    uid_t m_was;
    bool m_dropped = false;
};

TEST_F(Unopenable, AReadOnlyStoreIsRefusedWithWords)
{
    const auto before = content(data + QStringLiteral("/shebao.db"));
    const auto all = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    const auto enter = QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    for (const auto &name : QDir(data).entryList(QDir::Files))
        ASSERT_TRUE(QFile::setPermissions(data + QLatin1Char('/') + name, all));
    ASSERT_TRUE(QFile::setPermissions(folder.path(), all | enter));
    ASSERT_TRUE(QFile::setPermissions(data, all | enter));
    QString said;
    {
        const Nobody nobody;
        ASSERT_TRUE(nobody.isReady());
        said = code();
    }
    ASSERT_TRUE(QFile::setPermissions(data, all | enter | QFile::WriteOwner));
    ASSERT_TRUE(QFile::setPermissions(folder.path(), all | enter | QFile::WriteOwner));
    EXPECT_EQ(said, QStringLiteral("store.read-only"));
    EXPECT_EQ(content(data + QStringLiteral("/shebao.db")), before);
}
#endif

}  // namespace
