#pragma once
// Virus scanners look at every new file and hold it for a moment; whoever renames or opens it then waits.

#include <windows.h>

namespace base {

constexpr int kPatientAttempts = 9;  // 10 + 20 + … + 1280 ms, 2.5 s in all

inline bool isHeldByAnother(DWORD error)
{
    return error == ERROR_ACCESS_DENIED || error == ERROR_SHARING_VIOLATION || error == ERROR_LOCK_VIOLATION;
}

/// `step` returns whether it went well, and GetLastError() says why not.
template <class Step>
bool patiently(Step step)
{
    for (int attempt = 1;; ++attempt) {
        if (step())
            return true;
        if (attempt == kPatientAttempts || !isHeldByAnother(GetLastError()))
            return false;
        Sleep(5u << attempt);
    }
}

}  // namespace base
