#include "ui/modules/wage/wage_import_dialog.h"

#include "ui/models/column_makers.h"
#include "ui/models/table_view.h"
#include "ui/modules/wage/wage_columns.h"
#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/submission_text.h"
#include "ui/shell/window_source.h"
#include "ui/style/tr.h"
#include "ui/widgets/card.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QRadioButton>

#include <algorithm>

namespace ui {

using service::ImportField;
using service::ImportMode;
using service::WageImport;

namespace {

QString columnTitle(const service::ImportColumn &column)
{
    switch (column.field) {
    case ImportField::Name: return Tr::tr("姓名");
    case ImportField::DocumentType: return Tr::tr("证件类型");
    case ImportField::DocumentNumber: return Tr::tr("证件号码");
    case ImportField::PersonNumber: return Tr::tr("人员编号");
    case ImportField::UnitNumber: return Tr::tr("单位编号");
    case ImportField::EffectiveMonth: return Tr::tr("生效年月");
    case ImportField::NewWage: break;
    }
    return column.insurance.code.isEmpty() ? Tr::tr("新缴费工资") : column.insurance.name;
}

Column<ImportRow> importedWageColumn(const service::ImportColumn &column)
{
    const auto wage = [code = column.insurance.code](const ImportRow &row) -> std::optional<domain::Money> {
        const auto found = std::find_if(row.wages.cbegin(), row.wages.cend(), [&](const auto &one) { return one.insurance == code; });
        return found == row.wages.cend() ? std::nullopt : found->newWage;
    };
    return moneyColumn<ImportRow>(columnOfInsurance(column.insurance.code), columnTitle(column), wage, 110);
}

std::vector<Column<ImportRow>> importRowColumns(const service::WageTarget &target)
{
    using Row = ImportRow;
    const auto outcome = [](const Row &row) {
        if (row.refused)
            return StateText{Tr::tr("不能导入"), Tone::Danger};
        return row.noWage || row.noMonth ? StateText{Tr::tr("待填写"), Tone::Warning}
                                         : StateText{Tr::tr("可以导入"), Tone::Success};
    };
    const auto month = [](const Row &row) { return row.month ? domain::monthText(*row.month) : QString(); };
    auto reason = textColumn<Row>("reason", Tr::tr("原因"), &Row::reason, 420);
    reason.tooltip = &Row::reason;
    std::vector<Column<Row>> columns = {numberColumn<Row>("row", Tr::tr("行"), &Row::row, 60),
                                        textColumn<Row>("name", Tr::tr("姓名"), &Row::name, column_width::personName)};
    for (const auto &column : service::importColumns(target)) {
        if (column.field == ImportField::NewWage)
            columns.push_back(importedWageColumn(column));
        else if (column.field == ImportField::EffectiveMonth)
            columns.push_back(dateColumn<Row>("month", columnTitle(column), month, 90));
    }
    columns.push_back(pillColumn<Row>("outcome", Tr::tr("结果"), outcome, 92));
    columns.push_back(reason);
    return columns;
}

/// 参保职工中没有这个证件号码。请核对号码
QString reasonText(const WageImport::Rejected &rejected)
{
    base::Error error;
    error.kind = base::Error::Kind::Validation;
    error.code = rejected.code;
    const auto text = errorText(error);
    return Tr::tr("%1。%2").arg(text.what, text.next);
}

service::ImportWords reportWords()
{
    const auto refusal = [](const WageImport::Rejected &one) {
        return service::ImportWords::Refusal{columnTitle(one.column), reasonText(one)};
    };
    return {refusal, &importRemark};
}

/// What the clerk has to look at first: the refused ones, then those with a remark.
std::vector<ImportRow> rowsOf(const WageImport &import)
{
    const bool months = std::any_of(import.columns.cbegin(), import.columns.cend(),
                                    [](const auto &column) { return column.field == ImportField::EffectiveMonth; });
    const auto given = [](const domain::WageCell &cell) { return cell.newWage.has_value(); };
    std::vector<ImportRow> rows;
    rows.reserve(import.rejected.size() + import.lines.size());
    for (const auto &one : import.rejected)
        rows.push_back({one.row, one.name, {}, {}, importReason(one), true});
    for (const bool remarked : {true, false}) {
        for (const auto &one : import.lines) {
            if (importRemark(one).isEmpty() == remarked)
                continue;
            rows.push_back({one.row, one.name, one.wages, one.month, importRemark(one), false,
                            std::none_of(one.wages.cbegin(), one.wages.cend(), given), months && !one.month});
        }
    }
    return rows;
}

}  // namespace

QString importReason(const WageImport::Rejected &rejected)
{
    const auto where = rejected.value.isEmpty() ? columnTitle(rejected.column)
                                                : Tr::tr("%1「%2」").arg(columnTitle(rejected.column), rejected.value.left(40));
    return where + Tr::tr("：") + reasonText(rejected);
}

QString importRemark(const WageImport::Line &line)
{
    return line.numberNow.isEmpty() ? QString() : Tr::tr("旧号码，对应 %1，请核对").arg(line.numberNow);
}

WageImportDialog::WageImportDialog(const Desk &desk, service::WageService &wages, const service::WageTarget &target,
                                   const QString &path, qint64 inDraft, qint64 filled, QWidget *parent)
    : TaskDialog(QStringLiteral("wage.import"), tr("导入缴费工资"), parent), m_desk(desk), m_wages(wages), m_target(target), m_path(path),
      m_inDraft(inDraft), m_filled(filled), m_import(std::make_shared<const WageImport>())
{
    m_where = new TonedLabel({}, TonedLabel::Role::Secondary, this);
    m_where->setWordWrap(true);
    body()->addWidget(m_where);
    m_columns = new QWidget(this);
    body()->addWidget(m_columns);
    buildTable();
    buildModes(inDraft);
    buildButtons();
    resize(1000, 680);
    read({});
}

void WageImportDialog::buildTable()
{
    m_summary = new TonedLabel({}, TonedLabel::Role::Normal, this);
    body()->addWidget(m_summary);
    m_table = new TableView(QStringLiteral("wage.import.table"), tr("文件中的行"), this);
    m_table->setEmptyText(Icon::Inbox, tr("表头下面没有数据"));
    m_table->setEmptyVisible(false);
    m_rows = new ListModel<ImportRow>(importRowColumns(m_target), [](const ImportRow &row) { return QString::number(row.row); }, this);
    m_rows->setAway(awayOn(m_desk.jobs, this));
    m_table->setListModel(m_rows);
    body()->addWidget(m_table, 1);
}

void WageImportDialog::buildModes(qint64 inDraft)
{
    m_modes = new QButtonGroup(this);
    auto *line = new QHBoxLayout;
    auto *caption = new TonedLabel(tr("列表中已有 %1 条：").arg(inDraft), TonedLabel::Role::Normal, this);
    line->addWidget(caption);
    const auto add = [&](ImportMode mode, const char *name, const QString &text, const QString &what) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(QStringLiteral("wage.import.mode.") + QString::fromLatin1(name));
        button->setToolTip(what);
        button->setAccessibleDescription(what);
        m_modes->addButton(button, int(mode));
        line->addWidget(button);
        button->setVisible(inDraft > 0);
    };
    add(ImportMode::Replace, "replace", tr("覆盖（清空列表，只留文件中的）"), tr("清空列表，只保留文件中的职工"));
    add(ImportMode::Merge, "merge", tr("合并（更新已有的，添加新的）"), tr("文件中的职工更新或添加，文件中空着的单元格保留列表中的内容，其他职工不变"));
    add(ImportMode::Append, "append", tr("追加（只添加没有的）"), tr("已在列表中的职工不变"));
    m_modes->button(int(ImportMode::Replace))->setChecked(true);  // as the manual has it
    line->addStretch();
    caption->setVisible(inDraft > 0);
    body()->addLayout(line);
}

