#include "store/migrations.h"

#include "store/staff_search.h"

#include <QFile>

#include <sqlite3.h>

// At file scope, because the macro declares a function there; a static library's resources need it.
static void registerSchema()
{
    Q_INIT_RESOURCE(store_schema);
}

namespace store {

namespace {

/// The version whose search texts are made of the people who are there: initials are none of SQL's business.
constexpr int kSearchBegins = 2;
/// The version whose search texts have wages as well.
constexpr int kWagesJoin = 10;

QString stepPath(int version)
{
    return QStringLiteral(":/store/schema/v%1.sql").arg(version, 4, 10, QLatin1Char('0'));
}

}  // namespace

int schemaVersion()
{
    registerSchema();
    int version = 0;
    while (QFile::exists(stepPath(version + 1)))
        ++version;
    return version;
}

qint64 versionOf(base::sqlite::Connection &connection)
{
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const auto version = connection.number("PRAGMA user_version");
    if (version <= schemaVersion())
        sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return version;
}

void migrate(base::sqlite::Connection &connection)
{
    const int newest = schemaVersion();
    const int present = static_cast<int>(connection.number("PRAGMA user_version"));
    if (present == newest)
        return;
    base::sqlite::Transaction transaction(connection);
    for (int version = present + 1; version <= newest; ++version) {
        QFile step(stepPath(version));
        if (!step.open(QIODevice::ReadOnly))
            throw base::sqlite::Failure(1, "schema step missing");
        connection.script(step.readAll());
        if (version == kSearchBegins)
            StaffSearch::buildAll(connection);
        if (version == kWagesJoin)
            StaffSearch::addWages(connection);
    }
    connection.script(QByteArray("PRAGMA user_version = ") + QByteArray::number(newest));
    transaction.commit();
}

}  // namespace store
