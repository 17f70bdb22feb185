#include "taxside/voiding.h"

#include "taxside/assessment.h"

namespace taxside {

namespace {

/// Nothing of it is paid, being paid, or in a voucher that may be paid at any counter.
bool untouched(World &world, qint64 declaration)
{
    auto row = world.db->query("SELECT count(*) FROM arrear WHERE declaration = ? AND state <> 'open'", declaration);
    return row.next() && row.integer(0) == 0;
}

}  // namespace

Json voidingJson(const Submission &s)
{
    Json json = {{"id", jsonText(s.id)},
                 {"status", jsonText(s.status)},
                 {"submittedAt", jsonInstant(s.submittedAt)},
                 {"settledAt", settledJson(s)}};
    if (s.status == QLatin1String("rejected")) {
        json["reasonCode"] = jsonText(s.reasonCode);
        json["reasonText"] = jsonText(s.reasonText);
    }
    return json;
}

Answer putFeeVoiding(const Visit &visit)
{
    World &world = visit.world;
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const QString declarationId = fields.uuid("declarationId");
    fields.optionalText("reason", 100);
    fields.end();
    const auto hash = bodyHash(body);
    if (const auto found = earlier(visit, "fee-voiding", hash))
        return answerOf(voidingJson(*found));
    const auto declaration = submissionById(world, visit.unit.key, "fee", declarationId);
    if (!declaration)
        throw Problem("not-found", QStringLiteral("没有该申报记录。"));
    if (declaration->status != QLatin1String("accepted"))
        throw Problem("not-voidable", QStringLiteral("只有申报成功的记录可以作废。"));
    if (!untouched(world, declaration->key))
        throw Problem("not-voidable", QStringLiteral("该申报已缴款、正在扣款或已开具银行端凭证，不能作废。"));
    Submission draft;
    draft.status = QStringLiteral("submitted");
    draft.target = declaration->key;
    rejectIfOrdered(world, "PUT /v1/fee-voidings/", draft);
    const auto stored = store(visit, "fee-voiding", hash, draft, feedbackAt(world));
    world.db->run("UPDATE submission SET status = 'voiding' WHERE key = ?", declaration->key);
    return answerOf(voidingJson(stored), 202);
}

Answer getFeeVoiding(const Visit &visit)
{
    return answerOf(voidingJson(asked(visit, "fee-voiding")));
}

void settleFeeVoiding(World &world, const Submission &submission)
{
    if (!submission.reasonCode.isEmpty()) {
        world.db->run("UPDATE submission SET status = 'accepted' WHERE key = ?", submission.target);
        settle(world, submission, "rejected", submission.reasonCode, submission.reasonText);
        return;
    }
    world.db->run("UPDATE arrear SET state = 'removed' WHERE declaration = ?", submission.target);
    world.db->run("UPDATE assessment SET holder = NULL WHERE holder = ?", submission.target);
    world.db->run("UPDATE submission SET status = 'voided' WHERE key = ?", submission.target);
    settle(world, submission, "accepted");
    refreshTotals(world, registrantOf(world, submission.registration));
}

}  // namespace taxside
