#ifndef _WIN32
#include "launcher/process.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace launcher {

namespace {

namespace fs = std::filesystem;

std::vector<char *> g_arguments;  // the process has one command line

}  // namespace

struct Process::Child {
    pid_t id = 0;
    std::optional<int> code;  ///< the system tells it once

    void ended(int status) { code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }
};

Process::Process(std::unique_ptr<Child> child) : m_child(std::move(child)) {}
Process::Process(Process &&) noexcept = default;
Process &Process::operator=(Process &&) noexcept = default;
Process::~Process() = default;

void rememberArguments(int count, char **values)
{
    g_arguments.assign(values, values + count);
    g_arguments.push_back(nullptr);
}

std::optional<Process> Process::start(const fs::path &program, const std::map<std::string, fs::path> &environment)
{
    for (const auto &[name, value] : environment) {
        if (value.empty())
            ::unsetenv(name.c_str());
        else
            ::setenv(name.c_str(), value.c_str(), 1);
    }
    auto child = std::make_unique<Child>();
    auto arguments = g_arguments;
    std::string own = program.string();
    arguments.front() = own.data();
    // Unlike fork and exec it says when the program could not be executed.
    if (::posix_spawn(&child->id, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0)
        return std::nullopt;
    return Process(std::move(child));
}

std::optional<int> Process::wait(std::chrono::milliseconds longest)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    while (!m_child->code) {
        int status = 0;
        if (::waitpid(m_child->id, &status, WNOHANG) == m_child->id)
            m_child->ended(status);
        else if (std::chrono::steady_clock::now() >= end)
            return std::nullopt;
        else
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return m_child->code;
}

int Process::wait()
{
    while (!m_child->code) {
        int status = 0;
        if (::waitpid(m_child->id, &status, 0) == m_child->id)
            m_child->ended(status);
        else if (errno != EINTR)
            return 1;
    }
    return *m_child->code;
}

void Process::kill()
{
    if (!m_child->code)
        ::kill(m_child->id, SIGKILL);
    wait();
}

bool neverBegan(int exitCode)
{
    return exitCode == 126 || exitCode == 127;
}

fs::path ownFolder()
{
    return fs::read_symlink("/proc/self/exe").parent_path();
}

std::string environmentValue(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

void say(const char *utf8)
{
    std::fprintf(stderr, "%s\n", utf8);
}

}  // namespace launcher
#endif
