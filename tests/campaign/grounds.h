#pragma once
// What runs start from.

#include "campaign/client.h"

#include <QTemporaryDir>

#include <map>

namespace campaign {

inline const QString kBackupPassword = QStringLiteral("backup-2026");
constexpr int kSchemaOfOlder = 1;
constexpr int kVillageSize = 2050;
constexpr int kFillers = 200;     ///< settings that an older or plain store holds: `filler.<n>` with fillerText(n)
constexpr int kOldRows = 3;       ///< of the workbook that an export replaces
constexpr qint64 kWageFen = 765432;       ///< in the draft of Ground::Wages and in the backup
constexpr qint64 kLaterWageFen = 111111;  ///< typed after the backup

QString fillerText(int number);
void copyTree(const QString &from, const QString &to);
std::unique_ptr<taxside::Server> taxSideOn(const QString &folder, int employees);
quint16 portOf(taxside::Server &server);

/// A workbook of so many rows.
base::Result<qint64> writeRows(const QString &path, int rows);

/// Makes each Ground once.
class Grounds final {
public:
    /// A folder with `taxside.db`, the client's data in `data`, and what lies elsewhere: `wages.csv` to be imported (of
    /// Wages), `good.sbbak` (of Backed).
    const QString &of(Ground ground);
    QString scratch(int run) const { return m_folder.filePath(QStringLiteral("run%1").arg(run)); }

private:
    void make(Ground ground, const QString &folder);
    void makeBacked(const QString &folder);
    void makeWaiting(const QString &folder);

    QTemporaryDir m_folder;
    std::map<Ground, QString> m_made;
};

}  // namespace campaign
