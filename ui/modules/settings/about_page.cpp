#include "ui/modules/settings/about_page.h"

#include "ui/shell/error_text.h"
#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_panel.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QScrollArea>

namespace ui {

namespace {

QScrollArea *scrolling(QWidget *content)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

TonedLabel *textLabel(const QString &name, TonedLabel::Role role)
{
    auto *label = new TonedLabel({}, role);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);  // what is new was written elsewhere
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// A commit that stands for a version, as one says it.
QString shortened(QString version)
{
    static const QRegularExpression commit(QStringLiteral("([0-9a-f]{10})[0-9a-f]{10,}"));
    return version.replace(commit, QStringLiteral("\\1"));
}

}  // namespace

AboutPage::AboutPage(JobRunner &jobs, UpgradeFlow &upgrade, const QString &rules, QWidget *parent)
    : Page(QStringLiteral("settings.about"), tr("关于"), parent), m_upgrade(upgrade)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::page);
    column->setSpacing(space::large);
    column->addWidget(new PageHeader(title()));
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins({});
    inside->setSpacing(space::large);
    content->setMaximumWidth(760);  // not each card: heights are reckoned for the width of what holds them
    for (auto *card : {buildProgram(rules), buildUpgrade(), buildParts()})
        inside->addWidget(card);
    inside->addStretch(1);
    column->addWidget(scrolling(content));
    connect(&m_upgrade, &UpgradeFlow::changed, this, &AboutPage::render);
    render();
    const auto folder = QCoreApplication::applicationDirPath();
    m_facts = jobs.run(
        this,
        [folder](base::Job &) -> base::Result<service::ProgramFacts> { return service::programFacts(folder); },
        [this](const base::Result<service::ProgramFacts> &facts) { showFacts(*facts); });
}

Card *AboutPage::buildProgram(const QString &rules)
{
    auto *card = new Card(tr("单位社保费管理客户端"));
    auto *form = new Form;
    const auto version = QString::fromStdString(m_upgrade.place().running.text());
    form->addText(tr("程序版本"), version)->setObjectName(QStringLiteral("settings.about.version"));
    form->addText(tr("业务规则版本"), rules)->setObjectName(QStringLiteral("settings.about.rules"));
    m_schema = form->addText(tr("数据结构版本"), {});
    m_schema->setObjectName(QStringLiteral("settings.about.schema"));
    card->body()->addWidget(form);
    return card;
}

Card *AboutPage::buildUpgrade()
{
    auto *card = new Card(tr("升级"));
    m_status = textLabel(QStringLiteral("settings.about.status"), TonedLabel::Role::Normal);
    m_notes = textLabel(QStringLiteral("settings.about.notes"), TonedLabel::Role::Secondary);
    m_progress = new ProgressPanel(QStringLiteral("settings.about.progress"));
    m_check = button(QStringLiteral("settings.about.check"), tr("检查更新"), Icon::Refresh);
    m_install = button(QStringLiteral("settings.about.upgrade"), tr("升级"), Icon::CloudDownload, ButtonKind::Primary);
    m_restart = button(QStringLiteral("settings.about.restart"), tr("重新启动"), Icon::Sync, ButtonKind::Primary);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    for (auto *each : {m_check, m_install, m_restart})
        row->addWidget(each);
    row->addStretch();
    for (QWidget *each : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_notes), static_cast<QWidget *>(m_progress)})
        card->body()->addWidget(each);
    card->body()->addLayout(row);
    connect(m_check, &QPushButton::clicked, &m_upgrade, &UpgradeFlow::check);
    connect(m_install, &QPushButton::clicked, &m_upgrade, &UpgradeFlow::upgrade);
    connect(m_restart, &QPushButton::clicked, &m_upgrade, &UpgradeFlow::restartRequested);
    connect(m_progress, &ProgressPanel::cancelRequested, &m_upgrade, &UpgradeFlow::cancel);
    return card;
}

Card *AboutPage::buildParts()
{
    auto *card = new Card(tr("第三方组件"));
    m_parts = new QGridLayout;
    m_parts->setHorizontalSpacing(space::large);
    m_parts->setVerticalSpacing(space::small);
    m_parts->setColumnStretch(0, 3);
    m_parts->setColumnStretch(1, 2);
    card->body()->addLayout(m_parts);
    return card;
}

void AboutPage::showFacts(const service::ProgramFacts &facts)
{
    m_schema->setText(QString::number(facts.schema));
    for (const auto &part : facts.parts) {
        auto *name = textLabel(QStringLiteral("settings.about.part"), TonedLabel::Role::Normal);
        name->setText(part.version.isEmpty() ? part.name : part.name + QLatin1Char(' ') + shortened(part.version));
        auto *licence = textLabel(QStringLiteral("settings.about.licence"), TonedLabel::Role::Secondary);
        licence->setText(part.licence);
        const int row = m_parts->rowCount();
        m_parts->addWidget(name, row, 0, Qt::AlignTop);
        m_parts->addWidget(licence, row, 1, Qt::AlignTop);
    }
}

void AboutPage::render()
{
    using State = UpgradeFlow::State;
    const auto state = m_upgrade.state();
    renderStatus();
    const auto &release = m_upgrade.release();
    m_notes->setText(release ? tr("新增内容：\n") + release->notes.join(QLatin1Char('\n')) : QString());
    m_notes->setVisible(release && !release->notes.isEmpty());
    const bool working = m_upgrade.isWorking();
    if (m_progress->isHidden() == working)  // shown anew, so that its button can be pressed again
        m_progress->setVisible(working);
    m_progress->setTitle(state == State::Staging ? tr("正在准备新版本") : tr("正在下载新版本"));
    m_progress->setProgress(m_upgrade.done() / 1024, m_upgrade.total() / 1024);
    m_check->setEnabled(!working && state != State::Checking && state != State::Ready);
    const bool managed = m_upgrade.place().install.has_value();
    m_install->setVisible(release && managed && !working && state != State::Ready);
    m_install->setEnabled(state != State::Checking);
    m_restart->setVisible(state == State::Ready && managed);
}

void AboutPage::renderStatus()
{
    const bool failed = m_upgrade.state() == UpgradeFlow::State::Failed;
    m_status->setText(statusText());
    m_status->setRole(failed ? TonedLabel::Role::Danger : TonedLabel::Role::Normal);
    m_status->setToolTip(failed ? errorText(m_upgrade.error()).details : QString());
}

QString AboutPage::statusText() const
{
    const auto version = m_upgrade.release() ? m_upgrade.release()->version : QString();
    switch (m_upgrade.state()) {
    case UpgradeFlow::State::Idle: return tr("还没有检查更新。");
    case UpgradeFlow::State::Checking: return tr("正在检查更新…");
    case UpgradeFlow::State::Newest: return tr("已是最新版本。");
    case UpgradeFlow::State::Available:
        return m_upgrade.place().install
            ? tr("有新版本 %1。").arg(version)
            : tr("有新版本 %1。这个程序不是由安装程序安装的，不能自动升级；请使用新的安装程序。").arg(version);
    case UpgradeFlow::State::Fetching:
    case UpgradeFlow::State::Staging: return tr("正在升级到 %1，可以继续工作。").arg(version);
    case UpgradeFlow::State::Ready: return tr("新版本已准备好，重新启动后使用。");
    case UpgradeFlow::State::Failed: return errorText(m_upgrade.error()).paragraph();
    }
    return {};
}

}  // namespace ui
