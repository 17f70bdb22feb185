// Walks the whole window and fails on what a clerk could not read, name, reach or type. Without --at it starts itself
// once for every scale, screen and colour (or those named with --only) and adds up what they counted.
#include "ui/launch.h"
#include "ui/style/theme.h"
#include "walk/route.h"
#include "walk/world.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QProcess>
#include <QTimer>
#include <QTranslator>

#include <cstdio>

namespace {

struct Screen {
    int percent;
    int width;  ///< in pixels of the screen
    int height;
};

/// Small notebooks up to 150 %, what stands on desks above.
const Screen kScreens[] = {{100, 1366, 768}, {125, 1366, 768}, {150, 1366, 768}, {200, 1920, 1080}, {300, 3840, 2160}};

/// Gives every text of the program a mark.
class Marker final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!context || !QByteArray(context).startsWith("ui"))
            return {};
        return walk::kMark + QString::fromUtf8(source);
    }
};

int walkOnce(QApplication &application, const QString &at)
{
    const auto parts = at.split(QLatin1Char('-'));
    const int percent = parts.value(0).toInt();
    const bool marked = parts.contains(QStringLiteral("marked"));
    QTranslator chinese;
    if (chinese.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&chinese);
    Marker marker;
    if (marked)
        QCoreApplication::installTranslator(&marker);
    ui::apply(application, parts.contains(QStringLiteral("dark")) ? ui::Scheme::Dark : ui::Scheme::Light);
    walk::World world;
    if (!world.make(true))
        return 2;
    walk::Findings findings;
    QSize screen;
    for (const auto &one : kScreens) {
        if (one.percent == percent)
            screen = QSize(one.width, one.height) * 100 / percent;
    }
    walk::Inspector inspector(findings, {.screen = screen, .contrast = percent >= 150, .marked = marked});
    ui::Prompt prompt;
    {
        ui::ClientWindow window(world.client(), prompt);
        window.resize(screen);
        window.show();
        window.start();
        QApplication::setActiveWindow(&window);
        walk::Route(world, prompt, window, inspector, findings).walk();
        findings.count(QStringLiteral("width"), window.width());
    }
    std::printf("%s\n", qPrintable(findings.line()));
    std::fflush(stdout);
    return findings.failures() ? 1 : 0;
}

QStringList everything()
{
    QStringList all;
    for (const auto &screen : kScreens)
        all << QStringLiteral("%1-light").arg(screen.percent) << QStringLiteral("%1-dark").arg(screen.percent);
    return all << QStringLiteral("100-light-marked");
}

int walkAll(const QStringList &runs)
{
    int failed = 0;
    QMap<QString, qint64> sums;
    for (const auto &run : runs) {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"),
                           QString::number(run.section(QLatin1Char('-'), 0, 0).toInt() / 100.0));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--at"), run});
        child.waitForFinished(600'000);
        const QString text = QString::fromUtf8(child.readAllStandardOutput());
        std::printf("%s\n%s", qPrintable(run), qPrintable(text));
        const bool whole = child.exitStatus() == QProcess::NormalExit && text.contains(QStringLiteral("walk checks="));
        failed += !whole || child.exitCode() != 0;
        if (!whole)
            continue;
        for (const auto &word : text.section(QStringLiteral("walk "), -1).trimmed().split(QLatin1Char(' ')))
            sums[word.section(QLatin1Char('='), 0, 0)] += word.section(QLatin1Char('='), 1).toLongLong();
    }
    sums.remove(QStringLiteral("width"));
    std::printf("all");
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        std::printf(" %s=%lld", qPrintable(it.key()), static_cast<long long>(it.value()));
    std::printf("\n%d of %d walks failed\n", failed, int(runs.size()));
    return failed ? 1 : 0;
}

}  // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("at"), QStringLiteral("one walk, in this process"), QStringLiteral("run")});
    parser.addOption({QStringLiteral("only"), QStringLiteral("which walks"), QStringLiteral("run")});
    parser.process(application);
    if (parser.isSet(QStringLiteral("at"))) {
        int code = 0;
        QTimer::singleShot(0, &application, [&] {
            code = walkOnce(application, parser.value(QStringLiteral("at")));
            application.exit(code);
        });
        return application.exec();
    }
    const auto only = parser.values(QStringLiteral("only"));
    return walkAll(only.isEmpty() ? everything() : only);
}
