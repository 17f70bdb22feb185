#pragma once
// `certificate.records`: 证明单据打印记录: what was handed out, found again by its number and shown as it was.

#include "service/certificate_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class CertificateRecordsPage final : public ListPage {
    Q_OBJECT
public:
    CertificateRecordsPage(const Desk &desk, service::CertificateService &certificates, QWidget *parent);
    void opened() override { search(); }

private:
    void buildQuery();
    service::CertificateQuery typedQuery() const;
    void search();
    void reopen(const QString &number);

    Desk m_desk;
    service::CertificateService &m_certificates;
    ListModel<domain::CertificateRecord> *m_model = nullptr;
    LatestJob m_findWork;
    LatestJob m_openWork;
};

}  // namespace ui
