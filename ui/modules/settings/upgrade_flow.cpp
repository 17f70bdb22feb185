#include "ui/modules/settings/upgrade_flow.h"

#include "base/log.h"

namespace ui {

UpgradeFlow::UpgradeFlow(service::UpgradeService &upgrade, QObject *parent) : QObject(parent), m_upgrade(upgrade) {}

void UpgradeFlow::begin()
{
    m_work = m_jobs.run(
        this, [this](base::Job &) { return m_upgrade.started(); },
        [this](const base::Result<void> &started) {
            if (!started)
                return fail(started.error());
            look(true);
        });
}

void UpgradeFlow::check()
{
    if (!isWorking())
        look(false);
}

void UpgradeFlow::look(bool bring)
{
    go(State::Checking);
    m_work = m_jobs.run(
        this,
        [this](base::Job &job) -> base::Result<Found> {
            auto release = m_upgrade.check(job);
            if (!release)
                return release.error();
            return Found{*release, m_upgrade.standing()};
        },
        [this, bring](const base::Result<Found> &answer) { answer ? found(*answer, bring) : fail(answer.error()); });
}

void UpgradeFlow::found(const Found &found, bool bring)
{
    m_release = found.release;
    if (!m_release)
        return go(found.standing.waiting.isEmpty() ? State::Newest : State::Ready);
    go(State::Available);
    if (bring && place().install && m_release->version != found.standing.failed)
        upgrade();
}

void UpgradeFlow::upgrade()
{
    if (isWorking() || !m_release)
        return;
    m_done = 0;
    m_total = m_release->size;
    go(State::Fetching);
    m_work = m_jobs.run(
        this, [this, release = *m_release](base::Job &job) { return m_upgrade.fetch(release, job); },
        [this](const base::Result<std::shared_ptr<service::UpgradePackage>> &package) {
            package ? stage(*package) : fail(package.error());
        },
        progress());
}

void UpgradeFlow::stage(std::shared_ptr<service::UpgradePackage> package)
{
    m_done = 0;
    m_total = m_release->unpackedSize;
    go(State::Staging);
    m_work = m_jobs.run(
        this,
        [this, release = *m_release, package](base::Job &job) -> base::Result<void> {
            const auto staged = m_upgrade.stage(release, *package, job);
            return staged ? m_upgrade.switchTo(release) : staged;
        },
        [this](const base::Result<void> &done) { done ? go(State::Ready) : fail(done.error()); }, progress());
}

JobRunner::Progress UpgradeFlow::progress()
{
    return [this](qint64 done, qint64 total) {
        m_done = done;
        m_total = total;
        Q_EMIT changed();
    };
}

void UpgradeFlow::go(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void UpgradeFlow::fail(const base::Error &error)
{
    base::log::warn(QStringLiteral("upgrade: %1 %2").arg(error.code, error.detail));
    m_error = error;
    go(State::Failed);
}

}  // namespace ui
