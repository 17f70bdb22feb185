#include "ui/shell/paper_preview.h"

#include "ui/shell/list_page.h"
#include "ui/shell/paper_pages.h"
#include "ui/shell/sheet_export.h"
#include "ui/style/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/named.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPrinter>
#include <QUrl>

namespace ui {

namespace {

constexpr int kManyPages = 20;  // it takes long enough to be watched
constexpr QSize kSize(860, 1100);  // what the screen has less is made smaller: the whole page is seen at once

/// On a worker: spooling waits for the system's print service. Returns the number of pages.
base::Result<qint64> send(const service::Paper &paper, QPrinter &printer)
{
    base::Error refused;
    refused.kind = base::Error::Kind::Office;
    refused.code = QStringLiteral("office.print");
    QPainter painter;
    if (!painter.begin(&printer))
        return refused;
    const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const int last = printer.toPage() > 0 ? qMin(printer.toPage(), paper.pages) : paper.pages;
    for (int page = first; page < last; ++page) {
        if (page > first && !printer.newPage())
            return refused;
        painter.resetTransform();
        painter.scale(printer.logicalDpiX() / 254.0, printer.logicalDpiY() / 254.0);
        paper.paint(painter, page);
    }
    if (!painter.end() || printer.printerState() == QPrinter::Error)
        return refused;
    return qint64(last - first);
}

}  // namespace

PaperPreview::PaperPreview(service::Paper paper, const Desk &desk, QWidget *parent)
    : TaskDialog(QStringLiteral("preview"), paper.title, parent), m_paper(std::move(paper)), m_desk(desk)
{
    body()->addWidget(new PaperPages(m_paper, this), 1);
    addCopyLine();
    m_save = addButton(QStringLiteral("save"), tr("保存为 PDF"), ButtonKind::Secondary, Icon::Export);
    m_print = addButton(QStringLiteral("print"), tr("打印"), ButtonKind::Primary, Icon::Print);
    addClose(tr("关闭"));
    setNote(tr("A4，共 %1 页").arg(m_paper.pages));
    connect(m_save, &QPushButton::clicked, this, &PaperPreview::choosePath);
    connect(m_print, &QPushButton::clicked, this, &PaperPreview::choosePrinter);
    resize(kSize);
}

void PaperPreview::setBusy(bool busy)
{
    m_save->setEnabled(!busy);
    m_print->setEnabled(!busy);
}

/// What people type elsewhere from the document, in one line that can be copied.
void PaperPreview::addCopyLine()
{
    if (m_paper.copyText.isEmpty())
        return;
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(space::tiny);
    grid->addWidget(new TonedLabel(m_paper.copyCaption, TonedLabel::Role::Secondary, this), 0, 0);
    auto *text = named(new QLineEdit(m_paper.copyText, this), QStringLiteral("preview.copyText"), m_paper.copyCaption);
    text->setReadOnly(true);
    grid->addWidget(text, 0, 1);
    auto *copy = ui::button(QStringLiteral("preview.copy"), tr("复制"), Icon::Copy, ButtonKind::Secondary, this);
    copy->setAccessibleName(tr("复制%1").arg(m_paper.copyCaption));
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_paper.copyText);
        strip()->show(Tone::Success, tr("已复制%1：%2").arg(m_paper.copyCaption, m_paper.copyText));
    });
    grid->addWidget(copy, 0, 2);
    if (!m_paper.copyHint.isEmpty()) {
        auto *hint = new TonedLabel(m_paper.copyHint, TonedLabel::Role::Secondary, this);
        hint->setFont(fontOf(type::small));
        text->setAccessibleDescription(m_paper.copyHint);
        grid->addWidget(hint, 1, 1);
    }
    body()->addLayout(grid);
}

void PaperPreview::choosePath()
{
    m_desk.prompt.saveFile(this, tr("保存为 PDF"), m_paper.fileName + QStringLiteral(".pdf"), tr("PDF 文件 (*.pdf)"),
                      [this](const QString &path) { save(path); });
}

void PaperPreview::save(const QString &path)
{
    setBusy(true);
    strip()->clear();
    const auto handle = m_desk.jobs.run(
        this,
        notedExport(m_desk, m_paper.fileName,
                    [paper = m_paper, path](base::Job &job) -> base::Result<qint64> {
                        const auto written = service::exportPdf(paper, path, job);
                        return written ? base::Result<qint64>(paper.pages) : base::Result<qint64>(written.error());
                    }),
        [this, path](base::Result<qint64> written) {
            setBusy(false);
            hideProgress();
            if (!written)
                return strip()->show(errorMessage(written.error(), [this] { choosePath(); }));
            strip()->show({.tone = Tone::Success,
                           .text = tr("已保存为 %1。").arg(QFileInfo(path).fileName()),
                           .actions = {{QStringLiteral("open"), tr("打开"),
                                        [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }}}});
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    if (m_paper.pages >= kManyPages)
        showProgress(tr("正在生成 PDF…"), [handle] { handle.cancel(); });
}

void PaperPreview::choosePrinter()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);  // the paper has its own margins
    printer->setDocName(m_paper.title);
    m_desk.prompt.choosePrinter(this, printer, m_paper.pages, [this, printer] { print(printer); });
}

void PaperPreview::print(const std::shared_ptr<QPrinter> &printer)
{
    setBusy(true);
    m_desk.jobs.run(
        this,
        notedOutput(m_desk, domain::TrailEvent::Print, m_paper.fileName,
                    [paper = m_paper, printer](base::Job &) { return send(paper, *printer); }),
        [this](base::Result<qint64> sent) {
            setBusy(false);
            if (!sent)
                return strip()->show(errorMessage(sent.error(), [this] { choosePrinter(); }));
            strip()->show(Tone::Success, tr("已交给打印机。"));
        });
}

JobHandle previewPaper(ListPage *page, const Desk &desk, PaperMaker make)
{
    return desk.jobs.run(page, make, [page, desk, make](base::Result<service::Paper> paper) {
        if (!paper)
            return page->strip()->show(errorMessage(paper.error(), [page, desk, make] { previewPaper(page, desk, make); }));
        (new PaperPreview(std::move(paper).value(), desk, page))->open();
    });
}

}  // namespace ui
