#include "gateway/submission.h"
#include "gateway/words.h"

namespace gateway {

using domain::SubmissionItem;
using nlohmann::json;

namespace {

std::string wire(domain::Money amount)
{
    return domain::moneyToWire(amount).toStdString();
}

}  // namespace

QByteArray wageBody(const domain::WageForm &form, bool commitmentAccepted, const QVector<domain::WageLine> &lines)
{
    json rows = json::array();
    for (const auto &line : lines) {
        json row = {{"staffId", line.staffId.toStdString()}, {"wage", wire(line.wage)}};
        if (form.byInsurance)
            row["insurance"] = line.insurance.toStdString();
        if (line.effectiveMonth)
            row["effectiveMonth"] = domain::monthText(*line.effectiveMonth).toStdString();
        rows.push_back(std::move(row));
    }
    return dumped({{"kind", wageKindWord(form.kind)},
                   {"byInsurance", form.byInsurance},
                   {"commitmentAccepted", commitmentAccepted},
                   {"lines", std::move(rows)}});
}

QByteArray feeBody(domain::FeeKind kind, const QVector<SubmissionItem> &items)
{
    json rows = json::array();
    for (const auto &item : items)
        rows.push_back({{"assessmentId", item.key.toStdString()}, {"payable", wire(item.amount)}});
    return dumped({{"kind", feeKindWord(kind)}, {"items", std::move(rows)}});
}

QByteArray feeVoidingBody(const QString &declarationId, const QString &reason)
{
    return dumped({{"declarationId", declarationId.toStdString()}, {"reason", reason.toStdString()}});
}

QByteArray paymentBody(const QString &agreementNumber, const QVector<SubmissionItem> &items, domain::Money total)
{
    json rows = json::array();
    for (const auto &item : items)
        rows.push_back({{"arrearId", item.key.toStdString()}, {"amount", wire(item.amount)}});
    return dumped({{"agreementNumber", agreementNumber.toStdString()}, {"items", std::move(rows)}, {"total", wire(total)}});
}

QByteArray voucherBody(const QVector<SubmissionItem> &items, domain::Money total)
{
    json rows = json::array();
    for (const auto &item : items)
        rows.push_back(item.key.toStdString());
    return dumped({{"items", std::move(rows)}, {"total", wire(total)}});
}

QByteArray voucherVoidingBody(const QString &voucherId)
{
    return dumped({{"voucherId", voucherId.toStdString()}});
}

}  // namespace gateway
