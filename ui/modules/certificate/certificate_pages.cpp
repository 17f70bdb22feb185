#include "ui/modules/certificate/certificate_pages.h"

#include "ui/modules/certificate/annuity_page.h"
#include "ui/modules/certificate/certificate_page.h"
#include "ui/modules/certificate/certificate_records_page.h"
#include "ui/style/tr.h"

namespace ui {

namespace {

Page *linked(ListPage *page, const Desk &desk)
{
    QObject::connect(page, &ListPage::loginRequested, page, desk.logInAgain);
    QObject::connect(page, &ListPage::networkSettingsRequested, page, desk.openNetworkSettings);
    return page;
}

}  // namespace

std::vector<PageSpec> certificatePages(const Desk &desk, service::CertificateService &certificates,
                                       service::DeclaredService &declared)
{
    const auto group = Tr::tr("证明打印");
    std::vector<PageSpec> pages = {
        {.id = QStringLiteral("certificate.contribution"),
         .group = group,
         .title = Tr::tr("职工缴费证明打印"),
         .icon = Icon::Certificate,
         .create =
             [desk, &certificates, &declared](QWidget *parent) {
                 return linked(new CertificatePage(desk, certificates, declared, parent), desk);
             }},
    };
    if (desk.profile.pack.has(QStringLiteral("annuity-notice"))) {
        pages.push_back({.id = QStringLiteral("certificate.annuity"),
                         .group = group,
                         .title = Tr::tr("年金缴款通知单打印"),
                         .icon = Icon::Receipt,
                         .create = [desk, &certificates](QWidget *parent) {
                             return linked(new AnnuityPage(desk, certificates, parent), desk);
                         }});
    }
    pages.push_back({.id = QStringLiteral("certificate.records"),
                     .group = group,
                     .title = Tr::tr("证明单据打印记录"),
                     .icon = Icon::RecordDone,
                     .create = [desk, &certificates](QWidget *parent) {
                         return linked(new CertificateRecordsPage(desk, certificates, parent), desk);
                     }});
    return pages;
}

}  // namespace ui
