#include "office/voucher.h"

#include "base/china_time.h"
#include "office/paper_page.h"

namespace office {

namespace {

constexpr int kItemRowsPerPage = 16;  // field.md 1.5
using Page = PaperPage;

QString periodOf(const domain::FeeItem &item)
{
    const QString from = domain::monthText(item.periodFrom);
    return item.periodFrom == item.periodTo ? from : from + QStringLiteral(" 至 ") + domain::monthText(item.periodTo);
}

void head(Page &sheet, const domain::Voucher &voucher, const domain::Payer &payer)
{
    const QString issued = base::china::dayOf(voucher.issuedAt).toString(Qt::ISODate);
    sheet.title(QStringLiteral("银行端查询缴税凭证"));
    sheet.line(QStringLiteral("银行端查询缴税凭证序号：") + voucher.number, QStringLiteral("填开日期：") + issued);
    sheet.cells({{QStringLiteral("纳税人识别号"), 32},
                 {voucher.taxNumber, 50},
                 {QStringLiteral("纳税人名称"), 32},
                 {voucher.unitName, 66}});
    sheet.cells({{QStringLiteral("税务机构代码"), 32},
                 {voucher.authorityCode, 50},
                 {QStringLiteral("税务机关名称"), 32},
                 {voucher.authorityName, 66}});
    sheet.cells({{QStringLiteral("付款人名称"), 32},
                 {payer.name, 50},
                 {QStringLiteral("付款人开户银行"), 32},
                 {payer.bankName, 66}});
    sheet.cells({{QStringLiteral("付款人账号"), 32}, {payer.account, 148}});
    sheet.cells({{QStringLiteral("征收项目"), 52}, {QStringLiteral("征收品目"), 60}, {QStringLiteral("费款所属期"), 36},
                 {QStringLiteral("应缴税额（元）"), 32, true}});
}

void tail(Page &sheet, const domain::Voucher &voucher)
{
    sheet.cells(
        {{QStringLiteral("金额合计（小写）"), 42}, {QStringLiteral("￥") + domain::moneyText(voucher.total), 138}}, 9);
    sheet.cells({{QStringLiteral("金额合计（大写）"), 42}, {domain::moneyInCapitals(voucher.total), 138}}, 9);
    sheet.cells({{QStringLiteral("付款人（章）\u3000\u3000\u3000\u3000\u3000经办人（章）"), 90},
                 {QStringLiteral("银行记账员（章）"), 90}},
                24);
    sheet.gap(2);
    sheet.line(QStringLiteral("限缴日期：") + voucher.payBefore.toString(Qt::ISODate), {});
    sheet.line(QStringLiteral("转账附言：") + domain::transferRemark(voucher), {});
}

void page(QPainter &painter, const domain::Voucher &voucher, const domain::Payer &payer, qsizetype first, int number,
          int pages)
{
    Page sheet(painter);
    head(sheet, voucher, payer);
    for (int row = 0; row < kItemRowsPerPage; ++row) {
        const qsizetype at = first + row;
        const bool filled = at < voucher.items.size();
        const auto item = filled ? voucher.items[at] : domain::SubmissionItem();
        sheet.cells({{filled ? item.item.collectionItem.name : QString(), 52},
                     {filled ? item.item.category.name : QString(), 60},
                     {filled ? periodOf(item.item) : QString(), 36},
                     {filled ? domain::moneyText(item.amount) : QString(), 32, true}},
                    7);
    }
    tail(sheet, voucher);
    sheet.foot(QStringLiteral("凭证号 ") + voucher.number, QStringLiteral("第 %1 页 共 %2 页").arg(number).arg(pages));
}

}  // namespace

Paper voucherPaper(const domain::Voucher &voucher, const domain::Payer &payer)
{
    Paper paper;
    paper.title = QStringLiteral("银行端查询缴税凭证 ") + voucher.number;
    paper.fileName = QStringLiteral("银行端查询缴税凭证_") + voucher.number;
    paper.copyCaption = QStringLiteral("转账附言");
    paper.copyText = domain::transferRemark(voucher);
    paper.pages = qMax(1, (static_cast<int>(voucher.items.size()) + kItemRowsPerPage - 1) / kItemRowsPerPage);
    paper.paint = [voucher, payer, pages = paper.pages](QPainter &painter, int number) {
        page(painter, voucher, payer, number * kItemRowsPerPage, number + 1, pages);
    };
    return paper;
}

}  // namespace office
