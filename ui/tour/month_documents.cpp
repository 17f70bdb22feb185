// What is looked up and handed out after the month: 申报明细, 职工缴费证明.

#include "base/clock.h"
#include "domain/month.h"
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

void Month::lookAtDeclared()
{
    const QString table = id("query.declared.table");
    begin(QStringLiteral("社保费申报明细查询"));
    m_driver.openPage(QStringLiteral("社保费申报明细查询"));
    m_driver.await(id("query.declared.query.search"));
    m_driver.shot(QStringLiteral("申报明细尚未下载"));
    const auto present = domain::Month::of(base::Clock().today());
    m_driver.type(id("query.declared.query.periodFrom"), domain::monthText(present - 2));
    m_driver.type(id("query.declared.query.periodTo"), domain::monthText(present));
    m_driver.click(id("query.declared.query.search"));
    m_driver.awaitTrue(
        QStringLiteral("the declared persons are there"),
        [&] { return m_driver.rowCount(table) > 0 && !m_driver.cell(table, 0, QStringLiteral("姓名")).isEmpty(); },
        60'000);
    m_driver.shot(QStringLiteral("社保费申报明细查询"));
    const QString sheet = QDir(m_driver.folder()).filePath(QStringLiteral("社保费申报明细.xlsx"));
    m_prompt.queueFile(sheet);
    m_driver.click(id("query.declared.export"));
    m_driver.awaitTrue(
        QStringLiteral("the declared persons are exported"), [&] { return QFileInfo::exists(sheet); }, 60'000);
}

void Month::printCertificates()
{
    const QString table = id("certificate.contribution.table");
    begin(QStringLiteral("职工缴费证明打印"));
    m_driver.openPage(QStringLiteral("职工缴费证明打印"));
    m_driver.await(id("certificate.contribution.query.search"));
    m_driver.click(id("certificate.contribution.query.search"));
    m_driver.awaitTrue(
        QStringLiteral("employees of all the months are there"),
        [&] {
            return m_driver.textOf(id("certificate.contribution")).contains(QStringLiteral("数据更新于"))
                   && m_driver.rowCount(table) > 1 && !m_driver.cell(table, 1, QStringLiteral("姓名")).isEmpty();
        },
        60'000);
    m_driver.check(table, 0);
    m_driver.check(table, 1);
    m_driver.shot(QStringLiteral("职工缴费证明打印"));
    m_driver.click(id("certificate.contribution.preview"));
    savePreview(QStringLiteral("职工缴费证明预览"),
                QDir(m_driver.folder()).filePath(QStringLiteral("职工缴费证明.pdf")));
    m_driver.openPage(QStringLiteral("证明单据打印记录"));
    // Two certificates, and before them 缴款记录 and 单位缴费记录.
    m_driver.awaitTrue(QStringLiteral("the documents are recorded"),
                       [this] { return m_driver.rowCount(id("certificate.records.table")) == 4; });
    m_driver.shot(QStringLiteral("证明单据打印记录"));
}

}  // namespace ui
