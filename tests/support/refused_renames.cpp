#include "support/refused_renames.h"

#include <QFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace tests {

namespace {

RefusedRenames::Refused &rule()
{
    static RefusedRenames::Refused refused;
    return refused;
}

}  // namespace

RefusedRenames::RefusedRenames(Refused refused)
{
    rule() = std::move(refused);
}

RefusedRenames::~RefusedRenames()
{
    rule() = nullptr;
}

}  // namespace tests

extern "C" int rename(const char *from, const char *to) noexcept
{
    const auto &refused = tests::rule();
    if (refused && refused(QFile::decodeName(from), QFile::decodeName(to))) {
        errno = EACCES;
        return -1;
    }
    return int(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}
