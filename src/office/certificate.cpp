#include "office/certificate.h"

#include "base/china_time.h"
#include "domain/document.h"

namespace office {

using domain::Money;
using domain::moneyText;

namespace {

struct Sums {
    Money unit;
    Money person;
    Money total;
    Money received;
};

Sums sumsOf(const QVector<domain::CertificateLine> &lines)
{
    Sums sums;
    for (const auto &line : lines) {
        sums.unit += line.unit;
        sums.person += line.person;
        sums.total += line.total();
        if (line.received)
            sums.received += line.total();
    }
    return sums;
}

QString chinaDay(const QDateTime &instant)
{
    return base::china::text(instant);
}

QVector<FormCell> pair(const char *caption, const QString &value, const char *other, const QString &otherValue)
{
    return {{QString::fromUtf8(caption), 28}, {value, 62}, {QString::fromUtf8(other), 28}, {otherValue, 62}};
}

QString chinaDate(const QDateTime &instant)
{
    return base::china::dayOf(instant).toString(Qt::ISODate);
}

QVector<FormCell> inCapitals(Money amount)
{
    return {{QStringLiteral("合计（大写）"), 28}, {domain::moneyInCapitals(amount), 152}};
}

QVector<FormCell> inFigures(Money amount)
{
    return {{QStringLiteral("合计（小写）"), 28}, {QStringLiteral("￥") + moneyText(amount), 152}};
}

QString period(const domain::FeeItem &item)
{
    return domain::monthsText({item.periodFrom, item.periodTo});
}

}  // namespace

Form certificateForm(const domain::Certificate &certificate)
{
    const auto &employee = certificate.employee;
    const Sums sums = sumsOf(certificate.lines);
    Form form;
    form.title = QStringLiteral("职工社会保险费缴费证明");
    form.head = {
        pair("单位名称", certificate.unit.name, "纳税人识别号", certificate.unit.taxNumber),
        pair("登记序号", certificate.unit.registrationId, "主管税务机关", certificate.unit.authorityName),
        pair("职工姓名", employee.name, "人员编号", employee.personNumber),
        pair("证件类型", domain::documentTypeName(employee.documentType), "证件号码", employee.documentNumber),
        pair("费款所属期", domain::monthsText(certificate.months), "数据截至", chinaDay(certificate.asOf)),
    };
    form.columns = {{QStringLiteral("费款所属期"), 37},
                    {QStringLiteral("险种"), 41},
                    {QStringLiteral("缴费基数"), 22, true},
                    {QStringLiteral("单位缴纳"), 21, true},
                    {QStringLiteral("个人缴纳"), 21, true},
                    {QStringLiteral("合计（元）"), 22, true},
                    {QStringLiteral("到账"), 16}};
    for (const auto &line : certificate.lines) {
        form.rows.append({domain::monthsText(line.period), line.insurance, moneyText(line.base), moneyText(line.unit),
                          moneyText(line.person), moneyText(line.total()),
                          line.received ? QStringLiteral("已到账") : QStringLiteral("未到账")});
    }
    form.sums = {
        {{QStringLiteral("单位缴纳合计"), 28},
         {moneyText(sums.unit), 32},
         {QStringLiteral("个人缴纳合计"), 28},
         {moneyText(sums.person), 32},
         {QStringLiteral("其中已到账"), 28},
         {moneyText(sums.received), 32}},
        inFigures(sums.total),
        inCapitals(sums.total),
    };
    form.notes = {
        QStringLiteral("1. 本证明依据本单位申报成功的社保费申报明细生成，未到账的金额不代表已经缴纳。"),
        QStringLiteral("2. 没有人员明细的特殊缴费分不到个人，不在本证明中。"),
        QStringLiteral("3. 社会保险权益以社会保险经办机构的记录为准。"),
        QStringLiteral("单位（盖章）：\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000经办人：\u3000\u3000\u3000\u3000"
                       "\u3000\u3000\u3000日期："),
    };
    return form;
}

Form annuityForm(const domain::Unit &unit, const domain::AnnuityNotice &notice)
{
    Form form;
    form.title = QStringLiteral("职业年金缴款通知单");
    form.head = {
        pair("单位名称", unit.name, "纳税人识别号", unit.taxNumber),
        pair("通知单号", notice.number, "费款所属期", domain::monthText(notice.period)),
        pair("主管税务机关", unit.authorityName, "缴款期限", notice.payBy.toString(Qt::ISODate)),
        {{QStringLiteral("征集通知流水号"), 28}, {notice.noticeNumbers.join(QStringLiteral("、")), 152}},
        pair("收款人名称", notice.accountName, "收款人账号", notice.accountNumber),
        {{QStringLiteral("收款人开户行"), 28}, {notice.bankName, 152}},
    };
    form.columns = {{QStringLiteral("缴费项目"), 70},
                    {QStringLiteral("缴费人数"), 30, true},
                    {QStringLiteral("缴费基数总额"), 40, true},
                    {QStringLiteral("应缴金额（元）"), 40, true}};
    const QString people = QString::number(notice.headcount);
    form.rows = {
        {QStringLiteral("职业年金（单位缴纳）"), people, moneyText(notice.baseTotal), moneyText(notice.unitAmount)},
        {QStringLiteral("职业年金（个人缴纳）"), people, moneyText(notice.baseTotal), moneyText(notice.personAmount)},
    };
    form.sums = {inFigures(notice.total()), inCapitals(notice.total())};
    form.notes = {QStringLiteral("请在缴款期限前足额缴款，转账附言填写通知单号。")};
    return form;
}

Form paymentsForm(const domain::Unit &unit, const QVector<domain::PaidLine> &lines)
{
    Form form;
    form.title = QStringLiteral("社会保险费缴款记录");
    form.head = {
        pair("单位名称", unit.name, "纳税人识别号", unit.taxNumber),
        pair("登记序号", unit.registrationId, "主管税务机关", unit.authorityName),
        pair("缴款方式", QStringLiteral("三方协议缴款"), "缴款笔数", QString::number(lines.size())),
    };
    form.columns = {{QStringLiteral("缴款日期"), 21},       {QStringLiteral("费款所属期"), 34.8},
                    {QStringLiteral("征收品目"), 62},       {QStringLiteral("税票号码"), 36.2},
                    {QStringLiteral("金额（元）"), 26, true}};
    Money total;
    for (const auto &line : lines) {
        form.rows.append({chinaDate(line.at), period(line.item.item), line.item.item.category.name,
                          line.item.taxReceiptNumber, moneyText(line.item.amount)});
        total += line.item.amount;
    }
    form.sums = {inFigures(total), inCapitals(total)};
    form.notes = {QStringLiteral("1. 本记录列出银行扣款成功的费款，金额含滞纳金。"),
                  QStringLiteral("2. 入库情况以税务机关的记录为准，不能代替完税凭证。")};
    return form;
}

Form receiptsForm(const domain::Unit &unit, domain::MonthRange months, const QDateTime &asOf,
                  const QVector<domain::Receipt> &receipts)
{
    Form form;
    form.title = QStringLiteral("单位社会保险费缴费记录");
    form.head = {
        pair("单位名称", unit.name, "纳税人识别号", unit.taxNumber),
        pair("登记序号", unit.registrationId, "主管税务机关", unit.authorityName),
        pair("费款所属期", domain::monthsText({months.from, months.to}), "数据截至", chinaDay(asOf)),
    };
    form.columns = {{QStringLiteral("费款所属期"), 34.8},      {QStringLiteral("征收品目"), 58.6},
                    {QStringLiteral("缴款日期"), 21},          {QStringLiteral("入库日期"), 21},
                    {QStringLiteral("费额（元）"), 24.6, true}, {QStringLiteral("滞纳金"), 20, true}};
    Money amount;
    Money lateFee;
    Money received;
    for (const auto &receipt : receipts) {
        const bool arrived = receipt.receivedAt.isValid();
        form.rows.append({period(receipt.item), receipt.item.category.name, chinaDate(receipt.paidAt),
                          arrived ? chinaDate(receipt.receivedAt) : QStringLiteral("在途"), moneyText(receipt.amount),
                          moneyText(receipt.lateFee)});
        amount += receipt.amount;
        lateFee += receipt.lateFee;
        if (arrived)
            received += receipt.total();
    }
    form.sums = {{{QStringLiteral("费额合计"), 28},
                  {moneyText(amount), 32},
                  {QStringLiteral("滞纳金合计"), 28},
                  {moneyText(lateFee), 32},
                  {QStringLiteral("其中已入库"), 28},
                  {moneyText(received), 32}},
                 inFigures(amount + lateFee),
                 inCapitals(amount + lateFee)};
    form.notes = {QStringLiteral("1. 本记录依据税务端的到账信息生成；在途的已由银行扣款，尚未入库。"),
                  QStringLiteral("2. 不能代替完税凭证。")};
    return form;
}

}  // namespace office
