#pragma once
// A month on its way in which every fee can be put wrong at the tax side (taxside/discrepancy.h).

#include "domain/reconciliation.h"
#include "service/practice.h"

#include <QMap>

namespace tests {

/// Over Practice, or over what is built on it.
template <class Base>
class PlantingOn : public Base {
protected:
    void plant(const QString &noticeNumber, const char *kind)
    {
        http::Client admin({"test", {}});
        http::Request request;
        request.method = http::Method::Post;
        request.url = this->address.resolved(QUrl(QStringLiteral("admin/discrepancies")));
        request.body =
            QStringLiteral(R"({"noticeNumber":"%1","kind":"%2"})").arg(noticeNumber, QLatin1String(kind)).toUtf8();
        const auto answer = admin.send(request, this->job);
        ASSERT_TRUE(answer);
        ASSERT_LT(answer->status, 300) << answer->body.toStdString();
    }

    /// The first arrears, by agreement.
    void payFirst(int count)
    {
        const auto arrears = this->client->payments().refresh(this->unit, this->job);
        ASSERT_TRUE(arrears);
        QStringList ids;
        for (const auto &row : arrears->rows.mid(0, count))
            ids << row.id;
        const auto agreements = this->client->payments().agreements(this->unit, this->job);
        ASSERT_TRUE(agreements);
        ASSERT_TRUE(this->client->payments().pay(this->unit, agreements->first().number, this->paying(ids), this->job));
        QThread::msleep(150);  // until it is in the treasury
    }

    /// Puts one fee wrong in each way; returns which, with what is to be found.
    QMap<QString, domain::Discrepancy> plantAll()
    {
        using D = domain::Discrepancy;
        QMap<QString, D> planted;
        const auto present = domain::Month::of(this->client->clock().today());
        // Seen here, then declared on another machine: what is remembered here is what was pre-processed.
        const auto seen = this->client->fees().refresh(this->unit, domain::FeeKind::Daily, this->job);
        const auto past = this->client->receipts().refresh(this->unit, {present - 2, present}, this->job);
        EXPECT_TRUE(seen && past);
        if (!seen || !past)
            return planted;
        auto other = this->connect(QStringLiteral("other"));
        this->logIn(*other, kPassword);
        std::swap(this->client, other);
        this->declareAll();
        std::swap(this->client, other);
        EXPECT_TRUE(this->client->payments().refresh(this->unit, this->job));
        payFirst(1);
        const auto paid = this->client->outbox().list(this->unit, {{domain::SubmissionKind::Payment}, {}, {}, {}});
        EXPECT_TRUE(paid && paid->size() == 1);
        const QString paidHere = this->client->outbox().items(paid->front().id)->first().item.noticeNumber;

        QStringList declared;  // of this month, not paid
        for (const auto &row : seen->rows) {
            if (row.item.noticeNumber != paidHere)
                declared << row.item.noticeNumber;
        }
        QStringList received;  // of the months before
        for (const auto &row : past->receipts)
            received << row.item.noticeNumber;
        const auto put = [&](const QString &number, const char *kind, D discrepancy) {
            plant(number, kind);
            planted.insert(number, discrepancy);
        };
        put(paidHere, "payment-lost", D::PaymentLost);
        put(declared.takeFirst(), "declared-amount", D::DeclaredDiffers);
        put(declared.takeFirst(), "declared-twice", D::DeclaredTwice);
        put(declared.takeFirst(), "arrear-missing", D::PayableMissing);
        put(declared.takeFirst(), "arrear-amount", D::PayableDiffers);
        const std::pair<const char *, D> ofReceived[] = {
            {"arrear-undeclared", D::PayableUndeclared},
            {"receipt-missing", D::ReceiptMissing},
            {"receipt-late", D::ReceiptLate},
            {"receipt-amount", D::ReceiptDiffers},
            {"receipt-late-fee", D::LateFeeDiffers},
            {"receipt-twice", D::ReceivedTwice},
            {"receipt-alone", D::ReceiptUnknown},
            {"receipt-unbooked", D::ReceiptUnbooked},
        };
        for (const auto &[kind, discrepancy] : ofReceived)
            put(received.takeFirst(), kind, discrepancy);
        return planted;
    }
};

using Planting = PlantingOn<Practice>;

}  // namespace tests
