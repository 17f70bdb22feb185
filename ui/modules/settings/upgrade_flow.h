#pragma once
// 升级 as the window sees it: one state, whoever looks. The steps are service::UpgradeService's; they run elsewhere.

#include "service/upgrade_service.h"
#include "ui/shell/job_runner.h"

#include <QObject>

namespace ui {

class UpgradeFlow final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Checking,
        Newest,     ///< nothing newer
        Available,  ///< release() waits for 升级
        Fetching,
        Staging,
        Ready,  ///< the next start is the new version's
        Failed,
    };

    explicit UpgradeFlow(service::UpgradeService &upgrade, QObject *parent = nullptr);

    /// The first window is there (once): confirms this version, looks for a newer one, and brings it, all without the user
    /// (U1). A version that has failed here once is left to him.
    void begin();
    void check();
    void upgrade();
    void cancel() { m_work->cancel(); }

    State state() const { return m_state; }
    bool isWorking() const { return m_state == State::Fetching || m_state == State::Staging; }
    /// Available, Fetching, Staging, Ready, and Failed after those.
    const std::optional<domain::Release> &release() const { return m_release; }
    const base::Error &error() const { return m_error; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    const service::UpgradePlace &place() const { return m_upgrade.place(); }

Q_SIGNALS:
    void changed();
    /// 「重新启动」 was pressed; the window knows whether that is possible now.
    void restartRequested();

private:
    struct Found {
        std::optional<domain::Release> release;
        service::UpgradeStanding standing;
    };

    void look(bool bring);
    void found(const Found &found, bool bring);
    void stage(std::shared_ptr<service::UpgradePackage> package);
    void go(State state);
    void fail(const base::Error &error);
    JobRunner::Progress progress();

    service::UpgradeService &m_upgrade;
    State m_state = State::Idle;
    std::optional<domain::Release> m_release;
    base::Error m_error;
    qint64 m_done = 0;
    qint64 m_total = 0;
    JobRunner m_jobs;  ///< its own: whether the window is busy is asked before a restart
    LatestJob m_work;
};

}  // namespace ui
