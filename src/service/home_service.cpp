#include "service/home_service.h"

#include "store/fee_table.h"
#include "store/staff_table.h"
#include "store/submission_table.h"
#include "store/wage_table.h"

namespace service {

using domain::SubmissionKind;

base::Result<Waiting> HomeService::waiting(const QString &unit)
{
    return m_env.store.read([&](base::sqlite::Connection &c) {
        const store::SubmissionTable submissions(c);
        const auto open = [&](std::vector<SubmissionKind> kinds) {
            return static_cast<qint64>(submissions.open(unit, kinds).size());
        };
        Waiting waiting;
        waiting.staffWithoutWage = store::StaffTable(c).counts(unit).withoutWage;
        for (const auto &arrear : store::FeeTable(c).arrears(unit)) {
            ++waiting.arrears;
            waiting.arrearsTotal += arrear.total;
        }
        waiting.openWageDeclarations = open({SubmissionKind::Wage});
        waiting.openFeeDeclarations = open({SubmissionKind::Fee, SubmissionKind::FeeVoiding});
        waiting.openPayments = open({SubmissionKind::Payment, SubmissionKind::Voucher, SubmissionKind::VoucherVoiding});
        waiting.wageDraftLines = store::WageTable(c).draft(unit, domain::WageKind::Daily).size();
        return waiting;
    });
}

}  // namespace service
