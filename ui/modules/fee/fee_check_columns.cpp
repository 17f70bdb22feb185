// The columns of 申报体检: what differs from our estimate, and from the month before.

#include "ui/models/column_makers.h"
#include "ui/modules/fee/fee_columns.h"
#include "ui/style/tr.h"

namespace ui {

using domain::FeeFinding;
using domain::FeeFindingKind;
using domain::FeeMonthDifference;

namespace {

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

/// A text that is sorted by the amount it stands for.
template <class Row, class Get>
Column<Row> amountColumn(const ColumnId &id, const QString &title, Get get, int width, std::function<QVariant(const Row &)> key)
{
    auto column = figureColumn<Row>(id, title, get, width);
    column.sortKey = std::move(key);
    return column;
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

}  // namespace

QString feeFindingKey(const FeeFinding &finding)
{
    return QStringLiteral("%1/%2/%3/%4/%5/%6")
        .arg(finding.noticeNumber, domain::monthText(finding.period), finding.category, finding.personNumber)
        .arg(int(finding.kind))
        .arg(finding.stated.fen());
}

std::vector<Column<FeeFinding>> feeFindingColumns()
{
    const auto who = [](const FeeFinding &row) { return row.name.isEmpty() ? Tr::tr("（汇总）") : row.name; };
    const auto period = [](const FeeFinding &row) { return domain::monthText(row.period); };
    return {textColumn<FeeFinding>("category", Tr::tr("征收品目"), &FeeFinding::category, column_width::category),
            textColumn<FeeFinding>("period", Tr::tr("费款所属期"), period, 90),
            textColumn<FeeFinding>("name", Tr::tr("姓名"), who, column_width::personName),
            textColumn<FeeFinding>("personNumber", Tr::tr("人员编号"), &FeeFinding::personNumber, 110),
            textColumn<FeeFinding>("kind", Tr::tr("项目"), &kindText, 100),
            amountColumn<FeeFinding>("stated", Tr::tr("税务端"), &stated, 110,
                                     [](const FeeFinding &row) { return row.stated.fen(); }),
            amountColumn<FeeFinding>("reckoned", Tr::tr("预估"), &reckoned, 110,
                                     [](const FeeFinding &row) { return row.reckoned.fen(); })};
}

std::vector<Column<FeeMonthDifference>> monthDifferenceColumns()
{
    using Row = FeeMonthDifference;
    const auto people = [](const Row &row) { return row.known ? QString::number(row.headcountBefore) : QString(); };
    const auto period = [](const Row &row) { return domain::monthText(row.period); };
    const auto before = [](const Row &row) {
        return row.known ? domain::moneyText(row.before) : Tr::tr("没有上月的申报记录");
    };
    const auto payable = [](const Row &row) {
        return row.vanished ? Tr::tr("本月没有") : domain::moneyText(row.payable);
    };
    const auto difference = [](const Row &row) {
        if (!row.known)
            return QString();
        return (row.difference().fen() > 0 ? QStringLiteral("+") : QString()) + domain::moneyText(row.difference());
    };
    auto changed = amountColumn<Row>("difference", Tr::tr("差额"), difference, 110,
                                     [](const Row &row) { return row.difference().fen(); });
    changed.tone = [](const Row &row) {
        return row.known && !row.difference().isZero() ? Tone::Warning : Tone::Neutral;
    };
    return {textColumn<Row>("category", Tr::tr("征收品目"), &Row::category, column_width::category),
            textColumn<Row>("period", Tr::tr("费款所属期"), period, 90),
            figureColumn<Row>("headcountBefore", Tr::tr("上月人数"), people, 80),
            numberColumn<Row>("headcount", Tr::tr("本月人数"), &Row::headcount, 80),
            amountColumn<Row>("before", Tr::tr("上月金额"), before, 130, [](const Row &row) { return row.before.fen(); }),
            amountColumn<Row>("payable", Tr::tr("本月金额"), payable, 120, [](const Row &row) { return row.payable.fen(); }),
            changed};
}

}  // namespace ui
