#include "service/layout_service.h"

#include "store/setting_table.h"

namespace service {

using base::sqlite::Connection;

namespace {

const QString kPrefix = QStringLiteral("list.");

}  // namespace

base::Result<QHash<QString, QString>> LayoutService::all()
{
    return m_store.read([](Connection &c) { return store::SettingTable(c).startingWith(kPrefix); });
}

base::Result<void> LayoutService::save(const QHash<QString, QString> &changed)
{
    return m_store.write([&](Connection &c) {
        store::SettingTable settings(c);
        for (auto it = changed.cbegin(); it != changed.cend(); ++it) {
            if (it.value().isEmpty())
                settings.remove(kPrefix + it.key());
            else
                settings.set(kPrefix + it.key(), it.value());
        }
    });
}

}  // namespace service
