#include "ui/modules/fee/fee_confirm_dialog.h"

#include "ui/models/table_view.h"
#include "ui/models/totals_bar.h"
#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"

#include <algorithm>

namespace ui {

namespace {

QString monthKey(const domain::FeeMonthDifference &row)
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(row.unitNumber, row.category, domain::monthText(row.period), row.noticeNumber);
}

}  // namespace

FeeConfirmDialog::FeeConfirmDialog(const QString &pageId, const Desk &desk, service::FeeService &fees,
                                   domain::FeeKind kind, const std::vector<domain::FeeAssessment> &chosen,
                                   QWidget *parent)
    : TaskDialog(pageId + QStringLiteral(".confirm"), tr("确认提交申报"), parent), m_desk(desk), m_fees(fees),
      m_kind(kind), m_chosen(chosen)
{
    build();
    addClose(tr("取消"));
    m_skip = addButton(QStringLiteral("skip"), tr("跳过核对"));
    connect(m_skip, &QPushButton::clicked, this, [this] {
        m_checking = JobHandle();
        finish(tr("没有核对每人的金额。"));
    });
    m_ok = addButton(QStringLiteral("ok"), tr("提交申报 %1 元").arg(domain::moneyText(m_payable)), ButtonKind::Primary,
                     Icon::Send);
    connect(m_ok, &QPushButton::clicked, this, &QDialog::accept);
    setContentWidth(920);
    check();
}

QVector<domain::ConfirmedAmount> FeeConfirmDialog::confirmed() const
{
    QVector<domain::ConfirmedAmount> amounts;
    for (const auto &one : m_chosen)
        amounts.append({one.id, one.payable});
    return amounts;
}

void FeeConfirmDialog::build()
{
    if (const auto lines = warnings(); !lines.isEmpty())
        strip()->show({.tone = Tone::Warning, .text = lines.join(QString()), .closable = false});
    addHeading(tr("本次申报"));
    buildSums();
    buildChecks();
}

TonedLabel *FeeConfirmDialog::addHeading(const QString &text)
{
    auto *heading = new TonedLabel(text, TonedLabel::Role::Normal, this);
    heading->setFont(fontOf(type::subheading, QFont::DemiBold));
    body()->addWidget(heading);
    return heading;
}

QStringList FeeConfirmDialog::warnings() const
{
    const auto today = m_desk.clock.today();
    const auto late = std::count_if(m_chosen.begin(), m_chosen.end(), [today](const domain::FeeAssessment &one) {
        return one.declareBy.isValid() && one.declareBy < today;
    });
    const auto negative = std::count_if(m_chosen.begin(), m_chosen.end(),
                                        [](const domain::FeeAssessment &one) { return one.payable.fen() < 0; });
    QStringList lines;
    if (late > 0)
        lines << tr("其中 %1 条已超过申报期限；超过缴款期限的按日加收万分之%2的滞纳金，以税务端计算为准。")
                     .arg(late)
                     .arg(m_desk.profile.pack.fee.lateFeePpmPerDay / 100.0);
    if (negative > 0)
        lines << tr("其中 %1 条为负数（退收或下调的差额），申报后不产生欠费。").arg(negative);
    return lines;
}

void FeeConfirmDialog::buildSums()
{
    const auto sums = sumByInsurance(m_chosen);
    auto *table = new TableView(objectName() + QStringLiteral(".table"), tr("按征收项目汇总"), this);
    auto *model = new ListModel<InsuranceSum>(
        insuranceSumColumns(), [](const InsuranceSum &sum) { return sum.name; }, this);
    model->setRows(sums);
    table->setListModel(model);
    table->setRowsShown(6, 6);
    body()->addWidget(table);
    InsuranceSum all;
    for (const auto &sum : sums) {
        all.due += sum.due;
        all.relief += sum.relief;
        all.payable += sum.payable;
    }
    m_payable = all.payable;
    auto *totals = new TotalsBar(objectName() + QStringLiteral(".totals"), this);
    totals->setTotals({{tr("条数"), QString::number(m_chosen.size())},
                       {tr("应缴费额合计"), domain::moneyText(all.due)},
                       {tr("减免费额合计"), domain::moneyText(all.relief)},
                       {tr("应补(退)费额合计"), domain::moneyText(all.payable)}});
    body()->addWidget(totals);
}

