// What only Windows has; nothing is left of this file elsewhere.

#include <QtGlobal>

#ifdef Q_OS_WIN

#include "platform/installed_entry.h"
#include "platform/paths.h"
#include "platform/power.h"
#include "platform/protect.h"
#include "tests/support/print.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <windows.h>

#include <thread>

using namespace platform;

namespace {

int leavings(UINT message, WPARAM parameter)
{
    PowerWatch watch;
    int count = 0;
    QObject::connect(&watch, &PowerWatch::leaving, &watch, [&] { ++count; });
    MSG told{};
    told.message = message;
    told.wParam = parameter;
    qintptr result = 0;
    EXPECT_FALSE(watch.nativeEventFilter("windows_generic_MSG", &told, &result));
    return count;
}

}  // namespace

TEST(Protect, GivesBackWhatItTookAndHidesIt)
{
    const QByteArray secret("0123456789abcdef0123456789abcdef");
    const auto stored = protect(secret);
    ASSERT_TRUE(stored);
    EXPECT_FALSE(stored->contains(secret));
    EXPECT_EQ(unprotect(*stored), secret);
}

TEST(Protect, RefusesWhatIsNotItsOwn)
{
    EXPECT_FALSE(unprotect("0123456789abcdef0123456789abcdef"));
    EXPECT_FALSE(unprotect(""));
}

TEST(Power, TellsOfSleepAndOfTheEndOfTheSession)
{
    EXPECT_EQ(leavings(WM_POWERBROADCAST, PBT_APMSUSPEND), 1);
    EXPECT_EQ(leavings(WM_ENDSESSION, TRUE), 1);
    EXPECT_EQ(leavings(WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC), 0);
    EXPECT_EQ(leavings(WM_ENDSESSION, FALSE), 0);
    EXPECT_EQ(leavings(WM_PAINT, TRUE), 0);
}

TEST(ReplaceFile, WaitsForAScannerToLetGo)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("社保"));
    ASSERT_TRUE(replaceFile(path, "first"));
    const auto name = path.toStdWString();
    const HANDLE held = CreateFileW(name.c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
    ASSERT_NE(held, INVALID_HANDLE_VALUE);
    std::thread scanner([held] {
        Sleep(200);
        CloseHandle(held);
    });
    EXPECT_TRUE(replaceFile(path, "second"));
    scanner.join();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "second");
}

TEST(ReadFile, WaitsForAScannerToLetGo)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("社保"));
    const QByteArray content(10'000, 'c');
    ASSERT_TRUE(replaceFile(path, content));
    const HANDLE held = CreateFileW(path.toStdWString().c_str(), GENERIC_READ, 0, nullptr, OPEN_EXISTING, 0, nullptr);
    ASSERT_NE(held, INVALID_HANDLE_VALUE);
    std::thread scanner([held] {
        Sleep(200);
        CloseHandle(held);
    });
    const auto read = readFile(path);
    scanner.join();
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, content);
    EXPECT_FALSE(readFile(folder.filePath(QStringLiteral("nothing"))));
}

TEST(InstalledEntry, SaysTheVersionOfItsOwnFolderOnly)
{
    const auto key = QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Shebao");
    QSettings entry(key, QSettings::NativeFormat);
    if (entry.contains(QStringLiteral("InstallLocation")))
        GTEST_SKIP() << "the program is installed here, and its entry is not a test's";
    entry.setValue(QStringLiteral("InstallLocation"), QStringLiteral("C:\\程序 甲\\Shebao"));
    entry.setValue(QStringLiteral("DisplayVersion"), QStringLiteral("1.0.0"));
    entry.sync();
    const auto shown = [&] { return QSettings(key, QSettings::NativeFormat).value(QStringLiteral("DisplayVersion")).toString(); };

    setInstalledVersion(QStringLiteral("C:/elsewhere/Shebao"), QStringLiteral("1.1.0"));
    EXPECT_EQ(shown(), QStringLiteral("1.0.0"));
    setInstalledVersion(QStringLiteral("c:/程序 甲/shebao"), QStringLiteral("1.1.0"));
    EXPECT_EQ(shown(), QStringLiteral("1.1.0"));
    entry.remove(QString());
}

#endif
