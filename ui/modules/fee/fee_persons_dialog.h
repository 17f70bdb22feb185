#pragma once
// 人员明细 of one total (F2): what is here is shown with its age, beside it they are downloaded anew; read in windows as they
// are searched and sorted, exported.

#include "service/fee_service.h"
#include "ui/models/list_model.h"
#include "ui/modules/fee/fee_columns.h"
#include "ui/shell/desk.h"
#include "ui/shell/task_dialog.h"

namespace ui {

class TableView;

class FeePersonsDialog final : public TaskDialog {
    Q_OBJECT
public:
    FeePersonsDialog(const Desk &desk, service::FeeService &fees, const domain::FeeAssessment &assessment, QWidget *parent);

private:
    void build();
    void load();
    void download(bool beside);
    void showPersons(const service::FeePersonList &people);
    /// Counts whom the search finds, then shows them.
    void find();
    void showFound(qint64 count);
    void choosePath();
    void exportTo(const QString &path);
    QString suggestedName() const;

    Desk m_desk;
    service::FeeService &m_fees;
    domain::FeeAssessment m_assessment;
    TableView *m_table = nullptr;
    ListModel<domain::NumberedPerson> *m_persons = nullptr;
    domain::FeePersonView m_view;
    std::optional<service::FeePersonList> m_here;  ///< nothing: not all of them are, yet
    QPushButton *m_export = nullptr;
    LatestJob m_work;
    LatestJob m_finding;
    LatestJob m_exporting;
};

}  // namespace ui
