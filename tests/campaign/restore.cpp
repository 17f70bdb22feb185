// campaign_restore --count N: damaged, foreign and newer archives, and wrong passwords. Each must be refused with a
// reason, and leave the live store byte for byte as it was (docs/reliability.md).
#include "app/application.h"
#include "base/encrypt_database.h"
#include "store/migrations.h"
#include "store/setting_table.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>

#include <cstdio>
#include <map>
#include <random>
#include <stdexcept>

namespace {

constexpr int kHead = 156;  // platform/sealed_file.h
constexpr int kHashed = kHead - 32;
constexpr qsizetype kPiece = platform::kSealedPiece + 28;

const QString kPassword = QStringLiteral("the right one");

void expect(bool condition, const std::string &what)
{
    if (!condition)
        throw std::runtime_error(what);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Restore final {
public:
    explicit Restore(unsigned seed) : m_random(seed)
    {
        app::Options options;
        options.dataFolder = m_folder.filePath(QStringLiteral("data"));
        options.server.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
        options.backupCost = 14;
        QDir().mkpath(options.dataFolder);
        auto started = app::Application::start(options);
        expect(started.has_value(), "start");
        m_app = std::move(started).value();
        // Several pieces of 1 MiB.
        expect(m_app->layouts().save({{QStringLiteral("filler"), QString(3'000'000, QLatin1Char('x'))}}).has_value(),
               "fill");
        expect(m_app->backups().setPassword(kPassword).has_value(), "password");
        const auto made = m_app->backups().make(m_folder.filePath(QStringLiteral("good.sbbak")), m_job);
        expect(made.has_value(), "backup");
        m_good = contentOf(made->file);
        expect(m_good.size() > kHead + 2 * kPiece, "several pieces");
        expect(refusal(m_good, kPassword).isEmpty(), "the undamaged archive is taken");
        m_app->backups().giveUpRestore();
        m_live = live();
    }

    void run(int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto [name, archive, password] = damaged(i);
            const auto reason = refusal(archive, password);
            expect(!reason.isEmpty(), name + " was taken");
            expect(reason.startsWith(QLatin1String("backup.")), name + ": " + reason.toStdString());
            expect(live() == m_live, name + " touched the live store");
            expect(!m_app->backups().isRestoreWaiting(), name + " is waiting to be applied");
            ++m_reasons[name + " -> " + reason.toStdString()];
        }
        for (const auto &[what, times] : m_reasons)
            std::printf("%6d  %s\n", times, what.c_str());
        std::printf("%d archives, all refused, live store byte-identical each time\n", count);
    }

private:
    struct Case {
        std::string name;
        QByteArray archive;
        QString password;
    };

    Case damaged(int number)
    {
        auto bytes = m_good;
        const int at = number / 9 % kHashed;
        switch (number % 9) {
        case 0: flip(bytes, number / 9 % kHead); return {"bit flipped in the head", bytes, kPassword};
        case 1:
            flip(bytes, at);
            rehash(bytes);
            return {"head forged, its checksum made right", bytes, kPassword};
        case 2: flip(bytes, kHead + random(bytes.size() - kHead)); return {"bit flipped in the data", bytes, kPassword};
        case 3: return {"cut off", bytes.left(random(bytes.size())), kPassword};
        case 4: return {"cut off after whole pieces", bytes.left(kHead + kPiece * (1 + number / 9 % 2)), kPassword};
        case 5: return {"wrong password", bytes, QString::number(number)};
        case 6: return moved(number / 9 % 3);
        case 7: return foreign(number / 9 % 5);
        default: return forgedCost(number / 9 % 4);
        }
    }

    Case moved(int kind)
    {
        const auto head = m_good.left(kHead);
        const auto first = m_good.mid(kHead, kPiece);
        const auto second = m_good.mid(kHead + kPiece, kPiece);
        const auto rest = m_good.mid(kHead + 2 * kPiece);
        if (kind == 0)
            return {"pieces exchanged", head + second + first + rest, kPassword};
        if (kind == 1)
            return {"a piece twice", head + first + first + second + rest, kPassword};
        return {"a piece left out", head + second + rest, kPassword};
    }

    Case foreign(int kind)
    {
        if (kind == 0)
            return {"empty file", {}, kPassword};
        if (kind == 1)
            return {"a zip that claims to grow", QByteArray("PK\3\4") + QByteArray(200'000, '\0'), kPassword};
        if (kind == 2)
            return {"noise", noise(5000), kPassword};
        const auto path = m_folder.filePath(QStringLiteral("other.db"));
        QFile::remove(path);
        base::sqlite::Connection(path, base::sqlite::Access::ReadWrite)
            .script(kind == 3 ? "CREATE TABLE t (a); PRAGMA user_version = 2"
                              : "CREATE TABLE t (a); PRAGMA user_version = 99");
        const auto database = contentOf(path);
        return kind == 3 ? Case{"a sealed database of something else", sealed(database, 1), kPassword}
                         : Case{"a sealed database of a newer version", sealed(database, 1), kPassword};
    }

    Case forgedCost(int kind)
    {
        auto bytes = m_good;
        if (kind == 3)
            return {"a newer schema", sealed(noise(100), store::schemaVersion() + 1), kPassword};
        bytes[9] = char(kind == 0 ? 63 : kind == 1 ? 0 : 40);  // of scrypt: more memory than there is
        rehash(bytes);
        return {"a cost that nobody can pay", bytes, kPassword};
    }

    QByteArray sealed(const QByteArray &plain, int schema)
    {
        const auto key = platform::makeBackupKey(kPassword, 14);
        platform::SealedWriter writer;
        const auto path = m_folder.filePath(QStringLiteral("sealed"));
        expect(writer.open(path, *key, {schema, QDateTime::currentDateTimeUtc(), QStringLiteral("1.0")}).has_value()
                   && writer.write(plain).has_value() && writer.finish().has_value(),
               "seal");
        return contentOf(path);
    }

    /// The code it is refused with; empty when it is taken.
    QString refusal(const QByteArray &archive, const QString &password)
    {
        const auto path = m_folder.filePath(QStringLiteral("archive"));
        QFile file(path);
        expect(file.open(QIODevice::WriteOnly) && file.write(archive) == archive.size(), "write");
        file.close();
        const auto checked = m_app->backups().check(path, password, m_job);
        return checked ? QString() : checked.error().code;
    }

    QByteArray live() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const QDir data(m_folder.filePath(QStringLiteral("data")));
        for (const auto &name : data.entryList(QDir::Files, QDir::Name)) {
            if (name.endsWith(QLatin1String("-shm")))
                continue;
            hash.addData(name.toUtf8());
            hash.addData(contentOf(data.filePath(name)));
        }
        return hash.result();
    }

    static void flip(QByteArray &bytes, qsizetype at) { bytes[at] = char(bytes[at] ^ (1 << (at % 8))); }
    static void rehash(QByteArray &bytes)
    {
        bytes.replace(kHashed, 32, QCryptographicHash::hash(bytes.left(kHashed), QCryptographicHash::Sha256));
    }
    qsizetype random(qsizetype below) { return qsizetype(m_random() % quint64(below)); }
    QByteArray noise(int size)
    {
        QByteArray bytes(size, '\0');
        for (auto &byte : bytes)
            byte = char(m_random());
        return bytes;
    }

    std::mt19937_64 m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<app::Application> m_app;
    base::Job m_job;
    QByteArray m_good;
    QByteArray m_live;
    std::map<std::string, int> m_reasons;
};

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("count"), {}, QStringLiteral("n"), QStringLiteral("60")},
                       {QStringLiteral("seed"), {}, QStringLiteral("n"), QStringLiteral("1")}});
    parser.process(app);
    try {
        Restore(parser.value(QStringLiteral("seed")).toUInt()).run(parser.value(QStringLiteral("count")).toInt());
        return 0;
    } catch (const std::exception &wrong) {
        std::printf("FAILED: %s\n", wrong.what());
        return 1;
    }
}
