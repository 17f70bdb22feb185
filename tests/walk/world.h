#pragma once
// A client over the reference tax side in this process, with something on every page: people, a wage draft,
// declarations, arrears, a payment of which items failed, a voucher, certificates.

#include "app/application.h"

#include <QTemporaryDir>

namespace walk {

class World final {
public:
    /// False, with a word on the error output, when something could not be made.
    bool make();
    app::Application &client() { return *m_client; }

private:
    bool fill();

    QTemporaryDir m_folder;
    std::unique_ptr<app::Application> m_client;
};

inline const QString kUnit = QStringLiteral("10011401000000000001");
inline const QString kTaxNumber = QStringLiteral("91140100MA0000015K");
inline const QString kInitial = QStringLiteral("000001");
inline const QString kPassword = QStringLiteral("chen-2026");

}  // namespace walk
