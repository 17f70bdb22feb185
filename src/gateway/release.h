#pragma once
// Releases of this program: the offer, and what its manifest says. The manifest is read only after its signature was found
// good (service/upgrade_service).

#include "domain/release.h"
#include "gateway/tax_side.h"

#include <optional>

namespace gateway {

struct ReleaseOffer {
    QByteArray manifest;   ///< the signed bytes
    QByteArray signature;  ///< 64 bytes if it is one
    QString keyId;
};

/// Nothing when there is no release for the platform.
base::Result<std::optional<ReleaseOffer>> fetchLatestRelease(const TaxSide &taxSide, const QString &platform, base::Job &job);
/// Error: Protocol protocol.{json,shape}.
base::Result<domain::Release> readManifest(const QByteArray &manifest);
/// `name` was checked to be a plain file name.
base::Result<http::Response> fetchReleaseFile(const TaxSide &taxSide, const QString &name, qint64 maxBytes, http::Sink sink,
                                              base::Job &job);

}  // namespace gateway
