#pragma once
// `notice.list`: 通知公告 (manual 3.1.3; N1, N2, N4).

#include "service/notice_service.h"
#include "ui/shell/desk.h"
#include "ui/shell/list_page.h"

namespace ui {

class NoticePage final : public ListPage {
    Q_OBJECT
public:
    NoticePage(const Desk &desk, service::NoticeService &notices, QWidget *parent);
    /// From the store; the tax side is asked at each login, and by 刷新.
    void opened() override;

private:
    void load(bool ask);
    void loaded(const service::NoticeList &list);
    void showFiltered();
    void read(const QString &id);
    void readAll();

    Desk m_desk;
    service::NoticeService &m_notices;
    ListModel<domain::Notice> *m_model = nullptr;
    QPushButton *m_refresh = nullptr;
    QPushButton *m_readAll = nullptr;
    std::vector<domain::Notice> m_rows;
    LatestJob m_work;
};

}  // namespace ui
