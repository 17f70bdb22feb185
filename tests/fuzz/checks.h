#pragma once
// What is promised of everything that comes out of the gateway, whatever went in.

#include "domain/certificate.h"
#include "domain/contribution_base.h"
#include "domain/declared_person.h"
#include "domain/notice.h"
#include "domain/receipt.h"
#include "domain/staff.h"
#include "gateway/submission.h"
#include "gateway/unit.h"

namespace fuzz {

/// `changes`: it was asked to change something, so what is wrong with the answer leaves that open.
void checkError(const base::Error &error, bool changes);

void check(const domain::Staff &person);
void check(const domain::FeeAssessment &total);
void check(const domain::FeePerson &person);
void check(const domain::Arrear &arrear);
void check(const domain::Receipt &receipt);
void check(const domain::Agreement &agreement);
void check(const domain::ContributionBase &row);
void check(const domain::DeclaredPerson &person);
void check(const domain::AnnuityNotice &notice);
void check(const domain::Registration &registration);
void check(const domain::Unit &unit);
void check(const domain::Notice &notice);
void check(const domain::Voucher &voucher);
void check(const domain::RulePack &pack);
void check(const domain::Session &session);
void check(const gateway::Health &health);
void check(const gateway::Verdict &verdict);
void check(const gateway::RemoteSubmission &remote);

/// How many there are of something, or how far a walk has come.
void checkCount(qint64 count);
/// Where the next page begins: it goes into an address.
void checkCursor(const QString &cursor);

template <class T>
void check(const QVector<T> &rows)
{
    for (const auto &row : rows)
        check(row);
}

}  // namespace fuzz
