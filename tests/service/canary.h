#pragma once
// The whole client in practice mode with planted values, and a search for them in files (X3).

#include "base/log.h"
#include "service/practice.h"

#include <QDirIterator>
#include <QtEndian>

#include <zlib.h>

namespace tests {

/// The data folder of practice mode too: the books of the reference tax side lie in it.
class Canary : public testing::Test {
protected:
    void start()
    {
        app::Options options;
        options.dataFolder = data;
        options.backupCost = 14;
        options.practice.emplace();
        options.practice->employees = 60;
        options.practice->feedbackMs = 60;
        options.practice->dbFile = data + QStringLiteral("/taxside.db");
        options.practice->dbKey = key();
        auto started = app::Application::start(options);
        ASSERT_TRUE(started) << started.error().code.toStdString();
        client = std::move(started).value();
    }
    QByteArray key() const { return app::keyOf(data).value(); }

    void walk()
    {
        auto &units = client->units();
        ASSERT_TRUE(units.verifyPassword(kUnit, kUnit.right(6), job));
        ASSERT_TRUE(units.changePassword(kUnit, kUnit.right(6), kPassword, job));
        ASSERT_TRUE(units.refresh(kUnit, job));
        ASSERT_TRUE(units.enter(kUnit));
        ASSERT_TRUE(
            client->network().save({http::Proxy::Kind::Http, QStringLiteral("proxy.example"), 3128,
                                    QStringLiteral("canary-proxy-user"), QStringLiteral("canary-proxy-password")}));
        ASSERT_TRUE(
            client->network().save({http::Proxy::Kind::Http, QStringLiteral("proxy.example"), 3128,
                                    QStringLiteral("canary-proxy-user"), QStringLiteral("canary-proxy-secret")}));
        // Saving applies it; practice mode goes straight to the loopback.
        ASSERT_TRUE(client->network().save({}));
        ASSERT_TRUE(client->staff().sync(kUnit, service::StaffSync::Full, job));
        domain::StaffQuery all;
        const auto people = client->staff().window(kUnit, all, store::StaffOrder::Name, false, 0, 100);
        ASSERT_TRUE(people);
        plant(*people);
        canaries << QString::fromLatin1(client->sessions().access(kUnit)->token);
        declareWages(*people);
        const auto fees = client->fees().refresh(kUnit, domain::FeeKind::Daily, job);
        ASSERT_TRUE(fees);
        ASSERT_TRUE(client->fees().submit(kUnit, domain::FeeKind::Daily,
                                           confirmedFees(*client, kUnit, domain::FeeKind::Daily, {fees->rows.front().id}), job));
        ASSERT_TRUE(client->backups().setPassword(QStringLiteral("canary-backup-password")));
        ASSERT_TRUE(client->backups().makeAutomatic(job));  // into the data folder
        base::log::warn(QStringLiteral("document %1 password=%2").arg(people->front().documentNumber, kPassword));
        base::log::warn(QStringLiteral("phone %1, account %2").arg(kPhone, kAccount));
        ASSERT_TRUE(client->lock().set({}, kLock));
    }

    /// One wage that is sent, and one that stays in the draft.
    void declareWages(const std::vector<domain::Staff> &people)
    {
        QStringList ids;
        for (const auto &one : people) {
            if (one.state == domain::ContributionState::Normal)
                ids << one.id;
        }
        ASSERT_GE(ids.size(), 2);
        const auto month = domain::Month::of(client->clock().today());
        ASSERT_TRUE(client->wages().add(kUnit, kDaily, ids[0], wage(kSentWage), month));
        ASSERT_TRUE(client->wages().submit(kUnit, kDaily, true, job));
        ASSERT_TRUE(client->wages().add(kUnit, kDaily, ids[1], wage(kDraftWage), month));
    }

    void plant(const std::vector<domain::Staff> &people)
    {
        canaries = {kPassword, QStringLiteral("canary-proxy-user"), QStringLiteral("canary-proxy-password"),
                    QStringLiteral("canary-proxy-secret"), QStringLiteral("canary-backup-password"), kLock, kPhone,
                    kAccount};
        for (const auto &amount : {kSentWage, kDraftWage}) {
            canaries << domain::moneyText(amount) << plainText(amount);
            numbers << amount.fen();
        }
        for (const auto &one : people) {
            if (documents++ < 40)
                canaries << one.documentNumber;
            if (one.name.size() >= 3 && names++ < 20)  // two characters of UTF-16 can be chance
                canaries << one.name;
        }
        ASSERT_GE(canaries.size(), 50);
    }

