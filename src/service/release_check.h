#pragma once
// Whether an offered release may be taken. Pure.

#include "gateway/release.h"
#include "service/release_keys.h"
#include "versions/version.h"

namespace service {

/// What an offer is held against.
struct ReleaseTrust {
    QList<ReleaseKey> keys;
    QString platform;
    versions::Version running;
    std::optional<versions::Version> seen;  ///< the highest version that was ever offered with a good signature
    QDateTime now;
};

/// The release; nothing when it is the one that runs. Nothing in the manifest is looked at before its signature was found
/// good. Errors, all Validation: upgrade.{key,signature,manifest,platform,older,expired,minimum,name}.
base::Result<std::optional<domain::Release>> acceptedRelease(const gateway::ReleaseOffer &offer, const ReleaseTrust &trust);

/// `text` as a version. Only for texts that acceptedRelease has let pass.
versions::Version versionOf(const QString &text);

}  // namespace service
