#include "service/turns.h"

#include <chrono>

namespace service {

namespace {

constexpr std::chrono::milliseconds kPoll(50);

}  // namespace

Turn::Turn(Turns &turns, const QString &key) : m_turns(turns), m_key(key), m_taken(true)
{
    std::unique_lock lock(turns.m_mutex);
    turns.m_ended.wait(lock, [&] { return !turns.m_taken.contains(key); });
    turns.m_taken.insert(key);
}

Turn::Turn(Turns &turns, const QString &key, const base::Job &job) : m_turns(turns), m_key(key)
{
    std::unique_lock lock(turns.m_mutex);
    while (turns.m_taken.contains(key)) {
        if (job.cancelled())
            return;
        turns.m_ended.wait_for(lock, kPoll);
    }
    turns.m_taken.insert(key);
    m_taken = true;
}

Turn::~Turn()
{
    if (!m_taken)
        return;
    {
        const std::lock_guard lock(m_turns.m_mutex);
        m_turns.m_taken.remove(m_key);
    }
    m_turns.m_ended.notify_all();
}

}  // namespace service
