#include "versions/install.h"
#include "versions/patience.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;
using versions::Choice;
using versions::Install;
using versions::State;
using versions::Version;

Version v(const char *text)
{
    const auto version = Version::of(text);
    EXPECT_TRUE(version) << text;
    return version.value_or(Version());
}

State good(const char *current, std::optional<Version> previous = {})
{
    return {v(current), previous, false, false, {}};
}

State trial(const char *current, std::optional<Version> previous, bool tried)
{
    return {v(current), previous, true, tried, {}};
}

TEST(Versions, AVersionIsThreePlainNumbers)
{
    EXPECT_LT(v("1.9.9"), v("1.10.0"));
    EXPECT_LT(v("9.0.0"), v("10.0.0"));
    EXPECT_EQ(v("0.1.0").text(), "0.1.0");
    for (const char *wrong : {"", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3 ", "1..3", "1.2.x", "../1.2.3", "1.2.123456", "-1.2.3", "1.2.3."})
        EXPECT_FALSE(Version::of(wrong)) << wrong;
}

TEST(Versions, TheStateIsWrittenAndRead)
{
    State state = trial("1.4.0", v("1.3.2"), true);
    state.failed = v("1.3.9");
    EXPECT_EQ(versions::stateOf(textOf(state)), state);
    EXPECT_EQ(versions::stateOf("current=1.4.0\r\nprevious=\r\nstate=good\r\n"), good("1.4.0")) << "as a setup program writes it";
    EXPECT_EQ(versions::stateOf("future=x\nstate=good\ncurrent=1.4.0"), good("1.4.0"));
    for (const char *garbled : {"", "current=1.4.0\n", "state=good\n", "current=../x\nstate=good\n", "current=1.4.0\nstate=perhaps\n"})
        EXPECT_FALSE(versions::stateOf(garbled)) << garbled;
}

TEST(Versions, WhoPreparesIsWaitedForWithinBounds)
{
    using namespace std::chrono_literals;
    const versions::Patience::Clock::time_point begun{};
    versions::Patience silent(begun, 60s);
    EXPECT_FALSE(silent.isOver(begun + 59s, false));
    EXPECT_TRUE(silent.isOver(begun + 60s, false));
    versions::Patience preparing(begun, 60s);
    EXPECT_FALSE(preparing.isOver(begun + 30s, true));
    EXPECT_FALSE(preparing.isOver(begun + 300s, true));
    EXPECT_FALSE(preparing.isOver(begun + 359s, false)) << "the window has its own time after it";
    EXPECT_TRUE(preparing.isOver(begun + 360s, false));
    versions::Patience endless(begun, 60s);
    EXPECT_FALSE(endless.isOver(begun + 599s, true));
    EXPECT_TRUE(endless.isOver(begun + 600s, true));
}

struct Case {
    const char *what;
    std::optional<State> state;
    std::vector<Version> complete;
    const char *version;  // null: nothing to start
    bool trial;
    const char *returnedFrom;
};

TEST(Versions, TheChoice)
{
    const std::vector<Version> both{v("2.0.0"), v("1.0.0")};
    const std::vector<Version> old{v("1.0.0")};
    const Case cases[] = {
        {"as it was", good("1.0.0"), both, "1.0.0", false, nullptr},
        {"the first attempt", trial("2.0.0", v("1.0.0"), false), both, "2.0.0", true, nullptr},
        {"an attempt that was cut off", trial("2.0.0", v("1.0.0"), true), both, "1.0.0", false, "2.0.0"},
        {"tried, and nothing to go back to", trial("2.0.0", v("1.0.0"), true), {v("2.0.0")}, "2.0.0", true, nullptr},
        {"the new one is gone", trial("2.0.0", v("1.0.0"), false), old, "1.0.0", false, "2.0.0"},
        {"the present one is gone", good("2.0.0", v("1.0.0")), old, "1.0.0", false, "2.0.0"},
        {"both are gone", good("2.0.0", v("1.5.0")), old, "1.0.0", false, "2.0.0"},
        {"no state, one version", {}, old, "1.0.0", false, nullptr},
        {"no state, two versions: nobody knows the newest runs", {}, both, "2.0.0", true, nullptr},
        {"nothing at all", good("1.0.0"), {}, nullptr, false, nullptr},
    };
    for (const auto &c : cases) {
        const auto chosen = versions::choose(c.state, c.complete);
        ASSERT_EQ(chosen.has_value(), c.version != nullptr) << c.what;
        if (!chosen)
            continue;
        EXPECT_EQ(chosen->version, v(c.version)) << c.what;
        EXPECT_EQ(chosen->next.current, v(c.version)) << c.what;
        EXPECT_EQ(chosen->trial, c.trial) << c.what;
        EXPECT_EQ(chosen->next.tried, c.trial) << c.what;
        EXPECT_EQ(chosen->returnedFrom, c.returnedFrom ? std::optional(v(c.returnedFrom)) : std::nullopt) << c.what;
        EXPECT_EQ(chosen->next.failed, chosen->returnedFrom) << c.what;
    }
}

class InstallTest : public testing::Test {
protected:
    void make(const char *folder)
    {
        fs::create_directories(root / "versions" / folder / "plugins");
        const auto client = Install(root).clientOf(v("1.0.0")).filename();
        std::ofstream(root / "versions" / folder / client) << "x";
        std::ofstream(root / "versions" / folder / "plugins" / "one.so") << "x";
        std::ofstream(root / "versions" / folder / "files.txt") << "00 1 " << client.string() << "\n00 1 plugins/one.so\n00 1 ../../server.json\n";
    }

    QTemporaryDir temporary;
    fs::path root{temporary.path().toStdU16String()};
};

TEST_F(InstallTest, OnlyCompleteVersionsCount)
{
    const Install install(root);
    EXPECT_TRUE(install.complete().empty());
    for (const char *folder : {"1.0.0", "1.10.0", "1.9.0", "2.0.0.new", "0.9.0.old", "other"})
        make(folder);
    fs::create_directories(root / "versions" / "3.0.0");
    EXPECT_EQ(install.complete(), (std::vector<Version>{v("1.10.0"), v("1.9.0"), v("1.0.0")}));
}

TEST_F(InstallTest, ATrialEndsWithAWindow)
{
    const Install install(root);
    make("1.0.0");
    make("2.0.0");
    install.switchTo(v("2.0.0"), v("1.0.0"));
    EXPECT_EQ(install.read(), trial("2.0.0", v("1.0.0"), false));
    EXPECT_FALSE(install.confirm(v("1.0.0"))) << "the old one's window, opened before the switch, says nothing about the new";
    EXPECT_EQ(install.read(), trial("2.0.0", v("1.0.0"), false));
    install.write(trial("2.0.0", v("1.0.0"), true));
    EXPECT_TRUE(install.confirm(v("2.0.0")));
    EXPECT_EQ(install.read(), good("2.0.0", v("1.0.0")));
    EXPECT_FALSE(install.confirm(v("2.0.0")));
}

TEST_F(InstallTest, WhatPreparesSaysSoOnTrialOnly)
{
    const Install install(root);
    install.write(trial("1.1.0", v("1.0.0"), true));
    install.prepare(v("1.0.0"), true);
    EXPECT_FALSE(install.read()->preparing);
    install.prepare(v("1.1.0"), true);
    EXPECT_TRUE(install.read()->preparing);
    EXPECT_TRUE(install.read()->trial && install.read()->tried);
    install.prepare(v("1.1.0"), false);
    EXPECT_FALSE(install.read()->preparing);
    install.write(good("1.1.0"));
    install.prepare(v("1.1.0"), true);
    EXPECT_EQ(install.read(), good("1.1.0"));
}

TEST_F(InstallTest, SweepKeepsWhatCanStillBeStarted)
{
    const Install install(root);
    for (const char *folder : {"1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0.new", "0.9.0.old"})
        make(folder);
    std::ofstream(root / "versions" / "1.4.0.download") << "x";
    std::ofstream(root / "server.json") << "{}";
    install.write(trial("1.2.0", v("1.1.0"), true));
    install.sweep(v("1.2.0"));
    EXPECT_EQ(install.complete().size(), 4u) << "nothing goes while a version is on trial";
    install.confirm(v("1.2.0"));
    install.sweep(v("1.2.0"));
    EXPECT_EQ(install.complete(), (std::vector<Version>{v("1.3.0"), v("1.2.0"), v("1.1.0")}));
    for (const char *gone : {"1.0.0", "1.0.0.old", "1.4.0.new", "0.9.0.old", "1.4.0.download"})
        EXPECT_FALSE(fs::exists(root / "versions" / gone)) << gone;
    EXPECT_TRUE(fs::exists(root / "server.json"));
}

TEST_F(InstallTest, SweepLeavesWhatItDidNotBring)
{
    const Install install(root);
    make("1.0.0");
    make("1.2.0");
    std::ofstream(root / "versions" / "1.0.0" / "plugins" / "notes.txt") << "mine";
    std::ofstream(root / "server.json") << "{}";
    install.write(good("1.2.0", std::nullopt));
    install.sweep(v("1.2.0"));
    install.sweep(v("1.2.0"));
    EXPECT_EQ(install.complete(), std::vector<Version>{v("1.2.0")});
    EXPECT_TRUE(fs::exists(root / "versions" / "1.0.0" / "plugins" / "notes.txt")) << "where it was";
    EXPECT_FALSE(fs::exists(root / "versions" / "1.0.0" / "plugins" / "one.so"));
    EXPECT_TRUE(fs::exists(root / "server.json")) << "a record reaches nothing outside its folder";
}

TEST_F(InstallTest, ALockHasOneHolder)
{
    auto first = versions::Lock::take(root / "lock");
    ASSERT_TRUE(first);
    EXPECT_FALSE(versions::Lock::take(root / "lock"));
    first.reset();
    EXPECT_TRUE(versions::Lock::take(root / "lock"));
}

}  // namespace
