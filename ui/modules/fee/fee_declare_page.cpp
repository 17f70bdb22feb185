#include "ui/modules/fee/fee_declare_page.h"

#include "ui/models/amount_text.h"
#include "ui/modules/fee/fee_confirm_dialog.h"
#include "ui/modules/fee/fee_persons_dialog.h"
#include "ui/widgets/grouped.h"

namespace ui {

using domain::FeeKind;

FeeDeclarePage::FeeDeclarePage(FeeKind kind, const Desk &desk, service::FeeService &fees, service::Outbox &outbox,
                               QWidget *parent)
    : ListPage(kind == FeeKind::Daily ? QStringLiteral("fee.daily") : QStringLiteral("fee.special"),
               kind == FeeKind::Daily ? tr("日常申报") : tr("特殊缴费申报"), parent),
      m_kind(kind), m_desk(desk), m_fees(fees), m_outbox(outbox)
{
    if (kind == FeeKind::Special)
        setHint({tr("特殊缴费是正常月缴之外的缴费，包括中断补收、一次性补收、退休补收、缴费基数或比例调整补收、一次性缴"
                    "费和退收。"),
                 tr("退收和下调的差额为负数：申报后不产生欠费，也无需缴款。各类型的含义见「特殊缴费类型」一列的提示。"),
                 tr("应缴信息由社保经办机构核定后传递到税务端，本页显示其中等待申报的汇总信息。"),
                 tr("申报成功后请到「缴款」完成缴费；同一条汇总信息不能重复申报。")});
    m_deadline = new TonedLabel({}, TonedLabel::Role::Secondary, this);
    m_deadline->setObjectName(pageId() + QStringLiteral(".deadline"));
    header()->addRight(m_deadline);
    buildActions();
    buildQuery();
    buildTable();
    setEmptyText(Icon::RecordDone,
                 kind == FeeKind::Daily ? tr("没有待申报的预处理汇总信息") : tr("没有待申报的特殊缴费汇总信息"),
                 tr("没有符合条件的汇总信息"));
    connectErrors(this, m_desk);
    updateTotals();
}

void FeeDeclarePage::buildActions()
{
    m_submit = actions()->addButton(QStringLiteral("submit"), tr("提交申报"), Icon::Send, ButtonKind::Primary);
    m_refresh = actions()->addButton(QStringLiteral("refresh"), tr("刷新"), Icon::Refresh);
    connect(m_submit, &QPushButton::clicked, this, &FeeDeclarePage::submit);
    connect(m_refresh, &QPushButton::clicked, this, &FeeDeclarePage::refresh);
}

void FeeDeclarePage::buildQuery()
{
    query()->addChoice(QStringLiteral("unitNumber"), tr("单位编号"), {}, 130);
    query()->addChoice(QStringLiteral("agency"), tr("社保经办机构"), {}, 200);
    query()->addMonth(QStringLiteral("period"), tr("费款所属期"));
    connect(query(), &QueryBar::searchRequested, this, &FeeDeclarePage::showFiltered);
    connect(query(), &QueryBar::resetRequested, this, &FeeDeclarePage::showFiltered);
}

void FeeDeclarePage::buildTable()
{
    m_model = new ListModel<AssessmentRow>(
        assessmentColumns(m_kind, m_desk.clock.today()), [](const AssessmentRow &row) { return row.assessment.id; },
        this);
    m_model->setCheckable(true);
    m_model->setCheckableRows([](const AssessmentRow &row) { return row.assessment.heldBy.isEmpty(); });
    table()->setListModel(m_model);
    connect(m_model, &ListModelBase::checkedChanged, this, &FeeDeclarePage::updateTotals);
    connect(table(), &TableView::linkActivated, this, &FeeDeclarePage::showPersons);
    connect(table(), &TableView::rowActivated, this, &FeeDeclarePage::showPersons);
}

void FeeDeclarePage::opened()
{
    load(From::Store, [this] { refresh(); });
}

std::function<base::Result<FeeDeclarePage::Loaded>(base::Job &)> FeeDeclarePage::reader(From from) const
{
    return [from, &fees = m_fees, &outbox = m_outbox, &clock = m_desk.clock, unit = m_desk.unit(),
            kind = m_kind](base::Job &job) -> base::Result<Loaded> {
        if (from == From::Everything) {
            const auto today = clock.today();
            if (const auto synced = fees.sync(unit, today.addMonths(-2), today, job); !synced)
                return synced.error();
        }
        const auto list = from == From::Store ? fees.assessments(unit, kind) : fees.refresh(unit, kind, job);
        if (!list)
            return list.error();
        Loaded loaded{{}, list->loadedAt};
        for (const auto &assessment : list->rows) {
            AssessmentRow row{assessment, {}};
            if (!assessment.heldBy.isEmpty()) {
                if (const auto holder = outbox.find(assessment.heldBy))
                    row.holder = *holder;
            }
            loaded.rows.push_back(std::move(row));
        }
        return loaded;
    };
}

void FeeDeclarePage::load(From from, std::function<void()> then)
{
    showLoading();
    m_refresh->setEnabled(from == From::Store);
    m_reading = m_desk.jobs.run(this, reader(from), [this, from, then = std::move(then)](base::Result<Loaded> read) {
        m_refresh->setEnabled(true);
        if (!read)
            return showError(read.error(), [this] { refresh(); });
        // Before the first answer there is nothing to show yet.
        if (from != From::Store || read->loadedAt.isValid())
            loaded(std::move(*read));
        if (then)
            then();
    });
}

void FeeDeclarePage::refresh()
{
    load(From::TaxSide);
}

void FeeDeclarePage::loaded(Loaded loaded)
{
    m_rows = std::move(loaded.rows);
    header()->setAge(loaded.loadedAt, m_desk.clock.now());
    offerChoices();
    showFiltered();
    showDeadline();
}

/// 单位编号 and 社保经办机构 that occur; what was chosen stays.
void FeeDeclarePage::offerChoices()
{
    const auto offer = [this](const QString &id, auto get) {
        QVector<QueryBar::Choice> choices;
        QSet<QString> seen;
        for (const auto &row : m_rows) {
            const QString value = get(row.assessment.item);
            if (!value.isEmpty() && !seen.contains(value))
                choices.append({value, value});
            seen.insert(value);
        }
        const auto chosen = query()->code(id);
        query()->setChoices(id, choices);
        if (seen.contains(chosen))
            query()->setCode(id, chosen);
    };
    offer(QStringLiteral("unitNumber"), [](const domain::FeeItem &item) { return item.unitNumber; });
    offer(QStringLiteral("agency"), [](const domain::FeeItem &item) { return item.agencyName; });
}

void FeeDeclarePage::showFiltered()
{
    const domain::FeeQuery wanted{query()->code(QStringLiteral("unitNumber")), query()->code(QStringLiteral("agency")),
                                  query()->month(QStringLiteral("period"))};
    std::vector<AssessmentRow> shown;
    for (const auto &row : m_rows) {
        if (domain::matches(wanted, row.assessment.item))
            shown.push_back(row);
    }
    m_model->setRows(std::move(shown));
    showRows();
    updateTotals();
}

void FeeDeclarePage::updateTotals()
{
    domain::Money chosen;
    domain::Money all;
    for (const auto &row : m_model->checkedRows())
        chosen += row.assessment.payable;
    for (const auto &row : m_model->rows())
        all += row.assessment.payable;
    totals()->setTotals({{tr("总条数"), grouped(m_model->rowCount())},
                         {tr("应补(退)费额合计"), yuanText(all)},
                         {tr("选中条数"), grouped(m_model->checkedCount())},
                         {tr("选中金额"), yuanText(chosen)}});
    m_submit->setEnabled(m_model->checkedCount() > 0);
}

/// The nearest day among what may still be declared.
void FeeDeclarePage::showDeadline()
{
    QDate nearest;
    for (const auto &row : m_rows) {
        const auto day = row.assessment.declareBy;
        if (row.assessment.heldBy.isEmpty() && day.isValid() && (!nearest.isValid() || day < nearest))
            nearest = day;
    }
    if (!nearest.isValid())
        return m_deadline->setText({});
    const auto left = m_desk.clock.today().daysTo(nearest);
    const auto day = nearest.toString(Qt::ISODate);
    m_deadline->setRole(left < 0   ? TonedLabel::Role::Danger
                        : left < 4 ? TonedLabel::Role::Warning
                                   : TonedLabel::Role::Secondary);
    m_deadline->setText(left < 0    ? tr("申报期限 %1，已逾期 %2 天").arg(day).arg(-left)
                        : left == 0 ? tr("申报期限 %1，今天截止").arg(day)
                                    : tr("申报期限 %1，还有 %2 天").arg(day).arg(left));
}

void FeeDeclarePage::showPersons(const QString &key)
{
    const auto *row = m_model->rowByKey(key);
    if (row && row->assessment.hasPersons)
        (new FeePersonsDialog(m_desk, m_fees, row->assessment, this))->open();
}

void FeeDeclarePage::submit()
{
    std::vector<domain::FeeAssessment> chosen;
    for (const auto &row : m_model->checkedRows())
        chosen.push_back(row.assessment);
    if (chosen.empty())
        return;
    auto *dialog = new FeeConfirmDialog(pageId(), m_desk, m_fees, m_kind, chosen, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { send(dialog->confirmed()); });
    connect(dialog, &FeeConfirmDialog::outdated, this, [this] { load(From::Store); });
    dialog->open();
}

/// What is stored may have changed while the confirmation stood there; then nothing is sent.
void FeeDeclarePage::send(const QVector<domain::ConfirmedAmount> &confirmed)
{
    strip()->clear();
    auto &fees = m_fees;
    const auto handle = m_desk.jobs.run(
        this,
        [&fees, unit = m_desk.unit(), kind = m_kind, confirmed](base::Job &job) {
            return fees.submit(unit, kind, confirmed, job);
        },
        [this](base::Result<domain::Submission> submission) {
            hideProgress();
            if (!submission) {
                const auto error = submission.error();
                return load(From::Store, [this, error] { showError(error); });
            }
            sent(*submission);
        });
    showProgress(tr("正在提交申报…"), [handle] { handle.cancel(); });
}

void FeeDeclarePage::sent(const domain::Submission &submission)
{
    m_model->checkAll(false);
    const bool tooLate = submission.state == domain::SubmissionState::Failed
                         && (submission.reasonCode == QLatin1String("already-declared")
                             || submission.reasonCode == QLatin1String("totals-changed"));
    load(tooLate ? From::Everything : From::Store, [this, submission, tooLate] {
        auto message = outcomeMessage(submission);
        if (tooLate)
            message.text =
                tr("%1本次没有申报任何费款；列表和申报记录已按税务端的最新情况更新，已有的申报可能来自其他电脑、"
                   "电子税务局或办税服务厅。")
                    .arg(message.text);
        message.actions = {{QStringLiteral("records"), tr("查看申报记录"),
                            [this] { Q_EMIT openRequested(QStringLiteral("fee.records")); }}};
        strip()->show(message);
        Q_EMIT badgesChanged();
    });
}

}  // namespace ui
