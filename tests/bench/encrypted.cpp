// bench_encrypted [--rows N] [--repeat N]: what encryption at rest costs (docs/performance.md). Plain and encrypted
// take turns.
#include "base/encrypt_database.h"
#include "base/encrypted_files.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using base::sqlite::Access;
using base::sqlite::Connection;

/// Out of the system's cache, so that the next read is one of the disk.
void forget(const QString &path)
{
#ifdef Q_OS_LINUX
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) {
        ::fsync(file.handle());
        ::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
    }
#else
    Q_UNUSED(path);
#endif
}

struct Times {
    std::vector<double> insert, scan;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// As a first download: pages of 2,000 people, and the log into the file at the end.
void insert(Connection &connection, int rows)
{
    connection.script(
        "PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete "
        "= ON;"
        "PRAGMA cache_size = -16000;"
        "CREATE TABLE staff (unit TEXT, id TEXT, person TEXT, name TEXT, document TEXT, department TEXT, state INTEGER,"
        " wage INTEGER, PRIMARY KEY (unit, id)) WITHOUT ROWID; CREATE INDEX by_document ON staff (unit, document);");
    for (int row = 0; row < rows;) {
        base::sqlite::Transaction transaction(connection);
        for (const int end = std::min(rows, row + 2000); row < end; ++row) {
            const auto number = QString::number(1000000000LL + row);
            connection.run("INSERT INTO staff VALUES ('10011401000000000001', ?, ?, ?, ?, ?, 1, ?)", number, number,
                           QStringLiteral("某某某"),
                           QStringLiteral("14010519%1").arg((row * 7919LL) % 10000000000LL, 10, 10, QLatin1Char('0')),
                           QStringLiteral("部门%1").arg(row % 50), 500000 + row % 1000);
        }
        transaction.commit();
    }
    connection.script("PRAGMA wal_checkpoint(TRUNCATE)");
}

void once(const QString &folder, const QByteArray &key, int rows, Times &times)
{
    const auto path = folder + QStringLiteral("/bench.db");
    QElapsedTimer clock;
    clock.start();
    {
        Connection connection(path, Access::ReadWrite, key);
        insert(connection, rows);
    }
    times.insert.push_back(double(clock.nsecsElapsed()) / 1e6);
    forget(path);
    clock.restart();
    {
        Connection connection(path, Access::ReadOnly, key);
        if (!base::sqlite::isWhole(connection)
            || connection.number("SELECT count(*) FROM staff WHERE wage > 0") != rows)
            std::printf("NOT WHOLE\n");
    }
    times.scan.push_back(double(clock.nsecsElapsed()) / 1e6);
    QFile::remove(path);
}

void line(const char *what, const std::vector<double> &plain, const std::vector<double> &encrypted)
{
    std::printf("%-34s plain %8.0f ms   encrypted %8.0f ms   ratio %.2f\n", what, median(plain), median(encrypted),
                median(encrypted) / median(plain));
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("rows"), {}, QStringLiteral("n"), QStringLiteral("300000")},
                       {QStringLiteral("repeat"), {}, QStringLiteral("n"), QStringLiteral("9")}});
    parser.process(app);
    const int rows = parser.value(QStringLiteral("rows")).toInt();
    QByteArray key(base::sqlite::kFileKeyBytes, 'k');
    key[0] = 'x';
    QTemporaryDir folder;
    Times plain;
    Times encrypted;
    for (int i = 0; i < parser.value(QStringLiteral("repeat")).toInt(); ++i) {
        once(folder.path(), {}, rows, plain);
        once(folder.path(), key, rows, encrypted);
    }
    std::printf("%d rows, medians of %zu\n", rows, plain.insert.size());
    line("bulk insert and checkpoint", plain.insert, encrypted.insert);
    line("cold integrity_check and scan", plain.scan, encrypted.scan);
    return 0;
}
