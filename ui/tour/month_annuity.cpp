// A second unit, an office: what only its region's rules have. 添加单位, 切换, 年金缴款通知单.

#include "base/clock.h"
#include "domain/month.h"
#include "ui/tour/month.h"

#include <QDir>

namespace ui {

namespace {

const QString kTaxNumber = QStringLiteral("111400000000000190");
const QString kInitialPassword = QStringLiteral("000002");
const QString kPassword = QStringLiteral("zhao-2026");

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

}  // namespace

void Month::addOffice()
{
    begin(QStringLiteral("添加第二个单位"));
    m_driver.click(id("window.switchUnit"));
    m_driver.await(id("unit.switcher.add"));
    m_driver.click(id("unit.switcher.add"));
    m_driver.await(id("login.taxNumber"));
    m_driver.type(id("login.taxNumber"), kTaxNumber);
    m_driver.click(id("login.next"));
    m_driver.await(id("login.password"));
    m_driver.type(id("login.password"), kInitialPassword);
    m_driver.click(id("login.verify"));
    m_driver.await(id("login.newPassword"));
    m_driver.type(id("login.newPassword"), kPassword);
    m_driver.type(id("login.repeatPassword"), kPassword);
    m_driver.click(id("login.changePassword"));
    m_driver.await(id("login.confirm"));
    m_driver.click(id("login.confirm"));
    m_driver.click(id("login.enter"));
    m_driver.await(id("home"));
    m_driver.shot(QStringLiteral("机关单位的首页"));
}

void Month::printAnnuityNotice()
{
    const QString table = id("certificate.annuity.table");
    begin(QStringLiteral("年金缴款通知单打印"));
    m_driver.openPage(QStringLiteral("年金缴款通知单打印"));
    m_driver.await(id("certificate.annuity.query.search"));
    const auto present = domain::Month::of(base::Clock().today());
    m_driver.type(id("certificate.annuity.query.periodFrom"), domain::monthText(present - 2));
    m_driver.type(id("certificate.annuity.query.periodTo"), domain::monthText(present));
    m_driver.click(id("certificate.annuity.query.search"));
    m_driver.awaitTrue(
        QStringLiteral("notices are there"), [&] { return m_driver.rowCount(table) > 0; }, 60'000);
    m_driver.shot(QStringLiteral("年金缴款通知单打印"));
    m_driver.clickCell(table, 0, QStringLiteral("通知单号"));
    savePreview(QStringLiteral("年金缴款通知单预览"),
                QDir(m_driver.folder()).filePath(QStringLiteral("年金缴款通知单.pdf")));
    m_driver.openPage(QStringLiteral("证明单据打印记录"));
    m_driver.awaitTrue(QStringLiteral("the notice is recorded"),
                       [this] { return m_driver.rowCount(id("certificate.records.table")) == 1; });
    m_driver.shot(QStringLiteral("年金缴款通知单的打印记录"));
}

}  // namespace ui
