#include "ui/modules/settings/backup_page.h"

#include "base/china_time.h"
#include "ui/modules/settings/restore_dialog.h"
#include "ui/shell/list_page.h"
#include "ui/shell/submission_text.h"
#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/named.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/password_edit.h"
#include "ui/widgets/progress_panel.h"

#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLocale>
#include <QScrollArea>

#include <tuple>

namespace ui {

namespace {

constexpr int cardWidth = 760;
constexpr int formWidth = 440;

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    for (auto *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

TonedLabel *paragraph(const QString &objectName, const QString &text = {})
{
    auto *label = new TonedLabel(text);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// 1.5 MB; Qt writes the small ones in a way nobody here does.
QString sizeText(qint64 bytes)
{
    return QLocale(QLocale::Chinese)
        .formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat)
        .replace(QStringLiteral("kB"), QStringLiteral("KB"));
}

}  // namespace

BackupPage::BackupPage(JobRunner &jobs, Prompt &prompt, service::BackupService &backups, QWidget *parent)
    : Page(QStringLiteral("settings.backup"), tr("数据备份与恢复"), parent), m_jobs(jobs), m_prompt(prompt),
      m_backups(backups)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::page);
    column->setSpacing(space::large);
    auto *header = new PageHeader(title());
    header->setSubtitle(tr("备份包含本机的全部单位、职工、草稿和申报缴款记录"));
    column->addWidget(header);
    m_strip = new MessageStrip(QStringLiteral("settings.backup.strip"));
    column->addWidget(m_strip);
    auto *content = new QWidget;
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins({});
    inside->setSpacing(space::large);
    for (auto *card : {buildNow(), buildPassword(), buildAutomatic(), buildRestore()}) {
        card->setMaximumWidth(cardWidth);
        inside->addWidget(card);
    }
    inside->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    column->addWidget(scroll);
    render();
}

Card *BackupPage::buildNow()
{
    auto *card = new Card(tr("立即备份"));
    m_last = paragraph(QStringLiteral("settings.backup.last"));
    card->body()->addWidget(m_last);
    m_make = button(QStringLiteral("settings.backup.make"), tr("备份"), Icon::Backup, ButtonKind::Primary);
    m_makeElsewhere = button(QStringLiteral("settings.backup.makeElsewhere"), tr("备份到其他位置…"), Icon::Folder);
    card->body()->addLayout(rowOf({m_make, m_makeElsewhere}));
    m_progress = new ProgressPanel(QStringLiteral("settings.backup.progress"));
    m_progress->hide();
    card->body()->addWidget(m_progress);
    connect(m_make, &QPushButton::clicked, this, &BackupPage::askToMake);
    connect(m_makeElsewhere, &QPushButton::clicked, this, [this] {
        m_prompt.saveFile(this, tr("备份到"), m_backups.suggestedFile(m_plan.folder), tr("社保备份 (*.sbbak)"),
                          [this](const QString &file) {
                              make([&backups = m_backups, file](base::Job &job) { return backups.make(file, job); });
                          });
    });
    connect(m_progress, &ProgressPanel::cancelRequested, this, [this] { m_making->cancel(); });
    return card;
}

Card *BackupPage::buildPassword()
{
    auto *card = new Card(tr("备份密码"));
    m_passwordState = paragraph(QStringLiteral("settings.backup.passwordState"));
    card->body()->addWidget(m_passwordState);
    m_passwordForm = new Form;
    m_passwordForm->setMaximumWidth(formWidth);
    m_passwordForm->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_password = new PasswordEdit(QStringLiteral("settings.backup.password"), tr("新的备份密码"));
    m_again = new PasswordEdit(QStringLiteral("settings.backup.passwordAgain"), tr("再次输入备份密码"));
    for (auto *field : {m_password, m_again}) {
        field->setMinimumHeight(size::control);
        connect(field, &QLineEdit::returnPressed, this, &BackupPage::setPassword);
        connect(field, &QLineEdit::textChanged, m_passwordForm, &Form::clearErrors);
    }
    m_passwordForm->addRow(tr("备份密码"), m_password, tr("至少 8 个字符"));
    m_passwordForm->addRow(tr("再次输入"), m_again);
    card->body()->addWidget(m_passwordForm);
    m_setPassword = button(QStringLiteral("settings.backup.setPassword"), tr("设置密码"), Icon::Lock);
    card->body()->addLayout(rowOf({m_setPassword}));
    connect(m_setPassword, &QPushButton::clicked, this, [this] {
        if (!m_passwordForm->isHidden())
            return setPassword();
        m_changing = true;
        render();
        m_password->setFocus();
    });
    return card;
}

