#include "ui/tour/month.h"

#include "base/clock.h"
#include "domain/month.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace ui {

namespace {

const QString kTaxNumber = QStringLiteral("91140100MA0000015K");
const QString kInitialPassword = QStringLiteral("000001");
const QString kPassword = QStringLiteral("chen-2026");

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

}  // namespace

void Month::begin(const QString &step)
{
    m_step = step;
    std::printf("%s\n", qPrintable(step));
    std::fflush(stdout);
}

void Month::expect(bool shown, const QString &what)
{
    if (!shown)
        throw Stuck(what.toStdString());
}

void Month::play()
{
    registerUnit();
    firstSync();
    declareWages();
    lookAtStaffChanges();
    declareFees();
    payByAgreement();
    printVoucher();
    lookAtRecords();
    lookAtDeclared();
    printCertificates();
    lookAtAccess();
    lookAtHome();
    lookAtTrail();
    backUpAndRestore();
    lookAtProgram();
    checkLedger();
    addOffice();
    printAnnuityNotice();
    declareByInsurance();
}

void Month::registerUnit()
{
    begin(QStringLiteral("注册：输入纳税人识别号"));
    m_driver.await(id("login.taxNumber"));
    m_driver.click(id("login.practice"));
    m_driver.await(id("practice.close"));
    m_driver.shot(QStringLiteral("演示设置"));
    m_driver.click(id("practice.close"));
    m_driver.type(id("login.taxNumber"), QStringLiteral("91140100MA0000015J"));
    expect(!m_driver.usable(id("login.next")), QStringLiteral("a wrong check character is refused at the field"));
    m_driver.shot(QStringLiteral("税号校验位错误"));
    m_driver.type(id("login.taxNumber"), kTaxNumber);
    m_driver.click(id("login.network"));
    m_driver.await(id("network.close"));
    m_driver.shot(QStringLiteral("登录前的网络设置"));
    m_driver.click(id("network.close"));
    m_driver.click(id("login.next"));

    begin(QStringLiteral("申报密码验证"));
    m_driver.await(id("login.password"));
    m_driver.type(id("login.password"), QStringLiteral("999999"));
    m_driver.click(id("login.verify"));
    m_driver.awaitTrue(QStringLiteral("attempts left are shown"),
                       [this] { return m_driver.textOf(id("login")).contains(QStringLiteral("还可以尝试 4 次")); });
    m_driver.shot(QStringLiteral("申报密码错误"));
    m_driver.type(id("login.password"), kInitialPassword);
    m_driver.click(id("login.verify"));

    begin(QStringLiteral("首次登录修改初始申报密码"));
    m_driver.await(id("login.newPassword"));
    m_driver.type(id("login.newPassword"), kPassword);
    m_driver.type(id("login.repeatPassword"), kPassword);
    m_driver.shot(QStringLiteral("修改初始密码"));
    m_driver.click(id("login.changePassword"));

    begin(QStringLiteral("确认参保登记信息"));
    m_driver.await(id("login.confirm"));
    m_driver.shot(QStringLiteral("确认登记信息"));
    m_driver.click(id("login.confirm"));
    m_driver.click(id("login.enter"));
    receiveNotices();
    m_driver.await(id("home"));
    m_driver.shot(QStringLiteral("首页"));
}

