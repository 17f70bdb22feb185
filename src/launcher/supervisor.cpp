#include "launcher/supervisor.h"

#include "versions/patience.h"

#include <system_error>

namespace launcher {

using namespace std::chrono_literals;
using versions::Choice;
using versions::State;
using versions::Version;

int Supervisor::run()
{
    for (;;) {
        m_trialLock.reset();
        const auto chosen = choice();
        if (!chosen) {
            say("没有找到可以启动的程序版本，程序没有启动。您的数据没有被改动。\n请重新运行安装程序进行修复。");
            return 1;
        }
        auto process = start(*chosen);
        const auto end = process ? attend(*chosen, std::move(*process)) : giveUp(chosen->version, "broken");
        if (end == End::Exit)
            return m_exitCode;
    }
}

// While another launcher has a version on trial, nothing is judged or written here: what is started then only asks the
// first window to come to the front.
std::optional<Choice> Supervisor::choice()
{
    auto complete = m_install.complete();
    std::erase_if(complete, [this](const Version &version) { return m_broken.contains(version); });
    const auto state = m_install.read();
    m_trialLock = versions::Lock::take(m_install.trialLock());
    auto chosen = versions::choose(state, complete);
    if (!chosen)
        return chosen;
    if (!m_trialLock && state && state->trial && chosen->returnedFrom)
        return Choice{state->current, false, std::nullopt, *state};
    if (!m_trialLock && chosen->trial)
        chosen->trial = false;
    else if (chosen->next != state && !record(chosen->next) && chosen->trial) {
        // A trial that cannot be noted would be tried for ever.
        State tried = chosen->next;
        tried.tried = true;
        return versions::choose(tried, complete);
    }
    return chosen;
}

bool Supervisor::record(const State &state) const
{
    try {
        m_install.write(state);
        return true;
    } catch (const std::system_error &) {
        return false;  // an installation for all users: only setup writes there
    }
}

std::optional<Process> Supervisor::start(const Choice &choice)
{
    std::map<std::string, std::filesystem::path> environment{
        {versions::kRootVariable, m_install.root()},
        {versions::kReturnedVariable, {}},
        {versions::kReasonVariable, {}},
    };
    if (choice.returnedFrom) {
        const bool seen = m_fall && m_fall->version == *choice.returnedFrom;
        const bool there = m_install.isComplete(*choice.returnedFrom);
        environment[versions::kReturnedVariable] = choice.returnedFrom->text();
        environment[versions::kReasonVariable] = seen ? m_fall->reason : there ? "cut-off" : "missing";
    }
    if (!choice.trial)
        m_trialLock.reset();
    return Process::start(m_install.clientOf(choice.version), environment);
}

Supervisor::End Supervisor::attend(const Choice &choice, Process process)
{
    std::optional<int> ended;
    if (choice.trial) {
        ended = attendTrial(choice, process);
        if (ended && *ended == versions::kAlreadyRunningCode) {
            State untried = choice.next;
            untried.tried = false;
            record(untried);
            m_exitCode = 0;
            return End::Exit;
        }
        if (ended)
            return giveUp(choice.version, m_fall ? m_fall->reason : "ended");
    }
    const int code = process.wait();
    if (code == versions::kRestartCode) {
        m_fall.reset();
        return End::Again;
    }
    if (neverBegan(code))
        return giveUp(choice.version, "broken");
    m_exitCode = code == versions::kAlreadyRunningCode ? 0 : code;
    return End::Exit;
}

std::optional<int> Supervisor::attendTrial(const Choice &choice, Process &process)
{
    m_fall.reset();
    versions::Patience patience(std::chrono::steady_clock::now(), m_trialLimit);
    for (;;) {
        const auto ended = process.wait(100ms);
        const auto state = m_install.read();
        if (state && !state->trial && state->current == choice.version) {
            m_trialLock.reset();
            return std::nullopt;
        }
        if (ended)
            return ended;
        if (!patience.isOver(std::chrono::steady_clock::now(), state && state->preparing))
            continue;
        process.kill();
        m_fall = Fall{choice.version, "silent"};
        return 1;
    }
}

Supervisor::End Supervisor::giveUp(const Version &version, const char *reason)
{
    m_broken.insert(version);
    m_fall = Fall{version, reason};
    return End::Again;
}

}  // namespace launcher
