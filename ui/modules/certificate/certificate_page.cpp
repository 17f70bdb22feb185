#include "ui/modules/certificate/certificate_page.h"

#include "domain/document.h"
#include "ui/modules/certificate/certificate_columns.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/sheet_export.h"
#include "ui/shell/window_source.h"
#include "ui/widgets/grouped.h"

namespace ui {

namespace {

using domain::Employee;
using domain::EmployeeSelection;
using service::DeclaredSync;

const QString kPeriod = QStringLiteral("period");

struct Found {
    qint64 count = 0;
    QDateTime oldest;  ///< when the oldest of the months was fetched; invalid: one never was
};

}  // namespace

CertificatePage::CertificatePage(const Desk &desk, service::CertificateService &certificates,
                                 service::DeclaredService &declared, QWidget *parent)
    : ListPage(QStringLiteral("certificate.contribution"), tr("职工缴费证明打印"), parent), m_desk(desk),
      m_certificates(certificates), m_declared(declared)
{
    m_model = new ListModel<Employee>(
        employeeColumns(), [](const Employee &row) { return row.identity; }, this);
    m_model->setCheckable(true);
    table()->setListModel(m_model);
    setHint({tr("证明依据申报成功的社保费申报明细生成；点击「查询」时，本机没有的月份会从税务端下载。"
                "没有人员明细的特殊缴费分不到个人，不在证明中。"),
             tr("每份证明有一个记录编号，可在「证明单据打印记录」中按编号找回原件。")});
    const QString nothing = tr("所选费款所属期内没有申报明细；请点击「查询」从税务端下载");
    setEmptyText(Icon::Certificate, nothing, tr("没有找到职工。%1").arg(nothing));
    buildActions();
    buildQuery();
    connect(m_model, &ListModelBase::checkedChanged, this, &CertificatePage::updateChecked);
    const auto openOne = [this](const QString &identity) { preview({false, m_shown, {identity}}); };
    connect(table(), &TableView::linkActivated, this, openOne);
    connect(table(), &TableView::rowActivated, this, openOne);
}

void CertificatePage::buildActions()
{
    m_preview = actions()->addButton(QStringLiteral("preview"), tr("预览打印"), Icon::Print, ButtonKind::Primary);
    m_each = actions()->addButton(QStringLiteral("each"), tr("每人一个 PDF"), Icon::Certificate);
    m_each->setToolTip(tr("保存到所选文件夹，文件名含职工姓名和记录编号，便于分发；不含证件号码"));
    m_export = actions()->addButton(QStringLiteral("export"), tr("导出"), Icon::Export);
    m_export->setToolTip(tr("把所选职工的缴费明细导出为 Excel 工作簿"));
    auto *update = actions()->addButton(QStringLiteral("update"), tr("更新"), Icon::Sync);
    update->setToolTip(tr("重新下载所选费款所属期的申报明细"));
    connect(m_preview, &QPushButton::clicked, this, [this] { preview(checked()); });
    connect(m_each, &QPushButton::clicked, this, [this] { writeEach(checked()); });
    connect(m_export, &QPushButton::clicked, this, [this] { exportLines(checked()); });
    connect(update, &QPushButton::clicked, this, [this] { fetch(typedQuery().months, DeclaredSync::Full); });
    updateChecked();
}

void CertificatePage::buildQuery()
{
    addQuickSearch(tr("姓名/拼音首字母/证件号码"));
    connect(this, &ListPage::quickSearchRequested, this, &CertificatePage::showFound);
    query()->addMonthRange(kPeriod, tr("费款所属期"));
    query()->addText(QStringLiteral("name"), tr("姓名"), 120);
    QVector<QueryBar::Choice> types;
    for (const auto &type : domain::documentTypes())
        types.append({type.code, type.name});
    query()->addChoice(QStringLiteral("documentType"), tr("证件类型"), types, 150);
    query()->addText(QStringLiteral("documentNumber"), tr("证件号码"), 180);
    presetMonths();
    connect(query(), &QueryBar::searchRequested, this, &CertificatePage::search);
    connect(query(), &QueryBar::resetRequested, this, [this] {
        presetMonths();
        showFound();
    });
}

/// The year so far: what is asked for most.
void CertificatePage::presetMonths()
{
    const auto present = domain::Month::of(m_desk.clock.today());
    setMonths(*query(), kPeriod, {domain::Month(present.year(), 1), present});
    query()->keepPreset();
}

void CertificatePage::opened()
{
    if (m_work.isRunning())
        return;
    if (m_model->rowCount() == 0)
        showLoading();
    showFound();
}

domain::EmployeeQuery CertificatePage::typedQuery() const
{
    const auto present = domain::Month::of(m_desk.clock.today());
    return {monthsOf(*query(), kPeriod).value_or(domain::MonthRange{domain::Month(present.year(), 1), present}),
            query()->text(QStringLiteral("name")), query()->code(QStringLiteral("documentType")),
            domain::normalizedDocument(query()->text(QStringLiteral("documentNumber"))), quickText()};
}

void CertificatePage::search()
{
    fetch(typedQuery().months, DeclaredSync::Due);
}

template <class Work, class Done>
void CertificatePage::run(const QString &title, Work work, Done done, std::function<void()> retry)
{
    if (m_work.isRunning())
        return;
    strip()->clear();
    showProgress(title, [this] { m_work.cancel(); });
    m_work = m_desk.jobs.run(
        this, std::move(work),
        [this, done = std::move(done), retry = std::move(retry)](auto result) {
            hideProgress();
            if (!result)
                return strip()->show(
                    errorMessage(result.error(), retry, m_desk.logInAgain, m_desk.openNetworkSettings));
            done(std::move(*result));
        },
        [this](qint64 made, qint64 total) { setProgress(made, total); });
}

void CertificatePage::fetch(domain::MonthRange months, DeclaredSync mode)
{
    if (m_work.isRunning())
        return;
    strip()->clear();
    m_failure.reset();
    showProgress(tr("正在下载 %1 的申报明细").arg(domain::monthsText(months)), [this] { m_work.cancel(); });
    m_work = m_desk.jobs.run(
        this,
        [&declared = m_declared, unit = m_desk.unit(), months, mode](base::Job &job) {
            return declared.sync(unit, months, mode, job);
        },
        [this, months, mode](base::Result<qint64> rows) {
            hideProgress();
            if (!rows) {
                m_failure = rows.error();
                m_retry = [this, months, mode] { fetch(months, mode); };
            }
            showFound();
        },
        [this](qint64 done, qint64 total) { setProgress(done, total); });
}

void CertificatePage::showFound()
{
    const auto wanted = typedQuery();
    const auto find = [&certificates = m_certificates, &declared = m_declared, unit = m_desk.unit(), wanted](base::Job &)
        -> base::Result<Found> {
        const auto count = certificates.count(unit, wanted);
        if (!count)
            return count.error();
        const auto fetched = declared.fetched(unit, wanted.months);
        return fetched ? base::Result(Found{*count, *fetched}) : base::Result<Found>(fetched.error());
    };
    m_findWork = m_desk.jobs.run(this, find, [this, wanted](base::Result<Found> found) {
        if (!found)
            return showError(found.error(), [this] { showFound(); });
        showRowsOf(wanted, found->count);
        header()->setAge(found->oldest, m_desk.clock.now());
        if (found->count > 0 && !found->oldest.isValid() && strip()->text().isEmpty())
            sayIncomplete();
    });
}

void CertificatePage::sayIncomplete()
{
    strip()->show({.tone = Tone::Warning,
                   .text = tr("所选费款所属期中有月份还没有下载，暂时不能生成证明。"),
                   .actions = {{QStringLiteral("fetch"), tr("下载"), [this] { search(); }}}});
}

void CertificatePage::showRowsOf(const domain::EmployeeQuery &wanted, qint64 count)
{
    const auto read = [&certificates = m_certificates, unit = m_desk.unit(), wanted](qint64 offset, qint64 limit) {
        return certificates.window(unit, wanted, offset, limit);
    };
    m_model->setSource(windowSource<Employee>(this, m_desk.jobs, read, [this] { showFound(); }), count,
                       m_shown == wanted);
    m_shown = wanted;
    actions()->setCounter(QStringLiteral("found"), tr("查询结果"), tr("%1 人").arg(grouped(count)));
    updateChecked();
    showRows();
    if (!m_failure)
        return;
    showError(*m_failure, m_retry);
    if (count > 0)
        m_failure.reset();
}

void CertificatePage::updateChecked()
{
    const int count = m_model->checkedCount();
    for (auto *button : {m_preview, m_each, m_export})
        button->setEnabled(count > 0);
    actions()->setCounter(QStringLiteral("checked"), tr("选中"), tr("%1 人").arg(grouped(count)));
}

EmployeeSelection CertificatePage::checked() const
{
    return {m_model->checks().all, m_shown, m_model->checks().keys};
}

void CertificatePage::preview(const EmployeeSelection &selection)
{
    run(
        tr("正在生成缴费证明…"),
        [&certificates = m_certificates, profile = m_desk.profile, selection](base::Job &job) {
            return certificates.issue(profile, selection, job);
        },
        [this](service::IssuedPaper issued) {
            (new PaperPreview(std::move(issued.paper), m_desk, this))->open();
        },
        [this, selection] { preview(selection); });
}

void CertificatePage::writeEach(const EmployeeSelection &selection)
{
    m_desk.prompt.chooseFolder(this, tr("选择存放缴费证明的文件夹（文件名含职工姓名）"), [this, selection](const QString &folder) {
        run(
            tr("正在生成缴费证明…"),
            notedExport(m_desk, m_each->text(),
                        [&certificates = m_certificates, profile = m_desk.profile, selection,
                         folder](base::Job &job) -> base::Result<qint64> {
                            const auto issued = certificates.issue(profile, selection, job);
                            if (!issued)
                                return issued.error();
                            return certificates.writeEach(profile.unit.registrationId, issued->numbers, folder, job);
                        }),
            [this](qint64 written) {
                strip()->show(Tone::Success,
                              tr("已生成 %1 个 PDF 文件，文件名含职工姓名，请妥善保管。").arg(grouped(written)));
            },
            [this, selection] { writeEach(selection); });
    });
}

void CertificatePage::exportLines(const EmployeeSelection &selection)
{
    run(
        tr("正在读取缴费明细…"),
        [&certificates = m_certificates, profile = m_desk.profile,
         selection](base::Job &job) -> base::Result<std::vector<CertificateRow>> {
            const auto gathered = certificates.gather(profile, selection, job);
            if (!gathered)
                return gathered.error();
            std::vector<CertificateRow> rows;
            for (const auto &certificate : *gathered) {
                for (const auto &line : certificate.lines)
                    rows.push_back({certificate.employee, line});
            }
            return rows;
        },
        [this](std::vector<CertificateRow> rows) {
            exportSheet(this, m_desk, sheetOf(tr("职工缴费明细"), certificateRowColumns(), std::move(rows)), tr("条"));
        },
        [this, selection] { exportLines(selection); });
}

}  // namespace ui
