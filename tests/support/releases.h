#pragma once
// Releases for tests, good and evil: zips with any entries, manifests with any content, signed with the test key.

#include "support/source_tree.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <zip.h>

namespace tests {

/// The client's file (versions/install.cpp).
#ifdef Q_OS_WIN
constexpr auto kClient = "shebao-client.exe";
#else
constexpr auto kClient = "shebao-client";
#endif

struct ZipEntry {
    QByteArray name;
    QByteArray content;
    unsigned mode = 0100644;
};

inline QByteArray zipOf(const QList<ZipEntry> &entries)
{
    const QTemporaryDir folder;
    const auto path = QFile::encodeName(folder.filePath(QStringLiteral("a.zip")));
    const auto zip = zipOpen64(path.constData(), APPEND_STATUS_CREATE);
    for (const auto &entry : entries) {
        zip_fileinfo info{};
        info.external_fa = uLong(entry.mode) << 16;
        zipOpenNewFileInZip64(zip, entry.name.constData(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 6, 0);
        zipWriteInFileInZip(zip, entry.content.constData(), unsigned(entry.content.size()));
        zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
    QFile file(QFile::decodeName(path));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

inline QByteArray filesTxt(const QList<ZipEntry> &entries)
{
    QByteArray text;
    for (const auto &entry : entries)
        text += sha256(entry.content) + ' ' + QByteArray::number(entry.content.size()) + ' ' + entry.name + '\n';
    return text;
}

/// With the key of installer/test-keys.
inline QByteArray signedByTestKey(const QByteArray &message)
{
    QFile file(sourceTree("installer/test-keys/test.pem"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const auto pem = file.readAll();
    auto *bio = BIO_new_mem_buf(pem.constData(), int(pem.size()));
    auto *key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
    auto *context = EVP_MD_CTX_new();
    QByteArray signature(64, '\0');
    std::size_t length = 64;
    EXPECT_EQ(EVP_DigestSignInit(context, nullptr, nullptr, nullptr, key), 1);
    EXPECT_EQ(EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &length,
                             reinterpret_cast<const unsigned char *>(message.constData()), std::size_t(message.size())),
              1);
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    BIO_free(bio);
    return signature;
}

/// A release of a client that is no program, with everything in order; a test spoils what it is about.
struct Release {
    explicit Release(const char *version, const char *platform = "linux-x64")
    {
        entries = {{kClient, "#!/bin/sh\nexit 0\n", 0100755},
                   {"plugins/one.so", QByteArray(200'000, 'p')},
                   {"empty", ""}};
        manifest = {{"version", version},
                    {"minimumVersion", "0.1.0"},
                    {"platform", platform},
                    {"package", std::string("shebao-") + version + ".zip"},
                    {"publishedAt", "2026-01-01T00:00:00Z"},
                    {"expiresAt", "2099-01-01T00:00:00Z"},
                    {"notes", {"新增一项", "修正一项"}}};
        pack();
    }

    /// From `entries`: package, and the fields that describe it.
    void pack()
    {
        auto all = entries;
        const auto list = filesTxt(entries);
        all.append({"files.txt", list});
        package = zipOf(all);
        qint64 unpacked = 0;
        for (const auto &entry : all)
            unpacked += entry.content.size();
        manifest["unpackedSize"] = unpacked;
        manifest["filesSha256"] = sha256(list).toStdString();
        describe();
    }
    void describe()
    {
        manifest["size"] = package.size();
        manifest["sha256"] = sha256(package).toStdString();
    }

    QByteArray text() const { return QByteArray::fromStdString(manifest.dump()); }

    /// Into the folder that the tax side serves.
    void publish(const QString &folder, const QByteArray &signature = {}, const char *keyId = "test") const
    {
        const auto good = signature.isEmpty() ? signedByTestKey(text()) : signature;
        const nlohmann::json offer = {{"manifest", text().toStdString()},
                                      {"signature", good.toBase64().toStdString()},
                                      {"keyId", keyId}};
        write(folder + QStringLiteral("/latest-") + QString::fromStdString(manifest["platform"]) + QStringLiteral(".json"),
              QByteArray::fromStdString(offer.dump()));
        write(folder + QLatin1Char('/') + QFileInfo(QString::fromStdString(manifest["package"])).fileName(), package);
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
        file.write(content);
    }

    QList<ZipEntry> entries;
    QByteArray package;
    nlohmann::json manifest;
};

}  // namespace tests
