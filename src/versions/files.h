#pragma once
// Files that survive a loss of power. Every function throws std::system_error.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace versions {

/// The whole of a small file; nothing when it cannot be read or is longer than 64 KB.
std::optional<std::string> readSmall(const std::filesystem::path &path);
/// Afterwards either the old or the new content is there, whatever happens.
void replaceFile(const std::filesystem::path &path, std::string_view content);
/// Renames within one file system, for good. `to` does not exist.
void moveFolder(const std::filesystem::path &from, const std::filesystem::path &to);
/// What was written to the file or the folder's list of names is on disk afterwards.
void sync(const std::filesystem::path &path);

/// Held by one process at a time, and by none that has ended.
class Lock final {
public:
    /// Nothing when another process holds it, or when the file cannot be made.
    static std::optional<Lock> take(const std::filesystem::path &path);
    Lock(Lock &&other) noexcept;
    Lock &operator=(Lock &&other) noexcept;
    ~Lock();

private:
    explicit Lock(std::intptr_t handle) : m_handle(handle) {}
    std::intptr_t m_handle;
};

}  // namespace versions
