// network_walk: what one clerk does through one proxy, as the program does it: the settings are tested and saved, then
// login, paged download, declaration, feedback, upgrade package. Says one line for each step that was done, and for the
// first that was refused `refused STEP CODE SENT`. Without --proxy the settings are those of the data folder: a restart.

#include "campaign/client.h"
#include "support/releases.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstdio>

namespace {

using namespace campaign;
using domain::FeeKind;

/// A step of the way that the client refused to go on from.
struct RefusedStep {
    const char *step;
    base::Error error;
};

template <class T>
T done(const char *step, base::Result<T> result)
{
    if (!result)
        throw RefusedStep{step, result.error()};
    std::printf("done %s\n", step);
    std::fflush(stdout);
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

http::Proxy proxyOf(const QString &text)
{
    const auto parts = text.split(QLatin1Char('|'));
    http::Proxy proxy;
    const QString kind = parts.value(0);
    proxy.kind = kind == QLatin1String("http") ? http::Proxy::Kind::Http
        : kind == QLatin1String("socks5")      ? http::Proxy::Kind::Socks5
        : kind == QLatin1String("system")      ? http::Proxy::Kind::System
                                               : http::Proxy::Kind::None;
    proxy.host = parts.value(1);
    proxy.port = parts.value(2).toUShort();
    proxy.user = parts.value(3);
    proxy.password = parts.value(4);
    return proxy;
}

app::Options optionsOf(const QCommandLineParser &parser)
{
    const QString data = parser.value(QStringLiteral("data"));
    const QString root = data + QStringLiteral("-program");
    for (const auto &folder : {data, root + QStringLiteral("/versions/1.0.0")})
        QDir().mkpath(folder);
    app::Options options;
    options.dataFolder = data;
    options.server = {QUrl(parser.value(QStringLiteral("server"))), parser.value(QStringLiteral("ca"))};
    const versions::Install install(std::filesystem::path(root.toStdU16String()));
    install.write({*versions::Version::of("1.0.0"), {}, false, false, {}});
    options.place = {*versions::Version::of("1.0.0"), install, QStringLiteral("linux-x64"), {}, {}};
    options.releaseKeys = {service::testReleaseKey()};
    return options;
}

void logIn(app::Application &app, bool first, base::Job &job)
{
    const auto session = done("login", app.units().verifyPassword(kUnit, first ? kFirstPassword : kPassword, job));
    if (session.mustChangePassword)
        done("password", app.units().changePassword(kUnit, kFirstPassword, kPassword, job));
    done("unit", app.units().refresh(kUnit, job));
    need(app.units().enter(kUnit), "enter");
}

void declare(Client &client, base::Job &job)
{
    const auto list = done("totals", client.app().fees().refresh(kUnit, FeeKind::Daily, job));
    QVector<domain::ConfirmedAmount> confirmed;
    for (const auto &row : list.rows) {
        if (row.heldBy.isEmpty() && confirmed.size() < 2)
            confirmed.append({row.id, row.payable});
    }
    expect(!confirmed.isEmpty(), "nothing to declare");
    const auto sent = done("declaration", client.app().fees().submit(kUnit, FeeKind::Daily, confirmed, job));
    expect(sent.state != domain::SubmissionState::Pending && sent.state != domain::SubmissionState::Unknown,
           "the declaration did not get through: " + sent.reasonCode.toStdString());
    client.settle(domain::SubmissionKind::Fee);
    const auto after = need(client.app().outbox().find(sent.id), "record");
    expect(after.state == domain::SubmissionState::Succeeded, "the declaration did not succeed");
    std::printf("done feedback\n");
}

void download(app::Application &app, base::Job &job)
{
    const auto release = done("upgrade", app.upgrade().check(job));
    expect(release.has_value(), "no release is offered");
    done("package", app.upgrade().fetch(*release, job));
}

void walk(const QCommandLineParser &parser)
{
    Client client(optionsOf(parser));
    auto &app = client.app();
    base::Job job;
    const bool first = parser.isSet(QStringLiteral("proxy"));
    if (first) {
        const auto proxy = proxyOf(parser.value(QStringLiteral("proxy")));
        done("test", app.network().test(proxy, job));
        need(app.network().save(proxy), "save");
    }
    logIn(app, first, job);
    const auto synced = done("sync", app.staff().sync(kUnit, first ? service::StaffSync::Full : service::StaffSync::Auto, job));
    expect(!first || synced.updated > 2000, "fewer people than there are");
    declare(client, job);
    download(app, job);
}

/// A release whose package takes more than a moment to come.
void publish(const QString &folder)
{
    tests::Release release("1.1.0");
    QByteArray noise(3'000'000, '\0');
    auto *random = QRandomGenerator::global();
    for (auto &byte : noise)
        byte = char(random->generate());
    release.entries.append({"noise.bin", noise});
    release.pack();
    release.publish(folder);
}

}  // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    for (const char *name : {"data", "server", "ca", "proxy", "publish"})
        parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("value")});
    parser.process(application);
    try {
        if (parser.isSet(QStringLiteral("publish")))
            publish(parser.value(QStringLiteral("publish")));
        else
            walk(parser);
        std::printf("end\n");
        return 0;
    } catch (const RefusedStep &refused) {
        const char *sent = refused.error.sent == base::Sent::No ? "unsent" : "maybe";
        std::printf("refused %s %s %s %s\n", refused.step, qPrintable(refused.error.code), sent, qPrintable(refused.error.detail));
        return 3;
    } catch (const std::exception &wrong) {
        std::printf("FAILED %s\n", wrong.what());
        return 1;
    }
}
