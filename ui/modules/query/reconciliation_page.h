#pragma once
// 对账 (X4): every fee from 预处理 to 到账, and where two books disagree.

#include "service/receipt_service.h"
#include "ui/modules/query/query_columns.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

class QPushButton;

namespace ui {

class Figure;

class ReconciliationPage final : public ListPage {
    Q_OBJECT
public:
    ReconciliationPage(const Desk &desk, service::ReceiptService &receipts, QWidget *parent);
    /// What is here, then everything that is compared is brought up to date.
    void opened() override;

private:
    domain::Month present() const { return domain::Month::of(m_desk.clock.today()); }
    void buildQuery();
    void load(bool ask, std::function<void()> then = {});
    void loaded(const service::Reconciliation &reconciliation, domain::MonthRange months);
    QString selected() const;  ///< key of the one selected row
    void showPersons(const QString &key);
    void showFiltered();
    void showTotals(const std::vector<domain::ReconciliationLine> &lines);

    Desk m_desk;
    service::ReceiptService &m_receipts;
    ListModel<domain::ReconciliationLine> *m_model = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_persons = nullptr;
    QPushButton *m_export = nullptr;
    Figure *m_fees = nullptr;
    Figure *m_differing = nullptr;
    std::vector<domain::ReconciliationLine> m_lines;
    domain::MonthRange m_months;
    LatestJob m_reading;
};

}  // namespace ui
