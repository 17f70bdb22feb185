#include "service/release_check.h"

#include "support/print.h"
#include "support/releases.h"

namespace {

using service::ReleaseTrust;
using versions::Version;

ReleaseTrust trust()
{
    return {{service::testReleaseKey(), {QStringLiteral("spare"), QByteArray(32, 's')}},
            QStringLiteral("linux-x64"),
            *Version::of("1.0.0"),
            {},
            QDateTime::fromString(QStringLiteral("2026-07-01T00:00:00Z"), Qt::ISODate)};
}

gateway::ReleaseOffer offer(const QByteArray &manifest, const char *key = "test")
{
    return {manifest, tests::signedByTestKey(manifest), QString::fromLatin1(key)};
}

QString codeOf(const gateway::ReleaseOffer &what, const ReleaseTrust &against = trust())
{
    const auto accepted = service::acceptedRelease(what, against);
    return !accepted ? accepted.error().code : accepted->has_value() ? QString() : QStringLiteral("the same");
}

struct Wrong {
    const char *code;
    const char *field;
    nlohmann::json value;
};

TEST(ReleaseCheck, AGoodReleaseIsTaken)
{
    tests::Release release("1.1.0");
    const auto accepted = service::acceptedRelease(offer(release.text()), trust());
    ASSERT_TRUE(accepted && *accepted) << accepted.error().code.toStdString();
    EXPECT_EQ((*accepted)->version, QStringLiteral("1.1.0"));
    EXPECT_EQ((*accepted)->size, release.package.size());
    EXPECT_EQ((*accepted)->notes, (QStringList{QStringLiteral("新增一项"), QStringLiteral("修正一项")}));
    EXPECT_EQ(codeOf(offer(tests::Release("1.0.0").text())), QStringLiteral("the same"));
}

TEST(ReleaseCheck, EveryRefusalHasItsOwnReason)
{
    const Wrong cases[] = {
        {"upgrade.platform", "platform", "windows-x64"},
        {"upgrade.older", "version", "0.9.9"},
        {"upgrade.expired", "expiresAt", "2026-07-01T00:00:00Z"},
        {"upgrade.minimum", "minimumVersion", "1.0.1"},
        {"upgrade.name", "package", "../evil.zip"},
        {"upgrade.name", "package", "/evil.zip"},
        {"upgrade.name", "package", "a/b.zip"},
        {"upgrade.name", "package", "a\\b.zip"},
        {"upgrade.name", "package", ".."},
        {"upgrade.name", "package", "nul"},
        {"upgrade.manifest", "version", "1.1"},
        {"upgrade.manifest", "version", "../../x"},
        {"upgrade.manifest", "size", "many"},
        {"upgrade.manifest", "size", -1},
        {"upgrade.manifest", "sha256", "abc"},
        {"upgrade.manifest", "filesSha256", nullptr},
        {"upgrade.manifest", "expiresAt", "never"},
        {"upgrade.manifest", "notes", "text"},
    };
    for (const auto &wrong : cases) {
        tests::Release release("1.1.0");
        release.manifest[wrong.field] = wrong.value;
        EXPECT_EQ(codeOf(offer(release.text())), QString::fromLatin1(wrong.code)) << wrong.field << ' ' << wrong.value;
    }
    EXPECT_EQ(codeOf(offer("no json")), QStringLiteral("upgrade.manifest"));
}

TEST(ReleaseCheck, OnlyAKnownKeySigns)
{
    const auto manifest = tests::Release("1.1.0").text();
    EXPECT_EQ(codeOf(offer(manifest, "stranger")), QStringLiteral("upgrade.key"));
    EXPECT_EQ(codeOf(offer(manifest, "spare")), QStringLiteral("upgrade.signature"));
    auto nobody = trust();
    nobody.keys = service::releaseKeys();
    EXPECT_EQ(codeOf(offer(manifest), nobody), QStringLiteral("upgrade.key")) << "a shipped program takes no test key";
    auto changed = offer(manifest);
    for (qsizetype at = 0; at < manifest.size(); at += 11) {
        changed.manifest = manifest;
        changed.manifest[at] = char(manifest[at] ^ 1);
        EXPECT_EQ(codeOf(changed), QStringLiteral("upgrade.signature")) << at;
    }
}

TEST(ReleaseCheck, WhatWasSeenOnceIsNotUnseen)
{
    auto later = trust();
    later.seen = Version::of("1.2.0");
    EXPECT_EQ(codeOf(offer(tests::Release("1.1.0").text()), later), QStringLiteral("upgrade.older"));
    EXPECT_EQ(codeOf(offer(tests::Release("1.2.0").text()), later), QString());
}

}  // namespace
