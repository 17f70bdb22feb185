#pragma once
// What documents that are handed out are called.

#include "domain/certificate.h"

namespace ui {

QString certificateKindName(domain::CertificateKind kind);

}  // namespace ui