    /// As UTF-8, and as UTF-16 of either byte order.
    static bool holds(const QByteArray &content, const QString &canary)
    {
        const QByteArray wide(reinterpret_cast<const char *>(canary.utf16()), canary.size() * 2);
        QByteArray other = wide;
        for (qsizetype at = 0; at + 1 < other.size(); at += 2)
            std::swap(other[at], other[at + 1]);
        return content.contains(canary.toUtf8()) || content.contains(wide) || content.contains(other);
    }

    /// 876543.21, as contract and workbooks have it.
    static QString plainText(domain::Money amount) { return domain::moneyText(amount).remove(QLatin1Char(',')); }
    /// As a number: as SQLite keeps it in a row, and as memory has it. What fits into less than six bytes can be chance.
    static bool holds(const QByteArray &content, qint64 number)
    {
        char bytes[8];
        qToBigEndian(number, bytes);
        const QByteArray row(bytes + 2, 6);
        qToLittleEndian(number, bytes);
        return number >> 32 != 0 && (content.contains(row) || content.contains(QByteArray(bytes, 8)));
    }

    /// What is deflated in a zip, whole or not: from every head of an entry as far as it goes.
    static QByteArray inflated(const QByteArray &content)
    {
        QByteArray all;
        for (auto at = content.indexOf("PK\3\4"); at >= 0; at = content.indexOf("PK\3\4", at + 4)) {
            const auto number = [&](qsizetype where) {
                return where + 1 < content.size() ? uchar(content[where]) + 256 * uchar(content[where + 1]) : 0;
            };
            const auto data = at + 30 + number(at + 26) + number(at + 28);
            if (number(at + 8) != Z_DEFLATED || data >= content.size())
                continue;
            z_stream stream = {};
            if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
                continue;
            stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData() + data));
            stream.avail_in = uInt(content.size() - data);
            QByteArray block(1 << 16, Qt::Uninitialized);
            for (int code = Z_OK; code == Z_OK && all.size() < (64 << 20);) {
                stream.next_out = reinterpret_cast<Bytef *>(block.data());
                stream.avail_out = uInt(block.size());
                code = inflate(&stream, Z_NO_FLUSH);
                all.append(block.constData(), block.size() - qsizetype(stream.avail_out));
            }
            inflateEnd(&stream);
        }
        return all;
    }

    /// `file: what`, of every file below the folder.
    QStringList found(const QString &below) const
    {
        QStringList hits;
        QDirIterator files(below, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
            const auto content = file.readAll();
            const auto inner = inflated(content);
            for (const auto &canary : canaries) {
                if (holds(content, canary) || holds(inner, canary))
                    hits << QFileInfo(file).fileName() + QStringLiteral(": ") + canary;
            }
            for (const auto number : numbers) {
                if (holds(content, number) || holds(inner, number))
                    hits << QFileInfo(file).fileName() + QStringLiteral(": %1 fen").arg(number);
            }
        }
        return hits;
    }

    void copyTo(const QString &target) const
    {
        QDirIterator files(data, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto file = files.next();
            const auto copy = target + file.mid(data.size());
            QDir().mkpath(QFileInfo(copy).path());
            QFile::copy(file, copy);
        }
    }

    const QString kLock = QStringLiteral("canary-lock-password");
    const QString kPhone = QStringLiteral("13800001111");
    const QString kAccount = QStringLiteral("6222020200112233445");
    const domain::Money kSentWage = domain::Money::fromFen(87'654'321);
    /// More than a page lets anybody type: as a number it is long enough to be looked for.
    const domain::Money kDraftWage = domain::Money::fromFen(8'765'432'109);
    QTemporaryDir folder;
    const QString data = [this] {
        const QString path = folder.filePath(QStringLiteral("data"));
        QDir().mkpath(path);
        return path;
    }();
    std::unique_ptr<app::Application> client;
    base::Job job;
    QStringList canaries;
    QVector<qint64> numbers;
    int documents = 0;
    int names = 0;
};

}  // namespace tests
