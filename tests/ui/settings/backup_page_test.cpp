// 数据备份与恢复 as the clerk does it, over the real store (S3–S5).
#include "support/page_practice.h"

#include "ui/modules/settings/backup_page.h"
#include "ui/modules/settings/exit_backup.h"
#include "ui/modules/settings/restore_dialog.h"
#include "ui/widgets/message_strip.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>

namespace {

const QString kBackupPassword = QStringLiteral("only-this-is-needed");

class BackupPageTest : public tests::PagePractice {
protected:
    void openPage()
    {
        page = std::make_unique<ui::BackupPage>(*jobs, prompt, client->backups(), nullptr);
        page->resize(1000, 900);
        page->show();
        page->opened();
        settle();
    }
    void settle()
    {
        QTest::qWait(10);
        ASSERT_TRUE(eventually([this] { return !jobs->busy(); }, 20'000));
        QTest::qWait(10);
    }
    void type(const char *name, const QString &text) { find<QLineEdit>(name)->setText(text); }
    QString strip() { return find<ui::MessageStrip>("settings.backup.strip")->text(); }
    QString text(const char *name) { return find<QLabel>(name)->text(); }
    void setPassword()
    {
        type("settings.backup.password", kBackupPassword);
        type("settings.backup.passwordAgain", kBackupPassword);
        click("settings.backup.setPassword");
        settle();
    }
    QString backUp()
    {
        const auto file = folder.filePath(QStringLiteral("a.sbbak"));
        prompt.queueFile(file);
        click("settings.backup.makeElsewhere");
        settle();
        return file;
    }
    void restart()
    {
        page.reset();
        jobs = std::make_unique<ui::JobRunner>();
        away([this] {
            client.reset();
            client = connect(QStringLiteral("first"));
        });
    }
};

TEST_F(BackupPageTest, WithoutAPasswordItSaysWhatIsMissing)
{
    openPage();
    EXPECT_FALSE(button("settings.backup.make")->isEnabled());
    EXPECT_EQ(button("settings.backup.make")->toolTip(), QStringLiteral("请先设置备份密码"));
    EXPECT_TRUE(text("settings.backup.last").contains(QStringLiteral("还没有备份过")));
    EXPECT_TRUE(text("settings.backup.passwordState").contains(QStringLiteral("忘记后备份无法打开")));
    type("settings.backup.password", QStringLiteral("short"));
    click("settings.backup.setPassword");
    EXPECT_FALSE(find<QLineEdit>("settings.backup.password")->accessibleDescription().isEmpty());
    type("settings.backup.password", kBackupPassword);
    type("settings.backup.passwordAgain", QStringLiteral("something else"));
    click("settings.backup.setPassword");
    EXPECT_FALSE(find<QLineEdit>("settings.backup.passwordAgain")->accessibleDescription().isEmpty());
    EXPECT_FALSE(button("settings.backup.make")->isEnabled());
    setPassword();
    EXPECT_TRUE(strip().contains(QStringLiteral("已设置"))) << strip().toStdString();
    EXPECT_TRUE(find<QLineEdit>("settings.backup.password")->text().isEmpty());
    EXPECT_TRUE(button("settings.backup.make")->isEnabled());
}

TEST_F(BackupPageTest, ThePasswordThatIsSetIsChangedByAskingForIt)
{
    openPage();
    setPassword();
    EXPECT_FALSE(find<QLineEdit>("settings.backup.password")->isVisible());
    EXPECT_EQ(button("settings.backup.setPassword")->text(), QStringLiteral("更改密码…"));
    click("settings.backup.setPassword");
    EXPECT_TRUE(find<QLineEdit>("settings.backup.password")->isVisible());
    setPassword();
    EXPECT_TRUE(strip().contains(QStringLiteral("已设置"))) << strip().toStdString();
    EXPECT_FALSE(find<QLineEdit>("settings.backup.password")->isVisible());
}

TEST_F(BackupPageTest, AsksBeforeAndReportsAfter)
{
    openPage();
    setPassword();
    prompt.queueAnswer(false);
    click("settings.backup.make");
    settle();
    EXPECT_TRUE(text("settings.backup.last").contains(QStringLiteral("还没有备份过")));
    find<QCheckBox>("settings.backup.automatic")->setChecked(true);
    prompt.queueAnswer(true);
    click("settings.backup.make");
    settle();
    EXPECT_TRUE(find<QCheckBox>("settings.backup.automatic")->isChecked()) << "what is not saved yet stays";
    EXPECT_TRUE(strip().contains(QStringLiteral("已重新读取并验证"))) << strip().toStdString();
    EXPECT_TRUE(text("settings.backup.last").contains(QStringLiteral(".sbbak")));
    const QDir made(folder.filePath(QStringLiteral("first/backups")));
    EXPECT_EQ(made.entryList(QDir::Files).size(), 1);
    EXPECT_TRUE(QFile::exists(backUp()));
}

TEST_F(BackupPageTest, TheAutomaticOneIsSetUpAndMadeOnTheWayOut)
{
    openPage();
    find<QCheckBox>("settings.backup.automatic")->setChecked(true);
    type("settings.backup.keep", QStringLiteral("2"));
    click("settings.backup.save");
    settle();
    EXPECT_TRUE(strip().contains(QStringLiteral("还没有备份密码"))) << strip().toStdString();
    EXPECT_TRUE(client->backups().isAutomatic());
    auto *without = new ui::ExitBackup(*jobs, client->backups(), page.get());
    without->open();
    without->begin();
    settle();
    EXPECT_TRUE(without->strip()->text().contains(QStringLiteral("备份密码"))) << without->strip()->text().toStdString();
    without->reject();
    setPassword();
    const auto chosen = folder.filePath(QStringLiteral("elsewhere"));
    prompt.queueFile(chosen);
    click("settings.backup.chooseFolder");
    settle();
    click("settings.backup.save");
    settle();
    for (int i = 0; i < 3; ++i) {
        auto *dialog = new ui::ExitBackup(*jobs, client->backups(), page.get());
        QSignalSpy accepted(dialog, &QDialog::accepted);
        dialog->open();
        dialog->begin();
        settle();
        EXPECT_EQ(accepted.count(), 1);
    }
    EXPECT_EQ(QDir(chosen).entryList(QDir::Files).size(), 2);
}

TEST_F(BackupPageTest, AnAutomaticOneThatFailsSaysWhyAndLetsTheUserGo)
{
    openPage();
    setPassword();
    QFile blocked(folder.filePath(QStringLiteral("blocked")));
    ASSERT_TRUE(blocked.open(QIODevice::WriteOnly));
    prompt.queueFile(blocked.fileName() + QStringLiteral("/below"));
    click("settings.backup.chooseFolder");
    settle();
    find<QCheckBox>("settings.backup.automatic")->setChecked(true);
    click("settings.backup.save");
    settle();
    auto *dialog = new ui::ExitBackup(*jobs, client->backups(), page.get());
    QSignalSpy accepted(dialog, &QDialog::accepted);
    dialog->open();
    dialog->begin();
    settle();
    EXPECT_EQ(accepted.count(), 0);
    EXPECT_FALSE(dialog->strip()->text().isEmpty());
    EXPECT_TRUE(button("exitBackup.again")->isVisible());
    click("exitBackup.leave");
    EXPECT_EQ(accepted.count(), 1);
}

TEST_F(BackupPageTest, ARestoreIsCheckedConfirmedAndAppliedByTheNextStart)
{
    openPage();
    setPassword();
    prompt.queueFile(backUp());
    click("settings.backup.restore");
    settle();
    auto *dialog = find<QDialog>("restore");
    ASSERT_TRUE(dialog);
    EXPECT_FALSE(dialog->findChildren<QLabel *>().isEmpty());
    find<QLineEdit>("restore.password")->setText(QStringLiteral("another password"));
    click("restore.check");
    settle();
    EXPECT_TRUE(
        find<QLineEdit>("restore.password")->accessibleDescription().contains(QStringLiteral("备份密码不正确")));
    find<QLineEdit>("restore.password")->setText(kBackupPassword);
    click("restore.check");
    settle();
    EXPECT_TRUE(prompt.said().join(QLatin1Char(' ')).contains(QStringLiteral("退出并重新打开程序")));
    EXPECT_TRUE(text("settings.backup.restoreState").contains(QStringLiteral("下次启动")));
    EXPECT_TRUE(button("settings.backup.giveUp")->isVisible());
    restart();
    EXPECT_EQ(client->restored(), store::Restored::Applied);
}

TEST_F(BackupPageTest, TheLastRestoreCanBeUndone)
{
    openPage();
    setPassword();
    EXPECT_FALSE(button("settings.backup.undo")->isVisible());
    const auto file = backUp();
    ASSERT_TRUE(away([this] { return client->wages().setByInsurance(tests::kUnit, true); }));  // only what was there has it
    ASSERT_TRUE(away([&] { return client->backups().check(file, kBackupPassword, job); }));
    ASSERT_TRUE(away([this] { return client->backups().confirmRestore(); }));
    restart();
    ASSERT_EQ(client->restored(), store::Restored::Applied);
    openPage();
    EXPECT_TRUE(button("settings.backup.undo")->isVisible());
    prompt.queueAnswer(true);
    click("settings.backup.undo");
    click("settings.backup.save");  // while it is being looked at
    EXPECT_TRUE(eventually([this] { return button("settings.backup.giveUp")->isVisible(); }));
    settle();
    EXPECT_TRUE(strip().contains(QStringLiteral("启动时完成撤销"))) << strip().toStdString();
    EXPECT_TRUE(button("settings.backup.giveUp")->isVisible());
    EXPECT_FALSE(button("settings.backup.undo")->isVisible());
    restart();
    EXPECT_EQ(client->restored(), store::Restored::Applied);
}

TEST_F(BackupPageTest, ARestoreCanBeGivenUp)
{
    openPage();
    setPassword();
    prompt.queueFile(backUp());
    click("settings.backup.restore");
    settle();
    find<QLineEdit>("restore.password")->setText(kBackupPassword);
    click("restore.check");
    settle();
    click("settings.backup.giveUp");
    settle();
    EXPECT_TRUE(strip().contains(QStringLiteral("没有改动")));
    EXPECT_FALSE(button("settings.backup.giveUp")->isVisible());
    restart();
    EXPECT_EQ(client->restored(), store::Restored::Nothing);
}

TEST_F(BackupPageTest, WhatIsNoBackupIsRefusedWithTheReason)
{
    openPage();
    QFile other(folder.filePath(QStringLiteral("a workbook.sbbak")));
    ASSERT_TRUE(other.open(QIODevice::WriteOnly));
    other.write("PK\3\4");
    other.close();
    prompt.queueFile(other.fileName());
    click("settings.backup.restore");
    settle();
    EXPECT_TRUE(strip().contains(QStringLiteral("不是本程序的备份文件"))) << strip().toStdString();
    EXPECT_FALSE(find<QDialog>("restore"));
}

}  // namespace
