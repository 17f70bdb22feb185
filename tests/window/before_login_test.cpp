// What can be reached when nobody gets in (L1, X13).

#include "ui/client_window.h"
#include "ui/widgets/message_strip.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

TEST(BeforeLogin, AProxyPasswordThatWasLostIsSaidAndEnteredThere)
{
    const QTemporaryDir folder;
    app::Options options;
    options.dataFolder = folder.path();
    options.server.url = QUrl(QStringLiteral("http://127.0.0.1:9/"));
    {
        auto before = app::Application::start(options);
        ASSERT_TRUE(before);
        ASSERT_TRUE((*before)->network().save({http::Proxy::Kind::Http, QStringLiteral("127.0.0.1"), 9,
                                               QStringLiteral("clerk"), QStringLiteral("secret")}));
    }
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("vault.key"))));
    auto client = app::Application::start(options);
    ASSERT_TRUE(client);
    ui::Prompt prompt;
    prompt.setSilent(true);
    ui::ClientWindow window(**client, prompt);
    window.show();
    window.start();
    const auto *strip = window.findChild<ui::MessageStrip *>(QStringLiteral("client.strip"));
    ASSERT_TRUE(strip && strip->isShowing());
    EXPECT_TRUE(strip->text().contains(QStringLiteral("没有读出已保存的代理密码"))) << strip->text().toStdString();
    window.findChild<QPushButton *>(QStringLiteral("client.strip.network"))->click();
    const auto text = [&window](const char *name) {
        const auto *field = window.findChild<QLineEdit *>(QString::fromLatin1(name));
        return field ? field->text() : QString();
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return text("network.user") == QStringLiteral("clerk"); }));
    EXPECT_TRUE(text("network.password").isEmpty());
    const auto *result = window.findChild<QLabel *>(QStringLiteral("network.result"));
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->text().contains(QStringLiteral("请重新输入代理密码"))) << result->text().toStdString();
}

TEST(BeforeLogin, TheDiagnosisIsThere)
{
    const QTemporaryDir folder;
    app::Options options;
    options.dataFolder = folder.path();
    options.practice.emplace();
    options.practice->employees = 1;
    auto client = app::Application::start(options);
    ASSERT_TRUE(client);
    ui::Prompt prompt;
    prompt.setSilent(true);
    ui::ClientWindow window(**client, prompt);
    window.show();
    window.start();
    const auto press = [&window](const char *name) {
        auto *button = window.findChild<QPushButton *>(QString::fromLatin1(name));
        ASSERT_TRUE(button && QTest::qWaitFor([&] { return button->isVisible() && button->isEnabled(); })) << name;
        button->click();
    };
    press("login.diagnose");
    press("settings.diagnosis.run");
    const auto *strip = window.findChild<ui::MessageStrip *>(QStringLiteral("settings.diagnosis.strip"));
    ASSERT_TRUE(strip && QTest::qWaitFor([&] { return strip->text().contains(QStringLiteral("业务服务器可以连接")); }, 10'000));
    EXPECT_FALSE(window.findChild<QPlainTextEdit *>(QStringLiteral("settings.diagnosis.text"))->toPlainText().isEmpty());
    press("diagnosis.close");
}
