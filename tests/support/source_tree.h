#pragma once
// Files of the source tree, for tests that hold the program against them.

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace tests {

/// `path` as it stands in the tree. The compiler's word for this file is relative to the build folder where a compiler cache
/// is shared between trees.
inline QString sourceTree(const char *path)
{
    const QDir build(QCoreApplication::applicationDirPath() + QStringLiteral("/.."));
    const QFileInfo here(build.absoluteFilePath(QString::fromUtf8(__FILE__)));
    return here.absolutePath() + QStringLiteral("/../../") + QString::fromUtf8(path);
}

}  // namespace tests
