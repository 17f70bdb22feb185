#pragma once
// 对账 (X4): every fee from 预处理 to 到账, and where two books disagree.

#include "service/receipt_service.h"
#include "ui/modules/query/months_page.h"
#include "ui/modules/query/query_columns.h"

class QPushButton;

namespace ui {

class Figure;

class ReconciliationPage final : public MonthsPage<service::Reconciliation> {
    Q_OBJECT
public:
    ReconciliationPage(const Desk &desk, service::ReceiptService &receipts, QWidget *parent);

private:
    void buildQuery();
    void loaded(const service::Reconciliation &reconciliation) override;
    QString selected() const;  ///< key of the one selected row
    void showPersons(const QString &key);
    void showFiltered() override;
    void showTotals(const std::vector<domain::ReconciliationLine> &lines);

    service::ReceiptService &m_receipts;
    ListModel<domain::ReconciliationLine> *m_model = nullptr;
    QPushButton *m_persons = nullptr;
    QPushButton *m_export = nullptr;
    Figure *m_fees = nullptr;
    Figure *m_differing = nullptr;
    std::vector<domain::ReconciliationLine> m_lines;
};

}  // namespace ui
