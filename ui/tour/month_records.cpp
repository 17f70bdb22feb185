// The voucher, and what is looked at when all is paid: records, queries, 对账.

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

void Month::printVoucher()
{
    const QString table = id("payment.arrears.table");
    begin(QStringLiteral("打印银行端缴款凭证"));
    m_driver.awaitTrue(
        QStringLiteral("paid arrears are gone"), [&] { return m_driver.rowCount(table) >= 2; }, 40'000);
    m_driver.check(table, m_driver.rowCount(table) - 1);
    m_driver.check(table, m_driver.rowCount(table) - 2);
    m_driver.click(id("payment.arrears.pay"));
    m_driver.click(id("payment.method.voucher"));
    m_driver.await(id("payment.voucher.bank"));
    m_driver.type(id("payment.voucher.bank"), QStringLiteral("示范商业银行太原长风街支行"));
    m_driver.type(id("payment.voucher.account"), QStringLiteral("6222000000000015"));
    m_driver.shot(QStringLiteral("凭证付款人"));
    const QString pdf = QDir(m_driver.folder()).filePath(QStringLiteral("银行端缴款凭证.pdf"));
    m_driver.click(id("payment.voucher.confirm"));
    m_driver.awaitTrue(
        QStringLiteral("the voucher is issued, or its outcome is open"),
        [&] {
            const auto said = m_driver.textOf(id("payment.arrears.strip"));
            return m_driver.usable(id("preview.save")) || said.contains(QStringLiteral("结果未知"))
                   || said.contains(QStringLiteral("没有发出"));
        },
        60'000);
    if (m_driver.usable(id("preview.save")))
        savePreview(QStringLiteral("凭证预览"), pdf);
    m_driver.shot(QStringLiteral("凭证已开具"));
}

void Month::savePreview(const QString &picture, const QString &pdf)
{
    m_driver.await(id("preview.save"), 60'000);
    m_driver.shot(picture);
    m_prompt.queueFile(pdf);
    m_driver.click(id("preview.save"));
    m_driver.awaitTrue(QStringLiteral("the document is written"), [&] { return QFileInfo(pdf).size() > 0; },
                       60'000);
    m_driver.click(id("preview.close"));
    m_driver.awaitGone(id("preview.close"));
}

void Month::lookAtRecords()
{
    const QString pdf = QDir(m_driver.folder()).filePath(QStringLiteral("银行端缴款凭证.pdf"));
    begin(QStringLiteral("缴款凭证打印记录、缴款记录"));
    m_driver.openPage(QStringLiteral("缴款凭证打印记录"));
    m_driver.awaitTrue(QStringLiteral("the voucher is recorded"),
                       [this] { return m_driver.rowCount(id("payment.vouchers.table")) == 1; });
    settleNewest(id("payment.vouchers"), QStringLiteral("未缴款"));
    if (QFileInfo(pdf).size() == 0) {  // its answer was lost at first: printed from here
        const QString table = id("payment.vouchers.table");
        m_driver.clickCell(table, 0, QStringLiteral("act"));
        m_driver.click(id("payment.voucher.confirm"));
        m_driver.await(id("preview.save"));
        savePreview(QStringLiteral("凭证预览"), pdf);
    }
    m_driver.shot(QStringLiteral("缴款凭证打印记录"));
    m_driver.openPage(QStringLiteral("缴款记录"));
    m_driver.awaitTrue(QStringLiteral("the payment is recorded"),
                       [this] { return m_driver.rowCount(id("payment.records.table")) == 1; });
    const QString sheet = QDir(m_driver.folder()).filePath(QStringLiteral("缴款记录.xlsx"));
    m_prompt.queueFile(sheet);
    m_driver.click(id("payment.records.export"));
    m_driver.awaitTrue(QStringLiteral("the payment records are exported"), [&] { return QFileInfo::exists(sheet); });
    m_driver.shot(QStringLiteral("缴款记录"));
    m_driver.click(id("payment.records.print"));
    savePreview(QStringLiteral("缴款记录预览"), QDir(m_driver.folder()).filePath(QStringLiteral("缴款记录.pdf")));
    lookAtQueries();
    m_driver.openPage(QStringLiteral("单位管理"));
    m_driver.shot(QStringLiteral("单位管理"));
    m_driver.openPage(QStringLiteral("首页"));
    m_driver.shot(QStringLiteral("缴款之后的首页"));
}

/// What the tax side knows of it all.
void Month::lookAtQueries()
{
    begin(QStringLiteral("查询统计、对账"));
    const auto look = [this](const char *page, const QString &title, int least) {
        const QString table = id(page) + QStringLiteral(".table");
        m_driver.openPage(title);
        m_driver.awaitTrue(title, [&] { return m_driver.rowCount(table) >= least; }, 40'000);
    };
    look("query.unit", QStringLiteral("单位参保信息查询"), 5);
    m_driver.shot(QStringLiteral("单位参保信息查询"));
    look("query.bases", QStringLiteral("职工缴费基数查询"), 10);
    m_driver.awaitTrue(QStringLiteral("bases are loaded"),
                       [this] { return !m_driver.cell(id("query.bases.table"), 0, QStringLiteral("姓名")).isEmpty(); });
    m_driver.shot(QStringLiteral("职工缴费基数查询"));
    look("query.payables", QStringLiteral("社保费应缴信息查询"), 20);
    m_driver.shot(QStringLiteral("社保费应缴信息查询"));
    look("query.receipts", QStringLiteral("社保费到账信息查询"), 15);
    m_driver.shot(QStringLiteral("社保费到账信息查询"));
    m_driver.awaitTrue(QStringLiteral("receipts can be printed"),
                       [this] { return m_driver.usable(id("query.receipts.print")); }, 40'000);
    m_driver.click(id("query.receipts.print"));
    savePreview(QStringLiteral("单位缴费记录预览"), QDir(m_driver.folder()).filePath(QStringLiteral("单位缴费记录.pdf")));
    look("query.reconciliation", QStringLiteral("对账"), 20);
    m_driver.awaitTrue(QStringLiteral("everything was compared"),
                       [this] { return m_driver.usable(id("query.reconciliation.check")); }, 40'000);
    m_driver.shot(QStringLiteral("对账"));
    m_driver.clickCell(id("query.reconciliation.table"), 0, QStringLiteral("征收品目"));
    m_driver.click(id("query.reconciliation.persons"));
    m_driver.awaitTrue(QStringLiteral("people were compared"), [this] { return m_driver.usable(id("query.persons.check")); },
                       40'000);
    m_driver.shot(QStringLiteral("对账到人"));
    m_driver.click(id("query.persons.close"));
}

}  // namespace ui
