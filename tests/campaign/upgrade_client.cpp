// What the upgrade campaign installs as the client: does what the file `manner` beside it says, and writes down in
// <install>/seen.txt that it was there.

#include "versions/install.h"

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#ifdef _WIN32
#include <process.h>
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace {

namespace fs = std::filesystem;

std::string variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

// Wide on Windows: the install folder has a Chinese name.
#ifdef _WIN32
fs::path rootFolder()
{
    const wchar_t *value = _wgetenv(L"SHEBAO_ROOT");
    return value ? value : L"";
}

fs::path ownFolder(const char *)
{
    wchar_t name[4096];
    GetModuleFileNameW(nullptr, name, 4096);
    return fs::path(name).parent_path();
}

int processId()
{
    return _getpid();
}
#else
fs::path rootFolder()
{
    return variable(versions::kRootVariable);
}

fs::path ownFolder(const char *program)
{
    return fs::path(program).parent_path();
}

int processId()
{
    return int(getpid());
}
#endif

void pause(int ms)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

}  // namespace

int main(int, char **argv)
{
    const fs::path folder = ownFolder(argv[0]);
    const versions::Install install(rootFolder());
    const auto version = versions::Version::of(folder.filename().string());
    const auto manner = versions::readSmall(folder / "manner").value_or("good");
    if (!version)
        return 2;
    const auto note = [&](const char *word) {
        std::ofstream(install.root() / "seen.txt", std::ios::app)
            << word << ' ' << version->text() << ' ' << variable(versions::kReturnedVariable) << ' '
            << variable(versions::kReasonVariable) << '\n';
    };
    std::ofstream(install.root() / "client.pid") << processId();
    note("began");
    if (manner == "ends")
        return 3;
    if (manner == "hangs")
        pause(60'000);
    if (manner == "dies")
        std::abort();
    if (manner == "prepares") {  // longer than the first window may take
        install.prepare(*version, true);
        pause(2500);
        install.prepare(*version, false);
    }
    pause(15);
    install.confirm(*version);
    note("window");
    pause(15);
    install.sweep(*version);
    return manner == "fails" ? 5 : 0;
}
