// The client.

#include "app/application.h"
#include "base/log.h"
#include "platform/instance.h"
#include "platform/power.h"
#include "platform/process.h"
#include "ui/client_window.h"
#include "ui/launch.h"
#include "ui/preparing.h"
#include "ui/refusal.h"
#include "ui/style/theme.h"
#include "ui/title_bars.h"
#include "ui/tour/tour.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QLibraryInfo>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <cstdlib>

namespace {

/// Qt's own texts (file dialogs, context menus) in Chinese.
void installChinese(QApplication &application)
{
    auto *translator = new QTranslator(&application);
    const auto beside = QCoreApplication::applicationDirPath() + QStringLiteral("/translations");
    for (const QString &folder : {beside, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}) {
        if (translator->load(QStringLiteral("qtbase_zh_CN"), folder)) {
            QCoreApplication::installTranslator(translator);
            return;
        }
    }
}

/// How a run of the client ended, and what comes after it.
struct Next {
    std::optional<taxside::Options> world;  ///< the practice world that was chosen in the window
    bool fresh = false;
    bool again = false;  ///< what kept it from starting is out of the way
};

/// Says why the program cannot start, and ends, or lets the start be tried again.
int refuse(QApplication &application, const base::Error &error, const service::UpgradePlace &place,
           const QString &folder, Next &next)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.code), qPrintable(error.detail));
    if (place.onTrial())  // the version before may do better; it speaks for itself
        return 1;
    ui::Prompt prompt;
    QWidget desktop;  // never shown: what the message belongs to
    ui::sayRefusal(prompt, &desktop, {error, folder, app::programPlace(folder, place)}, [&](bool again) {
        next.again = again;
        application.exit(1);
    });
    return application.exec();
}

int play(QApplication &application, app::Application &client, const ui::Launch &launch)
{
    ui::Prompt prompt;
    prompt.setSilent(true);
    ui::ClientWindow window(client, prompt);
    window.resize(1440, 900);
    window.show();
    window.start();
    ui::Tour tour({launch.tourFolder, &prompt, [&client] { return client.practice()->ledgerJson(); }});
    QObject::connect(&tour, &ui::Tour::ended, &application, [&application](int code) { application.exit(code); });
    tour.start();
    return application.exec();
}

int show(QApplication &application, app::Application &client, const platform::Instance &instance, Next &next)
{
    ui::Prompt prompt;
    ui::ClientWindow window(client, prompt);
    QObject::connect(&instance, &platform::Instance::raiseRequested, &window, &ui::ClientWindow::raiseWindow);
    QObject::connect(&window, &ui::ClientWindow::practiceChosen, &application,
                     [&](const taxside::Options &world, bool fresh) {
                         next = {world, fresh};
                         application.exit(0);
                     });
    window.show();
    window.start();
    return application.exec();
}

/// One client, from its folder to its window's end.
int run(QApplication &application, const ui::Launch &launch, const service::UpgradePlace &place, Next &next)
{
    const auto folder = ui::folderOf(launch);
    if (!folder)
        return refuse(application, folder.error(), place, {}, next);
    const platform::Instance instance(*folder);
    if (const auto error = instance.error())
        return refuse(application, *error, place, *folder, next);
    if (!instance.first()) {
        std::fputs("Shebao is running already; its window was asked to come to the front.\n", stderr);
        const bool raised = instance.raiseFirst();
        return place.install ? versions::kAlreadyRunningCode : raised ? 0 : 1;
    }
    base::log::openFile(*folder + QStringLiteral("/log"));
    const auto options = ui::optionsOf(launch, *folder, place);
    if (!options)
        return refuse(application, options.error(), place, *folder, next);
    if (options->practice) {
        const auto ready = ui::preparePractice(application, *options->practice);
        if (!ready && ready.error().kind == base::Error::Kind::Cancelled)
            std::_Exit(0);  // the books are being made by a thread that nobody waits for
        if (!ready)
            return refuse(application, ready.error(), place, *folder, next);
    }
    auto client = app::Application::start(*options);
    if (!client)
        return refuse(application, client.error(), place, *folder, next);
    const platform::PowerWatch power;
    QObject::connect(&power, &platform::PowerWatch::leaving, &application, [&client] { (*client)->settle(); });
    return launch.tourFolder.isEmpty() ? show(application, **client, instance, next)
                                       : play(application, **client, launch);
}

}  // namespace

int main(int argc, char *argv[])
{
    platform::beginProcess();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Shebao"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SHEBAO_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("单位社保费管理客户端"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/ui/shebao.png")));
    installChinese(application);

    auto launch = ui::launchOf(application);
    ui::apply(application, launch.scheme);
    ui::TitleBars titleBars;
    application.installEventFilter(&titleBars);
    // A tour begins with nothing, every time, and leaves nothing but its pictures.
    const QTemporaryDir scratch;
    if (!launch.tourFolder.isEmpty()) {
        launch.dataFolder = scratch.path();
        launch.tourFolder = QDir(launch.tourFolder).absolutePath();
        if (QDir().mkpath(launch.tourFolder))
            QDir::setCurrent(launch.tourFolder);
    }
    const auto place = service::upgradePlace(QCoreApplication::applicationFilePath(), QStringLiteral(SHEBAO_VERSION));
    for (;;) {
        Next next;
        const int code = run(application, launch, place, next);
        if (next.again)
            continue;
        if (!next.world)
            return code;
        launch.practiceOptions = *next.world;
        if (next.fresh)
            ui::forgetPractice(launch);
    }
}
