// Which pages the window has, and how 查找 leads to them.

#include "ui/client_window.h"

#include "ui/modules/certificate/certificate_pages.h"
#include "ui/modules/declared/declared_pages.h"
#include "ui/modules/fee/fee_pages.h"
#include "ui/modules/home/home_pages.h"
#include "ui/modules/notice/notice_pages.h"
#include "ui/modules/payment/payment_pages.h"
#include "ui/modules/query/query_pages.h"
#include "ui/modules/settings/settings_pages.h"
#include "ui/modules/staff/staff_detail_dialog.h"
#include "ui/modules/staff/staff_pages.h"
#include "ui/modules/trail/trail_pages.h"
#include "ui/modules/unit/unit_pages.h"
#include "ui/modules/wage/wage_pages.h"
#include "ui/shell/list_page.h"
#include "ui/shell/search_dialog.h"

#include <algorithm>
#include <iterator>

namespace ui {

std::vector<PageSpec> ClientWindow::pagesOf(const Desk &desk)
{
    std::vector<PageSpec> pages;
    const auto add = [&pages](std::vector<PageSpec> more) {
        std::move(more.begin(), more.end(), std::back_inserter(pages));
    };
    add(noticePages(desk, m_app.notices()));
    add(staffPages(desk, m_app.staff()));
    add(wagePages(desk, m_app.wages(), m_app.staff(), m_app.outbox()));
    add(feePages(desk, m_app.fees(), m_app.outbox()));
    add(paymentPages(desk, m_app.payments(), m_app.outbox(), m_app.certificates()));
    auto queries = queryPages(desk, m_app.units(), m_app.bases(), m_app.receipts(), m_app.certificates());
    const auto payables = std::find_if(queries.begin(), queries.end(),
                                       [](const auto &page) { return page.id == QLatin1String("query.payables"); });
    auto declared = declaredPages(desk, m_app.declared());
    queries.insert(payables, declared.begin(), declared.end());  // the order of the manual: Q1 … Q5
    add(std::move(queries));
    add(certificatePages(desk, m_app.certificates(), m_app.declared()));
    add(unitPages(desk, m_app.units(), m_app.lock(),
                  {[this](const QString &unit) { chooseUnit(unit); }, [this] { addUnit(); },
                   [this](const service::UnitProfile &profile) { takeRules(profile); }}));
    add(trailPages(desk, m_app.trail()));
    add(settingsPages(desk, m_app.network(), m_app.backups(), m_app.diagnosis(), *m_upgrade));
    const std::pair<const char *, qint64 service::Waiting::*> badges[] = {
        {"notice.list", &service::Waiting::unreadNotices},
        {"wage.daily", &service::Waiting::wageDraftLines},
        {"wage.records", &service::Waiting::openWageDeclarations},
        {"fee.records", &service::Waiting::openFeeDeclarations},
        {"payment.arrears", &service::Waiting::arrears},
        {"payment.vouchers", &service::Waiting::openVouchers},
        {"payment.records", &service::Waiting::openPayments},
    };
    for (auto &page : pages) {
        for (const auto &[id, count] : badges) {
            if (page.id == QLatin1String(id))
                page.badge = [this, count = count] { return badge(count); };
        }
    }
    auto home = homePages(desk, m_app.home(), [pages](const QString &id) -> std::optional<PageSpec> {
        for (const auto &page : pages) {
            if (page.id == id)
                return page;
        }
        return std::nullopt;  // a tile of a page that this unit does not have
    });
    add(std::move(home));
    std::rotate(pages.begin(), pages.end() - 1, pages.end());
    return pages;
}

void ClientWindow::search()
{
    if (!m_desk || findChild<SearchDialog *>())
        return;
    auto *dialog = new SearchDialog(m_jobs, m_app.finder(), m_desk->unit(), m_pages->pages(), this);
    connect(dialog, &SearchDialog::pageChosen, m_pages, &MainWindow::openPage);
    connect(dialog, &SearchDialog::personChosen, this, &ClientWindow::openPerson);
    connect(dialog, &SearchDialog::recordChosen, this, &ClientWindow::openRecord);
    dialog->open();
}

void ClientWindow::openPerson(const QString &staffId)
{
    m_personJob = m_jobs.run(
        m_pages, [this, unit = m_desk->unit(), staffId](base::Job &) { return m_app.staff().find(unit, staffId); },
        [this](const base::Result<domain::Staff> &person) {
            if (person)
                (new StaffDetailDialog(*person, this))->open();
            else
                m_pages->strip()->show(errorMessage(person.error()));
        });
}

void ClientWindow::openRecord(const QString &pageId, const QString &record)
{
    if (m_pages->openPage(pageId))
        m_pages->currentPage()->showRow(record);
}

}  // namespace ui
