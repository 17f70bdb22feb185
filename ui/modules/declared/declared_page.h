#pragma once
// `query.declared`: 社保费申报明细查询 (Q3). Shows what is local; 查询 with a 费款所属期 fetches what is not here or
// old.

#include "service/declared_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class DeclaredPage final : public ListPage {
    Q_OBJECT
public:
    DeclaredPage(const Desk &desk, service::DeclaredService &declared, QWidget *parent);
    void opened() override;

private:
    void buildActions();
    void buildQuery();
    domain::DeclaredQuery typedQuery() const;
    void loadOverview();
    void showChoices(const domain::DeclaredChoices &choices);
    void search();
    void fetch(domain::MonthRange months, service::DeclaredSync mode);
    void showFound();
    void showRowsOf(const domain::DeclaredQuery &query, const domain::DeclaredTotals &totals);
    void showTotals(const domain::DeclaredTotals &totals);
    void exportRows();

    Desk m_desk;
    service::DeclaredService &m_declared;
    ListModel<domain::DeclaredPerson> *m_model = nullptr;
    QPushButton *m_export = nullptr;
    domain::DeclaredQuery m_shown;
    qint64 m_count = 0;
    std::optional<base::Error> m_failure;  ///< of the last fetch, until it was said above the rows
    std::function<void()> m_retry;
    LatestJob m_overviewWork;
    LatestJob m_findWork;
    JobHandle m_fetch;
};

}  // namespace ui
