// Any bytes as parts of a release; the first says which. `m`: a manifest, signed by a key that is trusted. `z`: a
// package. `Z`: the entries of one, put into a sound zip, so that names and kinds are tried and not checksums. `f`:
// which lines stand in the files.txt of a folder.
//
// Held: what is taken is newer, for this platform, not expired, of a plain name and a bounded size, and is refused as
// soon as one byte of the signature is another; nothing is written beside the folder, nothing but plain files, no more
// than was announced; a folder is found good only when its list names each of its files once.

#include "base/zip_source.h"
#include "fuzz/promise.h"
#include "fuzz/scratch.h"
#include "platform/unzip.h"
#include "service/release_check.h"
#include "service/release_folder.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDirIterator>

#include <openssl/evp.h>
#include <zip.h>

#include <algorithm>
#include <memory>

namespace {

using fuzz::hold;

constexpr qint64 kMostUnpacked = 1 << 20;

void checkError(const base::Error &error, std::initializer_list<const char *> codes)
{
    hold(std::any_of(codes.begin(), codes.end(), [&](const char *code) { return error.code == QLatin1String(code); }),
         "an error of the room");
}

// Manifests.

struct Signer {
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key{nullptr, EVP_PKEY_free};
    service::ReleaseKey shown;

    Signer()
    {
        const QByteArray seed(32, 'x');
        key.reset(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr,
                                               reinterpret_cast<const unsigned char *>(seed.constData()), 32));
        QByteArray bytes(32, '\0');
        std::size_t size = 32;
        hold(key && EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(bytes.data()), &size) == 1,
             "a key");
        shown = {QStringLiteral("fuzz"), bytes};
    }
    QByteArray signatureOf(const QByteArray &text) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        QByteArray made(64, '\0');
        std::size_t size = 64;
        hold(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
                 && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(made.data()), &size,
                                   reinterpret_cast<const unsigned char *>(text.constData()), std::size_t(text.size()))
                        == 1,
             "a signature");
        return made;
    }
};

void manifest(const QByteArray &text)
{
    static const Signer signer;
    const auto running = *versions::Version::of("1.2.3");
    const service::ReleaseTrust trust{{signer.shown},
                                      QStringLiteral("linux-x64"),
                                      running,
                                      versions::Version::of("1.3.0"),
                                      QDateTime(QDate(2026, 7, 27), QTime(9, 0), Qt::UTC)};
    gateway::ReleaseOffer offer{text, signer.signatureOf(text), signer.shown.id};
    const auto release = service::acceptedRelease(offer, trust);
    if (!release) {
        checkError(release.error(), {"upgrade.manifest", "upgrade.platform", "upgrade.older", "upgrade.expired",
                                     "upgrade.minimum", "upgrade.name"});
    } else if (*release) {
        const auto &taken = **release;
        hold(service::versionOf(taken.version) >= *trust.seen && service::versionOf(taken.version) > running,
             "newer than anything seen");
        hold(service::versionOf(taken.minimumVersion) <= running, "meant for what runs");
        hold(taken.platform == trust.platform && taken.expiresAt > trust.now, "for this platform, and still offered");
        hold(platform::isPlainPath(taken.package) && !taken.package.contains(QLatin1Char('/')), "a plain name");
        hold(taken.size > 0 && taken.size <= 4LL << 30 && taken.unpackedSize > 0 && taken.unpackedSize <= 4LL << 30,
             "a bounded size");
        hold(taken.sha256.size() == 32 && taken.filesSha256.size() == 32 && taken.notes.size() <= 50, "whole");
    }
    const auto at = text.size() % 64;
    offer.signature[at] = char(offer.signature[at] ^ 1);
    const auto forged = service::acceptedRelease(offer, trust);
    hold(!forged && forged.error().code == QLatin1String("upgrade.signature"), "a signature is looked at first");
}

// Packages.

