#include "ui/modules/notice/notice_pages.h"

#include "ui/modules/notice/notice_dialog.h"
#include "ui/modules/notice/notice_page.h"

namespace ui {

std::vector<PageSpec> noticePages(const Desk &desk, service::NoticeService &notices)
{
    auto *service = &notices;
    const auto create = [desk, service](QWidget *parent) -> Page * {
        auto *page = new NoticePage(desk, *service, parent);
        QObject::connect(page, &ListPage::loginRequested, page, desk.logInAgain);
        QObject::connect(page, &ListPage::networkSettingsRequested, page, desk.openNetworkSettings);
        return page;
    };
    return {{.id = QStringLiteral("notice.list"),
             .group = {},
             .title = NoticePage::tr("通知公告"),
             .icon = Icon::Bell,
             .create = create}};
}

void noticesAtLogin(const Desk &desk, service::NoticeService &notices, QWidget *window, std::function<void()> changed)
{
    auto *service = &notices;
    const auto ask = [service, unit = desk.unit()](base::Job &job) -> base::Result<std::vector<domain::Notice>> {
        (void)service->refresh(unit, job);  // when there was no answer, the page says how old its list is
        if (job.cancelled())
            return base::cancelled();
        return service->popUps(unit);
    };
    desk.jobs.run(window, ask,
                  [desk, service, window, changed](const base::Result<std::vector<domain::Notice>> &found) {
                      changed();
                      if (!found || found->empty())
                          return;
                      QStringList ids;
                      for (const auto &notice : *found)
                          ids << notice.id;
                      auto *dialog = new NoticeDialog(desk, *service, ids, [changed](const QString &) { changed(); }, window);
                      dialog->open();
                  });
}

}  // namespace ui
