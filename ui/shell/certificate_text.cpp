#include "ui/shell/certificate_text.h"

#include "ui/style/tr.h"

namespace ui {

QString certificateKindName(domain::CertificateKind kind)
{
    switch (kind) {
    case domain::CertificateKind::Contribution: return Tr::tr("职工缴费证明");
    case domain::CertificateKind::Annuity: return Tr::tr("年金缴款通知单");
    case domain::CertificateKind::Payments: return Tr::tr("缴款记录");
    case domain::CertificateKind::Receipts: return Tr::tr("单位缴费记录");
    }
    return {};
}

}  // namespace ui
