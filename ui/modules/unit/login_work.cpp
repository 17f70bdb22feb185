// What the steps of LoginFlow lead to: the calls of UnitService, one after the other.

#include "ui/modules/unit/login_confirm_step.h"
#include "ui/modules/unit/login_flow.h"
#include "ui/modules/unit/login_lock_steps.h"
#include "ui/modules/unit/login_password_steps.h"
#include "ui/modules/unit/login_unit_steps.h"
#include "ui/modules/unit/unit_removal.h"
#include "ui/shell/error_text.h"
#include "ui/shell/list_page.h"

namespace ui {

void LoginFlow::connectSteps()
{
    connect(m_unlock, &UnlockStep::entered, this, &LoginFlow::unlock);
    connect(m_unlock, &UnlockStep::forgotten, this, [this] {
        m_recover->clear();
        go(m_recover);
    });
    connect(m_recover, &RecoverStep::entered, this, &LoginFlow::recover);
    connect(m_pick, &UnitPickStep::picked, this, &LoginFlow::pick);
    connect(m_pick, &UnitPickStep::addRequested, this, [this] {
        m_taxNumber->reset(false);
        go(m_taxNumber);
    });
    connect(m_pick, &UnitPickStep::removeRequested, this, &LoginFlow::remove);
    connect(m_taxNumber, &TaxNumberStep::entered, this, &LoginFlow::findRegistrations);
    connect(m_registration, &RegistrationStep::chosen, this, &LoginFlow::choose);
    connect(m_password, &PasswordStep::entered, this, &LoginFlow::verify);
    connect(m_newPassword, &NewPasswordStep::entered, this, &LoginFlow::changePassword);
    connect(m_confirm, &ConfirmStep::confirmed, this, &LoginFlow::enter);
}

void LoginFlow::start(const std::optional<QString> &preferredUnit)
{
    m_again = false;
    m_password->setAgain(false);
    m_path.clear();
    if (m_lock)
        askLock(preferredUnit);
    else
        loadKnown(preferredUnit);
}

void LoginFlow::startAdding()
{
    m_again = false;
    m_password->setAgain(false);
    m_path.clear();
    m_taxNumber->reset(false);
    go(m_taxNumber);
}

void LoginFlow::relogin(const QString &unit)
{
    m_again = true;
    m_unit = unit;
    m_path.clear();
    m_password->setAgain(true);
    m_password->setUnit({}, {});
    go(m_password);
    m_hintWork = m_jobs.run(
        this, [&units = m_units, unit](base::Job &) { return units.profile(unit); },
        [this](base::Result<service::UnitProfile> profile) {
            if (profile)
                m_password->setUnit(profile->unit.name, profile->unit.taxNumber);
        });
}

void LoginFlow::loadKnown(const std::optional<QString> &preferredUnit)
{
    const auto read = [&units = m_units](base::Job &) { return units.knownUnits(); };
    m_work = m_jobs.run(this, read, [this, preferredUnit](base::Result<QVector<domain::KnownUnit>> known) {
        m_known = known ? *known : QVector<domain::KnownUnit>();
        if (m_known.isEmpty()) {
            m_taxNumber->reset(true);
            go(m_taxNumber);
            if (!known)
                m_strip->show(errorMessage(known.error(), [this] { start(); }));
            return;
        }
        m_pick->setUnits(m_known);
        go(m_pick);
        for (const auto &unit : m_known) {
            if (m_known.size() == 1 || unit.registrationId == preferredUnit) {
                pick(unit);
                return;
            }
        }
    });
}

void LoginFlow::pick(const domain::KnownUnit &unit)
{
    m_unit = unit.registrationId;
    m_password->setUnit(unit.name, unit.taxNumber);
    go(m_password);
    lookUpHint(unit.registrationId, unit.taxNumber);
}

/// A password that was reset at the counter is an initial one again; silently, because it is only a help.
void LoginFlow::lookUpHint(const QString &unit, const QString &taxNumber)
{
    const auto ask = [&units = m_units, taxNumber](base::Job &job) { return units.findRegistrations(taxNumber, job); };
    m_hintWork = m_jobs.run(this, ask, [this, unit](base::Result<QVector<domain::Registration>> found) {
        if (!found || unit != m_unit)
            return;
        for (const auto &registration : *found) {
            if (registration.registrationId == unit)
                m_password->setHint(registration);
        }
    });
}

void LoginFlow::findRegistrations(const QString &typed)
{
    busy(tr("正在查询…"));
    const auto ask = [&units = m_units, typed](base::Job &job) { return units.findRegistrations(typed, job); };
    m_work = m_jobs.run(this, ask, [this, typed](base::Result<QVector<domain::Registration>> found) {
        if (!found) {
            const auto &error = found.error();
            fail(error, [this, typed] { findRegistrations(typed); });
            const bool field = error.kind == base::Error::Kind::Validation
                               || error.code == QLatin1String("unit-not-found");
            if (field) {
                m_strip->clear();
                const auto text = errorText(error);
                m_taxNumber->setError(text.next.isEmpty() ? text.what : text.what + tr("。") + text.next);
            }
            return;
        }
        idle();
        if (found->size() == 1) {
            choose(found->first());
        } else {
            m_registration->setRegistrations(*found);
            go(m_registration);
        }
    });
}

void LoginFlow::choose(const domain::Registration &registration)
{
    m_unit = registration.registrationId;
    m_password->setUnit(registration.name, registration.taxNumber);
    m_password->setHint(registration);
    go(m_password);
}

void LoginFlow::verify(const QString &password)
{
    busy(tr("正在验证…"));
    const auto ask = [&units = m_units, unit = m_unit, password](base::Job &job) {
        return units.verifyPassword(unit, password, job);
    };
    m_work = m_jobs.run(this, ask, [this, password](base::Result<domain::Session> session) {
        if (!session) {
            refuse(session.error(), password);
            return;
        }
        m_session = true;
        idle();
        if (session->mustChangePassword) {
            m_oldPassword = password;
            m_newPassword->reset(password);
            go(m_newPassword);
        } else {
            loadProfile();
        }
    });
}

void LoginFlow::refuse(const base::Error &error, const QString &password)
{
    if (error.code == QLatin1String("wrong-password")) {
        idle();
        m_password->setError(error.attemptsLeft >= 0 ? tr("申报密码错误，还可以尝试 %1 次").arg(error.attemptsLeft)
                                                     : tr("申报密码错误，请核对后重新输入"));
    } else if (error.code == QLatin1String("password-locked")) {
        idle();
        m_password->clear();
        m_strip->show(Tone::Danger,
                      tr("连续输错 5 次，申报密码已锁定。请由本单位人员携带有效证件到办税服务厅重置申报密码，"
                         "重置后即可重新登录。"));
    } else {
        fail(error, [this, password] { verify(password); });
    }
}

void LoginFlow::changePassword(const QString &fresh)
{
    busy(tr("正在修改…"));
    const auto ask = [&units = m_units, unit = m_unit, old = m_oldPassword, fresh](base::Job &job) {
        return units.changePassword(unit, old, fresh, job);
    };
    m_work = m_jobs.run(this, ask, [this, fresh](base::Result<void> done) {
        if (done) {
            idle();
            m_oldPassword.clear();
            loadProfile();
            return;
        }
        const auto &error = done.error();
        fail(error, [this, fresh] { changePassword(fresh); });
        if (error.sent == base::Sent::Unknown) {
            // It may have been changed: another attempt with the old one would count as a wrong password.
            m_strip->show({.tone = Tone::Warning,
                           .text = tr("没有收到税务端的答复，新密码可能已经生效。请返回上一步，先用新密码登录；"
                                      "不成功再用初始密码登录。"),
                           .details = errorText(error).details});
        } else if (error.kind == base::Error::Kind::Validation) {
            m_strip->clear();
            m_newPassword->setError(errorText(error).what);
        }
    });
}

void LoginFlow::loadProfile()
{
    if (m_again) {
        m_session = false;  // it belongs to the window now
        Q_EMIT reloggedIn(m_unit);
        return;
    }
    busy(tr("正在下载登记信息…"));
    const auto ask = [&units = m_units, unit = m_unit](base::Job &job) { return units.refresh(unit, job); };
    m_work = m_jobs.run(this, ask, [this](base::Result<service::UnitProfile> profile) {
        if (!profile) {
            fail(profile.error(), [this] { loadProfile(); });
            return;
        }
        idle();
        m_profile = *profile;
        m_confirm->setProfile(m_profile);
        go(m_confirm);
    });
}

void LoginFlow::enter()
{
    busy(tr("正在进入…"));
    m_work = m_jobs.run(
        this, [&units = m_units, unit = m_unit](base::Job &) { return units.enter(unit); },
        [this](base::Result<void> done) {
            if (!done) {
                fail(done.error(), [this] { enter(); });
                return;
            }
            idle();
            m_session = false;
            m_password->clear();
            Q_EMIT entered(m_profile);
        });
}

void LoginFlow::remove(const domain::KnownUnit &unit)
{
    auto *dialog = new UnitRemoval(unit, m_jobs, m_units, m_prompt, this);
    connect(dialog, &UnitRemoval::chosen, this, [this, unit](bool erase) {
        busy(tr("正在移除…"));
        const auto work = [&units = m_units, id = unit.registrationId, erase](base::Job &job) {
            return units.remove(id, erase, job);
        };
        m_work = m_jobs.run(this, work, [this, name = unit.name](base::Result<void> done) {
            m_path.clear();
            m_known.clear();
            // Something may have gone before it failed.
            loadRemaining(done ? MessageStrip::Message{.tone = Tone::Success, .text = tr("已移除「%1」").arg(name)}
                               : errorMessage(done.error(), {}, {}, m_openNetwork));
        });
    });
    dialog->open();
}

/// The list again after a unit has gone, also when only one is left.
void LoginFlow::loadRemaining(const MessageStrip::Message &message)
{
    const auto read = [&units = m_units](base::Job &) { return units.knownUnits(); };
    m_work = m_jobs.run(this, read, [this, message](base::Result<QVector<domain::KnownUnit>> known) {
        m_known = known ? *known : QVector<domain::KnownUnit>();
        m_pick->setUnits(m_known);
        m_taxNumber->reset(true);
        go(m_known.isEmpty() ? static_cast<LoginStep *>(m_taxNumber) : m_pick);
        m_strip->show(message);
    });
}

/// Turning back after the password was right: the token is not left behind.
void LoginFlow::abandonSession()
{
    m_oldPassword.clear();
    if (!std::exchange(m_session, false))
        return;
    const auto leave = [&units = m_units, unit = m_unit](base::Job &job) -> base::Result<void> {
        units.leave(unit, job);
        return {};
    };
    m_jobs.run(&m_jobs, leave, [](base::Result<void>) {});
}

}  // namespace ui
