#include "ui/shell/job_runner.h"

namespace ui {
namespace {

constexpr int tickMs = 100;
/// They wait for the network most of the time, half a minute when it is silent. A login starts four such jobs; what reads
/// the disk for a page must not stand behind them.
constexpr int workers = 12;

}  // namespace

JobRunner::JobRunner(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(workers);
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &JobRunner::tick);
}

JobRunner::~JobRunner()
{
    cancelAll();
    m_pool.waitForDone();
}

void JobRunner::cancelAll()
{
    const auto running = m_running;
    for (const auto &state : running)
        state->job->cancel();
}

JobRunner::State JobRunner::begin(QObject *context, Progress progress)
{
    auto state = std::make_shared<detail::RunningJob>();
    // The job writes into its own state; a plain pointer, since a shared one would keep it alive for ever.
    auto *raw = state.get();
    state->job = std::make_unique<base::Job>([raw](qint64 done, qint64 total) {
        raw->done = done;
        raw->total = total;
    });
    state->context = context;
    state->progress = std::move(progress);
    m_running.push_back(state);
    m_timer.start();
    if (m_running.size() == 1)
        Q_EMIT busyChanged(true);
    return state;
}

void JobRunner::start(std::function<void()> task)
{
    m_pool.start(std::move(task));
}

void JobRunner::finish(const State &state, std::function<void()> deliver)
{
    QMetaObject::invokeMethod(
        this,
        [this, state, deliver = std::move(deliver)] {
            state->finished = true;
            state->progress = {};  // what it holds ends on this thread
            std::erase(m_running, state);
            if (m_running.empty()) {
                m_timer.stop();
                Q_EMIT busyChanged(false);
            }
            if (state->context && !state->dropped)
                deliver();
        },
        Qt::QueuedConnection);
}

void JobRunner::tick()
{
    const auto running = m_running;
    for (const auto &state : running) {
        if (state->progress && state->context && !state->dropped)
            state->progress(state->done, state->total);
    }
}

}  // namespace ui
