#pragma once
// A scanner that holds files: while it does, they cannot be renamed. The C library's function of that name is defined in the
// test program itself, so that nothing of the program knows of it (POSIX).

#include <QString>

#include <functional>

namespace tests {

/// As long as it lives, what `refused` says yes to fails.
class RefusedRenames final {
public:
    using Refused = std::function<bool(const QString &from, const QString &to)>;
    explicit RefusedRenames(Refused refused);
    ~RefusedRenames();
    RefusedRenames(const RefusedRenames &) = delete;
    RefusedRenames &operator=(const RefusedRenames &) = delete;
};

/// No file gets this name.
inline RefusedRenames::Refused onto(const QString &path)
{
    return [path](const QString &, const QString &to) { return to == path; };
}

}  // namespace tests
