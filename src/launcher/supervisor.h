#pragma once
// Chooses the version, starts it, and stands by until it has shown its first window.

#include "launcher/process.h"
#include "versions/install.h"

#include <set>

namespace launcher {

class Supervisor final {
public:
    Supervisor(versions::Install install, std::chrono::milliseconds trialLimit)
        : m_install(std::move(install)), m_trialLimit(trialLimit)
    {
    }

    /// Returns the exit code of the last client it has started, 1 when there is none to start.
    int run();

private:
    enum class End { Exit, Again };
    struct Fall {
        versions::Version version;
        const char *reason;
    };

    std::optional<versions::Choice> choice();
    bool record(const versions::State &state) const;
    std::optional<Process> start(const versions::Choice &choice);
    End attend(const versions::Choice &choice, Process process);
    /// Nothing once it is confirmed; its exit code otherwise.
    std::optional<int> attendTrial(const versions::Choice &choice, Process &process);
    End giveUp(const versions::Version &version, const char *reason);

    versions::Install m_install;
    std::chrono::milliseconds m_trialLimit;
    std::optional<versions::Lock> m_trialLock;
    std::set<versions::Version> m_broken;  ///< found so in this run
    std::optional<Fall> m_fall;
    int m_exitCode = 1;
};

}  // namespace launcher
