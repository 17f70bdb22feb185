#pragma once
// The program's log: one rotating file, every line redacted before it is written (document numbers, phone and account
// numbers, tokens, passwords; line breaks stripped). Names and wages are never passed to it in the first place.

#include <QString>

#include <string>

namespace base::log {

/// Opens `<folder>/shebao.log` (5 files of 2 MB). Without it, or when the folder cannot be written, lines go nowhere.
void openFile(const QString &folder);
void info(const QString &line);
/// The end of the open log, whole lines; of the file before it too when the newest is short.
QString tail(qint64 bytes);
void warn(const QString &line);

/// What a line looks like once it may be stored.
std::string redacted(const QString &line);

}  // namespace base::log