Card *BackupPage::buildAutomatic()
{
    auto *card = new Card(tr("自动备份"));
    m_automatic = ui::named(new QCheckBox(tr("退出程序时自动备份")), QStringLiteral("settings.backup.automatic"),
                            tr("退出程序时自动备份"));
    card->body()->addWidget(m_automatic);
    card->body()->addWidget(
        paragraph(QStringLiteral("settings.backup.automaticHint"),
                  tr("超过保留份数时，只删除本程序自动生成的更早的备份。备份位置建议选择另一块磁盘或网络位置。")));
    m_planForm = new Form;
    m_planForm->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    m_keep = ui::named(new QLineEdit, QStringLiteral("settings.backup.keep"), tr("保留份数"));
    m_keep->setValidator(new QIntValidator(1, 999, m_keep));
    m_keep->setMaximumWidth(110);
    m_keep->setMinimumHeight(size::control);
    m_planForm->addRow(tr("保留份数"), m_keep);
    m_folder = ui::named(new QLineEdit, QStringLiteral("settings.backup.folder"), tr("备份位置"));
    m_folder->setReadOnly(true);
    m_folder->setMinimumHeight(size::control);
    m_planForm->addRow(tr("备份位置"), m_folder);
    card->body()->addWidget(m_planForm);
    auto *change = button(QStringLiteral("settings.backup.chooseFolder"), tr("更改位置…"), Icon::Folder);
    auto *keep = button(QStringLiteral("settings.backup.save"), tr("保存"));
    card->body()->addLayout(rowOf({change, keep}));
    connect(change, &QPushButton::clicked, this, [this] {
        m_prompt.chooseFolder(this, tr("备份位置"),
                              [this](const QString &folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    });
    connect(keep, &QPushButton::clicked, this, &BackupPage::save);
    connect(m_automatic, &QCheckBox::toggled, this, [this] { m_edited = true; });
    for (auto *field : {m_keep, m_folder})
        connect(field, &QLineEdit::textChanged, this, [this] { m_edited = true; });
    return card;
}

Card *BackupPage::buildRestore()
{
    auto *card = new Card(tr("恢复"));
    m_restoreState = paragraph(QStringLiteral("settings.backup.restoreState"));
    card->body()->addWidget(m_restoreState);
    m_restore = button(QStringLiteral("settings.backup.restore"), tr("选择备份文件…"), Icon::History);
    m_giveUp = button(QStringLiteral("settings.backup.giveUp"), tr("放弃恢复"));
    m_undo = button(QStringLiteral("settings.backup.undo"), tr("撤销上次恢复…"));
    card->body()->addLayout(rowOf({m_restore, m_giveUp, m_undo}));
    connect(m_undo, &QPushButton::clicked, this, &BackupPage::askToUndo);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        chooseBackup({m_jobs, m_prompt, m_backups, this, m_strip}, m_restoring, [this] { load(); });
    });
    connect(m_giveUp, &QPushButton::clicked, this, &BackupPage::giveUp);
    return card;
}

void BackupPage::opened()
{
    load();
}

