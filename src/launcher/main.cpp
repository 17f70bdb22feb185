// <install>/shebao: see versions/install.h and docs/architecture.md, "Upgrade".

#include "launcher/supervisor.h"

#include <exception>

namespace {

std::chrono::milliseconds trialLimit()
{
    const auto wanted = launcher::environmentValue(versions::kTrialLimitVariable);
    const bool number = !wanted.empty() && wanted.size() < 7 && wanted.find_first_not_of("0123456789") == std::string::npos;
    return std::chrono::milliseconds(number ? std::stoi(wanted) : 60'000);
}

int launch(int count, char **values)
{
    try {
        launcher::rememberArguments(count, values);
        return launcher::Supervisor(versions::Install(launcher::ownFolder()), trialLimit()).run();
    } catch (const std::exception &) {
        launcher::say("程序没有启动。您的数据没有被改动。\n请重新启动计算机后再试，或重新运行安装程序进行修复。");
        return 1;
    }
}

}  // namespace

#ifdef _WIN32
#include <windows.h>

int WINAPI wWinMain(HINSTANCE, HINSTANCE, PWSTR, int)
{
    return launch(0, nullptr);
}
#else
int main(int argc, char *argv[])
{
    return launch(argc, argv);
}
#endif
