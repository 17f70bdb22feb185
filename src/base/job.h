#pragma once
// Progress and cancellation of one piece of work. A service polls cancelled() and reports; whoever waits for something
// that can be aborted (a network reply) registers with onCancel. All functions may be called from any thread.

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace base {

class Job final {
public:
    using ProgressFn = std::function<void(std::int64_t done, std::int64_t total)>;

    Job() = default;
    /// `progress` is called on the working thread; total is 0 while it is unknown.
    explicit Job(ProgressFn progress) : m_progress(std::move(progress)) {}
    Job(const Job &) = delete;
    Job &operator=(const Job &) = delete;

    bool cancelled() const { return m_cancelled.load(); }

    void cancel()
    {
        std::map<int, std::function<void()>> hooks;
        {
            const std::lock_guard lock(m_mutex);
            m_cancelled = true;
            hooks = m_hooks;
        }
        for (const auto &[key, hook] : hooks)
            hook();
    }

    void report(std::int64_t done, std::int64_t total)
    {
        if (m_progress)
            m_progress(done, total);
    }

    /// Removes its hook when it goes out of scope.
    class Hook final {
    public:
        Hook(Job &job, int key) : m_job(job), m_key(key) {}
        ~Hook()
        {
            const std::lock_guard lock(m_job.m_mutex);
            m_job.m_hooks.erase(m_key);
        }
        Hook(const Hook &) = delete;
        Hook &operator=(const Hook &) = delete;

    private:
        Job &m_job;
        int m_key;
    };

    /// Calls `hook` once when the job is cancelled, at once when it already is. A hook may still be running for a
    /// moment after its Hook has gone, so it must own what it touches (a shared_ptr).
    [[nodiscard]] std::unique_ptr<Hook> onCancel(std::function<void()> hook)
    {
        int key = 0;
        bool already = false;
        {
            const std::lock_guard lock(m_mutex);
            key = m_nextKey++;
            already = m_cancelled.load();
            if (!already)
                m_hooks.emplace(key, hook);
        }
        if (already)
            hook();
        return std::make_unique<Hook>(*this, key);
    }

private:
    ProgressFn m_progress;
    std::atomic<bool> m_cancelled{false};
    std::mutex m_mutex;
    std::map<int, std::function<void()>> m_hooks;
    int m_nextKey = 0;
};

}  // namespace base
