#include "service/release_check.h"

#include "platform/signature.h"
#include "platform/unzip.h"

#include <algorithm>

namespace service {

namespace {

using versions::Version;

base::Error refused(const char *code, const QString &detail = {})
{
    return base::validation(QLatin1String("upgrade.") + QLatin1String(code), detail);
}

std::optional<base::Error> badSignature(const gateway::ReleaseOffer &offer, const QList<ReleaseKey> &keys)
{
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const ReleaseKey &one) { return one.id == offer.keyId; });
    if (key == keys.end())
        return refused("key", offer.keyId);
    if (!platform::isSigned(offer.manifest, offer.signature, key->bytes))
        return refused("signature", offer.keyId);
    return std::nullopt;
}

std::optional<Version> parsed(const QString &text)
{
    return Version::of(text.toStdString());
}

}  // namespace

Version versionOf(const QString &text)
{
    return parsed(text).value_or(Version());
}

base::Result<std::optional<domain::Release>> acceptedRelease(const gateway::ReleaseOffer &offer, const ReleaseTrust &trust)
{
    if (const auto bad = badSignature(offer, trust.keys))
        return *bad;
    auto release = gateway::readManifest(offer.manifest);
    if (!release)
        return refused("manifest", release.error().detail);
    const auto version = parsed(release->version);
    const auto minimum = parsed(release->minimumVersion);
    if (!version || !minimum)
        return refused("manifest", QStringLiteral("version"));
    if (release->platform != trust.platform)
        return refused("platform", release->platform);
    if (*version < trust.running || (trust.seen && *version < *trust.seen))
        return refused("older", release->version);
    if (*version == trust.running)
        return std::optional<domain::Release>();
    if (release->expiresAt <= trust.now)
        return refused("expired", release->expiresAt.toString(Qt::ISODate));
    if (trust.running < *minimum)
        return refused("minimum", release->minimumVersion);
    if (release->package.contains(QLatin1Char('/')) || !platform::isPlainPath(release->package))
        return refused("name");
    return std::optional(*release);
}

}  // namespace service
