#include "office/bundle.h"

#include "base/durable.h"
#include "base/zip_source.h"
#include "office/failure.h"

#include <QBuffer>
#include <QSaveFile>

#include <zip.h>

namespace office {

namespace {

bool add(zipFile zip, const BundleFile &file)
{
    zip_fileinfo info{};
    info.tmz_date = {0, 0, 0, 1, 0, 1980};
    return zipOpenNewFileInZip64(zip, file.name.toUtf8().constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                 6, 0)
               == ZIP_OK
           && zipWriteInFileInZip(zip, file.content.constData(), unsigned(file.content.size())) == ZIP_OK
           && zipCloseFileInZip(zip) == ZIP_OK;
}

bool pack(QBuffer &to, const std::vector<BundleFile> &files)
{
    auto functions = base::zipSourceOf(to);
    zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    if (!zip)
        return false;
    bool sound = true;
    for (const auto &file : files)
        sound = sound && add(zip, file);
    return zipClose(zip, nullptr) == ZIP_OK && sound;
}

}  // namespace

base::Result<void> writeBundle(const QString &path, const std::vector<BundleFile> &files)
{
    QBuffer packed;
    packed.open(QIODevice::ReadWrite);
    if (!pack(packed, files))
        return failure("office.write", QStringLiteral("the files could not be packed"));
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly) || target.write(packed.data()) != packed.size() || !base::commitDurably(target))
        return failure("office.write", target.errorString());
    return {};
}

}  // namespace office
