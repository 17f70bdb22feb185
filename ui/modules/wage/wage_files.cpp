// Workbooks in and out of the draft: W3, W4, W5, W10.

#include "ui/modules/wage/draft_edits.h"
#include "ui/modules/wage/wage_draft_page.h"
#include "ui/modules/wage/wage_import_dialog.h"
#include "ui/shell/sheet_export.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace ui {

using domain::WageDraftLine;

void WageDraftPage::buildFileEntries(QMenu *add)
{
    auto *import = actions()->addEntry(add, QStringLiteral("import"), tr("导入外部文件"), Icon::Spreadsheet);
    auto *blank = actions()->addEntry(add, QStringLiteral("template"), tr("导入模板下载"), Icon::Download);
    connect(import, &QAction::triggered, this, &WageDraftPage::importFile);
    connect(blank, &QAction::triggered, this, [this] {
        exportSheet(this, m_desk, service::wageTemplate(target(), m_desk.profile.unit.taxNumber), tr("行"), tr("缴费工资导入模板"));
    });
}

void WageDraftPage::buildExports()
{
    auto *exports = actions()->addMenu(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_exportChecked = actions()->addEntry(exports, QStringLiteral("exportChecked"), tr("选中数据"));
    m_exportAll = actions()->addEntry(exports, QStringLiteral("exportAll"), tr("全部数据"));
    connect(m_exportChecked, &QAction::triggered, this, [this] { exportLines(true); });
    connect(m_exportAll, &QAction::triggered, this, [this] { exportLines(false); });
}

void WageDraftPage::importFile()
{
    m_desk.prompt.openFile(this, tr("导入外部文件"), tr("表格文件 (*.xlsx *.xls *.csv)"),
                           [this](const QString &path) { import(path); });
}

/// What was typed last is on disk before the draft is merged with a file.
void WageDraftPage::import(const QString &path)
{
    m_desk.jobs.run(
        this,
        [edits = m_edits, contents = m_model->contents()](base::Job &) -> base::Result<qint64> {
            if (const auto written = edits->write(); !written)
                return written.error();
            qint64 filled = 0;
            for (int place = 0; place < contents.rows.size(); ++place)
                filled += contents.rows.at(place).filled() > 0 ? 1 : 0;
            return filled;
        },
        [this, path](base::Result<qint64> filled) {
            if (!filled)
                return showError(filled.error(), [this, path] { import(path); });
            auto *dialog = new WageImportDialog(m_desk, m_wages, target(), path, m_model->held(), *filled, this);
            connect(dialog, &WageImportDialog::imported, this, &WageDraftPage::imported);
            dialog->open();
        });
}

void WageDraftPage::imported(const service::ImportOutcome &outcome)
{
    QStringList parts;
    if (outcome.added > 0)
        parts << tr("添加 %1 条").arg(outcome.added);
    if (outcome.changed > 0)
        parts << tr("更新 %1 条").arg(outcome.changed);
    if (outcome.skipped > 0)
        parts << tr("%1 条已在列表中，没有改动").arg(outcome.skipped);
    if (outcome.keptWages > 0)
        parts << tr("文件中空着的 %1 处工资保留原来填写的").arg(outcome.keptWages);
    if (outcome.keptMonths > 0)
        parts << tr("文件中空着的 %1 处生效年月保留原来填写的").arg(outcome.keptMonths);
    reload([this, text = tr("导入完成：%1。").arg(parts.join(tr("，")))] { strip()->show(Tone::Success, text); });
}

void WageDraftPage::downloadRoster()
{
    auto &importer = m_wages.importer();
    m_desk.jobs.run(
        this, [&importer, unit = m_desk.unit(), target = target(), taxNumber = m_desk.profile.unit.taxNumber](base::Job &) {
            return importer.rosterSheet(unit, target, taxNumber);
        },
        [this](base::Result<service::Sheet> sheet) {
            if (!sheet)
                return showError(sheet.error(), [this] { downloadRoster(); });
            exportSheet(this, m_desk, *sheet, tr("条"), tr("参保职工"));
        });
}

void WageDraftPage::exportLines(bool checkedOnly)
{
    using Lines = std::vector<WageDraftLine>;
    const auto total = checkedOnly ? m_model->checkedCount() : m_model->held();
    // Copied on the worker that writes them, with the first rows it asks for.
    const auto lines = std::make_shared<std::optional<Lines>>();
    const auto read = [contents = m_model->contents(), checkedOnly, lines](qint64 offset, qint64 limit) -> base::Result<Lines> {
        if (!*lines)
            *lines = checkedOnly ? contents.checked() : contents.all();
        const auto from = (*lines)->cbegin() + qMin(offset, qint64((*lines)->size()));
        return Lines(from, from + qMin(limit, qint64((*lines)->cend() - from)));
    };
    exportSheet(this, m_desk, windowedSheetOf(tr("缴费工资申报"), m_model->columns(), total, read), tr("条"));
}

}  // namespace ui
