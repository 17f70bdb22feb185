#pragma once
// 登录密码 (L7, S9): an optional password of this installation that is asked for before anything of a unit is shown. It
// keeps a colleague out of the program; the tax side knows nothing of it, and it encrypts nothing.
//
// Forgotten, it can be replaced by whoever knows the 申报密码 of a unit that is here: the tax side says whether it is
// right. The data stays in every case.

#include "gateway/unit.h"
#include "service/environment.h"

namespace service {

struct LockState {
    bool set = false;
    int waitSeconds = 0;  ///< until the next try is allowed
    int wrongTries = 0;
};

class LockService final {
public:
    static constexpr int kFreeTries = 3;
    static constexpr int kLongestWait = 3600;
    static constexpr int kShortest = 6;
    static constexpr int kLongest = 64;

    explicit LockService(const Environment &environment) : m_env(environment) {}

    /// A password protects units: without any it is not asked for.
    base::Result<LockState> state();
    /// Validation: lock.wrong, lock.wait (`detail`: seconds). Each try is counted before it is judged, so that ending
    /// the program in between wins nothing.
    base::Result<void> unlock(const QString &password);
    /// Sets or, with the present one, changes it. Validation: lock.length, and those of unlock().
    base::Result<void> set(const QString &present, const QString &fresh);
    base::Result<void> remove(const QString &present);
    /// Forgotten: `taxNumber` is of a unit that is here (the one that logged in last, when it has several), `password`
    /// its 申报密码. An empty `fresh` takes the 登录密码 away. Validation: lock.unit, lock.length; and what a login can
    /// end with.
    base::Result<void> recover(const QString &taxNumber, const QString &password, const QString &fresh, base::Job &job);

private:
    base::Result<void> save(const QString &fresh);

    Environment m_env;
};

}  // namespace service
