#pragma once
// Runs services (blocking functions that return Result<T> and take a Job&) on worker threads and brings their results
// to the window's thread. All functions are called on the window's thread.

#include "base/job.h"
#include "base/result.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <type_traits>

namespace ui {

namespace detail {
struct RunningJob {
    std::unique_ptr<base::Job> job;
    std::atomic<qint64> done{0};
    std::atomic<qint64> total{0};
    std::atomic<bool> finished{false};
    bool dropped = false;
    QPointer<QObject> context;
    std::function<void(qint64, qint64)> progress;
};
}  // namespace detail

/// One running piece of work. A copy names the same work. Letting go of it does not stop the work.
class JobHandle final {
public:
    JobHandle() = default;
    explicit JobHandle(std::shared_ptr<detail::RunningJob> state) : m_state(std::move(state)) {}
    bool isRunning() const { return m_state && !m_state->finished; }
    /// Asks it to stop; its result (usually Error::Cancelled) still arrives.
    void cancel() const
    {
        if (m_state)
            m_state->job->cancel();
    }
    /// Asks it to stop and never delivers its result.
    void drop() const
    {
        if (m_state) {
            m_state->dropped = true;
            m_state->job->cancel();
        }
    }

private:
    std::shared_ptr<detail::RunningJob> m_state;
};

/// Keeps only the newest of several runs of the same thing: assigning a new one drops the one before, and so does the
/// end of the owner.
class LatestJob final {
public:
    LatestJob() = default;
    ~LatestJob() { m_handle.drop(); }
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;
    LatestJob &operator=(JobHandle handle)
    {
        m_handle.drop();
        m_handle = std::move(handle);
        return *this;
    }
    const JobHandle *operator->() const { return &m_handle; }

private:
    JobHandle m_handle;
};

class JobRunner final : public QObject {
    Q_OBJECT
public:
    using Progress = std::function<void(qint64 done, qint64 total)>;

    explicit JobRunner(QObject *parent = nullptr);
    /// Cancels what runs and waits for it.
    ~JobRunner() override;

    /// `work(Job &)` runs elsewhere; `done(Result<T>)` is called here, later, unless `context` is gone or the handle was
    /// dropped. `progress` is called here every 100 ms while it runs.
    template <class Work, class Done>
    JobHandle run(QObject *context, Work work, Done done, Progress progress = {})
    {
        using R = std::invoke_result_t<Work, base::Job &>;
        auto state = begin(context, std::move(progress));
        start([this, state, work = std::move(work), done = std::move(done)]() mutable {
            auto result = std::make_shared<R>(work(*state->job));
            finish(state, [result, done = std::move(done)]() mutable { done(std::move(*result)); });
        });
        return JobHandle(state);
    }

    bool busy() const { return !m_running.empty(); }
    void cancelAll();

Q_SIGNALS:
    void busyChanged(bool busy);

private:
    using State = std::shared_ptr<detail::RunningJob>;
    State begin(QObject *context, Progress progress);
    void start(std::function<void()> task);
    /// On the worker's thread.
    void finish(const State &state, std::function<void()> deliver);
    void tick();

    QThreadPool m_pool;
    QTimer m_timer;
    std::vector<State> m_running;
};

}  // namespace ui
