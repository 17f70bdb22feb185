#include "platform/process.h"

#include <QByteArray>
#include <QtGlobal>

#include <windows.h>

namespace platform {

namespace {

// WER_FAULT_REPORTING_FLAG_NOHEAP; kernel32 has the function, the import library of the compiler may not.
void keepHeapOutOfReports()
{
    constexpr DWORD noHeap = 1;
    const auto kernel = GetModuleHandleW(L"kernel32.dll");
    const auto found = reinterpret_cast<void (*)()>(GetProcAddress(kernel, "WerSetFlags"));
    if (found)
        reinterpret_cast<HRESULT(WINAPI *)(DWORD)>(found)(noHeap);
}

}  // namespace

void beginProcess()
{
    qputenv("QT_ENABLE_REGEXP_JIT", QByteArrayLiteral("0"));
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    keepHeapOutOfReports();
}

}  // namespace platform
