#pragma once
// What is about to be declared (F4): its sums by 征收项目, how it differs from the month before, and 申报体检 of every
// person's amount (X5). It can be submitted when the check has ended, or when the clerk leaves it out.

#include "service/fee_service.h"
#include "ui/models/list_model.h"
#include "ui/modules/fee/fee_columns.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class TableView;

class FeeConfirmDialog final : public TaskDialog {
    Q_OBJECT
public:
    FeeConfirmDialog(const QString &pageId, const Desk &desk, service::FeeService &fees, domain::FeeKind kind,
                     const std::vector<domain::FeeAssessment> &chosen, QWidget *parent);

    /// What whoever accepts this has confirmed.
    QVector<domain::ConfirmedAmount> confirmed() const;

Q_SIGNALS:
    /// The amounts have changed since they were chosen; these cannot be submitted.
    void outdated();

private:
    void build();
    void buildSums();
    void buildChecks();
    TonedLabel *addHeading(const QString &text);
    QStringList warnings() const;
    void check();
    void checked(const base::Result<service::FeeReview> &review);
    void showFindings(const service::FeeReview &review);
    void finish(const QString &note);

    Desk m_desk;
    service::FeeService &m_fees;
    domain::FeeKind m_kind;
    std::vector<domain::FeeAssessment> m_chosen;
    domain::Money m_payable;  ///< of them all
    TonedLabel *m_verdict = nullptr;
    TonedLabel *m_monthHead = nullptr;
    TableView *m_monthTable = nullptr;
    TableView *m_findingTable = nullptr;
    ListModel<domain::FeeMonthDifference> *m_months = nullptr;
    ListModel<domain::FeeFinding> *m_findings = nullptr;
    QPushButton *m_ok = nullptr;
    QPushButton *m_skip = nullptr;
    LatestJob m_checking;
};

}  // namespace ui
