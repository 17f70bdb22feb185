// The reference tax side as a program of its own.

#include "taxside/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <csignal>
#include <cstdio>

namespace {

volatile std::sig_atomic_t stopWanted = 0;

void wantStop(int)
{
    stopWanted = 1;
}

taxside::Options optionsOf(const QCoreApplication &app)
{
    const auto option = [](const char *name, const char *value, const char *fallback) {
        return QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value), QString::fromLatin1(fallback));
    };
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({option("listen", "host:port", "127.0.0.1:0"), option("db", "file", ""),
                       option("scenario", "name", "shanxi"), option("employees", "count", "60"), option("seed", "number", "1"),
                       option("fault", "spec", ""), option("feedback-ms", "ms", "2500"), option("tls-cert", "file", ""),
                       option("tls-key", "file", ""), option("releases", "folder", ""), QCommandLineOption(QStringLiteral("admin"))});
    parser.process(app);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    taxside::Options options;
    const QString listen = value("listen");
    options.listenHost = listen.section(QLatin1Char(':'), 0, -2);
    options.port = listen.section(QLatin1Char(':'), -1).toInt();
    options.dbFile = value("db");
    options.scenario = value("scenario");
    options.employees = value("employees").toInt();
    options.seed = value("seed").toUInt();
    options.faults = parser.values(QStringLiteral("fault"));
    options.faults.removeAll(QString());
    options.feedbackMs = value("feedback-ms").toInt();
    options.tlsCert = value("tls-cert");
    options.tlsKey = value("tls-key");
    options.releasesFolder = value("releases");
    options.admin = parser.isSet(QStringLiteral("admin"));
    return options;
}

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    taxside::Server server(optionsOf(app));
    const auto url = server.start();
    if (!url) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(url.error().code), qPrintable(url.error().detail));
        return 1;
    }
    std::printf("{\"url\":\"%s\"}\n", qPrintable(*url));
    std::fflush(stdout);
    std::signal(SIGTERM, wantStop);
    std::signal(SIGINT, wantStop);
    QTimer watch;  // a signal handler may do nothing but set a flag
    QObject::connect(&watch, &QTimer::timeout, &app, [&app] {
        if (stopWanted)
            app.quit();
    });
    watch.start(100);
    const int code = app.exec();
    server.stop();
    return code;
}
