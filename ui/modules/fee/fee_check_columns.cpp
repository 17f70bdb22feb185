// The columns of 申报体检: what differs from our estimate, and from the month before.

#include "ui/models/column_makers.h"
#include "ui/modules/fee/fee_columns.h"

#include <QCoreApplication>

namespace ui {

using domain::FeeFinding;
using domain::FeeFindingKind;
using domain::FeeMonthDifference;

namespace {

struct Tr final {
    Q_DECLARE_TR_FUNCTIONS(ui::FeeCheckColumns)
};

QString kindText(const FeeFinding &finding)
{
    switch (finding.kind) {
    case FeeFindingKind::BaseDiffers: return Tr::tr("缴费基数");
    case FeeFindingKind::AmountDiffers: return Tr::tr("应缴费额");
    case FeeFindingKind::PayableDiffers: return Tr::tr("应补(退)费额");
    case FeeFindingKind::SumDiffers: return Tr::tr("明细合计");
    case FeeFindingKind::PeopleDiffer: return Tr::tr("缴费人数");
    }
    return {};
}

QString stated(const FeeFinding &finding)
{
    return finding.kind == FeeFindingKind::PeopleDiffer ? QString::number(finding.statedPeople)
                                                        : domain::moneyText(finding.stated);
}

QString reckoned(const FeeFinding &finding)
{
    return finding.kind == FeeFindingKind::PeopleDiffer ? QString::number(finding.people)
                                                        : domain::moneyText(finding.reckoned);
}

template <class Row, class Get>
Column<Row> figure(const char *id, const QString &title, Get get, int width)
{
    auto column = textColumn<Row>(id, title, get, width);
    column.align = Qt::AlignRight | Qt::AlignVCenter;
    return column;
}

}  // namespace

QString feeFindingKey(const FeeFinding &finding)
{
    return finding.category + QLatin1Char('/') + finding.personNumber + QLatin1Char('/')
           + QString::number(int(finding.kind)) + QLatin1Char('/') + QString::number(finding.stated.fen());
}

std::vector<Column<FeeFinding>> feeFindingColumns()
{
    const auto who = [](const FeeFinding &row) { return row.name.isEmpty() ? Tr::tr("（汇总）") : row.name; };
    return {textColumn<FeeFinding>("category", Tr::tr("征收品目"), &FeeFinding::category, 230),
            textColumn<FeeFinding>("name", Tr::tr("姓名"), who, 100),
            textColumn<FeeFinding>("personNumber", Tr::tr("人员编号"), &FeeFinding::personNumber, 110),
            textColumn<FeeFinding>("kind", Tr::tr("项目"), &kindText, 100),
            figure<FeeFinding>("stated", Tr::tr("税务端"), &stated, 110),
            figure<FeeFinding>("reckoned", Tr::tr("预估"), &reckoned, 110)};
}

std::vector<Column<FeeMonthDifference>> monthDifferenceColumns()
{
    using Row = FeeMonthDifference;
    const auto people = [](const Row &row) { return row.known ? QString::number(row.headcountBefore) : QString(); };
    const auto before = [](const Row &row) {
        return row.known ? domain::moneyText(row.before) : Tr::tr("上月没有申报记录");
    };
    const auto difference = [](const Row &row) {
        if (!row.known)
            return QString();
        return (row.difference().fen() > 0 ? QStringLiteral("+") : QString()) + domain::moneyText(row.difference());
    };
    auto changed = figure<Row>("difference", Tr::tr("差额"), difference, 110);
    changed.tone = [](const Row &row) {
        return row.known && !row.difference().isZero() ? Tone::Warning : Tone::Neutral;
    };
    return {textColumn<Row>("category", Tr::tr("征收品目"), &Row::category, 240),
            figure<Row>("headcountBefore", Tr::tr("上月人数"), people, 80),
            numberColumn<Row>("headcount", Tr::tr("本月人数"), &Row::headcount, 80),
            figure<Row>("before", Tr::tr("上月金额"), before, 130),
            moneyColumn<Row>("payable", Tr::tr("本月金额"), &Row::payable, 120),
            changed};
}

}  // namespace ui
