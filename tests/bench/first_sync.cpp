// bench_first_sync --people N [--repeat R]: the first download of a large unit with its page open in a real window, over
// shebao-taxside in a process of its own. Prints figures (docs/performance.md); it asserts nothing about time.

#include "bench/one_sync.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QThread>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

namespace {

using nlohmann::json;

constexpr int kSmall = 10'000;
constexpr int kPatienceMs = 600'000;

/// Runs for as long as the object lives.
class TaxSide final {
public:
    TaxSide(const QString &program, int people)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, {QStringLiteral("--employees"), QString::number(people)});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(kPatienceMs)) {}
        const auto said = json::parse(m_process.readLine().toStdString(), nullptr, false);
        if (said.is_object())
            m_url = QUrl(QString::fromStdString(said.value("url", "")) + QLatin1Char('/'));
    }
    ~TaxSide()
    {
        m_process.terminate();
        m_process.waitForFinished(10'000);
    }
    QUrl url() const { return m_url; }

private:
    QProcess m_process;
    QUrl m_url;
};

struct Wanted {
    QString taxSide;
    int people = 0;
    int repeat = 1;
    int cancels = 0;
    int typed = 0;
    int scroll = 5;
    bool where = false;
    bool alone = false;  ///< only the large unit
    QString folder;
    bool against = false;  ///< each run of the large unit has one of plain_import after it
};

/// `folder`: where the client's data stays; empty: gone with the run. A first download needs a new one each time.
std::optional<json> measure(const QUrl &server, const Wanted &wanted, const QString &folder, int cancels, int typed)
{
    QProcess client;
    client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{QStringLiteral("--one"), server.toString(), QStringLiteral("--cancels"), QString::number(cancels),
                          QStringLiteral("--typed"), QString::number(typed), QStringLiteral("--scroll"),
                          QString::number(wanted.scroll), QStringLiteral("--data"), folder};
    if (wanted.where)
        arguments.append(QStringLiteral("--where"));
    client.start(QCoreApplication::applicationFilePath(), arguments);
    if (!client.waitForFinished(kPatienceMs) || client.exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    auto result = json::parse(client.readAllStandardOutput().toStdString(), nullptr, false);
    return result.is_object() ? std::optional(std::move(result)) : std::nullopt;
}

QByteArray firstLine(const QString &path, const QByteArray &key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const auto &line : file.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.mid(line.indexOf(':') + 1).trimmed();
    }
    return {};
}

void printDelays(const char *when, const json &delays)
{
    std::printf("  window, %-8s p50 %.2f ms, p99 %.2f ms, max %.1f ms, %lld of %lld events later than 50 ms"
                " (the watchdog itself was late by at most %.1f ms)\n",
                when, delays["p50"].get<double>(), delays["p99"].get<double>(), delays["max"].get<double>(),
                delays["over50"].get<long long>(), delays["events"].get<long long>(), delays["machine"].get<double>());
}

void print(const json &figures)
{
    const auto &download = figures["download"];
    const auto number = [&](const char *name) { return download[name].get<double>(); };
    std::printf("%d people%s\n", download["people"].get<int>(), download["complete"].get<bool>() ? "" : " (NOT COMPLETE)");
    std::printf("  download         %.2f s, rows shown %.0f ms later\n", number("ms") / 1000, number("rowsAfterMs"));
    std::printf("  progress         first after %.0f ms, then %d updates, widest gap %.0f ms\n", number("firstProgressMs"),
                download["progressUpdates"].get<int>(), number("progressGapMs"));
    std::printf("  memory           %.1f MB before, %.1f MB after, peak %.1f MB; after scrolling %.1f MB\n",
                number("rssBefore"), number("rssAfter"), number("rssPeak"),
                figures.contains("scroll") ? figures["scroll"]["rss"].get<double>() : 0);
    printDelays("download", download["delays"]);
    if (figures.contains("scroll"))
        printDelays("scroll", figures["scroll"]["delays"]);
    if (figures.contains("typing")) {
        for (const auto &[kind, taken] : figures["typing"].items())
            std::printf("  typing %-18s %lld keys: p50 %.0f ms, p95 %.0f ms, longest %.0f ms\n", kind.c_str(),
                        taken["keys"].get<long long>(), taken["p50"].get<double>(), taken["p95"].get<double>(),
                        taken["max"].get<double>());
    }
    if (figures.contains("cancel")) {
        auto latencies = figures["cancel"]["latencies"].get<std::vector<double>>();
        std::sort(latencies.begin(), latencies.end());
        if (!latencies.empty())
            std::printf("  cancel           %zu times: median %.0f ms, longest %.0f ms\n", latencies.size(),
                        latencies[latencies.size() / 2], latencies.back());
        printDelays("cancel", figures["cancel"]["delays"]);
    }
    std::fflush(stdout);
}

