#pragma once
// The outbox and the record pages: every push to the tax side with its items, and what other channels declared there.

#include "base/sqlite.h"
#include "domain/payment.h"

#include <optional>
#include <vector>

namespace store {

/// A submission with what is needed to send it.
struct OutboxRow {
    QString unit;
    domain::Submission submission;
    QByteArray payload;
    QByteArray detail;
};

/// 查询 of the record pages (F10, W13, P6): exact; nothing means any. Days are China days, inclusive.
struct SubmissionQuery {
    std::vector<domain::SubmissionKind> kinds;
    std::optional<domain::SubmissionState> state;
    QDate from;
    QDate to;
};

class SubmissionTable final {
public:
    explicit SubmissionTable(base::sqlite::Connection &connection) : m_connection(connection) {}

    /// Stores an intent. Its id must be new.
    void insert(const OutboxRow &row);
    void setItems(const QString &id, const QVector<domain::SubmissionItem> &items);
    /// A declaration the tax side tells us about (F7, F9): inserted, or state and reason refreshed. One of ours that is
    /// still open here is left to its own feedback.
    void mergeRemote(const QString &unit, const domain::Submission &remote,
                     const QVector<domain::SubmissionItem> &items);

    /// State, times, reason, paid and reference; `requestId` is kept when empty.
    void update(const domain::Submission &submission, const QString &requestId = {});
    void setState(const QString &id, domain::SubmissionState state);
    void setDetail(const QString &id, const QByteArray &detail);
    void setItemState(const QString &id, const domain::SubmissionItem &item);
    /// After a restart: whatever was being sent may have arrived, and is 结果未知.
    void markInterrupted();
    void remove(const QString &id);

    std::optional<OutboxRow> find(const QString &id) const;
    /// It was 结果未知 once: a copy of it may still be on its way, whatever the tax side says now.
    bool mayArriveLate(const QString &id) const;
    std::vector<domain::Submission> list(const QString &unit, const SubmissionQuery &query) const;
    /// Whose own number, voucher number, agreement, 征集通知流水号 or 税票号码 has `part` in it; newest first.
    std::vector<domain::Submission> withNumber(const QString &unit, const QString &part, qint64 limit) const;
    /// Those isOpen() says are not settled, oldest first.
    std::vector<domain::Submission> open(const QString &unit, const std::vector<domain::SubmissionKind> &kinds) const;
    bool hasOpen(const QString &unit) const;
    QVector<domain::SubmissionItem> items(const QString &id) const;
    /// What standing daily declarations of this unit hold of a 费款所属期.
    QVector<domain::SubmissionItem> declaredItems(const QString &unit, domain::Month period) const;
    /// What daily declarations hold of it, those without a verdict included.
    QVector<domain::SubmissionItem> heldItems(const QString &unit, domain::Month period) const;
    /// Every state it has been in, and those of what was to void it; oldest first.
    std::vector<domain::SubmissionEvent> history(const QString &id) const;
    /// The submission that holds this assessment or arrear, empty when it is free; one that is 结果未知 before others. 作废
    /// and failed ones hold nothing; of a settled payment only the paid items are held. `besides`: this one does not count.
    QString holderOf(const QString &unit, domain::SubmissionKind kind, const QString &itemKey, const QString &besides = {}) const;
    /// The payment or voucher without an answer that has this fee, by whatever arrear: declared anew after a 作废 it is owed
    /// under another id.
    QString openHolderOf(const QString &unit, domain::SubmissionKind kind, const domain::FeeItem &fee,
                         const QString &besides = {}) const;
    /// The payment or voucher that holds this arrear or, without an answer, its fee.
    QString payerOf(const QString &unit, domain::SubmissionKind kind, const QString &arrear, const domain::FeeItem &fee,
                    const QString &besides = {}) const;
    /// The voiding under way for a declaration or voucher, empty when there is none (but `besides`).
    QString openVoidingOf(const QString &targetId, const QString &besides = {}) const;
    /// What was 作废中 stands after all.
    void endVoiding(const QString &targetId);

private:
    QVector<domain::SubmissionItem> dailyItems(const QString &unit, domain::Month period, const QByteArray &states) const;

    base::sqlite::Connection &m_connection;
};

}  // namespace store
