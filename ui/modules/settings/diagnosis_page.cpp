#include "ui/modules/settings/diagnosis_page.h"

#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"
#include "ui/style/tokens.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/named.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_panel.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QUrl>

namespace ui {

namespace {

struct FileText {
    const char *name;
    QString title;
    QString about;
};

QVector<FileText> fileTexts()
{
    return {{"program.json", DiagnosisPage::tr("程序与系统"), DiagnosisPage::tr("程序、系统和所用组件的版本，时区和时间。")},
            {"settings.json", DiagnosisPage::tr("设置"), DiagnosisPage::tr("代理方式和业务服务器地址；代理的地址、用户名和密码只写是否填写。")},
            {"store.json", DiagnosisPage::tr("数据文件"), DiagnosisPage::tr("数据结构版本、文件大小，每个表有多少行；不含任何一行的内容。")},
            {"submissions.json", DiagnosisPage::tr("申报与缴款"), DiagnosisPage::tr("各状态的条数，最近出现的错误代码和时间；不含单位、职工和金额。")},
            {"schema.sql", DiagnosisPage::tr("数据结构"), DiagnosisPage::tr("数据文件的表结构，对每个用户都相同。")},
            {"refusal.json", DiagnosisPage::tr("启动失败的原因"), DiagnosisPage::tr("错误代码，数据文件夹中本程序的文件的大小；不含文件的内容。")},
            {"network.json", DiagnosisPage::tr("网络测试"), DiagnosisPage::tr("按现在的代理设置连接业务服务器的结果。")},
            {"log.txt", DiagnosisPage::tr("运行日志"), DiagnosisPage::tr("最近的运行日志；其中的号码、中文和本机账户名已用 * 替换。")}};
}

}  // namespace

DiagnosisPage::DiagnosisPage(const Desk &desk, Collect collect, QWidget *parent)
    : Page(QStringLiteral("settings.diagnosis"), tr("一键诊断"), parent), m_desk(desk), m_collect(std::move(collect))
{
    build();
}

void DiagnosisPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::page);
    column->setSpacing(space::large);
    auto *header = new PageHeader(title());
    header->setSubtitle(tr("生成一个诊断文件交给支持人员。文件中没有职工信息、单位名称、金额、密码；内容先给您看，由您决定是否保存"));
    column->addWidget(header);
    m_strip = new MessageStrip(QStringLiteral("settings.diagnosis.strip"));
    column->addWidget(m_strip);
    column->addWidget(buildActions());
    m_progress = new ProgressPanel(QStringLiteral("settings.diagnosis.progress"));
    m_progress->setTitle(tr("正在诊断，连接业务服务器可能需要一会儿…"));
    m_progress->hide();
    connect(m_progress, &ProgressPanel::cancelRequested, this, [this] { m_work->cancel(); });
    column->addWidget(m_progress);
    m_contents = buildContents();
    column->addWidget(m_contents, 1);
    m_empty = new EmptyState(QStringLiteral("settings.diagnosis.empty"));
    m_empty->set(Icon::Help, tr("点击「开始诊断」"),
                 tr("程序会测试业务服务器，并汇总版本、设置、数据文件的行数、最近的错误代码和运行日志"));
    column->addWidget(m_empty, 1);
}

QWidget *DiagnosisPage::buildActions()
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins({});
    line->setSpacing(space::small);
    m_run = button(QStringLiteral("settings.diagnosis.run"), tr("开始诊断"), Icon::Refresh, ButtonKind::Primary);
    m_save = button(QStringLiteral("settings.diagnosis.save"), tr("保存诊断文件"), Icon::Export);
    m_save->setEnabled(false);
    m_save->setToolTip(tr("诊断完成后才能保存"));
    line->addWidget(m_run);
    line->addWidget(m_save);
    line->addStretch();
    connect(m_run, &QPushButton::clicked, this, &DiagnosisPage::run);
    connect(m_save, &QPushButton::clicked, this, &DiagnosisPage::choosePath);
    return row;
}

