#include "ui/modules/unit/profile_page.h"

#include <QPushButton>

namespace ui {

ProfilePage::ProfilePage(const QString &pageId, const QString &title, const Desk &desk, service::UnitService &units,
                         QWidget *parent)
    : ListPage(pageId, title, parent), m_desk(desk), m_units(units),
      m_update(actions()->addButton(QStringLiteral("update"), tr("更新"), Icon::Refresh))
{
    connect(m_update, &QPushButton::clicked, this, [this] { load(true); });
}

void ProfilePage::load(bool ask)
{
    if (ask)
        strip()->clear();
    showLoading();
    m_update->setEnabled(false);
    const auto read = [ask, &units = m_units, unit = m_desk.unit()](base::Job &job) {
        return ask ? units.refresh(unit, job) : units.profile(unit);
    };
    m_work = m_desk.jobs.run(this, read, [this, ask](base::Result<service::UnitProfile> profile) {
        m_update->setEnabled(true);
        if (!profile)
            return showError(profile.error(), [this] { load(true); });
        header()->setAge(profile->syncedAt, m_desk.clock.now());
        loaded(*profile, ask);
    });
}

}  // namespace ui