/// Empty until the check has ended.
void FeeConfirmDialog::buildChecks()
{
    m_verdict = new TonedLabel({}, TonedLabel::Role::Secondary, this);
    m_verdict->setObjectName(objectName() + QStringLiteral(".verdict"));
    m_verdict->setWordWrap(true);
    body()->addWidget(m_verdict);
    m_findingTable = new TableView(objectName() + QStringLiteral(".findings"), tr("与预估不一致的金额"), this);
    m_findings = new ListModel<domain::FeeFinding>(feeFindingColumns(), &feeFindingKey, this);
    m_findingTable->setListModel(m_findings);
    m_findingTable->setRowsShown(2, 5);
    m_findingTable->hide();
    body()->addWidget(m_findingTable);
    m_monthHead = addHeading(tr("与上月比较"));
    m_monthHead->setVisible(m_kind == domain::FeeKind::Daily);
    m_monthTable = new TableView(objectName() + QStringLiteral(".months"), tr("与上月比较"), this);
    m_months = new ListModel<domain::FeeMonthDifference>(monthDifferenceColumns(), &monthKey, this);
    m_monthTable->setListModel(m_months);
    m_monthTable->setRowsShown(3, 12);
    m_monthTable->setVisible(m_kind == domain::FeeKind::Daily);
    m_monthTable->setEmptyVisible(false);
    body()->addWidget(m_monthTable, 1);
}

void FeeConfirmDialog::check()
{
    m_ok->setEnabled(false);
    m_verdict->setText(tr("正在按业务规则逐人核对金额…"));
    const service::FeeRules rules{m_desk.profile.pack, m_desk.profile.unit.unitType};
    m_checking = m_desk.jobs.run(
        this,
        [&fees = m_fees, unit = m_desk.unit(), rules, kind = m_kind, amounts = confirmed()](base::Job &job) {
            return fees.review(unit, rules, kind, amounts, job);
        },
        [this](const base::Result<service::FeeReview> &review) { checked(review); },
        [this](qint64 done, qint64 total) {
            m_verdict->setText(tr("正在按业务规则逐人核对金额…（%1 / %2 人）").arg(done).arg(total));
        });
}

void FeeConfirmDialog::checked(const base::Result<service::FeeReview> &review)
{
    if (!review && review.error().code == QLatin1String("fee.changed")) {
        strip()->show(errorMessage(review.error()));
        m_verdict->setText({});
        m_skip->hide();
        Q_EMIT outdated();
        return;
    }
    if (!review)
        return finish(
            tr("没有核对每人的金额：%1。可以直接提交，以税务端计算为准。").arg(errorText(review.error()).what));
    m_months->setRows({review->months.cbegin(), review->months.cend()});
    m_monthTable->setVisible(!review->months.isEmpty());
    m_monthHead->setVisible(!review->months.isEmpty());
    showFindings(*review);
}

void FeeConfirmDialog::showFindings(const service::FeeReview &review)
{
    std::vector<domain::FeeFinding> rows;
    QStringList gaps;
    for (const auto &check : review.checks) {
        rows.insert(rows.end(), check.findings.cbegin(), check.findings.cend());
        if (check.gap != domain::FeeCheckGap::None)
            gaps << check.category;
    }
    auto left = gaps.isEmpty() ? QString() : tr("%1 条没有可用的规则或人员明细，没有预估。").arg(gaps.size());
    if (m_kind == domain::FeeKind::Daily && !review.monthBeforeAsked)
        left += tr("没有能够向税务端查询上月的申报，「与上月比较」只依据本机已有的记录。");
    const auto vanished = std::count_if(review.months.cbegin(), review.months.cend(),
                                        [](const domain::FeeMonthDifference &row) { return row.vanished; });
    if (vanished > 0)
        left += tr("上月申报的费款中有 %1 条本月没有汇总信息，请确认是否应当停缴。").arg(vanished);
    if (review.findings == 0)
        return finish(review.people == 0 ? left
                                         : tr("已按业务规则核对 %1 人次的缴费基数和金额（预估），与税务端一致。%2")
                                               .arg(review.people)
                                               .arg(left));
    m_findings->setRows(std::move(rows));
    m_findingTable->show();
    finish(tr("%1 处与预估不一致，请核对后再提交；预估只供参考，以税务端计算为准。%2").arg(review.findings).arg(left));
    m_verdict->setRole(TonedLabel::Role::Warning);
}

void FeeConfirmDialog::finish(const QString &note)
{
    m_verdict->setText(note);
    m_skip->hide();
    m_ok->setEnabled(true);
    m_ok->setFocus();
    fit();
}

}  // namespace ui
