#pragma once
// `staff.list`: 职工参保信息 (manual 3.1.4; E rows). Rows are read in windows from the local store; the first visit
// downloads everything, and continues where a download was cut off.

#include "service/staff_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"


namespace ui {

class Figure;

class StaffPage final : public ListPage {
    Q_OBJECT
public:
    StaffPage(const Desk &desk, service::StaffService &staff, QWidget *parent);
    void opened() override;
    /// 增量更新, 全量更新, or what is due. The page is covered while it runs. Does nothing while one is running.
    void syncNow(service::StaffSync mode);

Q_SIGNALS:
    void synced();

private:
    void buildHeader();
    void buildActions();
    void buildQuery();

    void loadOverview();
    void loadUnitNumbers();
    void showOverview(const service::StaffOverview &overview);
    void startSync(service::StaffSync mode);
    void endSync(const base::Result<service::StaffSyncReport> &report, service::StaffSync mode);
    void search();
    void showRowsOf(const domain::StaffQuery &query, qint64 count);
    domain::StaffQuery typedQuery() const;
    void openDetail(const QString &staffId);
    void updateChecked();
    void exportChecked();
    void exportAll();
    void exportPeople(const domain::StaffSelection &selection);

    Desk m_desk;
    service::StaffService &m_staff;
    ListModel<domain::Staff> *m_model = nullptr;
    QAction *m_exportChecked = nullptr;
    domain::StaffQuery m_shown;
    Figure *m_total = nullptr;
    Figure *m_normal = nullptr;
    Figure *m_stopped = nullptr;

    store::StaffOrder m_order = store::StaffOrder::PersonNumber;
    bool m_descending = false;
    bool m_firstVisit = true;
    bool m_interrupted = false;
    std::optional<base::Error> m_failure;  ///< of the last update, until it was said above rows
    service::StaffSync m_failed = service::StaffSync::Auto;
    LatestJob m_overviewWork;
    LatestJob m_numbersWork;
    LatestJob m_countWork;
    LatestJob m_detailWork;
    LatestJob m_exportWork;
    JobHandle m_sync;
};

}  // namespace ui
