#ifndef _WIN32
#include "versions/files.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace versions {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path &path)
{
    throw std::system_error(errno, std::generic_category(), path.string());
}

/// A descriptor that no child inherits, closed at the end of its scope.
class Descriptor final {
public:
    Descriptor(const fs::path &path, int flags) : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    int m_number;
};

}  // namespace

std::optional<std::string> readSmall(const fs::path &path)
{
    constexpr std::size_t most = 64 * 1024;
    const Descriptor file(path, O_RDONLY);
    std::string content(most + 1, '\0');
    const auto length = file.number() < 0 ? -1 : ::read(file.number(), content.data(), content.size());
    if (length < 0 || std::size_t(length) > most)
        return std::nullopt;
    content.resize(std::size_t(length));
    return content;
}

void sync(const fs::path &path)
{
    const Descriptor file(path, O_RDONLY);
    if (file.number() < 0 || ::fsync(file.number()) != 0)
        fail(path);
}

void replaceFile(const fs::path &path, std::string_view content)
{
    auto fresh = path;
    fresh += ".new" + std::to_string(::getpid());
    {
        const Descriptor file(fresh, O_WRONLY | O_CREAT | O_TRUNC);
        const bool written = file.number() >= 0
            && ::write(file.number(), content.data(), content.size()) == ssize_t(content.size())
            && ::fsync(file.number()) == 0;
        if (!written)
            fail(fresh);
    }
    if (::rename(fresh.c_str(), path.c_str()) != 0)
        fail(path);
    sync(path.parent_path());
}

void moveFolder(const fs::path &from, const fs::path &to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        fail(to);
    sync(to.parent_path());
}

std::optional<Lock> Lock::take(const fs::path &path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file < 0)
        return std::nullopt;
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return std::nullopt;
    }
    return Lock(file);
}

Lock::Lock(Lock &&other) noexcept : m_handle(std::exchange(other.m_handle, -1)) {}

Lock &Lock::operator=(Lock &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

Lock::~Lock()
{
    if (m_handle >= 0)
        ::close(int(m_handle));
}

}  // namespace versions
#endif
