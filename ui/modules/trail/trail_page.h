#pragma once
// `trail`: 操作日志 (X12): what was done with this client, newest first; 校验 goes along the chain of hashes, 导出 writes what
// is needed to go along it elsewhere.

#include "service/trail_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class TrailPage final : public ListPage {
    Q_OBJECT
public:
    TrailPage(const Desk &desk, service::TrailService &trail, QWidget *parent);
    void opened() override { search(); }

private:
    void build();
    domain::TrailQuery typedQuery() const;
    store::TrailOrigin typedOrigin() const;
    void search();
    void check();
    void sayChecked(const domain::TrailCheck &found);
    void exportAll();

    Desk m_desk;
    service::TrailService &m_trail;
    ListModel<service::TrailLine> *m_model = nullptr;
    domain::TrailQuery m_shown;
    store::TrailOrigin m_origin = store::TrailOrigin::Any;
    qint64 m_count = 0;
    LatestJob m_find;
    LatestJob m_check;
};

}  // namespace ui
