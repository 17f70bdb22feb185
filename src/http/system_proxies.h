#pragma once
// What the system answered to the question for a proxy, for a while. The question can run a script or look for one on the
// network and take seconds, so nobody on the network thread asks it: Network does, on a thread made for it.

#include "http/client.h"

#include <QElapsedTimer>
#include <QHash>
#include <QNetworkProxy>

#include <optional>

namespace http {

/// Lives on the network thread.
class SystemProxies final {
public:
    enum class Age {
        None,   ///< never asked, or in doubt
        Fresh,
        Stale,  ///< good for now, to be asked again meanwhile
        Old,    ///< the machine may have moved to another network since
    };

    Age age(const QUrl &url) const;
    QList<QNetworkProxy> answer(const QUrl &url) const { return m_answers.value(keyOf(url)).proxies; }
    void keep(const QUrl &url, const QList<QNetworkProxy> &proxies);
    /// Something went wrong on this way: the next request asks again.
    void doubt(const QUrl &url) { m_answers.remove(keyOf(url)); }

    /// Scheme, host and port: a path can name a person, and no proxy is chosen by it.
    static QString keyOf(const QUrl &url);

private:
    struct Answer {
        QList<QNetworkProxy> proxies;
        QElapsedTimer since;
    };
    QHash<QString, Answer> m_answers;
};

/// What the operating system says; may take long.
QList<QNetworkProxy> askSystem(const QUrl &url);

}  // namespace http
