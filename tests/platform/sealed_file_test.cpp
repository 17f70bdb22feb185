#include "platform/scrypt.h"
#include "platform/sealed_file.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

using platform::BackupKey;
using platform::SealedReader;

constexpr int kCost = 14;
const QString kFullWidth = QString::fromUtf8("ｂｅｉｆｅｎ－２０２６ é");
const QString kPlain = QString::fromUtf8("beifen-2026 e\u0301");

class Sealed : public testing::Test {
protected:
    QString write(const BackupKey &key)
    {
        const QString path = folder.filePath(QStringLiteral("file"));
        platform::SealedWriter writer;
        EXPECT_TRUE(writer.open(path, key, {7, QDateTime::fromSecsSinceEpoch(0, Qt::UTC), QStringLiteral("1.2.3")}));
        EXPECT_TRUE(writer.write("content"));
        EXPECT_TRUE(writer.finish());
        return path;
    }
    /// What comes out, or the code of the error.
    QByteArray opened(const QString &path, const QString &password)
    {
        SealedReader reader;
        if (const auto head = reader.open(path); !head)
            return head.error().code.toUtf8();
        if (const auto unlocked = reader.unlock(password); !unlocked)
            return unlocked.error().code.toUtf8();
        const auto piece = reader.next();
        return piece ? *piece : piece.error().code.toUtf8();
    }

    QTemporaryDir folder;
};

/// A password that opens the lock opens the backup, whatever the input method was.
TEST_F(Sealed, APasswordTypedInAnotherFormIsTheSame)
{
    const auto verifier = platform::passwordVerifier(kFullWidth);
    ASSERT_TRUE(verifier);
    EXPECT_TRUE(platform::passwordMatches(kPlain, *verifier));
    const auto key = platform::makeBackupKey(kFullWidth, kCost);
    ASSERT_TRUE(key);
    const auto path = write(*key);
    EXPECT_EQ(opened(path, kPlain), "content");
    EXPECT_EQ(opened(path, kFullWidth), "content");
    EXPECT_EQ(opened(path, QStringLiteral("beifen-2027")), "backup.password");
}

TEST_F(Sealed, ABackupOfAnEarlierVersionOpensAsItWasTyped)
{
    const QByteArray salt(16, 's');
    const auto key = platform::passwordKey(kFullWidth, salt, kCost, QString::NormalizationForm_C);
    ASSERT_TRUE(key);
    const auto path = write({salt, *key, kCost});
    EXPECT_EQ(opened(path, kFullWidth), "content");
    EXPECT_EQ(opened(path, kPlain), "backup.password");
}

}  // namespace
