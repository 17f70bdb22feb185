#include "service/walk_pages.h"

#include <gtest/gtest.h>

namespace {

struct Page {
    int number;
    QString nextCursor;
};

/// Walks a list in which each cursor leads to `next(cursor)`, and keeps the numbers of the pages it committed.
base::Result<void> walk(const QString &from, const std::function<QString(const QString &)> &next, QVector<int> &kept)
{
    base::Job job;
    std::atomic<int> fetched = 0;
    return service::walkPages(
        from, job,
        [&](const QString &cursor) {
            return base::Result<Page>(Page{++fetched, next(cursor)});
        },
        [&](const Page &page) {
            kept.append(page.number);
            return base::Result<void>();
        });
}

TEST(WalkPages, EndsWithThePageThatNamesNoOther)
{
    QVector<int> kept;
    EXPECT_TRUE(walk(QString(), [](const QString &at) { return at.size() < 3 ? at + QLatin1Char('a') : QString(); }, kept));
    EXPECT_EQ(kept, (QVector<int>{1, 2, 3, 4}));
}

TEST(WalkPages, ARingIsLeftBeforeItIsKeptTwice)
{
    const auto ring = [](const QString &at) { return at == QLatin1String("b") ? QStringLiteral("c") : QStringLiteral("b"); };
    for (const auto &from : {QString(), QStringLiteral("b"), QStringLiteral("c")}) {
        QVector<int> kept;
        const auto walked = walk(from, ring, kept);
        ASSERT_FALSE(walked);
        EXPECT_EQ(walked.error().code, QLatin1String("protocol.shape"));
        EXPECT_EQ(kept.size(), from.isEmpty() ? 2 : 1);
    }
}

}  // namespace
