// campaign_small_disk [--flow name] [--step KiB]: the data folder lies on a disk of 16 MB (tmpfs) of which less and less
// is taken: first nothing is free, then a little more with every run, until the flow succeeds. Each time it must say an
// error with a code, or succeed; with room again the program must start, and what is there must be the old or the new
// (docs/reliability.md). Where nothing can be mounted it says so and ends with 77.

#include "campaign/aftermath.h"
#include "campaign/error_words.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cstdio>
#include <fcntl.h>

namespace {

using namespace campaign;

constexpr int kSkipped = 77;
constexpr qint64 kDiskBytes = 16 << 20;

void tell(const char *path, const std::string &text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return;
    (void)!::write(file, text.data(), text.size());
    ::close(file);
}

/// Mounts that only this process and those it starts see. Before there is a second thread.
bool ownMounts()
{
    const auto user = std::to_string(::getuid());
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        tell("/proc/self/setgroups", "deny");
        tell("/proc/self/uid_map", "0 " + user + " 1");
        tell("/proc/self/gid_map", "0 " + user + " 1");
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

class SmallDisk final {
public:
    explicit SmallDisk(const QString &at) : m_at(QFile::encodeName(at))
    {
        QDir().mkpath(at);
        expect(::mount("tmpfs", m_at.constData(), "tmpfs", 0, "size=16m") == 0, "mount");
    }
    ~SmallDisk() { ::umount2(m_at.constData(), MNT_DETACH); }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    qint64 free() const
    {
        struct statvfs now {};
        expect(::statvfs(m_at.constData(), &now) == 0, "statvfs");
        return qint64(now.f_bavail) * qint64(now.f_frsize);
    }
    void leave(qint64 bytes)
    {
        QFile ballast(path());
        expect(ballast.open(QIODevice::WriteOnly), "ballast");
        const QByteArray zeros(std::max<qint64>(0, free() - bytes), '\0');
        expect(ballast.write(zeros) == zeros.size(), "ballast");
    }
    void makeRoom() { QFile::remove(path()); }

private:
    QString path() const { return QFile::decodeName(m_at) + QStringLiteral("/ballast"); }
    QByteArray m_at;
};

class Campaign final {
public:
    explicit Campaign(qint64 step) : m_step(step), m_words(codesWithWords()) {}

    /// From nothing free on, until it succeeds.
    void run(const Chore &chore)
    {
        std::map<std::string, int> codes;
        bool succeeded = false;
        int runs = 0;
        for (qint64 room = 0; !succeeded && room < kDiskBytes; room += m_step) {
            ++runs;
            try {
                const auto said = once(chore, room);
                succeeded = said.errors.isEmpty();
                for (const auto &code : said.errors)
                    ++codes[code.toStdString()];
            } catch (const std::exception &wrong) {
                ++m_failed;
                std::printf("FAILED %s with %lld bytes free: %s\n", chore.name, room, wrong.what());
            }
        }
        m_failed += succeeded ? 0 : 1;
        m_runs += runs;
        std::string text;
        for (const auto &[code, times] : codes)
            text += (text.empty() ? "" : ", ") + code + ' ' + std::to_string(times);
        std::printf("%-12s %3d runs, %s; said: %s\n", chore.name, runs, succeeded ? "succeeds in the end" : "NEVER SUCCEEDS",
                    text.c_str());
        std::fflush(stdout);
    }

    int report() const
    {
        std::printf("%d runs, %d failed\n", m_runs, m_failed);
        return m_failed == 0 && m_runs > 0 ? 0 : 1;
    }

private:
    Said once(const Chore &chore, qint64 room)
    {
        const auto folder = m_grounds.scratch(++m_number);
        SmallDisk disk(folder + QStringLiteral("/data"));
        Scene scene(m_grounds, chore.ground, folder, chore.needsTaxSide());
        scene.start(QString::fromLatin1(chore.name), {});
        disk.leave(room);
        scene.begin();
        Said said({});
        for (auto line = scene.line(); line != "end"; line = scene.line()) {
            expect(!line.isEmpty(), "the client goes on talking");
            const Said more({line});
            said.done += more.done;
            said.errors += more.errors;
        }
        scene.kill();
        expect(!said.done.isEmpty() || !said.errors.isEmpty(), "it says what became of it");
        for (const auto &code : said.errors)
            expect(m_words.contains(code), "an error without words: " + code.toStdString());
        disk.makeRoom();
        checkAftermath(chore, scene, said);
        return said;
    }

    qint64 m_step;
    QSet<QByteArray> m_words;
    Grounds m_grounds;
    int m_number = 0;
    int m_runs = 0;
    int m_failed = 0;
};

}  // namespace

int main(int argc, char *argv[])
{
    const bool isChild = argc > 1 && QByteArray(argv[1]) == "--child";
    if (!isChild && !ownMounts()) {
        std::printf("SKIPPED: nothing can be mounted here (neither as root nor in a namespace of users)\n");
        return kSkipped;
    }
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const auto option = [](const char *name, const char *value, const char *fallback) {
        return QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value), QString::fromLatin1(fallback));
    };
    parser.addOptions({option("step", "KiB", "64"), option("flow", "name", ""), option("child", "flow", ""),
                       option("data", "folder", ""), option("port", "port", "0")});
    parser.process(application);
    const auto value = [&](const char *name) { return parser.value(QString::fromLatin1(name)); };
    try {
        if (isChild) {
            return runChore(choreNamed(value("child")),
                            {.folder = value("data"), .port = value("port").toUShort(), .waits = true});
        }
        Campaign campaign(value("step").toLongLong() << 10);
        for (const auto &chore : chores()) {
            if (value("flow").isEmpty() || value("flow") == QLatin1String(chore.name))
                campaign.run(chore);
        }
        return campaign.report();
    } catch (const std::exception &wrong) {
        std::fprintf(stderr, "%s\n", wrong.what());
        return 2;
    }
}
