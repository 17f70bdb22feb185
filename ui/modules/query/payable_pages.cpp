#include "ui/modules/query/payable_pages.h"

#include "ui/models/amount_text.h"
#include "ui/modules/query/books_page.h"
#include "ui/style/tr.h"

#include <functional>

namespace ui {

using domain::Arrear;
using domain::Money;
using domain::Receipt;

namespace {

template <class Row, class Amount>
Money sumOf(const std::vector<Row> &rows, Amount amount)
{
    Money sum;
    for (const auto &row : rows)
        sum += std::invoke(amount, row);
    return sum;
}

QVector<TotalsBar::Total> payableTotals(const std::vector<Arrear> &rows)
{
    const auto unpaid = [](const Arrear &row) { return row.hold == domain::ArrearHold::Paid ? Money() : row.total; };
    return {{Tr::tr("总条数"), QString::number(rows.size())},
            {Tr::tr("应补(退)费额合计"), yuanText(sumOf(rows, &Arrear::due))},
            {Tr::tr("滞纳金合计"), yuanText(sumOf(rows, &Arrear::lateFee))},
            {Tr::tr("未缴合计"), yuanText(sumOf(rows, unpaid))}};
}

QVector<TotalsBar::Total> receiptTotals(const std::vector<Receipt> &rows)
{
    const auto onItsWay = [](const Receipt &row) { return row.receivedAt.isValid() ? Money() : row.total(); };
    return {{Tr::tr("总条数"), QString::number(rows.size())},
            {Tr::tr("实缴费额合计"), yuanText(sumOf(rows, &Receipt::amount))},
            {Tr::tr("滞纳金合计"), yuanText(sumOf(rows, &Receipt::lateFee))},
            {Tr::tr("在途合计"), yuanText(sumOf(rows, onItsWay))}};
}

}  // namespace

ListPage *payablePage(const Desk &desk, service::ReceiptService &receipts, QWidget *parent)
{
    BooksSetup<Arrear> setup;
    setup.id = QStringLiteral("query.payables");
    setup.title = Tr::tr("社保费应缴信息查询");
    setup.hint = {Tr::tr("申报成功的社保费在税务端形成应缴信息，已缴款的也在其中；费款所属期按终止年月查询。")};
    setup.columns = payableColumns();
    setup.rows = [](const service::ReceiptBooks &books) -> const QVector<Arrear> & { return books.payables; };
    setup.state = [](const Arrear &row) { return payableState(row.hold); };
    setup.totals = &payableTotals;
    setup.emptyText = Tr::tr("这些月份没有应缴信息");
    return new BooksPage<Arrear>(std::move(setup), desk, receipts, parent);
}

ListPage *receiptPage(const Desk &desk, service::ReceiptService &receipts, service::CertificateService &certificates,
                      QWidget *parent)
{
    BooksSetup<Receipt> setup;
    setup.id = QStringLiteral("query.receipts");
    setup.title = Tr::tr("社保费到账信息查询");
    setup.hint = {Tr::tr("银行扣款后，费款经国库入库；「在途」的已经扣款，还没有入库。费款所属期按终止年月查询。")};
    setup.columns = receiptColumns();
    setup.rows = [](const service::ReceiptBooks &books) -> const QVector<Receipt> & { return books.receipts; };
    setup.state = &receiptState;
    setup.totals = &receiptTotals;
    setup.emptyText = Tr::tr("这些月份没有到账信息");
    setup.paperTitle = Tr::tr("打印缴费记录");
    setup.paper = [&certificates, profile = desk.profile](domain::MonthRange months) {
        return certificates.issueReceipts(profile, months);
    };
    return new BooksPage<Receipt>(std::move(setup), desk, receipts, parent);
}

}  // namespace ui
