// A start that is refused: said in words, and where the data cannot be read, a way on (X2, X13).

#include "ui/refusal.h"

#include "app/application.h"

#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <gtest/gtest.h>

namespace {

class Refusal : public testing::Test {
protected:
    void SetUp() override
    {
        prompt.setSilent(true);
        for (const char *name : {"shebao.db", "shebao.db-wal", "store.key", "vault.bin"}) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(name);
        }
    }
    void say(const char *code)
    {
        base::Error error;
        error.kind = base::Error::Kind::Store;
        error.code = QLatin1String(code);
        ended.reset();
        ui::sayRefusal(prompt, &owner, {error, folder.path(), {}}, [this](bool again) { ended = again; });
        ASSERT_TRUE(QTest::qWaitFor([this] { return ended.has_value(); }));
    }
    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files); }

    QTemporaryDir folder;
    QWidget owner;
    ui::Prompt prompt;
    std::optional<bool> ended;
};

TEST_F(Refusal, WhatAFreshStartWouldNotHealIsOnlySaid)
{
    const auto before = files();
    for (const auto &[code, words] : {std::pair{"store.too-new", "请升级程序"}, {"store.read-only", "请检查数据文件夹的权限"},
                                      {"folder.network", "网络盘"}}) {
        prompt.queueAnswer(true);
        say(code);
        EXPECT_FALSE(*ended) << code;
        EXPECT_TRUE(prompt.said().constLast().contains(QString::fromUtf8(words))) << code;
        EXPECT_EQ(files(), before) << code;
    }
}

TEST_F(Refusal, DamagedDataStaysUnlessTheUserSaysSo)
{
    const auto before = files();
    prompt.queueAnswer(false);
    say("store.damaged");
    EXPECT_FALSE(*ended);
    EXPECT_TRUE(prompt.said().constFirst().contains(QStringLiteral("请先同步申报记录和缴款记录")));
    EXPECT_EQ(files(), before);
}

TEST_F(Refusal, DamagedDataIsMovedToASideAndTheStartTriedAgain)
{
    prompt.queueAnswer(true);
    say("store.damaged");
    EXPECT_TRUE(*ended);
    EXPECT_EQ(files(), QStringList{QStringLiteral("vault.bin")}) << "what is remembered outside the store is not concerned";
    const auto aside = QDir(folder.path()).entryList({QStringLiteral("unreadable-*")}, QDir::Dirs);
    ASSERT_EQ(aside.size(), 1);
    EXPECT_EQ(QDir(folder.filePath(aside.constFirst())).entryList(QDir::Files).size(), 3);
    EXPECT_TRUE(prompt.said().constLast().contains(aside.constFirst()));
}

TEST_F(Refusal, AStoreThatLostItsNameIsTriedAgainFirst)
{
    const auto before = files();
    prompt.queueAnswer(true);
    say("store.unfinished");
    EXPECT_TRUE(*ended);
    EXPECT_EQ(files(), before);
    EXPECT_TRUE(prompt.said().constLast().contains(QDir::toNativeSeparators(folder.path()))) << "where the data is";
}

TEST_F(Refusal, WhatIsLeftOfAStoreIsMovedAsideAltogether)
{
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("shebao.db"))));
    for (const char *left : {".plain", ".encrypting", ".restoring", ".restore-ready", ".before-restore", ".before-restore-wal",
                             ".restore-failed", ".schema-9", ".newer-1", ".kept-1"}) {
        QFile file(folder.filePath(QStringLiteral("shebao.db") + QLatin1String(left)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    prompt.queueAnswer(false);
    prompt.queueAnswer(false);
    say("store.unfinished");
    EXPECT_FALSE(*ended) << "neither tried again nor begun anew";
    EXPECT_EQ(files().size(), 13);
    prompt.queueAnswer(false);
    prompt.queueAnswer(true);
    say("store.unfinished");
    EXPECT_TRUE(*ended);
    EXPECT_EQ(files(), QStringList{QStringLiteral("vault.bin")});
}

/// Nobody gets in, and there is something to hand to support all the same.
TEST_F(Refusal, HasItsDiagnosis)
{
    prompt.setSilent(false);
    base::Error error;
    error.kind = base::Error::Kind::Store;
    error.code = QStringLiteral("store.read-only");
    error.detail = QStringLiteral("in ") + folder.path();
    const service::ProgramPlace program{QStringLiteral("1.2.3"), {}, {folder.path()}};
    ui::sayRefusal(prompt, &owner, {error, folder.path(), program}, [this](bool again) { ended = again; });
    const auto press = [this](const char *name) {
        auto *found = owner.findChild<QPushButton *>(QString::fromLatin1(name));
        ASSERT_TRUE(found) << name;
        found->click();
    };
    press("prompt.aside");
    press("settings.diagnosis.run");
    const auto choice = [this](int at) {
        return owner.findChild<QAbstractButton *>(QStringLiteral("settings.diagnosis.file.%1").arg(at));
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return choice(1) != nullptr; }));
    choice(1)->click();
    const auto text = owner.findChild<QPlainTextEdit *>(QStringLiteral("settings.diagnosis.text"))->toPlainText();
    EXPECT_TRUE(text.contains(QStringLiteral("store.read-only"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("shebao.db-wal"))) << text.toStdString();
    EXPECT_FALSE(text.contains(folder.path())) << text.toStdString();
    const QString bundle = folder.filePath(QStringLiteral("bundle.zip"));
    prompt.queueFile(bundle);
    press("settings.diagnosis.save");
    EXPECT_TRUE(QTest::qWaitFor([&] { return QFile::exists(bundle); }));
    press("diagnosis.close");
    press("prompt.confirm");
    EXPECT_TRUE(QTest::qWaitFor([this] { return ended.has_value(); }));
}

/// The data is whole and its key is gone: with the backup password it opens as it is.
TEST(RecoverKey, TheBackupPasswordOpensTheDataAgain)
{
    const QTemporaryDir data;
    app::Options options;
    options.dataFolder = data.path();
    options.backupCost = 14;
    options.server.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
    {
        const auto client = app::Application::start(options);
        ASSERT_TRUE(client);
        ASSERT_TRUE((*client)->backups().setPassword(QStringLiteral("only-this-is-needed")));
    }
    ASSERT_TRUE(QFile::remove(data.filePath(QStringLiteral("store.key"))));
    const auto refused = app::Application::start(options);
    ASSERT_FALSE(refused);
    ui::Prompt prompt;
    QWidget owner;
    std::optional<bool> ended;
    prompt.queueAnswer(true);
    ui::sayRefusal(prompt, &owner, {refused.error(), data.path(), {}}, [&](bool again) { ended = again; });
    const auto dialog = [&] { return owner.findChild<QDialog *>(QStringLiteral("recoverKey")); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return dialog() != nullptr; }));
    auto *password = dialog()->findChild<QLineEdit *>(QStringLiteral("recoverKey.password"));
    auto *confirm = dialog()->findChild<QPushButton *>(QStringLiteral("recoverKey.confirm"));
    password->setText(QStringLiteral("another password"));
    confirm->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return confirm->isEnabled(); }));
    EXPECT_TRUE(password->accessibleDescription().contains(QStringLiteral("备份密码不正确")));
    password->setText(QStringLiteral("only-this-is-needed"));
    confirm->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return ended.has_value(); }));
    EXPECT_TRUE(*ended);
    EXPECT_TRUE(app::Application::start(options));
}

}  // namespace
