#include "service/release_keys.h"

namespace service {

// One line for each key, as installer/release-key prints it. Before the publisher has made his, there is none: such a build
// says so (upgrade.key) and takes no release at all.
QList<ReleaseKey> releaseKeys()
{
    return {};
}

ReleaseKey testReleaseKey()
{
    return {QStringLiteral("test"), QByteArray::fromHex("5d4f0c3e377858cd115523e0ef97750f4a87b358e0be6ebe4110d2ce673a8099")};
}

}  // namespace service
