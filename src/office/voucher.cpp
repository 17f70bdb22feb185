#include "office/voucher.h"

#include <QFont>
#include <QFontMetrics>
#include <QPainter>

namespace office {

namespace {

constexpr int kItemRowsPerPage = 16;  // field.md 1.5
constexpr double kMm = 10.0;          // units of the paper in a millimetre
constexpr double kLeft = 15.0;        // margins, mm
constexpr double kTop = 12.0;
constexpr int kSmallest = 16;     // pixels of the paper: 4.5 pt
constexpr double kWidth = 180.0;  // between the margins, mm

QFont font(double points, bool bold = false)
{
    QFont font;
    // Not Noto CJK before these: its glyphs stand for several characters (行 and ⾏), and Qt names the wrong one in the
    // PDF, so that what a reader selects or searches is not what was printed.
    font.setFamilies({QStringLiteral("SimSun"), QStringLiteral("AR PL UMing CN"), QStringLiteral("WenQuanYi Zen Hei"),
                      QStringLiteral("Noto Serif CJK SC")});
    font.setPixelSize(qRound(points * 25.4 / 72 * kMm));  // pixels are the paper's units
    font.setBold(bold);
    return font;
}

/// Draws one page of the voucher from the top down; lengths in millimetres.
class Page final {
public:
    explicit Page(QPainter &painter) : m_painter(painter) {}

    void title(const QString &text)
    {
        write(0, kWidth, 14, text, Qt::AlignCenter, font(18, true));
        m_top += 16;
    }
    void line(const QString &left, const QString &right)
    {
        const double leftWidth = right.isEmpty() ? kWidth : kWidth * 0.6;
        write(0, leftWidth, 7, left, Qt::AlignLeft | Qt::AlignVCenter, font(10));
        write(leftWidth, kWidth - leftWidth, 7, right, Qt::AlignRight | Qt::AlignVCenter, font(10));
        m_top += 8;
    }
    /// Boxed pairs of label and value, in one row.
    void cells(const QVector<QPair<QString, double>> &texts, double height = 8, Qt::Alignment last = Qt::AlignLeft)
    {
        double x = 0;
        for (qsizetype at = 0; at < texts.size(); ++at) {
            const double width = texts[at].second;
            m_painter.drawRect(QRectF(x * kMm, m_top * kMm, width * kMm, height * kMm));
            const bool rightmost = at == texts.size() - 1;
            write(x + 2, width - 4, height, texts[at].first,
                  (rightmost ? last : Qt::Alignment(Qt::AlignLeft)) | Qt::AlignVCenter, font(10));
            x += width;
        }
        m_top += height;
    }
    void gap(double height) { m_top += height; }
    void foot(const QString &left, const QString &right)
    {
        m_top = 262;
        line(left, right);
    }

private:
    /// What does not fit is set smaller: on a voucher no name and no amount may end in dots.
    void write(double x, double width, double height, const QString &text, Qt::Alignment align, QFont face)
    {
        const QRectF box(x * kMm, m_top * kMm, width * kMm, height * kMm);
        m_painter.setFont(face);
        while (m_painter.fontMetrics().horizontalAdvance(text) > box.width() && face.pixelSize() > kSmallest) {
            face.setPixelSize(face.pixelSize() - 1);
            m_painter.setFont(face);
        }
        const QString shown = m_painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(box.width()));
        m_painter.drawText(box, static_cast<int>(align), shown);
    }

    QPainter &m_painter;
    double m_top = 0;
};

QString periodOf(const domain::FeeItem &item)
{
    const QString from = domain::monthText(item.periodFrom);
    return item.periodFrom == item.periodTo ? from : from + QStringLiteral(" 至 ") + domain::monthText(item.periodTo);
}

void head(Page &sheet, const domain::Voucher &voucher, const domain::Payer &payer)
{
    const QString issued = voucher.issuedAt.toOffsetFromUtc(8 * 3600).date().toString(Qt::ISODate);
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
    sheet.cells({{QStringLiteral("征收项目"), 52},
                 {QStringLiteral("征收品目"), 60},
                 {QStringLiteral("费款所属期"), 36},
                 {QStringLiteral("应缴税额（元）"), 32}},
                8, Qt::AlignRight);
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
    painter.setPen(QPen(Qt::black, 0.2 * kMm));
    painter.setBrush(Qt::NoBrush);
    Page sheet(painter);
    head(sheet, voucher, payer);
    for (int row = 0; row < kItemRowsPerPage; ++row) {
        const qsizetype at = first + row;
        const bool filled = at < voucher.items.size();
        const auto item = filled ? voucher.items[at] : domain::SubmissionItem();
        sheet.cells({{filled ? item.item.collectionItem.name : QString(), 52},
                     {filled ? item.item.category.name : QString(), 60},
                     {filled ? periodOf(item.item) : QString(), 36},
                     {filled ? domain::moneyText(item.amount) : QString(), 32}},
                    7, Qt::AlignRight);
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
        painter.save();
        painter.translate(kLeft * kMm, kTop * kMm);
        page(painter, voucher, payer, number * kItemRowsPerPage, number + 1, pages);
        painter.restore();
    };
    return paper;
}

}  // namespace office
