// How the declared persons of a unit with many people are fetched and read: time, memory, windows. Figures, not verdicts
// (docs/performance.md): bench_declared --people 100000. The tax side is a process of its own; two months are declared.
#include "app/application.h"
#include "support/memory.h"
#include "support/units.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

#include <cstdio>

namespace {

using tests::kUnit;
const QString kPassword = QStringLiteral("chen-2026");

template <class Work>
auto timed(const char *what, Work work)
{
    QElapsedTimer clock;
    clock.start();
    auto result = work();
    std::printf("%-44s %8.1f ms\n", what, static_cast<double>(clock.nsecsElapsed()) / 1e6);
    return result;
}

bool logIn(app::Application &client, base::Job &job)
{
    return client.network().save({}) && client.units().verifyPassword(kUnit, kUnit.right(6), job)
        && client.units().changePassword(kUnit, kUnit.right(6), kPassword, job) && client.units().refresh(kUnit, job)
        && client.units().enter(kUnit);
}

/// One type of document alone: the one nearly everybody has, and one that few have.
void measureTypes(service::DeclaredService &declared)
{
    for (const char *code : {"201", "237"}) {
        domain::DeclaredQuery type;
        type.documentType = QString::fromLatin1(code);
        std::printf("document type %s\n", code);
        const auto totals = timed("  its totals", [&] { return declared.totals(kUnit, type); });
        std::printf("  %-42s %8lld\n", "rows", static_cast<long long>(totals ? totals->rows : -1));
        (void)timed("  200 rows at the beginning", [&] { return declared.window(kUnit, type, 0, 200); });
        (void)timed("  200 rows at the end", [&] { return declared.window(kUnit, type, totals->rows - 200, 200); });
    }
}

int measure(app::Application &client, base::Job &job)
{
    const auto present = domain::Month::of(client.clock().today());
    const domain::MonthRange months{present - 2, present - 1};
    auto &declared = client.declared();
    resetPeak();
    const qint64 before = residentKb("VmRSS");
    const auto rows
        = timed("two months fetched", [&] { return declared.sync(kUnit, months, service::DeclaredSync::Full, job); });
    if (!rows)
        return 1;
    std::printf("%-44s %8lld\n", "rows", static_cast<long long>(*rows));
    std::printf("%-44s %8.1f MB (%.1f before)\n", "memory, most", static_cast<double>(residentKb("VmHWM")) / 1024,
                static_cast<double>(before) / 1024);
    (void)timed("fetched again, in place of the first", [&] { return declared.sync(kUnit, months, service::DeclaredSync::Full, job); });
    (void)timed("totals", [&] { return declared.totals(kUnit, {}); });
    (void)timed("200 rows at the beginning", [&] { return declared.window(kUnit, {}, 0, 200); });
    const auto last = timed("200 rows at the end", [&] { return declared.window(kUnit, {}, *rows - 200, 200); });
    domain::DeclaredQuery one;
    one.documentNumber = last->back().person.documentNumber;
    (void)timed("one person's rows, by document", [&] { return declared.window(kUnit, one, 0, 200); });
    domain::DeclaredQuery named;
    named.name = last->back().person.name;
    (void)timed("totals of everybody of a name", [&] { return declared.totals(kUnit, named); });
    measureTypes(declared);
    auto &certificates = client.certificates();
    const domain::EmployeeQuery everybody{months, {}, {}, {}};
    const auto people = timed("employees counted", [&] { return certificates.count(kUnit, everybody); });
    (void)timed("200 employees at the beginning", [&] { return certificates.window(kUnit, everybody, 0, 200); });
    (void)timed("200 employees at the end", [&] { return certificates.window(kUnit, everybody, *people - 200, 200); });
    return 0;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption people(QStringLiteral("people"), {}, QStringLiteral("N"), QStringLiteral("100000"));
    parser.addOption(people);
    parser.process(application);
    QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/bench-XXXXXX"));
    QProcess server;
    server.start(QCoreApplication::applicationDirPath() + QStringLiteral("/shebao-taxside"),
                 {QStringLiteral("--employees"), parser.value(people)});
    while (!server.canReadLine()) {
        if (!server.waitForReadyRead(600'000))
            return 1;
    }
    const auto line = nlohmann::json::parse(server.readLine().toStdString());
    app::Options options;
    options.dataFolder = folder.path();
    options.server.url = QUrl(QString::fromStdString(line["url"].get<std::string>()) + QLatin1Char('/'));
    int failed = 1;
    {
        const auto client = app::Application::start(options);
        base::Job job;
        if (client && logIn(**client, job))
            failed = measure(**client, job);
    }
    server.kill();
    server.waitForFinished();
    return failed;
}