int compare(const Wanted &wanted)
{
    std::printf("%d cores, %s, build %s, load %s\n", QThread::idealThreadCount(),
                firstLine(QStringLiteral("/proc/cpuinfo"), "model name").constData(), SHEBAO_BUILD_TYPE,
                firstLine(QStringLiteral("/proc/loadavg"), "").constData());
    std::vector<std::pair<int, double>> peaks;
    for (const int people : {std::min(kSmall, wanted.people), wanted.people}) {
        if ((!peaks.empty() && peaks.back().first == people) || (wanted.alone && people != wanted.people))
            continue;
        const TaxSide taxSide(wanted.taxSide, people);
        if (!taxSide.url().isValid() || !bench::claimUnit(taxSide.url())) {
            std::fprintf(stderr, "%s: no tax side, or its unit cannot be entered\n", qPrintable(wanted.taxSide));
            return 1;
        }
        double peak = 0;
        for (int i = 0; i < wanted.repeat; ++i) {
            const bool last = i + 1 == wanted.repeat && people == wanted.people;
            const auto folder = wanted.folder.isEmpty() ? QString() : QStringLiteral("%1/%2-%3").arg(wanted.folder).arg(people).arg(i + 1);
            const auto figures = measure(taxSide.url(), wanted, folder, last ? wanted.cancels : 0, last ? wanted.typed : 0);
            if (!figures)
                return 1;
            print(*figures);
            if (wanted.against && people == wanted.people)
                QProcess::execute(QStringLiteral(SHEBAO_PLAIN_IMPORT), {folder, QStringLiteral("1")});
            peak = std::max(peak, (*figures)["download"]["rssPeak"].get<double>());
        }
        peaks.emplace_back(people, peak);
    }
    if (peaks.size() == 2)
        std::printf("memory growth    peak %.1f MB with %d people, %.1f MB with %d: %+.1f MB\n", peaks[0].second,
                    peaks[0].first, peaks[1].second, peaks[1].first, peaks[1].second - peaks[0].second);
    return 0;
}

}  // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto option = [](const char *name, const char *value, const char *fallback) {
        return QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value), QString::fromLatin1(fallback));
    };
    parser.addOptions({option("people", "count", "100000"), option("repeat", "times", "3"),
                       option("cancels", "times", "10"), option("taxside", "program", ""), option("one", "url", ""),
                       option("typed", "people", "0"), option("scroll", "seconds", "5"), option("data", "folder", ""),
                       QCommandLineOption(QStringLiteral("alone"), QStringLiteral("Without the small unit before it.")),
                       QCommandLineOption(QStringLiteral("against"), QStringLiteral("With --data: plain_import in turn.")),
                       QCommandLineOption(QStringLiteral("where"), QStringLiteral("Stacks of what blocks the window."))});
    parser.process(application);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const int cancels = value("cancels").toInt();
    const bool where = parser.isSet(QStringLiteral("where"));
    if (!value("one").isEmpty())
        return bench::runOne({QUrl(value("one")), cancels, value("scroll").toInt(), value("typed").toInt(), value("data"), where});
    QString program = value("taxside");
    if (program.isEmpty())
        program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("shebao-taxside"));
    return compare({program, value("people").toInt(), std::max(1, value("repeat").toInt()), cancels, value("typed").toInt(),
                    value("scroll").toInt(), where, parser.isSet(QStringLiteral("alone")), value("data"),
                    parser.isSet(QStringLiteral("against")) && parser.isSet(QStringLiteral("data"))});
}
