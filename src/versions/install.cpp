#include "versions/install.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace versions {

namespace {

namespace fs = std::filesystem;

#ifdef _WIN32
constexpr auto kClientName = "shebao-client.exe";
#else
constexpr auto kClientName = "shebao-client";
#endif
constexpr auto kRecordName = "files.txt";

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

/// Below its folder: no step up, no root, no drive. Records are signed or the installer's own, and checked all the same.
bool isBelow(const fs::path &name)
{
    return name.is_relative() && !name.has_root_name() && std::none_of(name.begin(), name.end(), [](const auto &part) {
        return part == "..";
    });
}

/// What `files.txt` records (`<sha256> <size> <relative path>` a line), the record, and the folders that are empty then: a
/// file that somebody else has put there stays.
void removeRecorded(const fs::path &folder)
{
    std::error_code ignored;
    std::ifstream record(folder / kRecordName);
    for (std::string line; std::getline(record, line);) {
        const auto space = line.find(' ', line.find(' ') + 1);
        // Only ASCII is ever packed, so the system's narrow encoding does not matter.
        const fs::path name = space == std::string::npos ? std::string() : line.substr(space + 1);
        if (!name.empty() && isBelow(name))
            fs::remove(folder / name, ignored);
    }
    record.close();
    fs::remove(folder / kRecordName, ignored);
    std::vector<fs::path> inside;
    for (fs::recursive_directory_iterator each(folder, ignored), end; each != end; each.increment(ignored)) {
        if (each->is_directory(ignored))
            inside.push_back(each->path());
    }
    for (auto path = inside.rbegin(); path != inside.rend(); ++path)
        fs::remove(*path, ignored);  // fails while something is in it
    fs::remove(folder, ignored);
}

/// Under another name while it goes: a folder that has begun to go must not look complete. What is somebody else's is found
/// where it was.
void removeVersion(const fs::path &folder)
{
    auto old = folder;
    old += ".old";
    removeRecorded(old);
    std::error_code busy;
    fs::rename(folder, old, busy);
    if (busy)
        return;
    removeRecorded(old);
    if (fs::exists(old, busy))
        fs::rename(old, folder, busy);
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

void Install::prepare(const Version &running, bool preparing) const
{
    auto state = read();
    if (!state || !state->trial || state->current != running || state->preparing == preparing)
        return;
    state->preparing = preparing;
    write(*state);
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
        else if (!version && ending == ".old")
            removeRecorded(path);
        else if (!version && (ending == ".new" || ending == ".download"))
            fs::remove_all(path);  // only ever ours: half a download, half a folder
    }
} catch (const std::exception &) {
}

}  // namespace versions
