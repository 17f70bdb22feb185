#pragma once
// The composition root: makes everything once, in order, and hands each what it works with.

#include "app/server_config.h"
#include "office/scratch.h"
#include "service/backup_service.h"
#include "service/certificate_service.h"
#include "service/contribution_base_service.h"
#include "service/declared_service.h"
#include "service/diagnosis_service.h"
#include "service/fee_service.h"
#include "service/find_service.h"
#include "service/home_service.h"
#include "service/layout_service.h"
#include "service/lock_service.h"
#include "service/network_service.h"
#include "service/notice_service.h"
#include "service/payment_service.h"
#include "service/receipt_service.h"
#include "service/staff_service.h"
#include "service/trail_service.h"
#include "service/unit_service.h"
#include "service/upgrade_service.h"
#include "service/wage_service.h"
#include "store/restore.h"
#include "taxside/server.h"

#include <memory>
#include <optional>

namespace app {

struct Options {
    QString dataFolder;                        ///< exists and is ours (platform::Instance)
    ServerConfig server;                       ///< not used in practice mode
    std::optional<taxside::Options> practice;  ///< 演示模式 (X14): the reference tax side runs in this process
    QString operatorName;                      ///< for 操作日志; empty: the account of this computer
    int backupCost = 17;                       ///< of scrypt: 2^cost; smaller in tests
    service::UpgradePlace place;               ///< where this program stands, for 升级
    QList<service::ReleaseKey> releaseKeys = service::releaseKeys();  ///< practice mode trusts the test key as well
};

/// What a diagnosis says of this program and leaves out of this computer.
service::ProgramPlace programPlace(const QString &dataFolder, const service::UpgradePlace &place);
/// What opens the databases of a data folder. Made when there is none and nothing that would need another.
base::Result<QByteArray> keyOf(const QString &dataFolder);

class Application final {
public:
    /// Opens the store, settles what a crash left behind (发送中 is 结果未知), applies the proxy settings. Errors:
    /// Store, StoreTooNew, and in practice mode what kept the reference tax side from starting.
    static base::Result<std::unique_ptr<Application>> start(const Options &options);
    ~Application();

    /// The machine is about to sleep, or the session to end: what can be put in order in a moment is.
    void settle() { m_store->checkpoint(); }

    base::Clock &clock() { return m_clock; }
    service::Sessions &sessions() { return m_sessions; }
    service::UnitService &units() { return m_units; }
    service::StaffService &staff() { return m_staff; }
    service::WageService &wages() { return m_wages; }
    service::FeeService &fees() { return m_fees; }
    service::PaymentService &payments() { return m_payments; }
    service::ContributionBaseService &bases() { return m_bases; }
    service::ReceiptService &receipts() { return m_receipts; }
    service::DeclaredService &declared() { return m_declared; }
    service::CertificateService &certificates() { return m_certificates; }
    service::HomeService &home() { return m_home; }
    service::LockService &lock() { return m_lock; }
    service::NoticeService &notices() { return m_notices; }
    service::FindService &finder() { return m_finder; }
    service::NetworkService &network() { return m_network; }
    service::DiagnosisService &diagnosis() { return m_diagnosis; }
    service::TrailService &trail() { return m_trail; }
    service::LayoutService &layouts() { return m_layouts; }
    service::Outbox &outbox() { return m_outbox; }
    service::UpgradeService &upgrade() { return m_upgrade; }
    service::BackupService &backups() { return m_backups; }
    /// What became of a restore that this start was to apply.
    store::Restored restored() const { return m_restored.what; }
    const store::RestoreReport &restoreReport() const { return m_restored; }
    /// Why the proxy is used without the password that was saved with it; nothing: it is not.
    const std::optional<base::Error> &lostProxyPassword() const { return m_lostProxyPassword; }
    /// Nothing outside practice mode.
    taxside::Server *practice() { return m_practice.get(); }

private:
    Application(std::unique_ptr<store::Store> store, std::unique_ptr<taxside::Server> practice, const Options &options,
                const ServerConfig &server, const QByteArray &key);

    base::Clock m_clock;
    office::Scratch m_scratch;
    std::unique_ptr<taxside::Server> m_practice;
    std::unique_ptr<store::Store> m_store;
    platform::Vault m_vault;
    http::Client m_client;
    gateway::TaxSide m_taxSide;
    service::Sessions m_sessions;
    service::Environment m_environment;
    service::Outbox m_outbox;
    service::UnitService m_units;
    service::StaffService m_staff;
    service::WageService m_wages;
    service::FeeService m_fees;
    service::PaymentService m_payments;
    service::ContributionBaseService m_bases;
    service::DeclaredService m_declared;
    service::ReceiptService m_receipts;
    service::CertificateService m_certificates;
    service::HomeService m_home;
    service::LockService m_lock;
    service::NoticeService m_notices;
    service::FindService m_finder;
    service::NetworkService m_network;
    service::DiagnosisService m_diagnosis;
    service::LayoutService m_layouts;
    service::TrailService m_trail;
    service::UpgradeService m_upgrade;
    service::BackupService m_backups;
    store::RestoreReport m_restored;
    std::optional<base::Error> m_lostProxyPassword;
};

}  // namespace app
