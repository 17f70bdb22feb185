#pragma once
// Releases of the client, handed out as they lie in a folder: `latest-<platform>.json` (a ReleaseOffer) and packages.

#include "taxside/visit.h"

namespace taxside {

Answer getLatestRelease(const Visit &visit);
Answer getReleaseFile(const Visit &visit);

}  // namespace taxside
