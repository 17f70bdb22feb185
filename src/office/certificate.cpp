#include "office/certificate.h"

#include "base/china_time.h"
#include "domain/document.h"

#include <algorithm>
#include <set>

namespace office {

using domain::Money;
using domain::moneyText;

namespace {

struct Sums {
    Money unit;
    Money person;
    Money other;
    Money total;
};

/// Of the lines whose money has arrived, or of the others.
Sums sumsOf(const QVector<domain::CertificateLine> &lines, bool received)
{
    Sums sums;
    for (const auto &line : lines) {
        if (line.received != received)
            continue;
        sums.unit += line.unit;
        sums.person += line.person;
        sums.other += line.other;
        sums.total += line.total();
    }
    return sums;
}

QString yuan(Money amount)
{
    return QStringLiteral("￥") + moneyText(amount);
}

QVector<FormCell> pair(const char *caption, const QString &value, const char *other, const QString &otherValue)
{
    return {{QString::fromUtf8(caption), 28}, {value, 61}, {QString::fromUtf8(other), 31}, {otherValue, 60}};
}

QVector<FormCell> fact(const char *caption, const QString &value)
{
    return {{QString::fromUtf8(caption), 28}, {value, 152}};
}

QString chinaDate(const QDateTime &instant)
{
    return base::china::dayOf(instant).toString(Qt::ISODate);
}

/// What the columns add up to: a caption, and below the last columns an amount each.
QVector<FormCell> sumRow(const QString &caption, const QVector<FormCell> &amounts)
{
    double width = 180;
    for (const auto &cell : amounts)
        width -= cell.width;
    QVector<FormCell> row = amounts;
    row.prepend({caption, width, false, true});
    return row;
}

FormCell amount(const QString &text, double width, bool strong = true)
{
    return {text, width, true, strong};
}

/// As wide as the column above: its caption, then the words.
QVector<FormCell> inCapitals(const QString &caption, Money amount, double captionWidth)
{
    return {{caption, captionWidth, false, true},
            {domain::moneyInCapitals(amount), 180 - captionWidth, false, true}};
}

/// The months for which something has arrived: `3 个月（2026-09 至 2026-11）`; the months are named when none is missing.
QString paidMonths(const QVector<domain::CertificateLine> &lines)
{
    std::set<domain::Month> months;
    for (const auto &line : lines) {
        for (int at = 0; line.received && line.total() > Money() && at < line.period.count(); ++at)
            months.insert(line.period.from + at);
    }
    const auto count = QStringLiteral("%1 个月").arg(months.size());
    if (months.empty())
        return count;
    const domain::MonthRange span{*months.begin(), *months.rbegin()};
    return span.count() == static_cast<int>(months.size())
               ? QStringLiteral("%1（%2）").arg(count, domain::monthsText(span))
               : count;
}

/// The columns of a certificate; 其他 only where there is some.
QVector<FormColumn> certificateColumns(bool other)
{
    const auto money = [](const char *title, double width) { return FormColumn{QString::fromUtf8(title), width, true}; };
    QVector<FormColumn> columns = {{.title = QStringLiteral("费款所属期"), .width = 35, .centred = true, .grouped = true},
                                   {.title = QStringLiteral("险种"), .width = 38}};
    if (other) {
        columns << money("缴费基数", 19) << money("单位缴纳", 18) << money("个人缴纳", 18) << money("其他", 17)
                << money("合计（元）", 21);
    } else {
        columns << money("缴费基数", 22) << money("单位缴纳", 23) << money("个人缴纳", 23) << money("合计（元）", 23);
    }
    columns << FormColumn{.title = QStringLiteral("到账"), .width = other ? 14.0 : 16.0, .centred = true};
    return columns;
}

/// Below the columns from 单位缴纳 on.
QVector<FormCell> certificateSums(const QString &caption, const Sums &sums, const QVector<FormColumn> &columns,
                                  bool other, bool counts)
{
    QVector<Money> values = {sums.unit, sums.person};
    if (other)
        values.append(sums.other);
    values.append(sums.total);
    QVector<FormCell> cells;
    for (const auto &value : values)
        cells.append(amount(moneyText(value), columns[3 + cells.size()].width, counts));
    if (counts)
        cells.last().text = yuan(sums.total);
    cells.append({QString(), columns.last().width});
    auto row = sumRow(caption, cells);
    row.first().strong = counts;
    return row;
}

}  // namespace

Form certificateForm(const domain::Certificate &certificate)
{
    const auto &employee = certificate.employee;
    const auto &lines = certificate.lines;
    const bool other = std::any_of(lines.cbegin(), lines.cend(), [](const auto &line) { return !line.other.isZero(); });
    Form form;
    form.title = QStringLiteral("职工社会保险费缴费证明");
    form.head = {
        pair("单位名称", certificate.unit.name, "纳税人识别号", certificate.unit.taxNumber),
        pair("登记序号", certificate.unit.registrationId, "主管税务机关", certificate.unit.authorityName),
        pair("职工姓名", employee.name, "人员编号", employee.personNumber),
        pair("证件类型", domain::documentTypeName(employee.documentType), "证件号码", employee.documentNumber),
        pair("查询的所属期", domain::monthsText(certificate.months), "有缴费记录的月份", paidMonths(lines)),
    };
    form.columns = certificateColumns(other);
    for (const auto &line : lines) {
        QStringList row = {domain::monthsText(line.period), line.insurance, moneyText(line.base), moneyText(line.unit),
                           moneyText(line.person)};
        if (other)
            row << moneyText(line.other);
        row << moneyText(line.total()) << (line.received ? QStringLiteral("已到账") : QStringLiteral("未到账"));
        form.rows.append(row);
    }
    const Sums received = sumsOf(lines, true);
    form.sums = {certificateSums(QStringLiteral("已到账合计（小写）"), received, form.columns, other, true),
                 inCapitals(QStringLiteral("已到账合计（大写）"), received.total, form.columns.first().width)};
    if (std::any_of(lines.cbegin(), lines.cend(), [](const auto &line) { return !line.received; })) {
        form.sums.append(certificateSums(QStringLiteral("未到账（未计入合计）"), sumsOf(lines, false), form.columns,
                                         other, false));
    }
    form.notes = {
        QStringLiteral("1. 本证明依据本单位申报成功的社保费申报明细生成，数据截至 %1。").arg(base::china::text(certificate.asOf)),
        QStringLiteral("2. 合计只含已到账的金额，未到账的不代表已经缴纳；没有人员明细的特殊缴费分不到个人，不在本证明中。"),
        QStringLiteral("3. 社会保险权益以社会保险经办机构的记录为准。"),
    };
    if (other)
        form.notes.append(QStringLiteral("4. “其他”是没有区分单位缴纳和个人缴纳的费款。"));
    form.signature = {QStringLiteral("单位（盖章）："), QStringLiteral("经办人："), QStringLiteral("日期：")};
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
        fact("征集通知流水号", notice.noticeNumbers.join(QStringLiteral("、"))),
        pair("收款人名称", notice.accountName, "收款人账号", notice.accountNumber),
        fact("收款人开户行", notice.bankName),
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
    form.sums = {sumRow(QStringLiteral("合计（小写）"), {amount(yuan(notice.total()), 40)}),
                 inCapitals(QStringLiteral("合计（大写）"), notice.total(), 70)};
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
    form.columns = {{.title = QStringLiteral("缴款日期"), .width = 21, .centred = true, .grouped = true},
                    {.title = QStringLiteral("费款所属期"), .width = 34.8, .centred = true},
                    {.title = QStringLiteral("征收品目"), .width = 62},
                    {.title = QStringLiteral("税票号码"), .width = 36.2},
                    {.title = QStringLiteral("金额（元）"), .width = 26, .right = true}};
    Money total;
    for (const auto &line : lines) {
        form.rows.append({chinaDate(line.at), domain::monthsText(line.item.item.period()), line.item.item.category.name,
                          line.item.taxReceiptNumber, moneyText(line.item.amount)});
        total += line.item.amount;
    }
    form.sums = {sumRow(QStringLiteral("合计（小写）"), {amount(yuan(total), 26)}),
                 inCapitals(QStringLiteral("合计（大写）"), total, 55.8)};
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
        pair("费款所属期", domain::monthsText(months), "数据截至", base::china::text(asOf)),
    };
    form.columns = {{.title = QStringLiteral("费款所属期"), .width = 34.8, .centred = true, .grouped = true},
                    {.title = QStringLiteral("征收品目"), .width = 58.6},
                    {.title = QStringLiteral("缴款日期"), .width = 21, .centred = true},
                    {.title = QStringLiteral("入库日期"), .width = 21, .centred = true},
                    {.title = QStringLiteral("费额（元）"), .width = 24.6, .right = true},
                    {.title = QStringLiteral("滞纳金"), .width = 20, .right = true}};
    Money amounts;
    Money lateFees;
    Money received;
    for (const auto &receipt : receipts) {
        const bool arrived = receipt.receivedAt.isValid();
        form.rows.append({domain::monthsText(receipt.item.period()), receipt.item.category.name, chinaDate(receipt.paidAt),
                          arrived ? chinaDate(receipt.receivedAt) : QStringLiteral("在途"), moneyText(receipt.amount),
                          moneyText(receipt.lateFee)});
        amounts += receipt.amount;
        lateFees += receipt.lateFee;
        if (arrived)
            received += receipt.total();
    }
    form.sums = {sumRow(QStringLiteral("小计"), {amount(moneyText(amounts), 24.6), amount(moneyText(lateFees), 20)}),
                 sumRow(QStringLiteral("合计（小写）"), {amount(yuan(amounts + lateFees), 44.6)}),
                 inCapitals(QStringLiteral("合计（大写）"), amounts + lateFees, 34.8),
                 sumRow(QStringLiteral("其中已入库"), {amount(moneyText(received), 44.6)})};
    form.notes = {QStringLiteral("1. 本记录依据税务端的到账信息生成；在途的已由银行扣款，尚未入库。"),
                  QStringLiteral("2. 不能代替完税凭证。")};
    return form;
}

}  // namespace office
