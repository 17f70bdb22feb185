#include "service/release_folder.h"

#include "support/print.h"
#include "support/releases.h"

namespace {

class ReleaseFolder : public testing::Test {
protected:
    /// With the files of `there`, and `list` as its files.txt.
    QString verdict(const QList<tests::ZipEntry> &there, const QByteArray &list)
    {
        const QTemporaryDir folder;
        for (const auto &entry : there + QList<tests::ZipEntry>{{"files.txt", list}}) {
            QFile file(folder.filePath(QString::fromLatin1(entry.name)));
            EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(entry.content) == entry.content.size());
        }
        base::Job job;
        const auto done = service::verifyFolder(folder.path(), QByteArray::fromHex(tests::sha256(list)), job);
        return done ? QString() : done.error().code;
    }

    const tests::ZipEntry one{"one", "1"};
    const tests::ZipEntry two{"two", "22"};
};

TEST_F(ReleaseFolder, IsGoodWhenEachFileIsListed)
{
    EXPECT_EQ(verdict({one, two}, tests::filesTxt({one, two})), QString());
    EXPECT_EQ(verdict({one, two}, tests::filesTxt({one})), QStringLiteral("upgrade.swapped"));
}

TEST_F(ReleaseFolder, AFileListedTwiceDoesNotStandForAnother)
{
    EXPECT_EQ(verdict({one, two}, tests::filesTxt({one, one})), QStringLiteral("upgrade.swapped"));
}

}  // namespace
