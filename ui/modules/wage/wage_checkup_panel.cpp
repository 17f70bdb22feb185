#include "ui/modules/wage/wage_checkup_panel.h"

#include "ui/models/column_makers.h"
#include "ui/models/table_view.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_text.h"
#include "ui/shell/window_source.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QShowEvent>
#include <QSpinBox>

namespace ui {

using domain::FindingWeight;
using domain::WageFinding;

namespace {

constexpr int kPanelWidth = 400;
constexpr int kSoonMs = 300;

std::vector<Column<WageFinding>> findingColumns(const domain::RulePack &pack)
{
    using Row = WageFinding;
    const auto weight = [](const Row &row) {
        switch (domain::weightOf(row.kind)) {
        case FindingWeight::Blocks: return StateText{WageCheckupPanel::tr("须处理"), Tone::Danger};
        case FindingWeight::Asks: return StateText{WageCheckupPanel::tr("请确认"), Tone::Warning};
        case FindingWeight::Hint: break;
        }
        return StateText{WageCheckupPanel::tr("提示"), Tone::Info};
    };
    const auto text = [pack](const Row &row) { return findingText(row, pack); };
    auto name = textColumn<Row>("name", WageCheckupPanel::tr("姓名"), &Row::name, 84);
    name.kind = CellKind::Link;
    auto what = textColumn<Row>("what", WageCheckupPanel::tr("发现"), text, 210);
    what.tooltip = text;
    return {pillColumn<Row>("weight", WageCheckupPanel::tr("级别"), weight, 84), name, what};
}

/// Several findings of a person, and of one wage, have keys of their own.
QString findingKey(const WageFinding &finding)
{
    return QStringLiteral("%1/%2/%3").arg(finding.staffId).arg(int(finding.kind)).arg(finding.insurance);
}

}  // namespace

WageCheckupPanel::WageCheckupPanel(const Desk &desk, service::WageService &wages, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_wages(wages)
{
    setObjectName(QStringLiteral("wage.checkup"));
    setFixedWidth(kPanelWidth);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &WageCheckupPanel::read);
    build();
}

void WageCheckupPanel::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(space::small);
    auto *head = new QHBoxLayout;
    head->addWidget(new TonedLabel(tr("申报体检"), TonedLabel::Role::Normal, this));
    m_summary = new TonedLabel({}, TonedLabel::Role::Secondary, this);
    head->addWidget(m_summary, 1);
    auto *close = iconButton(QStringLiteral("wage.checkup.close"), tr("关闭申报体检"), Icon::Close, this);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    head->addWidget(close);
    all->addLayout(head);

    auto *threshold = new QHBoxLayout;
    threshold->addWidget(new TonedLabel(tr("工资变动超过"), TonedLabel::Role::Secondary, this));
    m_jump = named(new QSpinBox(this), QStringLiteral("wage.checkup.jump"), tr("工资变动超过多少百分比时提示"));
    m_jump->setRange(0, 1000);
    m_jump->setSuffix(QStringLiteral(" %"));
    m_jump->setSpecialValueText(tr("不检查"));
    m_jump->setKeyboardTracking(false);
    connect(m_jump, &QSpinBox::valueChanged, this, &WageCheckupPanel::setJumpPercent);
    threshold->addWidget(m_jump);
    threshold->addWidget(new TonedLabel(tr("时提示"), TonedLabel::Role::Secondary, this));
    threshold->addStretch();
    all->addLayout(threshold);

    m_table = new TableView(QStringLiteral("wage.checkup.table"), tr("申报体检"), this);
    m_table->setEmptyText(Icon::CheckUp, tr("没有发现问题"));
    m_findings = new Model(findingColumns(m_desk.profile.pack), &findingKey, this);
    m_findings->setAway(awayOn(m_desk.jobs, this));
    m_table->setListModel(m_findings);
    const auto jump = [this](const QString &key) {
        if (const auto *finding = m_findings->rowByKey(key))
            Q_EMIT jumpRequested(finding->staffId, findingColumn(*finding, m_form));
    };
    connect(m_table, &TableView::linkActivated, this, jump);
    connect(m_table, &TableView::rowActivated, this, jump);
    all->addWidget(m_table, 1);
}

void WageCheckupPanel::look(const domain::WageForm &form)
{
    m_form = form;
    if (isVisible())
        m_soon.start();
}

void WageCheckupPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_soon.start(0);
    Q_EMIT shownChanged(true);
}

void WageCheckupPanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    Q_EMIT shownChanged(false);
}

void WageCheckupPanel::read()
{
    const auto look = [&wages = m_wages, unit = m_desk.unit(), form = m_form,
                       prepare = m_findings->preparation()](base::Job &) -> base::Result<Found> {
        const auto checkup = wages.checkup(unit, form);
        if (!checkup)
            return checkup.error();
        const auto &all = checkup->findings;
        const auto blocking = std::count_if(all.cbegin(), all.cend(), [](const WageFinding &one) {
            return domain::weightOf(one.kind) == FindingWeight::Blocks;
        });
        return Found{prepare({all.cbegin(), all.cend()}), checkup->jumpPercent, blocking};
    };
    m_reading = m_desk.jobs.run(this, look, [this](base::Result<Found> found) {
        if (found)
            return show(std::move(*found));
        m_summary->setText(errorMessage(found.error()).text);
    });
}

void WageCheckupPanel::show(Found found)
{
    if (!m_findings->setPrepared(std::move(found.findings)))
        return read();  // put in another order meanwhile
    const QSignalBlocker quiet(m_jump);
    m_jump->setValue(found.jumpPercent);
    m_summary->setText(m_findings->held() == 0 ? QString()
                                               : tr("%1 项，其中 %2 项须处理").arg(m_findings->held()).arg(found.blocking));
}

void WageCheckupPanel::setJumpPercent(int percent)
{
    auto &wages = m_wages;
    m_desk.jobs.run(
        this, [&wages, percent](base::Job &) { return wages.setJumpPercent(percent); },
        [this](base::Result<void> stored) {
            if (stored)
                return read();
            m_summary->setText(errorMessage(stored.error()).text);
        });
}

}  // namespace ui
