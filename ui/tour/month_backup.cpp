// 数据备份与恢复: a backup is made, and restored as far as a running program can.

#include "ui/tour/month.h"

#include <QDir>
#include <QFileInfo>

namespace ui {

namespace {

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

}  // namespace

void Month::backUpAndRestore()
{
    const QString password = QStringLiteral("backup-of-the-month");
    begin(QStringLiteral("数据备份与恢复"));
    m_driver.openPage(QStringLiteral("数据备份与恢复"));
    m_driver.await(id("settings.backup.password"));
    // Beside the pictures; whose computer it is concerns nobody who sees them.
    const QString place = QStringLiteral("演示备份");
    QDir().mkpath(place);
    m_prompt.queueFile(place);
    m_driver.click(id("settings.backup.chooseFolder"));
    m_driver.click(id("settings.backup.save"));
    m_driver.awaitTrue(QStringLiteral("the place is stored"),
                       [this] { return m_driver.textOf(id("settings.backup.strip")).contains(QStringLiteral("已保存")); });
    m_driver.shot(QStringLiteral("尚未设置备份密码"));
    m_driver.type(id("settings.backup.password"), password);
    m_driver.type(id("settings.backup.passwordAgain"), password);
    m_driver.click(id("settings.backup.setPassword"));
    m_driver.await(id("settings.backup.makeElsewhere"));
    const QString file = QDir(place).filePath(QStringLiteral("本月.sbbak"));
    QFile::remove(file);
    m_prompt.queueFile(file);
    m_driver.click(id("settings.backup.makeElsewhere"));
    m_driver.awaitTrue(
        QStringLiteral("the backup is made and verified"),
        [this] { return m_driver.textOf(id("settings.backup.strip")).contains(QStringLiteral("已重新读取并验证")); },
        60'000);
    m_driver.shot(QStringLiteral("数据备份与恢复"));

    m_prompt.queueFile(file);
    m_driver.click(id("settings.backup.restore"));
    m_driver.await(id("restore.password"));
    m_driver.type(id("restore.password"), QStringLiteral("not the password"));
    m_driver.click(id("restore.check"));
    m_driver.awaitTrue(
        QStringLiteral("a wrong password is refused"),
        [this] { return m_driver.textOf(id("restore")).contains(QStringLiteral("备份密码不正确")); }, 60'000);
    m_driver.shot(QStringLiteral("恢复数据"));
    m_driver.type(id("restore.password"), password);
    m_driver.click(id("restore.check"));
    m_driver.awaitGone(id("restore.check"), 60'000);
    m_driver.await(id("settings.backup.giveUp"));
    m_driver.shot(QStringLiteral("恢复已准备好"));
    m_driver.click(id("settings.backup.giveUp"));
    m_driver.awaitGone(id("settings.backup.giveUp"));
    QFile::remove(file);
    QDir().rmdir(place);
}

}  // namespace ui
