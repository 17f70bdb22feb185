#ifdef _WIN32
#include "versions/files.h"

#include <utility>

#include <windows.h>

namespace versions {

namespace {

namespace fs = std::filesystem;

constexpr DWORD kShareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

[[noreturn]] void fail(const fs::path &path)
{
    throw std::system_error(int(GetLastError()), std::system_category(), path.string());
}

class Handle final {
public:
    Handle(const fs::path &path, DWORD access, DWORD how, DWORD flags = FILE_ATTRIBUTE_NORMAL)
        : m_handle(CreateFileW(path.c_str(), access, kShareAll, nullptr, how, flags, nullptr))
    {
    }
    ~Handle()
    {
        if (good())
            CloseHandle(m_handle);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    bool good() const { return m_handle != INVALID_HANDLE_VALUE; }
    HANDLE handle() const { return m_handle; }

private:
    HANDLE m_handle;
};

// Virus scanners open what has just been written and keep it for a moment.
void moved(const fs::path &from, const fs::path &to, DWORD flags)
{
    for (int left = 50; !MoveFileExW(from.c_str(), to.c_str(), flags | MOVEFILE_WRITE_THROUGH); --left) {
        const auto error = GetLastError();
        if (left == 0 || (error != ERROR_ACCESS_DENIED && error != ERROR_SHARING_VIOLATION))
            fail(to);
        Sleep(100);
    }
}

}  // namespace

std::optional<std::string> readSmall(const fs::path &path)
{
    constexpr DWORD most = 64 * 1024;
    const Handle file(path, GENERIC_READ, OPEN_EXISTING);
    std::string content(most + 1, '\0');
    DWORD length = 0;
    if (!file.good() || !ReadFile(file.handle(), content.data(), most + 1, &length, nullptr) || length > most)
        return std::nullopt;
    content.resize(length);
    return content;
}

// Folders are written through by MOVEFILE_WRITE_THROUGH; a handle to one cannot be flushed without special rights.
void sync(const fs::path &path)
{
    if (fs::is_directory(path))
        return;
    const Handle file(path, GENERIC_WRITE, OPEN_EXISTING);
    if (!file.good() || !FlushFileBuffers(file.handle()))
        fail(path);
}

void replaceFile(const fs::path &path, std::string_view content)
{
    auto fresh = path;
    fresh += L".new" + std::to_wstring(GetCurrentProcessId());
    {
        const Handle file(fresh, GENERIC_WRITE, CREATE_ALWAYS);
        DWORD length = 0;
        const bool written = file.good()
            && WriteFile(file.handle(), content.data(), DWORD(content.size()), &length, nullptr)
            && length == content.size() && FlushFileBuffers(file.handle());
        if (!written)
            fail(fresh);
    }
    moved(fresh, path, MOVEFILE_REPLACE_EXISTING);
}

void moveFolder(const fs::path &from, const fs::path &to)
{
    moved(from, to, 0);
}

std::optional<Lock> Lock::take(const fs::path &path)
{
    const auto file = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS,
                                  FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file == INVALID_HANDLE_VALUE)
        return std::nullopt;
    return Lock(reinterpret_cast<std::intptr_t>(file));
}

Lock::Lock(Lock &&other) noexcept : m_handle(std::exchange(other.m_handle, 0)) {}

Lock &Lock::operator=(Lock &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

Lock::~Lock()
{
    if (m_handle)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

}  // namespace versions
#endif
