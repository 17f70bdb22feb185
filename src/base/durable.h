#pragma once
// Steps with files that hold after a loss of power.

#include <QString>

class QFileDevice;
class QSaveFile;

namespace base {

/// What was written is on disk.
bool syncFile(QFileDevice &file);
/// What was written is on disk, whole, under its name; false: what was there before still is. QSaveFile::commit() alone
/// takes a few last bytes that could not be written, and a disk that could not keep them, for a success.
bool commitDurably(QSaveFile &file);
/// As renameDurably(), in the place of what may be there, in one step. On Windows it waits up to 2.5 s for a scanner that
/// holds one of the two.
bool replaceDurably(const QString &from, const QString &to);

/// A folder's list of names is on disk when it returns. On Windows the file system sees to it.
void syncFolderOf(const QString &path);
/// With the folders it lies in, as far as they are missing. False when it could not be done.
bool makeFolderDurably(const QString &path);
/// False when it could not be done; `to` must not exist.
bool renameDurably(const QString &from, const QString &to);
/// False where there is no file, and where there is one with nothing in it: it keeps a name and is nobody's data.
bool hasContent(const QString &path);
/// Overwrites a file before it is removed. What the disk keeps elsewhere (an SSD's spare blocks) is out of reach.
bool shred(const QString &path);

}  // namespace base
