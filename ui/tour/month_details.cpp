// What the guide shows beside the month's straight way: more ways to add people, what updates changed, wages by
// insurance, 网络管理 and 关于.

#include "ui/tour/month.h"

namespace ui {

namespace {

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

}  // namespace

void Month::lookAtUnitNumbers()
{
    m_driver.choose(id("wage.daily.add"), QStringLiteral("按单位编号添加职工"));
    m_driver.awaitTrue(QStringLiteral("unit numbers are there"),
                       [this] { return m_driver.rowCount(id("wage.unitNumber.table")) > 0; });
    m_driver.check(id("wage.unitNumber.table"), 0);
    m_driver.shot(QStringLiteral("按单位编号添加"));
    m_driver.click(id("wage.unitNumber.close"));
    m_driver.awaitGone(id("wage.unitNumber.close"));
}

/// The wages that were declared come back with an update.
void Month::lookAtStaffChanges()
{
    begin(QStringLiteral("更新数据导出"));
    m_driver.openPage(QStringLiteral("职工参保信息"));
    m_driver.choose(id("staff.list.update"), QStringLiteral("增量更新"));
    m_driver.awaitTrue(QStringLiteral("本次共更新 N 条数据"), [this] {
        return m_driver.textOf(id("staff.list.strip")).contains(QStringLiteral("本次共更新"));
    });
    m_driver.shot(QStringLiteral("增量更新"));
    m_driver.click(id("staff.list.changes"));
    m_driver.awaitTrue(QStringLiteral("changes are listed"),
                       [this] { return m_driver.rowCount(id("staff.changes.table")) > 0; });
    m_driver.shot(QStringLiteral("更新数据导出"));
    m_driver.click(id("staff.changes.close"));
    m_driver.awaitGone(id("staff.changes.close"));
}

void Month::lookAtProgram()
{
    begin(QStringLiteral("网络管理、关于"));
    m_driver.openPage(QStringLiteral("网络管理"));
    m_driver.await(id("settings.network"));
    m_driver.shot(QStringLiteral("网络管理"));
    m_driver.openPage(QStringLiteral("关于"));
    m_driver.await(id("settings.about"));
    m_driver.shot(QStringLiteral("关于"));
}

/// Offices may.
void Month::declareByInsurance()
{
    const QString table = id("wage.daily.table");
    begin(QStringLiteral("按险种申报缴费工资"));
    m_driver.openPage(QStringLiteral("职工参保信息"));
    m_driver.awaitTrue(
        QStringLiteral("the office's roster is there"),
        [this] {
            return m_driver.rowCount(id("staff.list.table")) > 0 && !m_driver.usable(id("staff.list.progress.cancel"));
        },
        60'000);
    m_driver.openPage(QStringLiteral("日常缴费工资申报"));
    m_driver.click(id("wage.daily.byInsurance"));
    m_driver.choose(id("wage.daily.add"), QStringLiteral("添加所有正常缴费的职工"));
    m_driver.awaitTrue(QStringLiteral("the draft by insurance is filled"), [&] { return m_driver.rowCount(table) > 2; });
    m_driver.shot(QStringLiteral("按险种申报"));
}

}  // namespace ui
