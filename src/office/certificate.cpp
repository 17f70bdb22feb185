#include "office/certificate.h"

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
    return instant.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QVector<FormCell> pair(const char *caption, const QString &value, const char *other, const QString &otherValue)
{
    return {{QString::fromUtf8(caption), 28}, {value, 62}, {QString::fromUtf8(other), 28}, {otherValue, 62}};
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
        {{QStringLiteral("合计（小写）"), 28}, {QStringLiteral("￥") + moneyText(sums.total), 152}},
        {{QStringLiteral("合计（大写）"), 28}, {domain::moneyInCapitals(sums.total), 152}},
    };
    form.notes = {
        QStringLiteral("1. 本证明依据本单位申报成功的社保费申报明细生成，未到账的金额不代表已经缴纳。"),
        QStringLiteral("2. 社会保险权益以社会保险经办机构的记录为准。"),
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
    form.sums = {
        {{QStringLiteral("合计（小写）"), 28}, {QStringLiteral("￥") + moneyText(notice.total()), 152}},
        {{QStringLiteral("合计（大写）"), 28}, {domain::moneyInCapitals(notice.total()), 152}},
    };
    form.notes = {QStringLiteral("请在缴款期限前足额缴款，转账附言填写通知单号。")};
    return form;
}

}  // namespace office