void unpack(const QByteArray &bytes)
{
    static const fuzz::Scratch scratch;
    QDir root(scratch.path("root"));
    root.removeRecursively();
    hold(root.mkpath(QStringLiteral("in")), "a folder");
    QBuffer zip;
    zip.setData(bytes);
    zip.open(QIODevice::ReadOnly);
    base::Job job;
    const auto done = platform::unzip(zip, root.filePath(QStringLiteral("in")), kMostUnpacked, job);
    if (!done)
        checkError(done.error(), {"upgrade.package", "upgrade.unpacked", "upgrade.disk"});
    hold(root.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
             == QStringList{QStringLiteral("in")},
         "nothing is written beside the folder");
    const QDir in(root.filePath(QStringLiteral("in")));
    qint64 size = 0;
    QDirIterator each(in.path(), QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QFileInfo file(each.next());
        hold(file.isFile() && !file.isSymLink(), "plain files");
        hold(platform::isPlainPath(in.relativeFilePath(file.filePath())), "plain names");
        size += file.size();
    }
    hold(size <= kMostUnpacked && (!done || *done == size), "as much as was announced");
}

/// For each: the length of its name, kind and rights, then the name; its content is one byte many times.
QByteArray packageOf(const QByteArray &entries)
{
    static constexpr unsigned kModes[] = {0100644, 0100755, 0120777, 0040755, 0020644, 0, 0010644, 0140755};
    QBuffer file;
    file.open(QIODevice::ReadWrite);
    auto functions = base::zipSourceOf(file);
    const auto zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    for (qsizetype at = 0; at + 3 < entries.size();) {
        const auto length = uchar(entries[at]) % 250;
        const auto kind = uchar(entries[at + 1]);
        const auto name = entries.mid(at + 3, length);
        zip_fileinfo info{};
        info.external_fa = uLong(kModes[kind % 8]) << 16;
        if (zipOpenNewFileInZip64(zip, name.constData(), &info, nullptr, 0, nullptr, 0, nullptr,
                                  kind & 8 ? 0 : Z_DEFLATED, 1, 0)
            != ZIP_OK)
            break;
        const QByteArray content(qsizetype(uchar(entries[at + 2])) * uchar(entries[at + 2]) * 32, 'c');
        zipWriteInFileInZip(zip, content.constData(), unsigned(content.size()));
        zipCloseFileInZip(zip);
        at += 3 + length;
    }
    zipClose(zip, nullptr);
    return file.data();
}

// Folders.

const char *const kNames[] = {"shebao-client", "plugins/one.so", "empty"};

QByteArray lineOf(const char *name, const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() + ' '
           + QByteArray::number(content.size()) + ' ' + name + '\n';
}

void folder(const QByteArray &choice)
{
    static const fuzz::Scratch scratch;
    const QByteArray contents[] = {"client", QByteArray(300, 'p'), ""};
    QDir(scratch.path("version")).mkpath(QStringLiteral("plugins"));
    QByteArray text;
    int listed[3] = {};
    for (int at = 0; at < 3; ++at)
        scratch.write(("version/" + std::string(kNames[at])).c_str(), contents[at]);
    qsizetype at = 0;
    for (; at < choice.size() && uchar(choice[at]) < 4; ++at) {
        const int which = choice[at];
        text += which < 3 ? lineOf(kNames[which], contents[which]) : QByteArray("\n");
        if (which < 3)
            ++listed[which];
    }
    const auto wild = choice.mid(at);
    text += wild;
    scratch.write("version/files.txt", text);
    base::Job job;
    const auto good =
        service::verifyFolder(scratch.path("version"), QCryptographicHash::hash(text, QCryptographicHash::Sha256), job);
    if (!good)
        return checkError(good.error(), {"upgrade.swapped"});
    if (wild.isEmpty())
        hold(listed[0] == 1 && listed[1] == 1 && listed[2] == 1, "each file once");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray rest(reinterpret_cast<const char *>(bytes + 1), qsizetype(size - 1));
    switch (bytes[0]) {
    case 'm': manifest(rest); break;
    case 'z': unpack(rest); break;
    case 'Z': unpack(packageOf(rest)); break;
    case 'f': folder(rest); break;
    default: break;
    }
    return 0;
}
