#include "platform/unzip.h"

#include "platform/signature.h"
#include "support/print.h"
#include "support/releases.h"

#include <QBuffer>

namespace {

using tests::ZipEntry;

class UnzipTest : public testing::Test {
protected:
    QString unpack(const QByteArray &bytes, qint64 most = 1'000'000)
    {
        QBuffer zip;
        zip.setData(bytes);
        zip.open(QIODevice::ReadOnly);
        folder = std::make_unique<QTemporaryDir>();
        base::Job job;
        const auto done = platform::unzip(zip, folder->path(), most, job);
        return done ? QString() : done.error().code;
    }
    std::unique_ptr<QTemporaryDir> folder;
};

TEST_F(UnzipTest, WritesWhatIsInIt)
{
    EXPECT_EQ(unpack(tests::zipOf({{"a.txt", "one"}, {"b/c/d-1.0.so", QByteArray(700'000, 'x')}, {"run", "x", 0100755}})), QString());
    QFile file(folder->filePath(QStringLiteral("b/c/d-1.0.so")));
    EXPECT_EQ(file.size(), 700'000);
#ifdef Q_OS_UNIX
    EXPECT_TRUE(QFileInfo(folder->filePath(QStringLiteral("run"))).isExecutable());
#endif
    EXPECT_FALSE(QFileInfo(folder->filePath(QStringLiteral("a.txt"))).isExecutable());
}

TEST_F(UnzipTest, RefusesEvilEntries)
{
    const QList<QList<ZipEntry>> evil = {
        {{"/etc/passwd", "x"}},      {{"../out", "x"}},         {{"a/../../out", "x"}}, {{"a\\b", "x"}},
        {{"C:evil", "x"}},           {{"C:/evil", "x"}},        {{"a//b", "x"}},        {{"./a", "x"}},
        {{"con", "x"}},              {{"sub/NUL.txt", "x"}},    {{"com1.dll", "x"}},    {{"a.", "x"}},
        {{"a ", "x"}},               {{"folder/", ""}},         {{"", "x"}},            {{"a:stream", "x"}},
        {{"A.dll", "x"}, {"a.DLL", "y"}},                       {{"a", "x"}, {"a/b", "y"}},
        {{"a/b", "x"}, {"a", "y"}},  {{"link", "/etc/passwd", 0120777}},                {{"\xe4\xb8\xad", "x"}},
        {{QByteArray(300, 'n'), "x"}},                          {{".hidden", "x"}},
    };
    for (const auto &entries : evil) {
        EXPECT_EQ(unpack(tests::zipOf(entries)), QStringLiteral("upgrade.package")) << entries.last().name.toStdString();
        EXPECT_FALSE(QFile::exists(folder->path() + QStringLiteral("/../out")));
    }
}

TEST_F(UnzipTest, StopsABomb)
{
    const auto bomb = tests::zipOf({{"zeros", QByteArray(30'000'000, '\0')}});
    EXPECT_LT(bomb.size(), 100'000);
    EXPECT_EQ(unpack(bomb), QStringLiteral("upgrade.unpacked"));
    EXPECT_LE(QFileInfo(folder->filePath(QStringLiteral("zeros"))).size(), 1'000'000);
}

TEST_F(UnzipTest, EveryDamageEndsWithAnError)
{
    const auto good = tests::zipOf({{"one", QByteArray(3000, 'a')}, {"two", QByteArray("some text that is there")}});
    EXPECT_EQ(unpack({}), QStringLiteral("upgrade.package"));
    EXPECT_EQ(unpack(QByteArray(5000, 'x')), QStringLiteral("upgrade.package"));
    for (qsizetype length = 0; length < good.size(); length += 7)
        EXPECT_NE(unpack(good.left(length)), QString()) << length;
    // A changed byte is found by the CRC, read as another name, or without meaning; it never harms.
    for (qsizetype at = 0; at < good.size(); ++at) {
        auto changed = good;
        changed[at] = char(changed[at] ^ 0x41);
        unpack(changed);
    }
}

TEST(Signature, OneChangedBitIsNoSignature)
{
    const auto key = QByteArray::fromHex("5d4f0c3e377858cd115523e0ef97750f4a87b358e0be6ebe4110d2ce673a8099");
    const QByteArray message = "the exact bytes";
    const auto signature = tests::signedByTestKey(message);
    EXPECT_TRUE(platform::isSigned(message, signature, key));
    for (int bit = 0; bit < 64 * 8; bit += 5) {
        auto wrong = signature;
        wrong[bit / 8] = char(wrong[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(platform::isSigned(message, wrong, key)) << bit;
    }
    EXPECT_FALSE(platform::isSigned(message + ' ', signature, key));
    EXPECT_FALSE(platform::isSigned(message, signature.left(63), key));
    EXPECT_FALSE(platform::isSigned(message, {}, key));
    EXPECT_FALSE(platform::isSigned(message, signature, QByteArray(32, 'k')));
    EXPECT_FALSE(platform::isSigned(message, signature, {}));
}

}  // namespace
