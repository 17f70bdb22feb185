// What concerns the unit and its passwords: 通知公告, 单位信息, 系统业务规则, 申报密码, 登录密码, 切换单位.

#include "ui/tour/month.h"

namespace ui {

namespace {

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

}  // namespace

/// What pops up after the login, before anything else can be done.
void Month::receiveNotices()
{
    begin(QStringLiteral("登录后的通知公告弹框"));
    m_driver.await(id("notice.dialog.close"));
    m_driver.awaitTrue(QStringLiteral("the notice is shown"),
                       [this] { return m_driver.textOf(id("notice.dialog")).contains(QStringLiteral("申报缴费期限")); });
    m_driver.shot(QStringLiteral("通知公告弹框"));
    m_driver.click(id("notice.dialog.close"));
    m_driver.awaitGone(id("notice.dialog.close"));
}

void Month::lookAtAccess()
{
    begin(QStringLiteral("通知公告"));
    m_driver.openPage(QStringLiteral("通知公告"));
    m_driver.awaitTrue(QStringLiteral("notices are there"),
                       [this] { return m_driver.rowCount(id("notice.list.table")) == 2; });
    m_driver.shot(QStringLiteral("通知公告"));
    m_driver.clickCell(id("notice.list.table"), 1, QStringLiteral("消息标题"));
    m_driver.await(id("notice.dialog.close"));
    m_driver.awaitTrue(QStringLiteral("the second notice is shown"),
                       [this] { return m_driver.textOf(id("notice.dialog")).contains(QStringLiteral("申报须知")); });
    m_driver.shot(QStringLiteral("公告内容"));
    m_driver.click(id("notice.dialog.close"));
    m_driver.awaitGone(id("notice.dialog.close"));
    m_driver.click(id("notice.list.refresh"));

    begin(QStringLiteral("单位信息与系统业务规则"));
    m_driver.openPage(QStringLiteral("单位信息"));
    m_driver.awaitTrue(QStringLiteral("the registration is there"),
                       [this] { return m_driver.rowCount(id("unit.info.table")) > 0; });
    m_driver.click(id("unit.info.update"));
    m_driver.awaitTrue(QStringLiteral("the registration is updated"),
                       [this] { return m_driver.textOf(id("unit.info.strip")).contains(QStringLiteral("已更新")); });
    m_driver.shot(QStringLiteral("单位信息"));
    m_driver.openPage(QStringLiteral("系统业务规则更新"));
    m_driver.awaitTrue(QStringLiteral("the rules are there"),
                       [this] { return m_driver.rowCount(id("unit.rules.table")) > 5; });
    m_driver.shot(QStringLiteral("系统业务规则"));

    begin(QStringLiteral("申报密码与登录密码设置"));
    m_driver.openPage(QStringLiteral("申报密码设置"));
    m_driver.await(id("unit.password.present"));
    m_driver.type(id("unit.password.present"), QStringLiteral("wrong-000"));
    m_driver.type(id("unit.password.fresh"), QStringLiteral("chen-2027"));
    m_driver.type(id("unit.password.repeat"), QStringLiteral("chen-2027"));
    m_driver.click(id("unit.password.change"));
    m_driver.awaitTrue(QStringLiteral("the old password was wrong"), [this] {
        return m_driver.textOf(id("unit.password")).contains(QStringLiteral("原申报密码不正确"));
    });
    m_driver.shot(QStringLiteral("申报密码设置"));
    m_driver.openPage(QStringLiteral("登录密码设置"));
    m_driver.await(id("unit.lock.fresh"));
    m_driver.type(id("unit.lock.fresh"), QStringLiteral("open-sesame"));
    m_driver.type(id("unit.lock.repeat"), QStringLiteral("open-sesame"));
    m_driver.click(id("unit.lock.save"));
    m_driver.awaitTrue(QStringLiteral("the password is set"),
                       [this] { return m_driver.textOf(id("unit.lock.strip")).contains(QStringLiteral("已设置")); });
    m_driver.shot(QStringLiteral("登录密码设置"));
    m_driver.click(id("window.switchUnit"));
    m_driver.await(id("unit.switcher.close"));
    m_driver.shot(QStringLiteral("切换单位"));
    m_driver.click(id("unit.switcher.close"));
    m_driver.awaitGone(id("unit.switcher.close"));
}

}  // namespace ui
