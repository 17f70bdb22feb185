// Ways in that are refused: each with words of its own and a next step.

#include "support/canned_server.h"
#include "support/page_practice.h"
#include "ui/shell/error_text.h"

#include <QSet>

namespace tests {
namespace {

class Refusals : public PagePractice {
protected:
    base::Error logInAt(const QUrl &url)
    {
        return away([&] {
            const QString data = folder.filePath(QStringLiteral("elsewhere%1").arg(++m_number));
            QDir().mkpath(data);
            app::Options options;
            options.dataFolder = data;
            options.server.url = url;
            auto made = app::Application::start(options);
            EXPECT_TRUE(made && (*made)->network().save({}));
            const auto session = (*made)->units().verifyPassword(kUnit, kPassword, job);
            EXPECT_FALSE(session);
            return session ? base::Error() : session.error();
        });
    }
    int m_number = 0;
};

TEST_F(Refusals, EachSaysWhatIsWrongAndWhatToDo)
{
    QMap<QString, base::Error> errors;
    const auto logIn = [this](const QString &password) {
        const auto session = away([&] { return client->units().verifyPassword(kUnit, password, job); });
        return session ? base::Error() : session.error();
    };
    for (const int seconds : {3600, -3600}) {
        client->clock().setNow(QDateTime::currentDateTimeUtc().addSecs(seconds));
        const auto error = logIn(QStringLiteral("wrong-000"));
        EXPECT_EQ(error.code, QStringLiteral("clock.skew")) << seconds;
        errors.insert(error.code, error);
    }
    client->clock().setNow(QDateTime::currentDateTimeUtc());
    EXPECT_EQ(logIn(QStringLiteral("wrong-000")).attemptsLeft, 4) << "a wrong clock costs no try";
    errors.insert(QStringLiteral("wrong"), logIn(QStringLiteral("wrong-000")));
    for (int i = 0; i < 3; ++i)
        errors.insert(QStringLiteral("locked"), logIn(QStringLiteral("wrong-000")));
    EXPECT_EQ(errors[QStringLiteral("locked")].code, QStringLiteral("password-locked"));

    const auto renamed = logInAt(QUrl(QStringLiteral("http://tax.invalid/")));
    EXPECT_EQ(renamed.code, QStringLiteral("network.host-not-found"));
    errors.insert(QStringLiteral("renamed"), renamed);
    CannedServer moved;
    moved.answer(301, "text/html\r\nLocation: https://new.example/", "moved");
    const auto redirected = logInAt(moved.url());
    EXPECT_EQ(redirected.code, QStringLiteral("protocol.redirect"));
    errors.insert(QStringLiteral("redirected"), redirected);

    away([&] {
        EXPECT_TRUE(server->setFaults({}));
        client->units().leave(kUnit, job);
    });
    const auto expired = away([&] { return client->units().refresh(kUnit, job); });
    ASSERT_FALSE(expired);
    errors.insert(QStringLiteral("expired"), expired.error());

    QSet<QString> said;
    for (const auto &error : errors) {
        const auto text = ui::errorText(error);
        EXPECT_FALSE(text.what.isEmpty()) << error.code.toStdString();
        EXPECT_FALSE(text.next.isEmpty()) << error.code.toStdString();
        said.insert(text.paragraph());
    }
    EXPECT_EQ(said.size(), errors.size()) << "each its own words";
    EXPECT_TRUE(ui::errorText(renamed).next.contains(QStringLiteral("更换过地址")));
}

}  // namespace
}  // namespace tests
