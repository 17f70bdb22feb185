#pragma once
// A few small files in one zip, for somebody else to look at.

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace office {

struct BundleFile {
    QString name;  ///< ASCII, without a folder
    QByteArray content;
};

/// The file appears only when it is whole. Errors: Office office.write.
base::Result<void> writeBundle(const QString &path, const std::vector<BundleFile> &files);

}  // namespace office
