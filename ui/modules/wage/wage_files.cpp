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
        this, [edits = m_edits](base::Job &) { return edits->write(); },
        [this, path](base::Result<void> written) {
            if (!written)
                return showError(written.error(), [this, path] { import(path); });
            const auto filled = std::count_if(m_lines.cbegin(), m_lines.cend(),
                                              [](const WageDraftLine &line) { return line.filled() > 0; });
            auto *dialog = new WageImportDialog(m_desk, m_wages, target(), path, m_lines.size(), filled, this);
            connect(dialog, &WageImportDialog::imported, this, &WageDraftPage::imported);
            dialog->open();
        });
}

void WageDraftPage::imported(const service::ImportOutcome &outcome)
{
    QStringList parts;
    if (outcome.added > 0)
        parts << tr("添加 %1 人").arg(outcome.added);
    if (outcome.changed > 0)
        parts << tr("更新 %1 人").arg(outcome.changed);
    if (outcome.skipped > 0)
        parts << tr("%1 人已在列表中，没有改动").arg(outcome.skipped);
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
            exportSheet(this, m_desk, *sheet, tr("人"), tr("参保职工"));
        });
}

void WageDraftPage::exportLines(bool checkedOnly)
{
    auto lines = checkedOnly ? m_model->checkedRows() : std::vector<WageDraftLine>(m_lines.begin(), m_lines.end());
    exportSheet(this, m_desk, sheetOf(tr("缴费工资申报"), m_model->columns(), std::move(lines)), tr("人"));
}

}  // namespace ui
