#include "ui/launch.h"

#include "platform/paths.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

namespace ui {

namespace {

QCommandLineOption option(const char *name, const QString &help, const char *value = nullptr, const char *fallback = "")
{
    return value ? QCommandLineOption(QString::fromLatin1(name), help, QString::fromLatin1(value),
                                      QString::fromLatin1(fallback))
                 : QCommandLineOption(QString::fromLatin1(name), help);
}

QList<QCommandLineOption> options()
{
    return {
        option("practice", QObject::tr("演示模式：参考税务端在本程序内运行，不连接真实系统。")),
        option("tour", QObject::tr("播放一个月的完整流程，把截图写到文件夹（使用演示模式）。"), "folder"),
        option("config", QObject::tr("业务服务器配置文件（默认：程序旁的 server.json）。"), "file"),
        option("data", QObject::tr("数据文件夹。"), "folder"),
        option("theme", QObject::tr("light、dark 或 system。"), "name", "system"),
        option("scenario", QObject::tr("演示模式的单位。"), "name", "shanxi"),
        option("employees", QObject::tr("演示模式的职工人数。"), "count", "60"),
        option("seed", QObject::tr("演示模式的随机种子。"), "number", "1"),
        option("feedback-ms", QObject::tr("演示模式中反馈需要的毫秒数。"), "ms", "2500"),
        option("releases", QObject::tr("演示模式提供的升级，installer/release 写成的文件夹。"), "folder"),
        option("fault", QObject::tr("演示模式的故障，可多次使用。"), "spec"),
    };
}

/// An upgrade brings a new program folder and leaves the install folder's file to the administrator.
QString configOf(const Launch &launch, const service::UpgradePlace &place)
{
    const QString name = QStringLiteral("/server.json");
    if (!launch.configFile.isEmpty())
        return launch.configFile;
    if (place.install) {
        const auto installed = QString::fromStdU16String(place.install->root().u16string()) + name;
        if (QFile::exists(installed))
            return installed;
    }
    return QCoreApplication::applicationDirPath() + name;
}

}  // namespace

Launch launchOf(QApplication &application)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(options());
    parser.process(application);
    const auto value = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    Launch launch;
    launch.dataFolder = value("data");
    launch.configFile = value("config");
    launch.tourFolder = value("tour");
    launch.scheme = schemeFromText(value("theme")).value_or(Scheme::System);
    launch.practice = parser.isSet(QStringLiteral("practice")) || !launch.tourFolder.isEmpty();
    auto &practice = launch.practiceOptions;
    practice.scenario = value("scenario");
    practice.employees = value("employees").toInt();
    practice.seed = value("seed").toUInt();
    practice.feedbackMs = value("feedback-ms").toInt();
    if (const auto releases = value("releases"); !releases.isEmpty())
        practice.releasesFolder = QDir(releases).absolutePath();
    practice.faults = parser.values(QStringLiteral("fault"));
    if (!launch.tourFolder.isEmpty()) {
        // What the script expects: the first download takes long enough to be seen, one item of the payment fails.
        practice.faults << QStringLiteral("latency=900:GET /v1/staff:1")
                        << QStringLiteral("partial=balance-insufficient,bank-timeout:PUT /v1/payments:1");
    }
    return launch;
}

base::Result<QString> folderOf(const Launch &launch)
{
    if (!launch.practice)
        return platform::dataFolder(launch.dataFolder);
    // Practice never meets the real data, wherever that is.
    const auto place = platform::dataFolder(launch.dataFolder);
    if (!place)
        return place;
    const auto &world = launch.practiceOptions;
    return platform::dataFolder(QStringLiteral("%1/practice/%2-%3-%4")
                                    .arg(*place, world.scenario)
                                    .arg(world.employees)
                                    .arg(world.seed));
}

void forgetPractice(const Launch &launch)
{
    const auto folder = folderOf(launch);
    if (!folder || !launch.practice)
        return;
    QDir world(*folder);
    for (const auto &file : world.entryList({QStringLiteral("shebao.db*"), QStringLiteral("taxside.db*"), QStringLiteral("vault.*"),
                                            QStringLiteral("store.key*")},
                                            QDir::Files))
        world.remove(file);
}

base::Result<app::Options> optionsOf(const Launch &launch, const QString &folder,
                                     const service::UpgradePlace &place)
{
    app::Options options;
    options.dataFolder = folder;
    options.place = place;
    if (launch.practice) {
        options.practice = launch.practiceOptions;
        options.operatorName = QObject::tr("演示操作员");  // nobody's deeds
        const auto key = app::keyOf(folder);
        if (!key)
            return key.error();
        options.practice->dbFile = folder + QStringLiteral("/taxside.db");
        options.practice->dbKey = *key;
        return options;
    }
    const auto server = app::readServerConfig(configOf(launch, options.place));
    if (!server)
        return server.error();
    options.server = *server;
    return options;
}

}  // namespace ui
