// Ways in that are refused: each with words of its own and a next step.

#include "support/canned_server.h"
#include "support/page_practice.h"
#include "tests/http/certificates.h"
#include "tests/http/loopback.h"
#include "ui/shell/error_text.h"

#include <QSet>

namespace tests {
namespace {

class Refusals : public PagePractice {
protected:
    base::Error logInAt(const QUrl &url, const QString &caFile = {})
    {
        return away([&] {
            const QString data = folder.filePath(QStringLiteral("elsewhere%1").arg(++m_number));
            QDir().mkpath(data);
            app::Options options;
            options.dataFolder = data;
            options.server = {url, caFile};
            auto made = app::Application::start(options);
            EXPECT_TRUE(made && (*made)->network().save({}));
            const auto session = (*made)->units().verifyPassword(kUnit, kPassword, job);
            EXPECT_FALSE(session);
            return session ? base::Error() : session.error();
        });
    }
    /// The error of a login at a server with this certificate, whose authority the client is to trust; not a byte of the
    /// password may have come there.
    base::Error logInAt(const QSslConfiguration &tls, const QString &caFile)
    {
        http::test::Loopback loopback([](const http::test::Seen &) { return http::test::answer(200, "{}"); }, &tls);
        const auto error =
            logInAt(QUrl(loopback.url(QStringLiteral("/"), QStringLiteral("127.0.0.1"), QStringLiteral("https"))), caFile);
        EXPECT_TRUE(loopback.seen().isEmpty());
        EXPECT_EQ(error.sent, base::Sent::No);
        return error;
    }

    int m_number = 0;
};

TEST_F(Refusals, AServerThatCannotProveItsNameGetsNoPassword)
{
    using http::test::make;
    const QByteArray here = "IP:127.0.0.1";
    const auto authority = make({"authority", {}});
    const auto stranger = make({"stranger", {}});
    const auto caFile = http::test::store(folder, authority.certPem());
    auto old = make({"tax", here, &authority}).server();
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    const std::pair<const char *, QSslConfiguration> servers[] = {
        {"tls.expired", make({"tax", here, &authority, -10, -1}).server()},
        {"tls.host-mismatch", make({"tax", "DNS:other.test", &authority}).server()},
        {"tls.self-signed", make({"tax", here}).server()},
        {"tls.untrusted", make({"tax", here, &stranger}).server()},
        {"tls.version", old},
    };
    QSet<QString> said;
    for (const auto &[code, tls] : servers) {
        const auto error = logInAt(tls, caFile);
        EXPECT_EQ(error.code, QString::fromLatin1(code)) << error.detail.toStdString();
        const auto text = ui::errorText(error);
        EXPECT_FALSE(text.next.isEmpty()) << code;
        EXPECT_FALSE(text.sent.isEmpty()) << code;
        said.insert(text.what);
    }
    EXPECT_EQ(said.size(), qsizetype(std::size(servers)));
}

TEST_F(Refusals, EachSaysWhatIsWrongAndWhatToDo)
{
    QMap<QString, base::Error> errors;
    const auto logIn = [this](const QString &password) {
        const auto session = away([&] { return client->units().verifyPassword(kUnit, password, job); });
        return session ? base::Error() : session.error();
    };
    for (const int seconds : {3600, -3600}) {
        client->clock().setNow(server->clock().now().addSecs(seconds));
        const auto error = logIn(QStringLiteral("wrong-000"));
        EXPECT_EQ(error.code, QStringLiteral("clock.skew")) << seconds;
        errors.insert(error.code, error);
    }
    client->clock().setNow(server->clock().now());
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
