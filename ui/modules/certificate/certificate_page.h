#pragma once
// `certificate.contribution`: 职工缴费证明 (C1). Employees with something declared in the months; certificates of one
// or many are previewed, printed, saved as one PDF or a file each, or exported.

#include "service/certificate_service.h"
#include "service/declared_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class CertificatePage final : public ListPage {
    Q_OBJECT
public:
    CertificatePage(const Desk &desk, service::CertificateService &certificates, service::DeclaredService &declared,
                    QWidget *parent);
    void opened() override;

private:
    void buildActions();
    void buildQuery();
    void presetMonths();
    domain::EmployeeQuery typedQuery() const;
    void search();
    void fetch(domain::MonthRange months, service::DeclaredSync mode);
    void showFound();
    void sayIncomplete();
    void showRowsOf(const domain::EmployeeQuery &query, qint64 count);
    void updateChecked();
    domain::EmployeeSelection checked() const;

    void preview(const domain::EmployeeSelection &selection);
    void writeEach(const domain::EmployeeSelection &selection);
    void exportLines(const domain::EmployeeSelection &selection);
    /// Runs `work` covered by `title`; a failure is shown with 重试.
    template <class Work, class Done>
    void run(const QString &title, Work work, Done done, std::function<void()> retry);

    Desk m_desk;
    service::CertificateService &m_certificates;
    service::DeclaredService &m_declared;
    ListModel<domain::Employee> *m_model = nullptr;
    QPushButton *m_preview = nullptr;
    QPushButton *m_each = nullptr;
    QPushButton *m_export = nullptr;
    domain::EmployeeQuery m_shown;
    std::optional<base::Error> m_failure;  ///< of the last fetch, until it was said above the rows
    std::function<void()> m_retry;
    LatestJob m_findWork;
    JobHandle m_work;
};

}  // namespace ui
