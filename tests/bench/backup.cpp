// bench_backup [--people N] [--rounds R] [--folder F]: a backup as the program makes it (found sound, sealed, on disk, read
// back) beside `sqlite3 FILE ".backup COPY"` of the same content unencrypted. They take turns. Prints figures
// (docs/performance.md); asserts nothing about time.
#include "base/encrypt_database.h"
#include "base/encrypted_files.h"
#include "bench/people.h"
#include "service/backup_service.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

#include <algorithm>
#include <cstdio>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;

/// What was written before is on disk, so that nobody waits for somebody else's bytes.
void settle()
{
#ifdef Q_OS_LINUX
    ::sync();
#endif
}

template <class Work>
bool timed(std::vector<double> &times, Work work)
{
    settle();
    QElapsedTimer clock;
    clock.start();
    const bool good = work();
    times.push_back(double(clock.nsecsElapsed()) / 1e9);
    return good;
}

bool ours(service::BackupService &backups, const QString &file)
{
    QFile::remove(file);
    base::Job job;
    const auto made = backups.make(file, job);
    if (!made)
        std::fprintf(stderr, "%s %s\n", qPrintable(made.error().code), qPrintable(made.error().detail));
    return bool(made);
}

bool theirs(const QString &plain, const QString &copy)
{
    QFile::remove(copy);
    return QProcess::execute(QStringLiteral("sqlite3"), {plain, QStringLiteral(".backup '%1'").arg(copy)}) == 0;
}

void makePlain(const QString &from, const QByteArray &key, const QString &to)
{
    Connection encrypted(from, Access::ReadOnly, key);
    Connection plain(to, Access::ReadWrite);
    base::sqlite::copyDatabase(encrypted, plain);
}

void line(const char *what, const std::vector<double> &times)
{
    const auto [low, high] = std::minmax_element(times.begin(), times.end());
    std::printf("%-20s %6.2f s (%.2f - %.2f)\n", what, bench::median(times), *low, *high);
}

int measure(const QString &folder, int people, int rounds)
{
    QByteArray key(base::sqlite::kFileKeyBytes, 'k');
    key[0] = 'x';
    auto store = store::Store::open(folder, {.key = key});
    if (!store || !bench::fillPeople(**store, people, 5))
        return 1;
    const auto in = [&folder](const char *name) { return QDir(folder).filePath(QString::fromLatin1(name)); };
    makePlain(in("shebao.db"), key, in("plain.db"));
    platform::Vault vault(folder);
    const base::Clock clock;
    service::BackupService backups(**store, vault, clock, folder, key);
    if (!backups.setPassword(QStringLiteral("only-this-is-needed")))
        return 1;
    std::vector<double> sealed;
    std::vector<double> plain;
    for (int round = 0; round < rounds; ++round) {
        if (!timed(plain, [&] { return theirs(in("plain.db"), in("copy.db")); })
            || !timed(sealed, [&] { return ours(backups, in("a.sbbak")); }))
            return 1;
    }
    std::printf("%.0f MB, %d rounds, medians (smallest - largest)\n", double(QFileInfo(in("a.sbbak")).size()) / 1e6, rounds);
    line("sqlite3 .backup", plain);
    line("ours", sealed);
    std::printf("ratio %.2f\n", bench::median(sealed) / bench::median(plain));
    return 0;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("people"), {}, QStringLiteral("n"), QStringLiteral("1200000")},
                       {QStringLiteral("rounds"), {}, QStringLiteral("n"), QStringLiteral("7")},
                       {QStringLiteral("folder"), {}, QStringLiteral("path"), QDir::tempPath()}});
    parser.process(app);
    const QTemporaryDir folder(parser.value(QStringLiteral("folder")) + QStringLiteral("/bench-XXXXXX"));
    return measure(folder.path(), parser.value(QStringLiteral("people")).toInt(),
                   parser.value(QStringLiteral("rounds")).toInt());
}
