#include "taxside/withdrawal.h"

#include "taxside/submission.h"

#include <utility>

namespace taxside {

namespace {

const char *kindOf(const QString &list)
{
    constexpr std::pair<const char *, const char *> kinds[] = {
        {"wage-declarations", "wage"}, {"fee-declarations", "fee"}, {"fee-voidings", "fee-voiding"},
        {"payments", "payment"},       {"vouchers", "voucher"},     {"voucher-voidings", "voucher-voiding"}};
    for (const auto &[name, kind] : kinds) {
        if (list == QLatin1String(name))
            return kind;
    }
    throw Problem("invalid-request");
}

}  // namespace

Answer putWithdrawal(const Visit &visit)
{
    const Json body = parsedBody(visit.request.body);
    Fields fields(body);
    const char *kind = kindOf(fields.text("list", 40));
    fields.end();
    if (submissionById(visit.world, visit.unit.key, kind, visit.id))
        throw Problem("already-received", QStringLiteral("该提交已经收到，不能撤回。"));
    visit.world.db->run("INSERT OR IGNORE INTO withdrawal VALUES (?, ?, ?, ?)", visit.unit.key,
                        QString::fromLatin1(kind), visit.id, visit.world.nowMs());
    return answerOf({{"id", jsonText(visit.id)}, {"status", "withdrawn"}});
}

}  // namespace taxside