Card *DiagnosisPage::buildContents()
{
    auto *card = new Card(tr("诊断文件的全部内容"));
    auto *line = new QHBoxLayout;
    line->setSpacing(space::page);
    m_files = new QVBoxLayout;
    m_files->setSpacing(space::medium);
    m_choice = new QButtonGroup(this);
    line->addLayout(m_files);
    auto *right = new QVBoxLayout;
    m_about = new TonedLabel({});
    m_about->setWordWrap(true);
    m_text = named(new QPlainTextEdit, QStringLiteral("settings.diagnosis.text"), tr("诊断文件的内容"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    right->addWidget(m_about);
    right->addWidget(m_text, 1);
    line->addLayout(right, 1);
    card->body()->addLayout(line, 1);
    connect(m_choice, &QButtonGroup::idClicked, this, &DiagnosisPage::showFile);
    card->hide();
    return card;
}

void DiagnosisPage::run()
{
    m_strip->clear();
    m_run->setEnabled(false);
    m_save->setEnabled(false);
    m_progress->show();
    m_work = m_desk.jobs.run(
        this, m_collect,
        [this](const base::Result<service::Diagnosis> &found) {
            m_progress->hide();
            m_run->setEnabled(true);
            m_save->setEnabled(!m_found.files.empty());
            if (!found)
                return m_strip->show(errorMessage(found.error(), [this] { run(); }));
            render(*found);
        });
}

void DiagnosisPage::render(const service::Diagnosis &found)
{
    m_found = found;
    m_run->setText(tr("重新诊断"));
    m_save->setEnabled(true);
    m_save->setToolTip({});
    const auto old = m_choice->buttons();
    qDeleteAll(old);
    while (auto *left = m_files->takeAt(0))
        delete left;
    const auto texts = fileTexts();
    for (int at = 0; at < int(found.files.size()); ++at) {
        QString title = found.files[size_t(at)].name;
        for (const auto &text : texts) {
            if (title == QLatin1String(text.name))
                title = text.title;
        }
        auto *choice = named(new QRadioButton(title), QStringLiteral("settings.diagnosis.file.%1").arg(at), title);
        m_choice->addButton(choice, at);
        m_files->addWidget(choice);
    }
    m_files->addStretch();
    m_choice->button(0)->setChecked(true);
    showFile(0);
    m_empty->hide();
    m_contents->show();
    if (found.network)
        m_strip->show({.tone = Tone::Warning,
                       .text = tr("诊断完成。业务服务器连接不上：%1").arg(errorText(*found.network).paragraph()),
                       .details = errorText(*found.network).details,
                       .actions = {{QStringLiteral("network"), tr("网络设置"), m_desk.openNetworkSettings}}});
    else if (!found.roundTripMs)
        m_strip->show(Tone::Success, tr("诊断完成。请核对下面的内容，再保存诊断文件。"));
    else
        m_strip->show(Tone::Success, tr("诊断完成。业务服务器可以连接，用时 %1 毫秒。请核对下面的内容，再保存诊断文件。")
                                         .arg(*found.roundTripMs));
}

void DiagnosisPage::showFile(int index)
{
    const auto &file = m_found.files[size_t(index)];
    m_about->setText(QString());
    for (const auto &text : fileTexts()) {
        if (file.name == QLatin1String(text.name))
            m_about->setText(text.about);
    }
    m_text->setPlainText(file.content.trimmed().isEmpty() ? tr("（没有内容）") : QString::fromLatin1(file.content));
}

void DiagnosisPage::choosePath()
{
    const QString day = m_desk.clock.today().toString(QStringLiteral("yyyyMMdd"));
    m_desk.prompt.saveFile(this, tr("保存诊断文件"), tr("诊断文件_%1.zip").arg(day), tr("压缩文件 (*.zip)"),
                           [this](const QString &path) { save(path); });
}

void DiagnosisPage::save(const QString &path)
{
    m_work = m_desk.jobs.run(
        this, [found = m_found, path](base::Job &) { return service::DiagnosisService::save(found, path); },
        [this, path](const base::Result<void> &saved) {
            if (!saved)
                return m_strip->show(errorMessage(saved.error(), [this] { choosePath(); }));
            m_strip->show({.tone = Tone::Success,
                           .text = tr("已保存为 %1。程序没有把它发送给任何人，请自行交给支持人员。").arg(QFileInfo(path).fileName()),
                           .actions = {{QStringLiteral("folder"), tr("打开文件夹"), [path] {
                                            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
                                        }}}});
        });
}

}  // namespace ui
