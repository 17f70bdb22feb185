#pragma once
// `certificate.annuity`: 年金缴款通知单 (C2), where the rule pack has it.

#include "service/certificate_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class AnnuityPage final : public ListPage {
    Q_OBJECT
public:
    AnnuityPage(const Desk &desk, service::CertificateService &certificates, QWidget *parent);
    void opened() override;

private:
    void presetMonths();
    void load();
    void preview(const QString &number);

    Desk m_desk;
    service::CertificateService &m_certificates;
    ListModel<domain::AnnuityNotice> *m_model = nullptr;
    LatestJob m_work;
};

}  // namespace ui
