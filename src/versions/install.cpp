#include "versions/install.h"

#include <algorithm>
#include <system_error>

namespace versions {

namespace {

namespace fs = std::filesystem;

#ifdef _WIN32
constexpr auto kClientName = "shebao-client.exe";
#else
constexpr auto kClientName = "shebao-client";
#endif

std::vector<fs::path> entriesOf(const fs::path &folder)
{
    std::vector<fs::path> found;
    std::error_code failed;
    for (fs::directory_iterator each(folder, failed), end; !failed && each != end; each.increment(failed))
        found.push_back(each->path());
    return found;
}

// As UTF-8, because a foreign name may not convert to the system's narrow one.
std::optional<Version> versionOf(const fs::path &path)
{
    const auto name = path.filename().u8string();
    return Version::of({reinterpret_cast<const char *>(name.data()), name.size()});
}

/// Under another name first: a folder that has begun to go must not look complete.
void removeVersion(const fs::path &folder)
{
    std::error_code ignored;
    auto old = folder;
    old += ".old";
    fs::remove_all(old, ignored);
    std::error_code busy;
    fs::rename(folder, old, busy);
    if (!busy)
        fs::remove_all(old, ignored);
}

}  // namespace

fs::path Install::clientOf(const Version &version) const
{
    return folderOf(version) / kClientName;
}

bool Install::isComplete(const Version &version) const
{
    std::error_code ignored;
    return fs::is_regular_file(clientOf(version), ignored);
}

std::vector<Version> Install::complete() const
{
    std::vector<Version> found;
    for (const auto &path : entriesOf(versionsFolder())) {
        if (const auto version = versionOf(path); version && isComplete(*version))
            found.push_back(*version);
    }
    std::sort(found.rbegin(), found.rend());
    return found;
}

std::optional<State> Install::read() const
{
    const auto text = readSmall(stateFile());
    return text ? stateOf(*text) : std::nullopt;
}

void Install::write(const State &state) const
{
    replaceFile(stateFile(), textOf(state));
}

bool Install::isWritable() const
{
    try {
        const auto probe = versionsFolder() / "writable";
        replaceFile(probe, "");
        std::error_code ignored;
        fs::remove(probe, ignored);
        return true;
    } catch (const std::system_error &) {
        return false;
    }
}

void Install::switchTo(const Version &version, const Version &running) const
{
    State next;
    next.current = version;
    next.previous = running;
    next.trial = true;
    write(next);
}

bool Install::confirm(const Version &running) const
{
    const auto state = read();
    if (state && !state->trial && state->current == running)
        return false;
    // Normally the trial of `running`. If something else stands there (another start has given it up meanwhile), a
    // window that is there proves more than a note that it is not; a version that waits for its turn keeps it.
    if (state && state->trial && state->previous == running && !state->tried)
        return false;
    State next;
    next.current = running;
    if (state && state->previous != running)
        next.previous = state->previous;
    write(next);
    return state && state->trial;
}

void Install::sweep(const Version &running) const noexcept
try {
    const auto state = read();
    const auto lock = Lock::take(upgradeLock());
    if (!lock || !state || state->trial)
        return;
    for (const auto &path : entriesOf(root())) {
        if (path.filename().string().starts_with("versions.state.new"))
            fs::remove(path);
    }
    for (const auto &path : entriesOf(versionsFolder())) {
        const auto version = versionOf(path);
        const auto ending = path.extension();
        if (version && *version < running && *version != state->current && version != state->previous)
            removeVersion(path);
        else if (!version && (ending == ".new" || ending == ".old" || ending == ".download"))
            fs::remove_all(path);
    }
} catch (const std::exception &) {
}

}  // namespace versions
