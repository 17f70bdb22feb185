#include "ui/modules/certificate/certificate_records_page.h"

#include "ui/modules/certificate/certificate_columns.h"
#include "ui/shell/certificate_text.h"
#include "ui/shell/paper_preview.h"
#include "ui/shell/window_source.h"

namespace ui {

using domain::CertificateKind;
using domain::CertificateRecord;

CertificateRecordsPage::CertificateRecordsPage(const Desk &desk, service::CertificateService &certificates,
                                               QWidget *parent)
    : ListPage(QStringLiteral("certificate.records"), tr("证明单据打印记录"), parent), m_desk(desk),
      m_certificates(certificates)
{
    m_model = new ListModel<CertificateRecord>(
        certificateRecordColumns(), [](const CertificateRecord &row) { return row.number; }, this);
    table()->setListModel(m_model);
    setHint({tr("职工缴费证明、年金缴款通知单、缴款记录和单位缴费记录都在这里；重新打开的与当时打印的完全一致，不受之后数据变化的影响。"),
             tr("银行端缴款凭证在「缴款凭证打印记录」。")});
    setEmptyText(Icon::RecordDone, tr("本机还没有打印过证明和单据"), tr("没有符合条件的证明和单据"));
    buildQuery();
    connect(table(), &TableView::linkActivated, this, &CertificateRecordsPage::reopen);
    connect(table(), &TableView::rowActivated, this, &CertificateRecordsPage::reopen);
}

void CertificateRecordsPage::buildQuery()
{
    query()->addText(QStringLiteral("number"), tr("记录编号"), 190);
    QVector<QueryBar::Choice> kinds;
    for (const auto kind : {CertificateKind::Contribution, CertificateKind::Annuity, CertificateKind::Payments,
                            CertificateKind::Receipts})
        kinds.append({QString::number(int(kind)), certificateKindName(kind)});
    query()->addChoice(QStringLiteral("kind"), tr("单据"), kinds, 150);
    query()->addText(QStringLiteral("subject"), tr("职工姓名"), 120);
    query()->addDateRange(QStringLiteral("issued"), tr("打印日期"));
    connect(query(), &QueryBar::searchRequested, this, &CertificateRecordsPage::search);
    connect(query(), &QueryBar::resetRequested, this, &CertificateRecordsPage::search);
}

service::CertificateQuery CertificateRecordsPage::typedQuery() const
{
    service::CertificateQuery wanted;
    wanted.number = query()->text(QStringLiteral("number")).toUpper();
    wanted.subject = query()->text(QStringLiteral("subject"));
    const auto kind = query()->code(QStringLiteral("kind"));
    if (!kind.isEmpty())
        wanted.kind = static_cast<CertificateKind>(kind.toInt());
    wanted.from = query()->date(QStringLiteral("issuedFrom")).value_or(QDate());
    wanted.to = query()->date(QStringLiteral("issuedTo")).value_or(QDate());
    return wanted;
}

void CertificateRecordsPage::search()
{
    const auto wanted = typedQuery();
    const auto count = [&certificates = m_certificates, unit = m_desk.unit(), wanted](base::Job &) {
        return certificates.recordCount(unit, wanted);
    };
    m_findWork = m_desk.jobs.run(this, count, [this, wanted](base::Result<qint64> found) {
        if (!found)
            return showError(found.error(), [this] { search(); });
        const auto read = [&certificates = m_certificates, unit = m_desk.unit(), wanted](qint64 offset, qint64 limit) {
            return certificates.records(unit, wanted, offset, limit);
        };
        m_model->setSource(windowSource<CertificateRecord>(this, m_desk.jobs, read, [this] { search(); }), *found);
        actions()->setCounter(QStringLiteral("found"), tr("查询结果"), tr("%1 份").arg(*found));
        showRows();
    });
}

void CertificateRecordsPage::reopen(const QString &number)
{
    m_openWork = previewPaper(this, m_desk, [&certificates = m_certificates, unit = m_desk.unit(), number](base::Job &) {
        return certificates.reopen(unit, number);
    });
}

}  // namespace ui