void WageImportDialog::buildButtons()
{
    m_report = addButton(QStringLiteral("report"), tr("保存导入结果"), ButtonKind::Secondary, Icon::Export);
    m_confirm = addButton(QStringLiteral("confirm"), tr("导入"), ButtonKind::Primary);
    addClose(tr("取消"));
    connect(m_report, &QPushButton::clicked, this, &WageImportDialog::saveReport);
    connect(m_confirm, &QPushButton::clicked, this, &WageImportDialog::confirm);
    renderSummary();
}

void WageImportDialog::read(const std::optional<QVector<int>> &columns)
{
    strip()->clear();
    auto &importer = m_wages.importer();
    m_reading = m_desk.jobs.run(
        this,
        [&importer, unit = m_desk.unit(), target = m_target, path = m_path, columns,
         prepare = m_rows->preparation()](base::Job &job) -> base::Result<Read> {
            auto import = importer.read(unit, target, path, job, columns);
            if (!import)
                return import.error();
            auto rows = rowsOf(*import);
            const auto noWage = std::count_if(rows.cbegin(), rows.cend(), [](const ImportRow &row) { return row.noWage; });
            const auto noMonth = std::count_if(rows.cbegin(), rows.cend(), [](const ImportRow &row) { return row.noMonth; });
            return Read{std::make_shared<const WageImport>(std::move(*import)), prepare(std::move(rows)), noWage, noMonth};
        },
        [this, columns](base::Result<Read> found) {
            hideProgress();
            if (!found) {
                strip()->show(errorMessage(found.error()));
                m_import = std::make_shared<const WageImport>();
                return renderSummary();
            }
            if (!m_rows->setPrepared(std::move(found->rows)))
                return read(columns);  // put in another order meanwhile
            m_import = std::move(found->import);
            m_noWage = found->noWage;
            m_noMonth = found->noMonth;
            shown();
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
    showProgress(tr("正在读取表格…"), [this] { m_reading->cancel(); });
}

void WageImportDialog::shown()
{
    const auto sheet = m_import->table.sheetName;
    m_where->setText(tr("%1，%2表头在第 %3 行。各列识别如下，不对的可以改：")
                         .arg(QFileInfo(m_path).fileName(), sheet.isEmpty() ? QString() : tr("工作表「%1」，").arg(sheet))
                         .arg(m_import->table.headerRow));
    if (m_boxes.isEmpty())
        fillColumns();
    m_table->setEmptyVisible(true);
    renderSummary();
}

void WageImportDialog::fillColumns()
{
    auto *grid = new QGridLayout(m_columns);
    grid->setContentsMargins({});
    for (int field = 0; field < m_import->columns.size(); ++field) {
        const auto title = columnTitle(m_import->columns[field]);
        auto *box = new QComboBox(m_columns);
        box->setObjectName(QStringLiteral("wage.import.column.%1").arg(field));
        box->setAccessibleName(title);
        box->addItem(m_import->table.columns[field] == service::kSeveralColumns ? tr("（请选择）") : tr("（没有）"), -1);
        for (int column = 0; column < m_import->table.titles.size(); ++column) {
            if (!m_import->table.titles[column].isEmpty())
                box->addItem(m_import->table.titles[column].left(40), column);
        }
        box->setCurrentIndex(qMax(0, box->findData(m_import->table.columns[field])));
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::activated, this, &WageImportDialog::columnChosen);
        grid->addWidget(new TonedLabel(title, TonedLabel::Role::Secondary, m_columns), field / 4 * 2,
                        field % 4);
        grid->addWidget(box, field / 4 * 2 + 1, field % 4);
        m_boxes.append(box);
    }
}

void WageImportDialog::columnChosen()
{
    QVector<int> columns;
    for (const auto *box : m_boxes)
        columns.append(box->currentData().toInt());
    read(columns);
}

void WageImportDialog::renderSummary()
{
    const auto good = qint64(m_import->lines.size());
    m_summary->setText(m_import->rows() == 0 ? QString()
                                            : tr("共 %1 行：%2 行可以导入，%3 行不能导入。")
                                                  .arg(m_import->rows())
                                                  .arg(good)
                                                  .arg(m_import->refused)
                                                  + blanks());
    if (m_import->refused > qint64(m_import->rejected.size()))
        m_summary->setText(tr("%1不能导入的行过多，下面只列出其中前 %2 行。").arg(m_summary->text()).arg(m_import->rejected.size()));
    if (!m_import->path.isEmpty() && m_import->needsWageColumn())
        m_summary->setText(m_target.form.byInsurance
                               ? tr("表中没有找到各险种的缴费工资，请在上面选择每个险种对应的列。")
                               : tr("表中有多列可能是缴费工资，请在上面选择「新缴费工资」对应的列；按险种分列的表请切换到按险种申报后导入。"));
    m_confirm->setText(good > 0 ? tr("导入 %1 条").arg(good) : tr("导入"));
    m_confirm->setEnabled(good > 0);
    m_report->setEnabled(!m_import->rejected.empty());
}

/// What can be imported and must still be filled in.
QString WageImportDialog::blanks() const
{
    QStringList parts;
    if (m_noWage > 0)
        parts << tr("%1 行没有填写新缴费工资").arg(m_noWage);
    if (m_noMonth > 0)
        parts << tr("%1 行没有填写生效年月").arg(m_noMonth);
    return parts.isEmpty() ? QString() : tr("其中 %1。").arg(parts.join(tr("，")));
}

ImportMode WageImportDialog::mode() const
{
    return m_inDraft > 0 ? ImportMode(m_modes->checkedId()) : ImportMode::Replace;
}

void WageImportDialog::confirm()
{
    if (mode() != ImportMode::Replace || m_filled == 0)
        return apply();
    m_desk.prompt.ask(this,
                      {.title = tr("覆盖列表"),
                       .text = tr("列表中 %1 条已填写，将被清空或覆盖。").arg(m_filled),
                       .detail = tr("要保留已填写的，请选择「合并」或「追加」。"),
                       .confirmText = tr("覆盖"),
                       .danger = true},
                      [this](bool yes) {
                          if (yes)
                              apply();
                      });
}

void WageImportDialog::apply()
{
    m_confirm->setEnabled(false);
    auto &importer = m_wages.importer();
    m_desk.jobs.run(
        this,
        [&importer, unit = m_desk.unit(), form = m_target.form, import = m_import, mode = mode()](base::Job &) {
            return importer.apply(unit, form, *import, mode);
        },
        [this](base::Result<service::ImportOutcome> outcome) {
            hideProgress();
            if (!outcome) {
                renderSummary();
                return strip()->show(errorMessage(outcome.error(), [this] { confirm(); }));
            }
            Q_EMIT imported(*outcome);
            accept();
        });
    showProgress(tr("正在导入…"), {});
}

void WageImportDialog::saveReport()
{
    const auto save = [this](const QString &path) {
        auto &importer = m_wages.importer();
        const auto handle = m_desk.jobs.run(
            this,
            notedExport(m_desk, tr("导入结果"),
                        [&importer, import = m_import, path](base::Job &job) {
                            return importer.writeReport(*import, path, reportWords(), job);
                        }),
            [this, path](base::Result<qint64> rows) {
                hideProgress();
                strip()->show(rows ? exportedMessage(path, *rows, tr("行")) : errorMessage(rows.error()));
            },
            [this](qint64 done, qint64 total) { setProgress(done, total); });
        showProgress(tr("正在导出…"), [handle] { handle.cancel(); });
    };
    m_desk.prompt.saveFile(this, tr("保存导入结果"), QFileInfo(m_path).completeBaseName() + tr("_导入结果.xlsx"),
                           tr("Excel 工作簿 (*.xlsx)"), save);
}

}  // namespace ui
