#include "office/voucher.h"

#include "base/china_time.h"
#include "domain/month_range.h"
#include "office/paper_page.h"

namespace office {

namespace {

constexpr int kItemRowsPerPage = 16;  // field.md 1.5
constexpr double kRow = 7.5;
constexpr double kStamps = 24.0;  // room for the seals
// The columns; the sums stand under them.
constexpr double kItem = 52.0;
constexpr double kCategory = 60.0;
constexpr double kPeriod = 36.0;
constexpr double kAmount = 32.0;

using Page = PaperPage;
using Align = PaperPage::Align;

Page::Cell caption(const char *text, double width = 32)
{
    return {.text = QString::fromUtf8(text), .width = width, .shaded = true};
}

Page::Cell title(const char *text, double width)
{
    return {.text = QString::fromUtf8(text), .width = width, .align = Align::Centre, .strong = true, .shaded = true};
}

void head(Page &sheet, const domain::Voucher &voucher, const domain::Payer &payer)
{
    const QString issued = base::china::dayOf(voucher.issuedAt).toString(Qt::ISODate);
    sheet.title(QStringLiteral("银行端查询缴税凭证"));
    sheet.line(QStringLiteral("银行端查询缴税凭证序号：") + voucher.number, QStringLiteral("填开日期：") + issued);
    sheet.beginFrame();
    sheet.row({caption("纳税人识别号"), {voucher.taxNumber, 50}, caption("纳税人名称"), {voucher.unitName, 66}}, kRow);
    sheet.row({caption("税务机构代码"), {voucher.authorityCode, 50}, caption("税务机关名称"), {voucher.authorityName, 66}},
              kRow);
    sheet.row({caption("付款人名称"), {payer.name, 50}, caption("付款人开户银行"), {payer.bankName, 66}}, kRow);
    sheet.row({caption("付款人账号"), {payer.account, 148}}, kRow);
    sheet.rule();
    sheet.row({title("征收项目", kItem), title("征收品目", kCategory), title("费款所属期", kPeriod),
               title("应缴税额（元）", kAmount)},
              kRow);
}

void itemRow(Page &sheet, const domain::SubmissionItem *item)
{
    sheet.row({{item ? item->item.collectionItem.name : QString(), kItem},
               {item ? item->item.category.name : QString(), kCategory},
               {item ? domain::monthsText(item->item.period()) : QString(), kPeriod, Align::Centre},
               {item ? domain::moneyText(item->amount) : QString(), kAmount, Align::Right}},
              kRow);
}

void tail(Page &sheet, const domain::Voucher &voucher)
{
    const double rest = Page::kWidth - kItem;
    sheet.rule();
    sheet.row({{.text = QStringLiteral("金额合计（小写）"), .width = kItem, .strong = true},
               {QStringLiteral("￥") + domain::moneyText(voucher.total), rest, Align::Right, true}},
              kRow);
    sheet.row({{.text = QStringLiteral("金额合计（大写）"), .width = kItem, .strong = true},
               {.text = domain::moneyInCapitals(voucher.total), .width = rest, .strong = true}},
              kRow);
    sheet.rule();
    sheet.row({{QStringLiteral("付款人（章）\u3000\u3000\u3000\u3000\u3000经办人（章）"), 90},
               {QStringLiteral("银行记账员（章）"), 90}},
              kStamps);
    sheet.endFrame();
    sheet.gap(2);
    sheet.line(QStringLiteral("限缴日期：") + voucher.payBefore.toString(Qt::ISODate), {});
    sheet.line(QStringLiteral("转账附言：") + domain::transferRemark(voucher), {});
}

void page(QPainter &painter, const domain::Voucher &voucher, const domain::Payer &payer, qsizetype first, int number,
          int pages)
{
    Page sheet(painter);
    head(sheet, voucher, payer);
    for (int row = 0; row < kItemRowsPerPage; ++row)
        itemRow(sheet, first + row < voucher.items.size() ? &voucher.items[first + row] : nullptr);
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
    paper.copyHint = QStringLiteral("纳税人识别号、凭证序号、税务机关代码（以空格分隔）");
    paper.pages = qMax(1, (static_cast<int>(voucher.items.size()) + kItemRowsPerPage - 1) / kItemRowsPerPage);
    paper.paint = [voucher, payer, pages = paper.pages](QPainter &painter, int number) {
        page(painter, voucher, payer, number * kItemRowsPerPage, number + 1, pages);
    };
    return paper;
}

}  // namespace office
