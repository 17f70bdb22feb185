#pragma once
// A client over the reference tax side in this process, with something on every page: people, a wage draft,
// declarations, arrears, a payment, a voucher, a 登录密码, a backup.

#include "app/application.h"
#include "support/units.h"

#include <QTemporaryDir>

namespace walk {

class World final {
public:
    /// False, with a word on the error output, when something could not be made.
    /// `locked`: with a 登录密码, and the files that dialogs are opened with.
    bool make(bool locked = false);
    app::Application &client() { return *m_client; }
    /// A backup of it, and a spreadsheet of wages of which not every row can be imported.
    QString backupFile() const { return m_folder.filePath(QStringLiteral("演示.sbbak")); }
    QString wageFile() const { return m_folder.filePath(QStringLiteral("工资.csv")); }
    QString dataFolder() const { return m_folder.path(); }
    /// Every session ends at the tax side; nobody's clock is wrong.
    void endSessions();

private:
    bool fill();
    bool pay();
    bool fillDraft();
    bool lockUp();

    QTemporaryDir m_folder;
    std::unique_ptr<app::Application> m_client;
};

using tests::kUnit;
using tests::kTwoRegistrations;
inline const QString kInitial = QStringLiteral("000001");
inline const QString kLock = QStringLiteral("walk-lock");
inline const QString kPassword = QStringLiteral("chen-2026");

}  // namespace walk
