// Any bytes as what the tax side says. The first names the question, the second the status of the answer, the rest is
// its body; behind that everything is the product's own, from the request to what domain makes of it.

#include "fuzz/checks.h"
#include "fuzz/line.h"
#include "fuzz/promise.h"
#include "gateway/contribution_base.h"
#include "gateway/declared_person.h"
#include "gateway/fee.h"
#include "gateway/release.h"
#include "gateway/staff.h"

namespace {

using domain::SubmissionKind;
using fuzz::access;
using fuzz::check;
using fuzz::checkError;

const QString kId = QStringLiteral("6f9b6f3a-3d80-4a4b-9c0f-6a7d7d3c1a11");
const domain::MonthRange kRange{domain::Month(2026, 1), domain::Month(2026, 7)};
const QDate kDay(2026, 7, 27);

/// A list, one thing, or what is wrong with it.
template <class T>
void seen(const base::Result<T> &answer, bool changes = false)
{
    if (!answer)
        return checkError(answer.error(), changes);
    if constexpr (!std::is_void_v<T>)
        check(*answer);
}

template <class Page>
void seenPage(const base::Result<Page> &page)
{
    if (!page)
        return checkError(page.error(), false);
    check(page->rows);
    fuzz::checkCount(page->total);
    fuzz::checkCursor(page->nextCursor);
}

void staff()
{
    base::Job job;
    const auto access = fuzz::access();
    gateway::StaffPages pages(access, 0, {}, 1000, job);
    const auto page = pages.next();
    seenPage(page);
    if (page)
        fuzz::checkCount(page->sequence);
}

void contributionBases()
{
    base::Job job;
    const auto page = gateway::fetchContributionBases(access(), 0, {}, 1000, job);
    seenPage(page);
    if (page)
        fuzz::checkCount(page->sequence);
}

void rulePack()
{
    base::Job job;
    const auto answer = gateway::fetchRulePack(access(), QStringLiteral("etag"), job);
    if (!answer)
        return checkError(answer.error(), false);
    if (!answer->unchanged)
        check(answer->pack);
}

void release()
{
    base::Job job;
    const auto offer = gateway::fetchLatestRelease(fuzz::taxSide(), QStringLiteral("linux-x64"), job);
    if (!offer)
        return checkError(offer.error(), false);
    if (*offer)
        fuzz::hold((*offer)->manifest.size() <= 240'000 && (*offer)->keyId.size() <= 40, "an offer is small");
}

template <SubmissionKind kind>
void verdict()
{
    base::Job job;
    seen(gateway::ask(access(), kind, kId, job));
    seen(gateway::put(access(), kind, kId, "{}", job), true);
}

using Question = void (*)();
const Question kQuestions[] = {
    staff,
    contributionBases,
    rulePack,
    release,
    verdict<SubmissionKind::Wage>,
    verdict<SubmissionKind::Fee>,
    verdict<SubmissionKind::FeeVoiding>,
    verdict<SubmissionKind::Payment>,
    verdict<SubmissionKind::Voucher>,
    verdict<SubmissionKind::VoucherVoiding>,
    [] {
        base::Job job;
        seen(gateway::fetchAssessments(access(), domain::FeeKind::Daily, job));
    },
    [] {
        base::Job job;
        seenPage(gateway::fetchFeePersons(access(), kId, {}, 1000, job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchArrears(access(), job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchPayables(access(), kRange, job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchReceipts(access(), kRange, job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchAgreements(access(), job));
    },
    [] {
        base::Job job;
        seenPage(gateway::fetchDeclaredPersons(access(), kRange, {}, 1000, job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchAnnuityNotices(access(), kRange, job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchHealth(fuzz::taxSide(), job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchRegistrations(fuzz::taxSide(), QStringLiteral("1"), job));
    },
    [] {
        base::Job job;
        seen(gateway::createSession(fuzz::taxSide(), kId, QStringLiteral("p"), job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchUnit(access(), job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchNotices(access(), job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchFeeDeclarations(access(), kDay, kDay, job));
    },
    [] {
        base::Job job;
        seen(gateway::fetchPayments(access(), kDay, kDay, job));
    },
    [] {
        base::Job job;
        seen(gateway::changePassword(access(), QStringLiteral("a"), QStringLiteral("b"), job), true);
    },
};

constexpr int kStatuses[] = {200, 200, 201, 202, 204, 304, 400, 401, 404, 409, 422, 429, 500, 501, 503, 599};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size < 2)
        return 0;
    fuzz::answerWith(kStatuses[bytes[1] % std::size(kStatuses)],
                     QByteArray(reinterpret_cast<const char *>(bytes + 2), qsizetype(size - 2)));
    kQuestions[bytes[0] % std::size(kQuestions)]();
    return 0;
}
