#pragma once
// A version's folder against its files.txt.

#include "base/job.h"
#include "base/result.h"

#include <QString>

#include <system_error>

namespace service {

/// Every file of files.txt is there with its size and hash, no other is, and files.txt itself is the one that was signed.
/// Error: Validation upgrade.swapped; cancelled.
base::Result<void> verifyFolder(const QString &folder, const QByteArray &filesSha256, base::Job &job);

/// Makes every file of the folder, and the names of all, survive a loss of power. Error: Store upgrade.disk.
base::Result<void> syncFolder(const QString &folder);

/// For the details of an error, which hold no path: what() names the folders, and with them who works here.
QString reasonOf(const std::system_error &failure);

}  // namespace service
