#include "service/network_service.h"

#include "store/setting_table.h"

namespace service {

using base::sqlite::Connection;
using http::Proxy;

namespace {

const QString kKind = QStringLiteral("proxy.kind");
const QString kHost = QStringLiteral("proxy.host");
const QString kPort = QStringLiteral("proxy.port");
const QString kUser = QStringLiteral("proxy.user");
const QString kPassword = QStringLiteral("proxy.password");

const std::pair<QString, Proxy::Kind> kWords[] = {
    {QStringLiteral("none"), Proxy::Kind::None},
    {QStringLiteral("system"), Proxy::Kind::System},
    {QStringLiteral("http"), Proxy::Kind::Http},
    {QStringLiteral("socks5"), Proxy::Kind::Socks5},
};

}  // namespace

NetworkService::NetworkService(store::Store &store, platform::Vault &vault, http::Client &client,
                               const gateway::TaxSide &taxSide, QByteArray userAgent, QString extraCaFile)
    : m_store(store), m_vault(vault), m_client(client), m_taxSide(taxSide), m_userAgent(std::move(userAgent)),
      m_extraCaFile(std::move(extraCaFile))
{
}

base::Result<SavedProxy> NetworkService::saved()
{
    const auto proxy = m_store.read([](Connection &c) {
        const store::SettingTable settings(c);
        Proxy saved;
        saved.kind = Proxy::Kind::System;  // what a program that was never configured is expected to use
        const QString word = settings.value(kKind);
        for (const auto &[name, kind] : kWords) {
            if (name == word)
                saved.kind = kind;
        }
        saved.host = settings.value(kHost);
        saved.port = settings.value(kPort).toUShort();
        saved.user = settings.value(kUser);
        return saved;
    });
    if (!proxy)
        return proxy.error();
    SavedProxy saved{*proxy, {}};
    if (saved.proxy.user.isEmpty())
        return saved;
    const auto password = m_vault.get(kPassword);
    if (password)
        saved.proxy.password = QString::fromUtf8(password->value_or(QByteArray()));
    else
        saved.lost = password.error();
    return saved;
}

base::Result<SavedProxy> NetworkService::apply()
{
    const auto proxy = saved();
    if (proxy)
        m_client.setProxy(proxy->proxy);
    return proxy;
}

base::Result<gateway::Health> NetworkService::test(const Proxy &proxy, base::Job &job)
{
    http::Client trial({m_userAgent, m_extraCaFile});
    trial.setProxy(proxy);
    return gateway::fetchHealth(gateway::TaxSide(trial, m_taxSide.base()), job);
}

base::Result<void> NetworkService::save(const Proxy &proxy)
{
    // The secret first: a proxy without its password would fail, a password without its proxy does no harm.
    const auto kept = proxy.user.isEmpty() ? m_vault.remove(kPassword) : m_vault.put(kPassword, proxy.password.toUtf8());
    if (!kept)
        return kept;
    const auto stored = m_store.write([&](Connection &c) {
        store::SettingTable settings(c);
        for (const auto &[name, kind] : kWords) {
            if (kind == proxy.kind)
                settings.set(kKind, name);
        }
        settings.set(kHost, proxy.host);
        settings.set(kPort, QString::number(proxy.port));
        settings.set(kUser, proxy.user);
    });
    if (!stored)
        return stored;
    m_client.setProxy(proxy);
    return {};
}

}  // namespace service
