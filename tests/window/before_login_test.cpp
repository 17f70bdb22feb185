// What can be reached when nobody gets in (L1, X13).

#include "ui/client_window.h"
#include "ui/widgets/message_strip.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

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
