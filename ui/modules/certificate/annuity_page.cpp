#include "ui/modules/certificate/annuity_page.h"

#include "ui/models/amount_text.h"
#include "ui/modules/certificate/certificate_columns.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/window_source.h"
#include "ui/widgets/grouped.h"

namespace ui {

using domain::AnnuityNotice;

AnnuityPage::AnnuityPage(const Desk &desk, service::CertificateService &certificates, QWidget *parent)
    : ListPage(QStringLiteral("certificate.annuity"), tr("年金缴款通知单打印"), parent), m_desk(desk),
      m_certificates(certificates)
{
    m_model = new ListModel<AnnuityNotice>(
        annuityColumns(m_desk.clock.today()), [](const AnnuityNotice &row) { return row.number; }, this);
    table()->setListModel(m_model);
    setHint({tr("职业年金申报成功后，每个费款所属期有一张缴款通知单；点击通知单号预览、打印。")});
    const QString nothing = tr("所选费款所属期内没有年金缴款通知单");
    setEmptyText(Icon::Certificate, nothing, nothing);
    query()->addMonthRange(QStringLiteral("period"), tr("费款所属期"));
    presetMonths();
    connect(query(), &QueryBar::searchRequested, this, &AnnuityPage::load);
    connect(query(), &QueryBar::resetRequested, this, [this] {
        presetMonths();
        load();
    });
    connect(table(), &TableView::linkActivated, this, &AnnuityPage::preview);
    connect(table(), &TableView::rowActivated, this, &AnnuityPage::preview);
}

void AnnuityPage::presetMonths()
{
    const auto present = domain::Month::of(m_desk.clock.today());
    setMonths(*query(), QStringLiteral("period"), {domain::Month(present.year(), 1), present});
    query()->keepPreset();
}

void AnnuityPage::opened()
{
    load();
}

void AnnuityPage::load()
{
    const auto present = domain::Month::of(m_desk.clock.today());
    const auto months = monthsOf(*query(), QStringLiteral("period")).value_or(domain::MonthRange{present, present});
    if (m_model->rowCount() == 0)
        showLoading();
    strip()->clear();
    const auto ask = [&certificates = m_certificates, unit = m_desk.unit(), months](base::Job &job) {
        return certificates.annuityNotices(unit, months, job);
    };
    m_work = m_desk.jobs.run(this, ask, [this](base::Result<QVector<AnnuityNotice>> notices) {
        if (!notices)
            return showError(notices.error(), [this] { load(); });
        m_model->setRows(std::vector<AnnuityNotice>(notices->cbegin(), notices->cend()));
        domain::Money total;
        for (const auto &notice : *notices)
            total += notice.total();
        totals()->setTotals({{tr("通知单"), grouped(notices->size())}, {tr("合计"), yuanText(total)}});
        showRows();
    });
}

void AnnuityPage::preview(const QString &number)
{
    const auto *notice = m_model->rowByKey(number);
    if (!notice)
        return;
    m_work = previewPaper(this, m_desk, [&certificates = m_certificates, profile = m_desk.profile,
                                         notice = *notice](base::Job &) {
        return certificates.issueAnnuity(profile, notice);
    });
}

}  // namespace ui
