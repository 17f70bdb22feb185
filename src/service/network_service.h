#pragma once
// 网络管理 (S1, S2): the proxy, and whether the business server can be reached.

#include "gateway/unit.h"
#include "http/client.h"
#include "platform/vault.h"
#include "store/store.h"

#include <optional>

namespace service {

struct SavedProxy {
    http::Proxy proxy;
    std::optional<base::Error> lost;  ///< why its password is not there: the vault cannot be read
};

class NetworkService final {
public:
    NetworkService(store::Store &store, platform::Vault &vault, http::Client &client, const gateway::TaxSide &taxSide,
                   QByteArray userAgent, QString extraCaFile);

    /// As saved; the password comes from the vault. Without it the rest is good all the same: only a proxy that asks for a
    /// login will refuse, and the settings can be reached to enter it again.
    base::Result<SavedProxy> saved();
    /// Applies what is saved to all traffic; called once at start, before any request.
    base::Result<SavedProxy> apply();
    /// Reaches the business server through these settings, without touching the ones in use.
    base::Result<gateway::Health> test(const http::Proxy &proxy, base::Job &job);
    /// Stores and applies. The page calls it only after test() has passed (manual 3.2.1).
    base::Result<void> save(const http::Proxy &proxy);
    QString serverAddress() const { return m_taxSide.base().toString(); }

private:
    store::Store &m_store;
    platform::Vault &m_vault;
    http::Client &m_client;
    const gateway::TaxSide &m_taxSide;
    QByteArray m_userAgent;
    QString m_extraCaFile;
};

}  // namespace service
