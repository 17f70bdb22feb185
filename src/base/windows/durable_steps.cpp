#include "base/durable.h"

#include "base/windows/patiently.h"

#include <QDir>
#include <QFileDevice>

#include <io.h>

#include <string>

namespace base {

bool syncFile(QFileDevice &file)
{
    return file.flush() && ::_commit(file.handle()) == 0;
}

// In one step and on disk when it returns. Never as a copy, which is neither.
bool replaceDurably(const QString &from, const QString &to)
{
    const std::wstring source = QDir::toNativeSeparators(from).toStdWString();
    const std::wstring target = QDir::toNativeSeparators(to).toStdWString();
    return patiently([&] {
        return MoveFileExW(source.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0;
    });
}

void syncFolderOf(const QString &) {}  // the file system sees to it, and to a rename MOVEFILE_WRITE_THROUGH

}  // namespace base
