#include "taxside/router.h"

#include "base/log.h"
#include "taxside/access.h"
#include "taxside/admin.h"
#include "taxside/arrear.h"
#include "taxside/assessment.h"
#include "taxside/declared_person.h"
#include "taxside/discrepancy.h"
#include "taxside/fee_declaration.h"
#include "taxside/payment.h"
#include "taxside/receipt.h"
#include "taxside/release.h"
#include "taxside/roster.h"
#include "taxside/unit.h"
#include "taxside/voiding.h"
#include "taxside/voucher.h"
#include "taxside/wage_declaration.h"
#include "taxside/withdrawal.h"

#include <string_view>

namespace taxside {

namespace {

enum class Needs { Nothing, Session, FreshSession, Admin };  // FreshSession: even one that must change its password

struct Route {
    const char *method;
    const char *path;
    Needs needs;
    Handler handler;
};

constexpr Route kRoutes[] = {
    {"GET", "/v1/health", Needs::Nothing, getHealth},
    {"GET", "/v1/registrations", Needs::Nothing, listRegistrations},
    {"POST", "/v1/sessions", Needs::Nothing, createSession},
    {"DELETE", "/v1/sessions/current", Needs::FreshSession, deleteSession},
    {"PUT", "/v1/password", Needs::FreshSession, changePassword},
    {"GET", "/v1/unit", Needs::Session, getUnit},
    {"GET", "/v1/rule-pack", Needs::Session, getRulePack},
    {"GET", "/v1/notices", Needs::Session, listNotices},
    {"GET", "/v1/staff", Needs::Session, listStaff},
    {"PUT", "/v1/wage-declarations/{id}", Needs::Session, putWageDeclaration},
    {"GET", "/v1/wage-declarations/{id}", Needs::Session, getWageDeclaration},
    {"GET", "/v1/fee-assessments", Needs::Session, listFeeAssessments},
    {"GET", "/v1/fee-assessments/{id}/persons", Needs::Session, listFeePersons},
    {"GET", "/v1/fee-declarations", Needs::Session, listFeeDeclarations},
    {"PUT", "/v1/fee-declarations/{id}", Needs::Session, putFeeDeclaration},
    {"GET", "/v1/fee-declarations/{id}", Needs::Session, getFeeDeclaration},
    {"PUT", "/v1/fee-voidings/{id}", Needs::Session, putFeeVoiding},
    {"GET", "/v1/fee-voidings/{id}", Needs::Session, getFeeVoiding},
    {"GET", "/v1/arrears", Needs::Session, listArrears},
    {"GET", "/v1/agreements", Needs::Session, listAgreements},
    {"GET", "/v1/payments", Needs::Session, listPayments},
    {"PUT", "/v1/payments/{id}", Needs::Session, putPayment},
    {"GET", "/v1/payments/{id}", Needs::Session, getPayment},
    {"PUT", "/v1/vouchers/{id}", Needs::Session, putVoucher},
    {"GET", "/v1/vouchers/{id}", Needs::Session, getVoucher},
    {"PUT", "/v1/voucher-voidings/{id}", Needs::Session, putVoucherVoiding},
    {"GET", "/v1/voucher-voidings/{id}", Needs::Session, getVoucherVoiding},
    {"PUT", "/v1/withdrawals/{id}", Needs::Session, putWithdrawal},
    {"GET", "/v1/declared-persons", Needs::Session, listDeclaredPersons},
    {"GET", "/v1/annuity-notices", Needs::Session, listAnnuityNotices},
    {"GET", "/v1/contribution-bases", Needs::Session, listContributionBases},
    {"GET", "/v1/payables", Needs::Session, listPayables},
    {"GET", "/v1/receipts", Needs::Session, listReceipts},
    {"GET", "/v1/releases/latest", Needs::Nothing, getLatestRelease},
    {"GET", "/v1/releases/files/{name}", Needs::Nothing, getReleaseFile},
    {"GET", "/admin/ledger", Needs::Admin, getLedger},
    {"POST", "/admin/faults", Needs::Admin, postFaults},
    {"POST", "/admin/clock", Needs::Admin, postClock},
    {"POST", "/admin/staff", Needs::Admin, postStaff},
    {"POST", "/admin/password", Needs::Admin, postPassword},
    {"POST", "/admin/notices", Needs::Admin, postNotice},
    {"POST", "/admin/vouchers", Needs::Admin, postVoucher},
    {"POST", "/admin/discrepancies", Needs::Admin, postDiscrepancy},
};

/// Nothing when the path is not of this form; otherwise what stands in the place of {…}.
std::optional<std::string> matched(std::string_view pattern, std::string_view path)
{
    const auto open = pattern.find('{');
    if (open == std::string_view::npos)
        return pattern == path ? std::optional(std::string()) : std::nullopt;
    const auto tail = pattern.substr(pattern.find('}') + 1);
    if (path.substr(0, open) != pattern.substr(0, open) || path.size() < open + tail.size()
        || path.substr(path.size() - tail.size()) != tail)
        return std::nullopt;
    const auto part = path.substr(open, path.size() - open - tail.size());
    if (part.empty() || part.find('/') != std::string_view::npos)
        return std::nullopt;
    return std::string(part);
}

Answer visited(World &world, const Request &request, const Route &route, const std::string &id)
{
    Visit visit{world, request, QString::fromStdString(id), {}, {}};
    if (route.needs == Needs::Session || route.needs == Needs::FreshSession) {
        const auto owner = ownerOf(world, request.bearer);
        if (owner.mustChange && route.needs == Needs::Session)
            throw Problem("password-must-change", QStringLiteral("首次登录请先修改初始申报密码。"));
        visit.unit = registrantOf(world, owner.registration);
        visit.tokenHash = owner.tokenHash;
    }
    if (std::string_view(route.path).find("{id}") != std::string_view::npos && !isUuid(id))
        throw Problem("invalid-request", QStringLiteral("编号应为UUID。"));
    if (request.method == "GET")
        return route.handler(visit);
    base::sqlite::Transaction transaction(*world.db);
    Answer answer = route.handler(visit);
    transaction.commit();
    return answer;
}

Answer dispatched(World &world, const Request &request)
{
    const std::string method = request.method == "HEAD" ? "GET" : request.method;
    for (const auto &each : kRoutes) {
        const auto id = matched(each.path, request.path);
        if (!id || method != each.method || (each.needs == Needs::Admin && !world.options.admin))
            continue;
        const std::lock_guard lock(world.mutex);
        catchUp(world);
        return visited(world, request, each, *id);
    }
    throw Problem("unknown-path");
}

}  // namespace

void catchUp(World &world)
{
    const qint64 now = world.nowMs();
    auto work = world.db->query("SELECT EXISTS (SELECT 1 FROM submission WHERE due_at <= ?)"
                                " OR EXISTS (SELECT 1 FROM registration WHERE month < ?)",
                                now, world.month().index());
    const bool due = work.next() && work.integer(0) != 0;
    work.reset();
    if (!due)
        return;
    base::sqlite::Transaction transaction(*world.db);
    settleDue(world);
    openMonths(world);
    transaction.commit();
}

Answer route(World &world, const Request &request)
{
    try {
        return dispatched(world, request);
    } catch (const Problem &problem) {
        return answerOf(problem);
    } catch (const std::exception &failure) {
        base::log::warn(QStringLiteral("taxside: %1").arg(QString::fromUtf8(failure.what())));
        return answerOf(Problem("internal"));
    }
}

}  // namespace taxside
