#pragma once
// A walk over the pages of a list at the tax side: each page is committed while the next one is on the wire.

#include "base/job.h"
#include "base/result.h"
#include "gateway/pages.h"

#include <QSet>
#include <QString>

#include <future>

namespace service {

/// What the tax side says when a cursor or sequence has outlived its memory of it, or the list has changed beneath it.
inline const QString kRestart = QStringLiteral("sync-restart");

/// People on a page.
inline constexpr int kPageSize = 2000;

/// From `cursor` to the end. `fetch(cursor)` is a Result of a page with `nextCursor`, one call at a time but on any thread;
/// `commit(page)` keeps the page together with the cursor behind it. Nothing is committed after a cancellation, nor is a page
/// that leads back to one before it.
template <class Fetch, class Commit>
base::Result<void> walkPages(const QString &cursor, base::Job &job, Fetch fetch, Commit commit)
{
    QSet<QString> asked{cursor};
    auto page = fetch(cursor);
    while (page) {
        if (job.cancelled())
            return base::cancelled();
        if (!page->nextCursor.isEmpty() && asked.contains(page->nextCursor))
            return gateway::wanderedError();
        asked.insert(page->nextCursor);
        decltype(std::async(std::launch::async, fetch, QString())) next;
        if (!page->nextCursor.isEmpty())
            next = std::async(std::launch::async, [&fetch, at = page->nextCursor] { return fetch(at); });
        if (const base::Result<void> committed = commit(*page); !committed) {
            if (next.valid())
                job.cancel();  // what is on the wire is of no use any more
            return committed.error();
        }
        if (!next.valid())
            return {};
        page = next.get();
    }
    return page.error();
}

}  // namespace service
