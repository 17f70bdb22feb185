#pragma once
// Files of the source tree, for tests that hold the program against them.

#include <QString>

namespace tests {

/// `path` as it stands in the tree.
inline QString sourceTree(const char *path)
{
    return QStringLiteral(SHEBAO_TESTS "/../") + QString::fromUtf8(path);
}

}  // namespace tests
