#pragma once
// 对账 of one fee down to the person (X4): who is missing, who is more, whose amount differs.

#include "domain/person_reconciliation.h"
#include "service/receipt_service.h"
#include "ui/models/list_model.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class TableView;
class TotalsBar;

class PersonDifferencesDialog final : public TaskDialog {
    Q_OBJECT
public:
    PersonDifferencesDialog(const Desk &desk, service::ReceiptService &receipts, const domain::FeeItem &fee,
                            QWidget *parent);

private:
    enum class From { Store, TaxSide };
    void build();
    void load(From from);
    void show(const domain::PersonReconciliation &found);
    void sayWhatIsUnknown(const domain::PersonReconciliation &found);

    Desk m_desk;
    service::ReceiptService &m_receipts;
    domain::FeeItem m_fee;
    TableView *m_table = nullptr;
    TotalsBar *m_totals = nullptr;
    ListModel<domain::PersonDifference> *m_model = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_export = nullptr;
    LatestJob m_work;
};

}  // namespace ui
