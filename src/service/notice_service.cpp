#include "service/notice_service.h"

#include "domain/safe_text.h"
#include "gateway/unit.h"
#include "service/streams.h"
#include "store/notice_table.h"
#include "store/sync_table.h"

namespace service {

using base::sqlite::Connection;

base::Result<NoticeList> NoticeService::refresh(const QString &unit, base::Job &job)
{
    const auto access = m_env.sessions.access(unit);
    if (!access)
        return access.error();
    auto fetched = gateway::fetchNotices(*access, job);
    if (!fetched)
        return fetched.error();
    auto notices = std::move(fetched).value();
    for (auto &notice : notices) {
        if (job.cancelled())
            return base::cancelled();
        const auto safe = domain::safeText(notice.html);
        notice.html = safe.html;
        notice.cut = notice.cut || safe.cut;
        notice.title = notice.title.simplified();
    }
    const auto saved = m_env.store.write([&](Connection &c) {
        store::NoticeTable(c).replace(unit, notices);
        store::SyncTable syncs(c);
        auto state = syncs.state(unit, kNoticeStream);
        state.syncedAt = m_env.clock.now();
        syncs.save(unit, kNoticeStream, state);
    });
    return saved ? list(unit) : base::Result<NoticeList>(saved.error());
}

base::Result<NoticeList> NoticeService::list(const QString &unit)
{
    const auto now = m_env.clock.now();
    return m_env.store.read([&](Connection &c) {
        return NoticeList{store::NoticeTable(c).inForce(unit, now),
                          store::SyncTable(c).state(unit, kNoticeStream).syncedAt};
    });
}

base::Result<std::vector<domain::Notice>> NoticeService::popUps(const QString &unit)
{
    const auto now = m_env.clock.now();
    return m_env.store.read([&](Connection &c) { return store::NoticeTable(c).popUps(unit, now); });
}

base::Result<domain::Notice> NoticeService::open(const QString &id)
{
    return m_env.store.write([&](Connection &c) {
        store::NoticeTable table(c);
        const auto found = table.find(id);
        if (!found)
            throw base::validation(QStringLiteral("notice.gone"));
        if (!found->read)
            table.markRead(id);
        return *found;
    });
}

base::Result<void> NoticeService::markAllRead(const QString &unit)
{
    return m_env.store.write([&](Connection &c) { store::NoticeTable(c).markAllRead(unit); });
}

}  // namespace service
