#pragma once
// 职工缴费基数查询 (manual 3.1.8.2; Q2): synced on entry, read in windows.

#include "service/contribution_base_service.h"
#include "ui/modules/query/query_columns.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

class QPushButton;

namespace ui {

class BasePage final : public ListPage {
    Q_OBJECT
public:
    BasePage(const Desk &desk, service::ContributionBaseService &bases, QWidget *parent);
    /// What is here, then the tax side is asked. The first download covers the page; a later one goes on behind it.
    void opened() override;

private:
    struct Found {
        service::ContributionBaseCounts counts;
        QDateTime syncedAt;
    };

    domain::ContributionBaseQuery typedQuery() const;
    void search(std::function<void()> then = {});
    void showRowsOf(const domain::ContributionBaseQuery &query, const Found &found);
    void sync();
    void exportFound();

    Desk m_desk;
    service::ContributionBaseService &m_bases;
    ListModel<domain::KnownContributionBase> *m_model = nullptr;
    QPushButton *m_update = nullptr;
    QPushButton *m_export = nullptr;
    domain::ContributionBaseQuery m_shown;
    qint64 m_count = 0;
    bool m_known = false;  ///< something was downloaded at all
    LatestJob m_counting;
    JobHandle m_sync;
};

}  // namespace ui
