#ifdef _WIN32
#include "launcher/process.h"

#include <vector>

#include <windows.h>

namespace launcher {

namespace {

namespace fs = std::filesystem;

/// The command line behind the program's name, as it was typed: taking it apart and quoting it again is where it breaks.
const wchar_t *argumentText()
{
    const wchar_t *at = GetCommandLineW();
    bool quoted = false;
    for (; *at && (quoted || (*at != L' ' && *at != L'\t')); ++at)
        quoted = quoted != (*at == L'"');
    return at;
}

std::wstring wide(const char *utf8)
{
    std::wstring text(std::size_t(MultiByteToWideChar(CP_UTF8, 0, utf8, -1, nullptr, 0)), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, utf8, -1, text.data(), int(text.size()));
    text.resize(text.empty() ? 0 : text.size() - 1);
    return text;
}

/// Whoever reads what we print reads what the client prints: `shebao.exe --version >file`.
bool giveOwnOutput(STARTUPINFOW &startup)
{
    const HANDLE output = GetStdHandle(STD_OUTPUT_HANDLE);
    const DWORD type = output && output != INVALID_HANDLE_VALUE ? GetFileType(output) : FILE_TYPE_UNKNOWN;
    if (type != FILE_TYPE_PIPE && type != FILE_TYPE_DISK)
        return false;
    startup.dwFlags = STARTF_USESTDHANDLES;
    startup.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    startup.hStdOutput = output;
    startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    for (const HANDLE each : {startup.hStdInput, startup.hStdOutput, startup.hStdError}) {
        if (each && each != INVALID_HANDLE_VALUE)
            SetHandleInformation(each, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    }
    return true;
}

}  // namespace

struct Process::Child {
    HANDLE process = nullptr;
    ~Child() { CloseHandle(process); }
};

Process::Process(std::unique_ptr<Child> child) : m_child(std::move(child)) {}
Process::Process(Process &&) noexcept = default;
Process &Process::operator=(Process &&) noexcept = default;
Process::~Process() = default;

void rememberArguments(int, char **) {}

std::optional<Process> Process::start(const fs::path &program, const std::map<std::string, fs::path> &environment)
{
    for (const auto &[name, value] : environment)
        SetEnvironmentVariableW(wide(name.c_str()).c_str(), value.empty() ? nullptr : value.c_str());
    std::wstring line = L'"' + program.wstring() + L'"' + argumentText();
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    const bool redirected = giveOwnOutput(startup);
    PROCESS_INFORMATION info{};
    // A missing library is told to us by the exit code, not to the user by a box that waits for a click.
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    if (!CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, redirected, 0, nullptr, nullptr, &startup, &info))
        return std::nullopt;
    CloseHandle(info.hThread);
    auto child = std::make_unique<Child>();
    child->process = info.hProcess;
    return Process(std::move(child));
}

std::optional<int> Process::wait(std::chrono::milliseconds longest)
{
    if (WaitForSingleObject(m_child->process, DWORD(longest.count())) == WAIT_TIMEOUT)
        return std::nullopt;
    return wait();
}

int Process::wait()
{
    WaitForSingleObject(m_child->process, INFINITE);
    DWORD code = 1;
    GetExitCodeProcess(m_child->process, &code);
    return int(code);
}

void Process::kill()
{
    TerminateProcess(m_child->process, 1);
    wait();
}

bool neverBegan(int exitCode)
{
    switch (unsigned(exitCode)) {
    case 0xC0000135u:  // a DLL is missing
    case 0xC0000138u:  // an ordinal is missing
    case 0xC0000139u:  // a function is missing
    case 0xC0000142u:  // a DLL refused to start
    case 0xC000007Bu:  // a DLL is none
        return true;
    default: return false;
    }
}

fs::path ownFolder()
{
    std::wstring name(32768, L'\0');
    name.resize(GetModuleFileNameW(nullptr, name.data(), DWORD(name.size())));
    return fs::path(name).parent_path();
}

std::string environmentValue(const char *name)
{
    char value[64];
    const auto length = GetEnvironmentVariableA(name, value, sizeof value);
    return length < sizeof value ? std::string(value, length) : std::string();
}

void say(const char *utf8)
{
    MessageBoxW(nullptr, wide(utf8).c_str(), wide("单位社保费管理客户端").c_str(), MB_OK | MB_ICONERROR);
}

}  // namespace launcher
#endif