void Month::firstSync()
{
    begin(QStringLiteral("职工参保信息：首次全量下载"));
    m_driver.openPage(QStringLiteral("职工参保信息"));
    m_driver.await(id("staff.list.progress.cancel"));
    m_driver.shot(QStringLiteral("首次全量下载"));
    m_driver.awaitTrue(
        QStringLiteral("the roster is there"),
        [this] {
            return m_driver.rowCount(id("staff.list.table")) > 0 && !m_driver.usable(id("staff.list.progress.cancel"));
        },
        120'000);
    m_driver.awaitTrue(QStringLiteral("rows are loaded"),
                       [this] { return !m_driver.cell(id("staff.list.table"), 0, QStringLiteral("姓名")).isEmpty(); });
    m_driver.shot(QStringLiteral("职工参保信息"));
    m_driver.clickCell(id("staff.list.table"), 0, QStringLiteral("姓名"));
    m_driver.await(id("staff.detail.close"));
    m_driver.shot(QStringLiteral("职工参保信息详情"));
    m_driver.click(id("staff.detail.close"));
    m_driver.awaitGone(id("staff.detail.close"));
}

void Month::declareWages()
{
    const QString table = id("wage.daily.table");
    begin(QStringLiteral("日常缴费工资申报：录入"));
    m_driver.openPage(QStringLiteral("日常缴费工资申报"));
    m_driver.await(id("wage.daily.add"));
    lookAtUnitNumbers();
    m_driver.choose(id("wage.daily.add"), QStringLiteral("添加所有正常缴费的职工"));
    m_driver.awaitTrue(QStringLiteral("the draft is filled"), [&] { return m_driver.rowCount(table) > 2; });
    while (m_driver.rowCount(table) > 2) {  // the clerk keeps two of them
        const int rows = m_driver.rowCount(table);
        for (int row = 2; row < rows; ++row)
            m_driver.check(table, row);
        m_prompt.queueAnswer(true);
        m_driver.click(id("wage.daily.remove"));
        m_driver.awaitTrue(QStringLiteral("rows are deleted"), [&] { return m_driver.rowCount(table) < rows; });
    }
    m_driver.click(id("wage.daily.submit"));
    m_driver.awaitTrue(QStringLiteral("empty cells block"),
                       [this] { return !m_driver.textOf(id("wage.daily.strip")).isEmpty(); });
    m_driver.click(id("wage.daily.checkup"));
    m_driver.awaitTrue(QStringLiteral("the checkup found the gaps"),
                       [this] { return m_driver.rowCount(id("wage.checkup.table")) > 0; });
    m_driver.shot(QStringLiteral("缴费工资未填写"));
    m_driver.clickCell(id("wage.checkup.table"), 0, QStringLiteral("姓名"));
    m_driver.await(id("wage.daily.table.editor"));
    const QString month = domain::monthText(domain::Month::of(base::Clock().today()));
    // The finding has led to the first empty cell; from there the clerk types on, with Tab from cell to cell.
    m_driver.typeCells(table, {QStringLiteral("6543.21"), month, QStringLiteral("７，８９０．５"), month});
    m_driver.awaitTrue(QStringLiteral("cells are filled"), [&] {
        return m_driver.cell(table, 1, QStringLiteral("新缴费工资")) == QLatin1String("7,890.50")
               && !m_driver.cell(table, 1, QStringLiteral("生效年月")).isEmpty();
    });
    m_driver.click(id("wage.checkup.close"));
    m_driver.shot(QStringLiteral("缴费工资已填写"));
    lookAtWageFiles();

    begin(QStringLiteral("日常缴费工资申报：提交并获取反馈"));
    m_driver.click(id("wage.daily.submit"));
    m_driver.await(id("wage.confirm.agree"));
    expect(!m_driver.usable(id("wage.confirm.ok")), QStringLiteral("the commitment must be accepted first"));
    m_driver.click(id("wage.confirm.agree"));
    m_driver.shot(QStringLiteral("确认缴费工资申报"));
    m_driver.click(id("wage.confirm.ok"));
    m_driver.awaitTrue(
        QStringLiteral("the draft is emptied"), [&] { return m_driver.rowCount(table) == 0; }, 40'000);
    m_driver.shot(QStringLiteral("缴费工资已提交"));
    m_driver.openPage(QStringLiteral("缴费工资申报记录"));
    settleNewest(id("wage.records"), QStringLiteral("申报成功"));
    m_driver.shot(QStringLiteral("缴费工资申报记录"));
    m_driver.clickCell(id("wage.records.table"), 0, QStringLiteral("detail"));
    m_driver.await(id("wage.detail.close"));
    m_driver.awaitTrue(QStringLiteral("every state is listed"),
                       [this] { return m_driver.rowCount(id("wage.detail.history")) >= 4; });
    m_driver.shot(QStringLiteral("缴费工资申报详情"));
    m_driver.click(id("wage.detail.close"));
    m_driver.awaitGone(id("wage.detail.close"));
    m_driver.openPage(QStringLiteral("年度缴费工资申报"));
    m_driver.await(id("wage.annual.table"));
    m_driver.shot(QStringLiteral("年度缴费工资申报"));
}

/// What goes out as a workbook comes back as one.
void Month::lookAtWageFiles()
{
    const QString table = id("wage.daily.table");
    m_driver.check(table, 0);
    m_driver.click(id("wage.daily.change"));
    m_driver.await(id("wage.bulk.close"));
    m_driver.shot(QStringLiteral("批量修改"));
    m_driver.click(id("wage.bulk.close"));
    m_driver.awaitGone(id("wage.bulk.close"));
    m_driver.check(table, 0);  // and off again
    const QString roster = QDir(m_driver.folder()).filePath(QStringLiteral("参保职工.xlsx"));
    m_prompt.queueFile(roster);
    m_driver.click(id("wage.daily.roster"));
    m_driver.awaitTrue(QStringLiteral("the roster is written"),
                       [this] { return m_driver.textOf(id("wage.daily.strip")).contains(QStringLiteral("已导出")); });
    m_prompt.queueFile(roster);
    m_driver.choose(id("wage.daily.add"), QStringLiteral("导入外部文件"));
    m_driver.awaitTrue(QStringLiteral("the workbook is read"),
                       [this] { return m_driver.rowCount(id("wage.import.table")) > 0; });
    m_driver.shot(QStringLiteral("导入缴费工资"));
    m_driver.click(id("wage.import.close"));
    m_driver.awaitGone(id("wage.import.close"));
}

void Month::declareFees()
{
    const QString table = id("fee.daily.table");
    begin(QStringLiteral("社保费日常申报：查看人员明细"));
    m_driver.openPage(QStringLiteral("日常申报"));
    m_driver.awaitTrue(
        QStringLiteral("totals are there"), [&] { return m_driver.rowCount(table) > 4; }, 40'000);
    m_driver.clickCell(table, 0, QStringLiteral("缴费人数"));
    m_driver.awaitTrue(
        QStringLiteral("people are there"), [this] { return m_driver.rowCount(id("fee.persons.table")) > 0; }, 40'000);
    m_driver.awaitTrue(QStringLiteral("people are loaded"),
                       [this] { return !m_driver.cell(id("fee.persons.table"), 0, QStringLiteral("姓名")).isEmpty(); });
    m_driver.shot(QStringLiteral("人员明细"));
    const QString sheet = QDir(m_driver.folder()).filePath(QStringLiteral("人员明细.xlsx"));
    m_prompt.queueFile(sheet);
    m_driver.click(id("fee.persons.export"));
    m_driver.awaitTrue(QStringLiteral("the workbook is written"), [&] { return QFileInfo::exists(sheet); });
    m_driver.click(id("fee.persons.close"));
    m_driver.awaitGone(id("fee.persons.close"));

    begin(QStringLiteral("社保费日常申报：提交并获取反馈"));
    const int rows = m_driver.rowCount(table);
    for (int row = 0; row < rows; ++row)
        m_driver.check(table, row);
    m_driver.shot(QStringLiteral("社保费日常申报"));
    m_driver.click(id("fee.daily.submit"));
    m_driver.awaitTrue(
        QStringLiteral("every amount was reckoned again"),
        [this] { return m_driver.textOf(id("fee.daily.confirm.verdict")).contains(QStringLiteral("一致")); }, 40'000);
    m_driver.shot(QStringLiteral("确认申报金额"));
    m_driver.click(id("fee.daily.confirm.ok"));
    m_driver.awaitTrue(
        QStringLiteral("the outcome is said"), [this] { return !m_driver.textOf(id("fee.daily.strip")).isEmpty(); },
        40'000);
    m_driver.shot(QStringLiteral("社保费已提交"));
    m_driver.openPage(QStringLiteral("社保费申报记录"));
    settleNewest(id("fee.records"), QStringLiteral("申报成功"));
    m_driver.shot(QStringLiteral("社保费申报记录"));
    m_driver.clickCell(id("fee.records.table"), 0, QStringLiteral("detail"));
    m_driver.await(id("fee.detail.close"));
    m_driver.shot(QStringLiteral("申报详情与状态记录"));
    m_driver.click(id("fee.detail.close"));
    m_driver.awaitGone(id("fee.detail.close"));
    m_driver.openPage(QStringLiteral("特殊缴费申报"));
    m_driver.awaitTrue(
        QStringLiteral("special totals are there"), [this] { return m_driver.rowCount(id("fee.special.table")) > 4; },
        40'000);
    m_driver.shot(QStringLiteral("特殊缴费申报"));
}

void Month::payByAgreement()
{
    const QString table = id("payment.arrears.table");
    begin(QStringLiteral("三方协议缴款：一条扣款失败"));
    m_driver.openPage(QStringLiteral("缴款"));
    m_driver.awaitTrue(
        QStringLiteral("arrears are there"), [&] { return m_driver.rowCount(table) >= 5; }, 40'000);
    for (int row = 0; row < 3; ++row)
        m_driver.check(table, row);
    m_driver.shot(QStringLiteral("欠费信息"));
    m_driver.click(id("payment.arrears.pay"));
    m_driver.await(id("payment.method.agreement"));
    m_driver.shot(QStringLiteral("选择缴款方式"));
    m_driver.click(id("payment.method.agreement"));
    m_driver.awaitTrue(QStringLiteral("agreements are there"),
                       [this] { return m_driver.rowCount(id("payment.agreement.table")) > 0; });
    m_driver.clickCell(id("payment.agreement.table"), 0, QStringLiteral("三方协议号"));
    m_driver.shot(QStringLiteral("选择三方协议"));
    m_driver.click(id("payment.confirm"));
    bool lost = false;  // the answer, on its way; asked once, because the strip is built anew in between
    m_driver.awaitTrue(
        QStringLiteral("the bank has answered"),
        [&] {
            lost = m_driver.usable(id("payment.arrears.strip.ask"));
            return lost || m_driver.usable(id("payment.refused.close"));
        },
        60'000);
    if (lost) {
        m_driver.shot(QStringLiteral("缴款结果未知"));
        m_driver.openPage(QStringLiteral("缴款记录"));
        settleNewest(id("payment.records"), QStringLiteral("部分"));
        m_driver.openPage(QStringLiteral("缴款"));
        return;
    }
    m_driver.shot(QStringLiteral("部分缴款成功"));
    m_driver.click(id("payment.refused.close"));
    m_driver.awaitGone(id("payment.refused.close"));
    m_driver.awaitTrue(QStringLiteral("what may have been paid is held"),
                       [this] { return m_driver.usable(id("payment.arrears.ask")); });
    m_driver.shot(QStringLiteral("银行答复不明确的欠费"));
    m_prompt.queueAnswer(true);  // the clerk has looked at the account
    m_driver.click(id("payment.arrears.ask"));
    m_driver.awaitTrue(QStringLiteral("it is free again"), [this] {
        return m_driver.textOf(id("payment.arrears.strip")).contains(QStringLiteral("见缴款记录"));
    });
}

/// The bank's answer may hide a deduction: asked, and confirmed as the clerk would who has looked at the account.
void Month::confirmNoDeduction(const QString &table)
{
    m_prompt.queueAnswer(true);
    m_driver.clickCell(table, 0, QStringLiteral("act"));
}

void Month::settleNewest(const QString &page, const QString &state)
{
    const QString table = page + QStringLiteral(".table");
    const QString column = QStringLiteral("状态");
    m_driver.awaitTrue(QStringLiteral("the record is there"), [&] { return m_driver.rowCount(table) > 0; });
    m_driver.awaitTrue(
        QStringLiteral("%1 shows %2").arg(page, state),
        [&] {
            const QString shown = m_driver.cell(table, 0, column);
            if (shown.contains(state))
                return true;
            if (shown == QStringLiteral("待提交"))
                resend(table);
            else if (shown == QStringLiteral("结果未知") && page == QLatin1String("payment.records"))
                confirmNoDeduction(table);
            else if (m_driver.usable(page + QStringLiteral(".feedback")))
                m_driver.click(page + QStringLiteral(".feedback"));
            return false;
        },
        60'000);
}

/// It never arrived; the clerk sends it again.
void Month::resend(const QString &table)
{
    m_driver.shot(QStringLiteral("没有到达税务端"));
    m_prompt.queueAnswer(true);
    m_driver.clickCell(table, 0, QStringLiteral("act"));
    m_driver.awaitTrue(QStringLiteral("it is sent again"),
                       [&] { return m_driver.cell(table, 0, QStringLiteral("状态")) != QStringLiteral("待提交"); });
}

void Month::checkLedger()
{
    begin(QStringLiteral("核对税务端账本"));
    const auto books = QJsonDocument::fromJson(m_ledger())
                           .object()[QLatin1String("registrations")]
                           .toObject()[QLatin1String("10011401000000000001")]
                           .toObject();
    const auto count = [&books](const char *list) { return books[QLatin1String(list)].toArray().size(); };
    expect(count("wageDeclarations") == 1, QStringLiteral("one wage declaration"));
    expect(count("feeDeclarations") == 1, QStringLiteral("one fee declaration"));
    expect(count("payments") == 1, QStringLiteral("one payment"));
    expect(count("vouchers") == 1, QStringLiteral("one voucher"));
    for (const char *counter : {"declaredTimes", "paidTimes"}) {
        const auto times = books[QLatin1String(counter)].toObject();
        expect(!times.isEmpty(), QStringLiteral("%1 has entries").arg(QLatin1String(counter)));
        for (const auto &each : times)
            expect(each.toInt() == 1, QStringLiteral("%1: each once").arg(QLatin1String(counter)));
    }
}

}  // namespace ui
