#pragma once
// A unit with its people, and a backup password: what the tests of making and of restoring backups begin with.
#include "service/practice.h"

#include <QCryptographicHash>
#include <QDir>

namespace tests {

inline const QString kBackupPassword = QStringLiteral("only-this-is-needed");

class BackupTest : public tests::Practice {
protected:
    void SetUp() override
    {
        Practice::SetUp();
        ASSERT_TRUE(client->staff().sync(unit, service::StaffSync::Full, job));
        ASSERT_TRUE(client->backups().setPassword(kBackupPassword));
    }

    QString data(const char *name = "first") const { return folder.filePath(QString::fromLatin1(name)); }
    QString made(const char *name = "a.sbbak")
    {
        const auto report = client->backups().make(folder.filePath(QString::fromLatin1(name)), job);
        EXPECT_TRUE(report) << report.error().code.toStdString() << report.error().detail.toStdString();
        return report ? report->file : QString();
    }
    void restart(const char *name = "first")
    {
        client.reset();
        client = connect(QString::fromLatin1(name));
        ASSERT_TRUE(client);
    }
    qint64 people() { return client->staff().count(unit, {}).value(); }
    /// Id and state of all that was pushed, in order.
    QStringList submissions()
    {
        QStringList all;
        for (const auto &one : *client->outbox().list(unit, {{domain::SubmissionKind::Fee}, {}, {}, {}}))
            all << one.id + QLatin1Char(' ') + QString::number(int(one.state));
        all.sort();
        return all;
    }
    QString codeOf(const QString &file, const QString &password = kBackupPassword)
    {
        const auto checked = client->backups().check(file, password, job);
        return checked ? QStringLiteral("ok") : checked.error().code;
    }
    /// Every file of the store.
    QByteArray fingerprint(const char *name = "first") const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QDir files(data(name));
        for (const auto &file :
             files.entryList({QStringLiteral("shebao.db*"), QStringLiteral("*.key")}, QDir::Files, QDir::Name)) {
            if (file.endsWith(QLatin1String("-shm")))
                continue;
            QFile content(files.filePath(file));
            EXPECT_TRUE(content.open(QIODevice::ReadOnly));
            hash.addData(file.toUtf8());
            hash.addData(content.readAll());
        }
        return hash.result();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QString write(const char *name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
};

}  // namespace tests
