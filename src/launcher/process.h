#pragma once
// One child process.

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace launcher {

class Process final {
public:
    /// Starts `program` with the arguments this process was started with. `environment` is added to ours; an empty value
    /// removes the variable. Nothing when the system refuses.
    static std::optional<Process> start(const std::filesystem::path &program,
                                        const std::map<std::string, std::filesystem::path> &environment);
    Process(Process &&) noexcept;
    Process &operator=(Process &&) noexcept;
    ~Process();

    /// Its exit code, nothing while it still runs after that time. A process that was killed has a code like any other.
    std::optional<int> wait(std::chrono::milliseconds longest);
    int wait();
    /// Ends it and waits for that.
    void kill();

private:
    struct Child;
    explicit Process(std::unique_ptr<Child> child);
    std::unique_ptr<Child> m_child;
};

/// Codes of the system's loader: the program never began (a library of it is missing or broken).
bool neverBegan(int exitCode);

/// Where this program stands.
std::filesystem::path ownFolder();
/// A variable of the environment, empty when it is not set.
std::string environmentValue(const char *name);
/// A message for the user, who has no other window to look at.
void say(const char *utf8);
/// What Process::start hands on.
void rememberArguments(int count, char **values);

}  // namespace launcher
