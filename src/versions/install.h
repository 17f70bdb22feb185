#pragma once
// The folder the product is installed in, as the launcher and the running client see it:
//
//   shebao(.exe)               the launcher
//   versions.state             state.h
//   versions.lock              held by a launcher while a version is on trial
//   versions/upgrade.lock      held by a client while it unpacks or sweeps
//   versions/1.4.0/            one version, complete: its name is given when every file of it is on disk
//   versions/1.4.1.new/        one that is being unpacked; swept
//   versions/1.3.0.old/        one that is being removed; swept
//   versions/1.4.1.download    a package on its way; swept
//   server.json                the administrator's

#include "versions/choice.h"
#include "versions/files.h"

namespace versions {

// How launcher and client talk. Environment variables, because a version that does not know one is not disturbed.
inline constexpr auto kRootVariable = "SHEBAO_ROOT";                   ///< the install folder; set by the launcher only
inline constexpr auto kReturnedVariable = "SHEBAO_RETURNED_FROM";      ///< the version that was given up
inline constexpr auto kReasonVariable = "SHEBAO_RETURN_REASON";        ///< why: ended, silent, cut-off, missing, broken
inline constexpr auto kTrialLimitVariable = "SHEBAO_TRIAL_MS";         ///< for tests: instead of 60 s
inline constexpr int kRestartCode = 120;         ///< the client's: read the state again and start what it says
inline constexpr int kAlreadyRunningCode = 121;  ///< the client's: another one has the data folder; this was no trial

class Install final {
public:
    explicit Install(std::filesystem::path root) : m_root(std::move(root)) {}

    const std::filesystem::path &root() const { return m_root; }
    std::filesystem::path versionsFolder() const { return m_root / "versions"; }
    std::filesystem::path folderOf(const Version &version) const { return versionsFolder() / version.text(); }
    std::filesystem::path clientOf(const Version &version) const;
    std::filesystem::path trialLock() const { return m_root / "versions.lock"; }
    std::filesystem::path upgradeLock() const { return versionsFolder() / "upgrade.lock"; }
    bool isComplete(const Version &version) const;
    /// The complete ones, newest first.
    std::vector<Version> complete() const;

    std::optional<State> read() const;
    /// Throws std::system_error.
    void write(const State &state) const;
    /// False where this user may not change the install folder.
    bool isWritable() const;

    // What the client does. All throw std::system_error.
    /// The next start tries `version`, which is complete, and comes back to `running` if it fails.
    void switchTo(const Version &version, const Version &running) const;
    /// The running version has long work to do before its first window, or is through with it. Nothing where it is not on
    /// trial.
    void prepare(const Version &running, bool preparing) const;
    /// The running version has shown its first window. True when that ended a trial.
    bool confirm(const Version &running) const;
    /// Removes what is neither current nor previous nor running, and what was left half-done. Never throws: what cannot
    /// be removed today can be tomorrow.
    void sweep(const Version &running) const noexcept;

private:
    std::filesystem::path stateFile() const { return m_root / "versions.state"; }

    std::filesystem::path m_root;
};

}  // namespace versions
