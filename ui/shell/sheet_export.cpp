#include "ui/shell/sheet_export.h"

#include "ui/style/tr.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace ui {

namespace {

/// Host: a page or a dialog.
template <class Host>
void write(Host *host, const Desk &desk, const service::Sheet &sheet, const QString &path, const QString &unitOfRows)
{
    const auto handle = desk.jobs.run(
        host, sheetWriter(desk, sheet, path),
        [host, desk, sheet, path, unitOfRows](base::Result<qint64> rows) {
            host->hideProgress();
            if (!rows)
                return host->strip()->show(errorMessage(rows.error(), [host, desk, sheet, path, unitOfRows] {
                    write(host, desk, sheet, path, unitOfRows);
                }));
            host->strip()->show(exportedMessage(path, *rows, unitOfRows));
        },
        [host](qint64 done, qint64 total) { host->setProgress(done, total); });
    host->showProgress(Tr::tr("正在导出…"), [handle] { handle.cancel(); });
}

template <class Host>
void ask(Host *host, const Desk &desk, const service::Sheet &sheet, const QString &unitOfRows, const QString &name)
{
    const QString title = name.isEmpty() ? sheet.name : name;
    const QString day = desk.clock.today().toString(QStringLiteral("yyyyMMdd"));
    desk.prompt.saveFile(host, Tr::tr("导出%1").arg(title), QStringLiteral("%1_%2.xlsx").arg(title, day), sheetFilter(),
                         [host, desk, sheet, unitOfRows](const QString &path) {
                             write(host, desk, sheet, path, unitOfRows);
                         });
}

}  // namespace

ExportWork notedOutput(const Desk &desk, domain::TrailEvent event, const QString &what, ExportWork write)
{
    return [event, what, write = std::move(write), note = desk.noteOutput](base::Job &job) {
        auto count = write(job);
        if (!count || !note)
            return count;
        const auto noted = note(event, what, *count);
        return noted ? count : base::Result<qint64>(noted.error());
    };
}

ExportWork notedExport(const Desk &desk, const QString &list, ExportWork write)
{
    return notedOutput(desk, domain::TrailEvent::Export, list, std::move(write));
}

ExportWork sheetWriter(const Desk &desk, const service::Sheet &sheet, const QString &path)
{
    return notedExport(desk, sheet.name,
                       [sheet, path](base::Job &job) { return service::exportSheet(sheet, path, job); });
}

QString sheetFilter()
{
    return Tr::tr("Excel 工作簿 (*.xlsx)") + QStringLiteral(";;") + Tr::tr("CSV 文本，供其他软件读取 (*.csv)");
}

MessageStrip::Message exportedMessage(const QString &path, qint64 rows, const QString &unitOfRows)
{
    return {.tone = Tone::Success,
            .text = Tr::tr("已导出 %1 %2到 %3。").arg(rows).arg(unitOfRows, QFileInfo(path).fileName()),
            .actions = {{QStringLiteral("folder"), Tr::tr("打开文件夹"),
                         [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); }}}};
}

void exportSheet(ListPage *page, const Desk &desk, const service::Sheet &sheet, const QString &unitOfRows,
                 const QString &name)
{
    ask(page, desk, sheet, unitOfRows, name);
}

void exportSheet(TaskDialog *dialog, const Desk &desk, const service::Sheet &sheet, const QString &unitOfRows,
                 const QString &name)
{
    ask(dialog, desk, sheet, unitOfRows, name);
}

}  // namespace ui
