#include "gateway/release.h"

#include "gateway/reader.h"

namespace gateway {

namespace {

constexpr qint64 kMostBytes = 4LL << 30;

QByteArray sha256(const Reader &reader, const char *key)
{
    const auto text = reader.text(key, 64).toLatin1();
    const auto bytes = QByteArray::fromHex(text);
    if (bytes.size() != 32 || bytes.toHex() != text)
        throw Misshapen{key};
    return bytes;
}

qint64 size(const Reader &reader, const char *key)
{
    return reader.number(key, 1, kMostBytes);
}

domain::Release release(const Reader &reader)
{
    domain::Release release;
    release.version = reader.text("version", 20);
    release.minimumVersion = reader.text("minimumVersion", 20);
    release.platform = reader.text("platform", 40);
    release.package = reader.text("package", 200);
    release.size = size(reader, "size");
    release.sha256 = sha256(reader, "sha256");
    release.unpackedSize = size(reader, "unpackedSize");
    release.filesSha256 = sha256(reader, "filesSha256");
    release.publishedAt = reader.instant("publishedAt");
    release.expiresAt = reader.instant("expiresAt");
    release.notes = reader.texts("notes").mid(0, 50);
    return release;
}

base::Result<nlohmann::json> parsed(const QByteArray &text)
{
    auto value = parsedJson(text);
    if (!value.is_discarded())
        return value;
    base::Error error;
    error.kind = base::Error::Kind::Protocol;
    error.code = QStringLiteral("protocol.json");
    return error;
}

}  // namespace

base::Result<std::optional<ReleaseOffer>> fetchLatestRelease(const TaxSide &taxSide, const QString &platform, base::Job &job)
{
    const auto response = taxSide.call(http::Method::Get, QStringLiteral("v1/releases/latest?platform=") + encoded(platform),
                                       {}, {}, job);
    if (!response)
        return response.error();
    if (response->status == 204)
        return std::optional<ReleaseOffer>();
    return decoded(parsed(response->body), [](const Reader &reader) {
        return std::optional(ReleaseOffer{reader.text("manifest", 60'000).toUtf8(),
                                          QByteArray::fromBase64(reader.text("signature", 200).toLatin1()),
                                          reader.text("keyId", 40)});
    });
}

base::Result<domain::Release> readManifest(const QByteArray &manifest)
{
    return decoded(parsed(manifest), release);
}

base::Result<http::Response> fetchReleaseFile(const TaxSide &taxSide, const QString &name, qint64 maxBytes, http::Sink sink,
                                              base::Job &job)
{
    return taxSide.download(QStringLiteral("v1/releases/files/") + encoded(name), maxBytes, std::move(sink), job);
}

}  // namespace gateway
