#pragma once
// The script of the tour: one month, from registration to payment.

#include "ui/shell/prompt.h"
#include "ui/tour/driver.h"

#include <QByteArray>

namespace ui {

class Month final {
public:
    Month(Driver &driver, Prompt &prompt, std::function<QByteArray()> ledger)
        : m_driver(driver), m_prompt(prompt), m_ledger(std::move(ledger))
    {
    }

    void play();
    /// What was being done last.
    QString step() const { return m_step; }

private:
    void begin(const QString &step);
    void expect(bool shown, const QString &what);
    /// Fetches feedback, and sends again what provably never arrived, until the newest record shows `state`.
    void confirmNoDeduction(const QString &table);
    void settleNewest(const QString &page, const QString &state);

    void resend(const QString &table);

    void registerUnit();
    void receiveNotices();
    void firstSync();
    void declareWages();
    void lookAtWageFiles();
    void lookAtUnitNumbers();
    void lookAtStaffChanges();
    void declareFees();
    void payByAgreement();
    void printVoucher();
    void savePreview(const QString &picture, const QString &pdf);
    void lookAtRecords();
    void lookAtQueries();
    void lookAtDeclared();
    void printCertificates();
    void lookAtAccess();
    void lookAtHome();
    void lookAtTrail();
    void lookAtProgram();
    void backUpAndRestore();
    void addOffice();
    void printAnnuityNotice();
    void declareByInsurance();
    void checkLedger();

    Driver &m_driver;
    Prompt &m_prompt;
    std::function<QByteArray()> m_ledger;
    QString m_step;
};

}  // namespace ui
