// 首页 when the month is done, and 查找.

#include "ui/tour/month.h"

namespace ui {

namespace {

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

}  // namespace

void Month::lookAtHome()
{
    begin(QStringLiteral("首页图表"));
    m_driver.openPage(QStringLiteral("首页"));
    m_driver.await(id("home.fees"));
    m_driver.await(id("home.headcount"));
    m_driver.bringIntoView(id("home.fees"));
    m_driver.shot(QStringLiteral("首页图表"));

    begin(QStringLiteral("查找页面、职工和记录"));
    m_driver.click(id("window.search"));
    m_driver.await(id("search.text"));
    m_driver.type(id("search.text"), QStringLiteral("z"));
    m_driver.awaitTrue(QStringLiteral("pages and people are found"), [this] {
        const int rows = m_driver.rowCount(id("search.table"));
        return rows > 0 && m_driver.cell(id("search.table"), rows - 1, id("kind")) == QStringLiteral("职工");
    });
    m_driver.shot(QStringLiteral("查找"));
    m_driver.type(id("search.text"), QStringLiteral("dz"));
    m_driver.awaitTrue(QStringLiteral("the page is found by its initials"),
                       [this] { return m_driver.cell(id("search.table"), 0, id("title")) == QStringLiteral("对账"); });
    m_driver.clickCell(id("search.table"), 0, id("title"));
    m_driver.await(id("query.reconciliation"));
}

}  // namespace ui