void BackupPage::load()
{
    using Loaded = std::tuple<service::BackupPlan, bool, bool>;
    m_loading = m_jobs.run(
        this,
        [&backups = m_backups](base::Job &) -> base::Result<Loaded> {
            const auto plan = backups.plan();
            return plan ? base::Result<Loaded>(Loaded{*plan, backups.isRestoreWaiting(), backups.canUndoRestore()}) : plan.error();
        },
        [this](const base::Result<Loaded> &loaded) {
            if (!loaded) {
                say(loaded.error());
                return;
            }
            std::tie(m_plan, m_waiting, m_undoable) = *loaded;
            if (!m_edited)
                showPlan();
            render();
        });
}

void BackupPage::showPlan()
{
    m_automatic->setChecked(m_plan.automatic);
    m_keep->setText(QString::number(m_plan.keep));
    m_folder->setText(QDir::toNativeSeparators(m_plan.folder));
    m_edited = false;
}

void BackupPage::render()
{
    m_last->setText(m_plan.lastMade.isValid()
                        ? tr("上次备份：%1\n%2")
                              .arg(base::china::text(m_plan.lastMade), QDir::toNativeSeparators(m_plan.lastFile))
                        : m_plan.hasPassword ? tr("还没有备份过。") : tr("还没有备份过。请先在下面设置备份密码。"));
    m_passwordState->setText(m_plan.hasPassword ? tr("已设置。更改密码只影响以后的备份，以前的备份仍用当时的密码打开。")
                                                : tr("备份文件用这个密码加密，换一台电脑恢复时只需要它。密码不保存在任"
                                                     "何地方，忘记后备份无法打开，请妥善记录。"));
    m_passwordForm->setVisible(!m_plan.hasPassword || m_changing);
    m_setPassword->setText(!m_plan.hasPassword ? tr("设置密码") : m_changing ? tr("更改密码") : tr("更改密码…"));
    for (auto *control : {m_make, m_makeElsewhere}) {
        control->setEnabled(m_plan.hasPassword && !m_busy);
        control->setToolTip(m_plan.hasPassword ? QString() : tr("请先设置备份密码"));
    }
    m_restoreState->setText(
        m_waiting ? tr("备份已检查完毕，将在下次启动程序时恢复。请关闭程序窗口，再重新打开程序。")
                  : tr("先完整检查备份文件，检查通过后才会在下次启动时替换本机数据；现在的数据会保留一份。"
                       "备份之后提交的申报和缴款不会丢失。"));
    m_restoreState->setRole(m_waiting ? TonedLabel::Role::Warning : TonedLabel::Role::Secondary);
    m_restore->setEnabled(!m_busy);
    m_giveUp->setVisible(m_waiting);
    m_undo->setVisible(m_undoable && !m_waiting);
    m_undo->setEnabled(!m_busy);
}

void BackupPage::setPassword()
{
    m_passwordForm->clearErrors();
    const auto password = m_password->text();
    if (password.size() < 8) {
        m_passwordForm->setError(m_password, tr("请输入至少 8 个字符"));
        m_password->setFocus();
        return;
    }
    if (password != m_again->text()) {
        m_passwordForm->setError(m_again, tr("两次输入的密码不一致"));
        m_again->setFocus();
        return;
    }
    m_setPassword->setEnabled(false);
    m_settingPassword = m_jobs.run(
        this, [&backups = m_backups, password](base::Job &) { return backups.setPassword(password); },
        [this](const base::Result<void> &done) {
            m_setPassword->setEnabled(true);
            if (!done) {
                say(done.error());
                return;
            }
            m_password->clear();
            m_again->clear();
            m_changing = false;
            say(Tone::Success, tr("备份密码已设置。请妥善记录：忘记后备份无法打开。"));
            load();
        });
}

