#include "ui/shell/job_runner.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <gtest/gtest.h>

#include <memory>

namespace {

using base::Result;

/// Works until it is cancelled or let go.
auto patient(std::shared_ptr<QSemaphore> gate)
{
    return [gate](base::Job &job) -> Result<int> {
        while (!gate->tryAcquire(1, 5)) {
            if (job.cancelled())
                return base::cancelled();
        }
        return 7;
    };
}

TEST(JobRunner, DeliversOnThisThread)
{
    ui::JobRunner runner;
    QObject context;
    QThread *where = nullptr;
    int value = 0;
    runner.run(
        &context, [](base::Job &) -> Result<int> { return 42; },
        [&](Result<int> result) {
            where = QThread::currentThread();
            value = *result;
        });
    EXPECT_TRUE(runner.busy());
    EXPECT_TRUE(QTest::qWaitFor([&value] { return value == 42; }));
    EXPECT_EQ(where, QThread::currentThread());
    EXPECT_FALSE(runner.busy());
}

TEST(JobRunner, TakesResultsWithoutADefault)
{
    struct Fixed {
        explicit Fixed(int n) : number(n) {}
        int number;
    };
    ui::JobRunner runner;
    QObject context;
    int value = 0;
    runner.run(
        &context, [](base::Job &) -> Result<std::unique_ptr<Fixed>> { return std::make_unique<Fixed>(3); },
        [&value](Result<std::unique_ptr<Fixed>> result) { value = (*result)->number; });
    EXPECT_TRUE(QTest::qWaitFor([&value] { return value == 3; }));
}

TEST(JobRunner, SaysNothingToAContextThatIsGone)
{
    ui::JobRunner runner;
    auto gate = std::make_shared<QSemaphore>();
    bool called = false;
    auto context = std::make_unique<QObject>();
    runner.run(context.get(), patient(gate), [&called](const Result<int> &) { called = true; });
    context.reset();
    gate->release();
    EXPECT_TRUE(QTest::qWaitFor([&runner] { return !runner.busy(); }));
    EXPECT_FALSE(called);
}

TEST(JobRunner, CancelDeliversDropDoesNot)
{
    ui::JobRunner runner;
    QObject context;
    auto gate = std::make_shared<QSemaphore>();
    int cancelled = 0;
    int dropped = 0;
    const auto first = runner.run(&context, patient(gate), [&](const Result<int> &result) {
        EXPECT_FALSE(result.has_value());
        ++cancelled;
    });
    const auto second = runner.run(&context, patient(gate), [&](const Result<int> &) { ++dropped; });
    first.cancel();
    second.drop();
    EXPECT_TRUE(QTest::qWaitFor([&runner] { return !runner.busy(); }));
    EXPECT_EQ(cancelled, 1);
    EXPECT_EQ(dropped, 0);
    EXPECT_FALSE(first.isRunning());
}

TEST(JobRunner, OnlyTheLatestCounts)
{
    ui::JobRunner runner;
    QObject context;
    auto gate = std::make_shared<QSemaphore>();
    std::vector<int> seen;
    ui::LatestJob latest;
    latest = runner.run(&context, patient(gate), [&seen](const Result<int> &) { seen.push_back(1); });
    latest = runner.run(
        &context, [](base::Job &) -> Result<int> { return 2; }, [&seen](const Result<int> &) { seen.push_back(2); });
    EXPECT_TRUE(QTest::qWaitFor([&runner] { return !runner.busy(); }));
    EXPECT_EQ(seen, std::vector<int>{2});
}

TEST(JobRunner, ReportsProgressWhileItRunsAndNotAfterwards)
{
    ui::JobRunner runner;
    QObject context;
    auto gate = std::make_shared<QSemaphore>();
    std::vector<qint64> reports;
    bool done = false;
    runner.run(
        &context,
        [gate](base::Job &job) -> Result<int> {
            for (int i = 1; i <= 100'000; ++i)
                job.report(i, 100'000);
            gate->acquire();
            return 1;
        },
        [&done](const Result<int> &) { done = true; }, [&reports](qint64 value, qint64) { reports.push_back(value); });
    // A hundred thousand reports become one per tick; and the ticks go on while nothing new is reported.
    EXPECT_TRUE(QTest::qWaitFor([&reports] { return reports.size() >= 3; }, 2000));
    EXPECT_LT(reports.size(), 12u);
    EXPECT_EQ(reports.back(), 100'000);
    gate->release();
    EXPECT_TRUE(QTest::qWaitFor([&done] { return done; }));
    const auto before = reports.size();
    QTest::qWait(250);
    EXPECT_EQ(reports.size(), before);
}

TEST(JobRunner, EndsByCancellingAndWaiting)
{
    auto gate = std::make_shared<QSemaphore>();
    auto ended = std::make_shared<std::atomic<bool>>(false);
    bool called = false;
    QObject context;
    {
        ui::JobRunner runner;
        runner.run(
            &context,
            [gate, ended, wait = patient(gate)](base::Job &job) {
                auto result = wait(job);
                *ended = true;
                return result;
            },
            [&called](const Result<int> &) { called = true; });
    }
    EXPECT_TRUE(*ended);
    EXPECT_FALSE(called);
}

TEST(JobRunner, TellsWhenItGetsBusyAndIdle)
{
    ui::JobRunner runner;
    QSignalSpy changes(&runner, &ui::JobRunner::busyChanged);
    QObject context;
    runner.run(&context, [](base::Job &) -> Result<void> { return {}; }, [](const Result<void> &) {});
    EXPECT_TRUE(QTest::qWaitFor([&runner] { return !runner.busy(); }));
    ASSERT_EQ(changes.count(), 2);
    EXPECT_TRUE(changes.at(0).at(0).toBool());
    EXPECT_FALSE(changes.at(1).at(0).toBool());
}

}  // namespace
