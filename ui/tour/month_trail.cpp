// What was done with this client, and what helps when it fails: 操作日志, 一键诊断.

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

void Month::lookAtTrail()
{
    const QString table = id("trail.table");
    begin(QStringLiteral("操作日志"));
    m_driver.openPage(QStringLiteral("操作日志"));
    m_driver.awaitTrue(QStringLiteral("the trail is there"), [&] { return m_driver.rowCount(table) > 10; });
    m_driver.click(id("trail.check"));
    m_driver.awaitTrue(QStringLiteral("the trail is verified"),
                       [this] { return m_driver.textOf(id("trail.strip")).contains(QStringLiteral("未被改动")); });
    m_driver.shot(QStringLiteral("操作日志"));

    begin(QStringLiteral("一键诊断"));
    m_driver.openPage(QStringLiteral("一键诊断"));
    m_driver.await(id("settings.diagnosis.run"));
    m_driver.shot(QStringLiteral("一键诊断开始前"));
    m_driver.click(id("settings.diagnosis.run"));
    m_driver.await(id("settings.diagnosis.file.2"), 60'000);
    m_driver.click(id("settings.diagnosis.file.2"));
    m_driver.shot(QStringLiteral("一键诊断"));
    const QString bundle = QDir(m_driver.folder()).filePath(QStringLiteral("诊断文件.zip"));
    m_prompt.queueFile(bundle);
    m_driver.click(id("settings.diagnosis.save"));
    m_driver.awaitTrue(QStringLiteral("the bundle is written"), [&] { return QFileInfo(bundle).size() > 0; }, 20'000);
}

}  // namespace ui