void BackupPage::save()
{
    auto plan = m_plan;
    plan.automatic = m_automatic->isChecked();
    plan.keep = m_keep->text().toInt();
    plan.folder = QDir::fromNativeSeparators(m_folder->text());
    m_saving = m_jobs.run(
        this, [&backups = m_backups, plan](base::Job &) { return backups.save(plan); },
        [this, plan](const base::Result<void> &done) {
            if (!done) {
                say(done.error());
                return;
            }
            m_plan = plan;
            m_edited = false;
            render();
            if (plan.automatic && !plan.hasPassword)
                say(Tone::Warning, tr("已保存。还没有备份密码：设置之前，退出程序时无法备份，会提示。"));
            else
                say(Tone::Success, tr("自动备份设置已保存。"));
        });
}

void BackupPage::askToMake()
{
    const auto folder = m_plan.folder;
    m_prompt.ask(this,
                 {.title = tr("数据备份"),
                  .text = tr("现在备份本机数据吗？"),
                  .detail = tr("备份到：%1").arg(QDir::toNativeSeparators(folder)),
                  .confirmText = tr("备份")},
                 [this, folder](bool yes) {
                     if (yes)
                         make([&backups = m_backups, folder](base::Job &job) { return backups.makeIn(folder, job); });
                 });
}

void BackupPage::make(const Making &making)
{
    m_busy = true;
    m_strip->clear();
    m_progress->setTitle(tr("正在备份，可以继续工作…"));
    m_progress->setProgress(0, 0);
    m_progress->setCancellable(true);
    m_progress->show();
    render();
    m_making = m_jobs.run(
        this, making, [this](const base::Result<service::BackupReport> &report) { made(report); },
        [this](qint64 done, qint64 total) {
            // Pages and bytes mean nothing to a clerk.
            m_progress->setProgress(total > 0 ? done * 100 / total : 0, total > 0 ? 100 : 0);
        });
}

void BackupPage::made(const base::Result<service::BackupReport> &report)
{
    m_busy = false;
    m_progress->hide();
    render();
    if (report) {
        say(Tone::Success,
            tr("备份完成，已重新读取并验证：%1（%2）").arg(QDir::toNativeSeparators(report->file), sizeText(report->bytes)));
        load();
    } else if (report.error().kind == base::Error::Kind::Cancelled) {
        say(Tone::Info, tr("已取消，没有留下文件。"));
    } else {
        say(report.error());
    }
}

void BackupPage::askToUndo()
{
    m_prompt.ask(this,
                 {.title = tr("撤销上次恢复"),
                  .text = tr("本机的单位、职工和草稿将回到上次恢复之前的内容。恢复之后提交的申报和缴款记录不会丢失。"),
                  .detail = tr("检查通过后，在下次启动时完成；现在的数据文件会保留一份。"),
                  .confirmText = tr("撤销恢复"),
                  .danger = true},
                 [this](bool yes) {
                     if (yes)
                         undo();
                 });
}

void BackupPage::undo()
{
    m_busy = true;
    m_strip->clear();
    m_progress->setTitle(tr("正在检查恢复之前的数据…"));
    m_progress->setProgress(0, 0);
    m_progress->setCancellable(false);
    m_progress->show();
    render();
    m_restoring = m_jobs.run(
        this,
        [&backups = m_backups](base::Job &) {
            const auto ready = backups.prepareUndo();
            return ready ? backups.confirmRestore() : ready;
        },
        [this](const base::Result<void> &done) {
            m_busy = false;
            m_progress->hide();
            render();
            if (!done)
                return say(done.error());
            say(Tone::Success, tr("已准备好。请退出并重新打开程序，启动时完成撤销。"));
            load();
        });
}

void BackupPage::giveUp()
{
    m_restoring = m_jobs.run(
        this,
        [&backups = m_backups](base::Job &) {
            backups.giveUpRestore();
            return base::Result<void>();
        },
        [this](const base::Result<void> &) {
            say(Tone::Info, tr("已放弃恢复，本机数据没有改动。"));
            load();
        });
}

void BackupPage::say(Tone tone, const QString &text) const
{
    m_strip->show(tone, text);
}

void BackupPage::say(const base::Error &error) const
{
    m_strip->show(errorMessage(error));
}

}  // namespace ui
