// 登录密码 in the way in (L7): the calls of LockService.

#include "ui/modules/unit/login_flow.h"
#include "ui/modules/unit/login_lock_steps.h"
#include "ui/shell/error_text.h"
#include "ui/widgets/message_strip.h"

namespace ui {

void LoginFlow::askLock(const std::optional<QString> &preferredUnit)
{
    const auto read = [lock = m_lock](base::Job &) { return lock->state(); };
    m_work = m_jobs.run(this, read, [this, preferredUnit](base::Result<service::LockState> state) {
        if (state && !state->set) {
            m_lock = nullptr;  // asked for once
            loadKnown(preferredUnit);
            return;
        }
        m_unlock->clear();
        go(m_unlock);
        if (!state)  // what cannot be read is not taken for unlocked
            fail(state.error(), [this] { start(); });
        else
            m_unlock->wait(state->waitSeconds);
    });
}

void LoginFlow::unlock(const QString &password)
{
    busy(tr("正在验证…"));
    struct Outcome {
        base::Result<void> opened;
        int wait = 0;
    };
    const auto ask = [lock = m_lock, password](base::Job &) -> base::Result<Outcome> {
        Outcome outcome{lock->unlock(password)};
        if (!outcome.opened) {
            const auto state = lock->state();
            outcome.wait = state ? state->waitSeconds : 0;
        }
        return outcome;
    };
    m_work = m_jobs.run(this, ask, [this](base::Result<Outcome> outcome) {
        if (outcome->opened)
            return unlocked();
        const auto &error = outcome->opened.error();
        fail(error, {});
        if (error.kind == base::Error::Kind::Validation) {
            m_strip->clear();
            m_unlock->refuse(errorText(error).what);
            m_unlock->wait(outcome->wait);
        }
    });
}

void LoginFlow::recover()
{
    busy(tr("正在验证…"));
    const auto ask = [lock = m_lock, number = m_recover->taxNumber(), password = m_recover->password(),
                      fresh = m_recover->fresh()](base::Job &job) {
        return lock->recover(number, password, fresh, job);
    };
    m_work = m_jobs.run(this, ask, [this](base::Result<void> done) {
        if (done)
            return unlocked();
        fail(done.error(), [this] { recover(); });
    });
}

void LoginFlow::unlocked()
{
    idle();
    m_unlock->clear();
    m_recover->clear();
    m_lock = nullptr;
    start();
}

}  // namespace ui
