#include "store/submission_table.h"

#include "base/china_time.h"
#include "store/values.h"

#include <QCryptographicHash>

namespace store {

using base::sqlite::Statement;
using domain::Submission;
using domain::SubmissionItem;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

constexpr const char *kSubmissionColumns = "id, kind, state, channel, variant, target_id, item_count, headcount, total, paid,"
                                 " reference, created_at, settled_at, reason_code, reason_text, payload = '',"
                                 " EXISTS (SELECT 1 FROM submission_item i WHERE i.submission_id = submission.id"
                                 " AND i.amount > 0)";
constexpr int kColumnCount = 17;

Submission submissionOf(const Statement &row)
{
    Submission submission;
    submission.id = row.text(0);
    submission.kind = enumeration<SubmissionKind>(row, 1);
    submission.state = enumeration<SubmissionState>(row, 2);
    submission.channel = enumeration<domain::Channel>(row, 3);
    submission.variant = row.text(4);
    submission.targetId = row.text(5);
    submission.itemCount = row.integer(6);
    submission.headcount = row.integer(7);
    submission.total = money(row, 8);
    submission.paid = row.text(9);
    submission.reference = row.text(10);
    submission.createdAt = instant(row, 11);
    submission.settledAt = instant(row, 12);
    submission.reasonCode = row.text(13);
    submission.reasonText = row.text(14);
    submission.elsewhere = row.integer(15) != 0;
    submission.owes = row.integer(16) != 0;
    return submission;
}

#define SHEBAO_ITEM_COLUMNS                                                                                            \
    "key, " SHEBAO_FEE_ITEM_COLUMNS ", headcount, amount, submission_item.state, submission_item.reason_code, "        \
    "submission_item.reason_text, tax_receipt"

QVector<SubmissionItem> itemsOf(Statement &row)
{
    QVector<SubmissionItem> items;
    while (row.next()) {
        constexpr int at = 1 + kFeeItemColumns;
        items.append({row.text(0), feeItem(row, 1), row.integer(at), money(row, at + 1),
                      enumeration<SubmissionState>(row, at + 2), row.text(at + 3), row.text(at + 4), row.text(at + 5)});
    }
    return items;
}

QByteArray numberList(const std::vector<int> &numbers)
{
    QByteArray text = "(";
    for (const int number : numbers)
        text += (text.size() > 1 ? "," : "") + QByteArray::number(number);
    return text + ")";
}

QByteArray kindList(const std::vector<SubmissionKind> &kinds)
{
    std::vector<int> numbers;
    for (const auto kind : kinds)
        numbers.push_back(static_cast<int>(kind));
    return numberList(numbers);
}

template <class Predicate>
QByteArray statesThat(Predicate holds)
{
    std::vector<int> numbers;
    for (int state = 0; state <= static_cast<int>(SubmissionState::Expired); ++state) {
        if (holds(static_cast<SubmissionState>(state)))
            numbers.push_back(state);
    }
    return numberList(numbers);
}

}  // namespace

void SubmissionTable::insert(const OutboxRow &row)
{
    const auto &s = row.submission;
    const QByteArray hash = QCryptographicHash::hash(row.payload, QCryptographicHash::Sha256).toHex();
    m_connection.run(
        "INSERT INTO submission (id, registration_id, kind, state, channel, variant, target_id, payload, payload_hash,"
        " item_count, headcount, total, paid, reference, created_at, settled_at, reason_code, reason_text, request_id,"
        " detail) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'',?)",
        s.id, row.unit, static_cast<int>(s.kind), static_cast<int>(s.state), static_cast<int>(s.channel), s.variant,
        s.targetId, QString::fromUtf8(row.payload), QString::fromLatin1(hash), s.itemCount, s.headcount, s.total.fen(),
        s.paid, s.reference, column(s.createdAt), column(s.settledAt), s.reasonCode, s.reasonText,
        QString::fromUtf8(row.detail));
}

void SubmissionTable::setItems(const QString &id, const QVector<SubmissionItem> &items)
{
    m_connection.run("DELETE FROM submission_item WHERE submission_id = ?", id);
    int position = 0;
    for (const auto &item : items) {
        auto statement = m_connection.query("INSERT INTO submission_item (submission_id, position,"
                                            " key, " SHEBAO_FEE_ITEM_COLUMNS
                                            ", headcount, amount, state, reason_code, reason_text, tax_receipt)"
                                            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        statement.bindAll(id, position++, item.key);
        bindFeeItem(statement, 4, item.item);
        int at = 4 + kFeeItemColumns;
        statement.bind(at++, item.headcount);
        statement.bind(at++, item.amount.fen());
        statement.bind(at++, static_cast<int>(item.state));
        statement.bind(at++, item.reasonCode);
        statement.bind(at++, item.reasonText);
        statement.bind(at, item.taxReceiptNumber);
        statement.next();
    }
}

void SubmissionTable::mergeRemote(const QString &unit, const Submission &remote, const QVector<SubmissionItem> &items)
{
    const auto known = find(remote.id);
    if (!known) {
        insert({unit, remote, {}, {}});
        setItems(remote.id, items);
        return;
    }
    // What is under way is left to its own feedback. What was 待提交 has arrived after all: nobody would ask for it.
    const bool arrived = known->submission.state == SubmissionState::Pending;
    if (known->unit != unit || (domain::isOpen(known->submission.state) && !arrived))
        return;
    if (arrived)
        setItems(remote.id, items);
    Submission merged = known->submission;
    merged.createdAt = remote.createdAt;
    merged.state = remote.state;
    merged.paid = remote.paid;
    merged.settledAt = remote.settledAt;
    merged.reasonCode = remote.reasonCode;
    merged.reasonText = remote.reasonText;
    update(merged);
}

void SubmissionTable::update(const Submission &s, const QString &requestId)
{
    m_connection.run("UPDATE submission SET state = ?, headcount = ?, total = ?, paid = ?, reference = ?,"
                     " settled_at = ?, reason_code = ?, reason_text = ?,"
                     " request_id = CASE WHEN ?9 = '' THEN request_id ELSE ?9 END, created_at = ?10 WHERE id = ?11",
                     static_cast<int>(s.state), s.headcount, s.total.fen(), s.paid, s.reference, column(s.settledAt),
                     s.reasonCode, s.reasonText, requestId, column(s.createdAt), s.id);
}

void SubmissionTable::setState(const QString &id, SubmissionState state)
{
    m_connection.run("UPDATE submission SET state = ? WHERE id = ?", static_cast<int>(state), id);
}

void SubmissionTable::setDetail(const QString &id, const QByteArray &detail)
{
    m_connection.run("UPDATE submission SET detail = ? WHERE id = ?", QString::fromUtf8(detail), id);
}

void SubmissionTable::setItemState(const QString &id, const SubmissionItem &item)
{
    m_connection.run("UPDATE submission_item SET state = ?, reason_code = ?, reason_text = ?, tax_receipt = ?"
                     " WHERE submission_id = ? AND key = ?",
                     static_cast<int>(item.state), item.reasonCode, item.reasonText, item.taxReceiptNumber, id,
                     item.key);
}

void SubmissionTable::markInterrupted()
{
    m_connection.run("UPDATE submission SET state = ?, reason_code = 'interrupted' WHERE state = ?",
                     static_cast<int>(SubmissionState::Unknown), static_cast<int>(SubmissionState::Sending));
}

void SubmissionTable::remove(const QString &id)
{
    m_connection.run("DELETE FROM submission WHERE id = ?", id);
}

std::optional<OutboxRow> SubmissionTable::find(const QString &id) const
{
    auto row = m_connection.queryText(QByteArray("SELECT ") + kSubmissionColumns
                                      + ", registration_id, payload, detail FROM submission WHERE id = ?");
    row.bindAll(id);
    if (!row.next())
        return std::nullopt;
    return OutboxRow{row.text(kColumnCount), submissionOf(row), row.text(kColumnCount + 1).toUtf8(),
                     row.text(kColumnCount + 2).toUtf8()};
}

bool SubmissionTable::mayArriveLate(const QString &id) const
{
    // A timeout that could not be stored left 发送中, which has been asked about since.
    auto row = m_connection.query("SELECT 1 FROM submission_event WHERE submission_id = ?"
                                  " AND (state = ? OR reason_code = 'outbox.never-arrived') LIMIT 1",
                                  id, static_cast<int>(SubmissionState::Unknown));
    return row.next();
}

std::vector<Submission> SubmissionTable::list(const QString &unit, const SubmissionQuery &query) const
{
    QByteArray sql = QByteArray("SELECT ") + kSubmissionColumns + " FROM submission WHERE registration_id = ? AND kind IN "
                     + kindList(query.kinds);
    if (query.state)
        sql += " AND state = " + QByteArray::number(static_cast<int>(*query.state));
    if (query.from.isValid())
        sql += " AND created_at >= ?2";
    if (query.to.isValid())
        sql += " AND created_at < ?3";
    auto row = m_connection.queryText(sql + " ORDER BY created_at DESC, id");
    row.bind(1, unit);
    if (query.from.isValid())
        row.bind(2, column(base::china::beginOf(query.from)));
    if (query.to.isValid())
        row.bind(3, column(base::china::beginOf(query.to.addDays(1))));
    std::vector<Submission> list;
    while (row.next())
        list.push_back(submissionOf(row));
    return list;
}

std::vector<Submission> SubmissionTable::withNumber(const QString &unit, const QString &part, qint64 limit) const
{
    auto row = m_connection.queryText(QByteArray("SELECT ") + kSubmissionColumns
                                      + " FROM submission WHERE registration_id = ?1 AND (instr(id, lower(?2)) > 0"
                                        " OR instr(reference, ?2) > 0 OR EXISTS (SELECT 1 FROM submission_item i"
                                        " WHERE i.submission_id = submission.id AND (instr(i.notice_number, ?2) > 0"
                                        " OR instr(i.tax_receipt, ?2) > 0))) ORDER BY created_at DESC, id LIMIT ?3");
    row.bindAll(unit, part, limit);
    std::vector<Submission> list;
    while (row.next())
        list.push_back(submissionOf(row));
    return list;
}

std::vector<Submission> SubmissionTable::open(const QString &unit, const std::vector<SubmissionKind> &kinds) const
{
    auto row = m_connection.queryText(QByteArray("SELECT ") + kSubmissionColumns
                                      + " FROM submission WHERE registration_id = ? AND kind IN " + kindList(kinds)
                                      + " AND state IN " + statesThat(domain::isOpen) + " ORDER BY created_at, id");
    row.bindAll(unit);
    std::vector<Submission> list;
    while (row.next())
        list.push_back(submissionOf(row));
    return list;
}

bool SubmissionTable::hasOpen(const QString &unit) const
{
    auto row = m_connection.queryText("SELECT 1 FROM submission WHERE registration_id = ? AND state IN "
                                      + statesThat(domain::isOpen) + " LIMIT 1");
    row.bindAll(unit);
    return row.next();
}

QVector<SubmissionItem> SubmissionTable::items(const QString &id) const
{
    auto row = m_connection.query("SELECT " SHEBAO_ITEM_COLUMNS " FROM submission_item WHERE submission_id = ?"
                                  " ORDER BY position",
                                  id);
    return itemsOf(row);
}

QVector<SubmissionItem> SubmissionTable::dailyItems(const QString &unit, domain::Month period,
                                                    const QByteArray &states) const
{
    auto row = m_connection.queryText("SELECT " SHEBAO_ITEM_COLUMNS " FROM submission_item WHERE period_from = ?2"
                                      " AND period_to = ?2 AND submission_id IN (SELECT id FROM submission"
                                      " WHERE registration_id = ?1 AND kind = ?3 AND variant = 'daily' AND state IN "
                                      + states + ")");
    row.bindAll(unit, period.index(), static_cast<int>(SubmissionKind::Fee));
    return itemsOf(row);
}

QVector<SubmissionItem> SubmissionTable::declaredItems(const QString &unit, domain::Month period) const
{
    return dailyItems(unit, period, numberList({static_cast<int>(SubmissionState::Succeeded)}));
}

QVector<SubmissionItem> SubmissionTable::heldItems(const QString &unit, domain::Month period) const
{
    return dailyItems(unit, period, statesThat(domain::holdsItems));
}

std::vector<domain::SubmissionEvent> SubmissionTable::history(const QString &id) const
{
    auto row = m_connection.query("SELECT s.kind, e.state, e.at, e.reason_code, e.reason_text FROM submission s"
                                  " JOIN submission_event e ON e.submission_id = s.id"
                                  " WHERE s.id = ?1 OR s.target_id = ?1 ORDER BY e.at, s.target_id <> '', e.number",
                                  id);
    std::vector<domain::SubmissionEvent> events;
    while (row.next())
        events.push_back({enumeration<SubmissionKind>(row, 0), enumeration<SubmissionState>(row, 1), instant(row, 2),
                          row.text(3), row.text(4)});
    return events;
}

QString SubmissionTable::holderOf(const QString &unit, SubmissionKind kind, const QString &itemKey, const QString &besides) const
{
    const QByteArray holding = statesThat(domain::holdsItems);
    auto row = m_connection.queryText("SELECT s.id FROM submission_item i JOIN submission s ON s.id = i.submission_id"
                                      " WHERE i.key = ?1 AND s.registration_id = ?2 AND s.kind = ?3 AND s.id <> ?4"
                                      " AND s.state IN " + holding + " AND i.state IN " + holding
                                      + " ORDER BY s.state = ?5 DESC LIMIT 1");
    row.bindAll(itemKey, unit, static_cast<int>(kind), besides, static_cast<int>(SubmissionState::Unknown));
    return row.next() ? row.text(0) : QString();
}

QString SubmissionTable::openHolderOf(const QString &unit, SubmissionKind kind, const domain::FeeItem &fee,
                                      const QString &besides) const
{
    const QByteArray open = statesThat(domain::isOpen);
    auto row = m_connection.queryText("SELECT s.id FROM submission s JOIN submission_item i ON i.submission_id = s.id"
                                      " WHERE s.registration_id = ?1 AND s.kind = ?2 AND s.id <> ?3 AND i.notice_number = ?4"
                                      " AND i.notice_number <> '' AND i.category_code = ?5 AND i.subcategory = ?6"
                                      " AND i.period_from = ?7 AND i.period_to = ?8 AND s.state IN " + open
                                      + " AND i.state IN " + open + " ORDER BY s.state = ?9 DESC LIMIT 1");
    row.bindAll(unit, static_cast<int>(kind), besides, fee.noticeNumber, fee.category.code, fee.subcategory,
                fee.periodFrom.index(), fee.periodTo.index(), static_cast<int>(SubmissionState::Unknown));
    return row.next() ? row.text(0) : QString();
}

QString SubmissionTable::payerOf(const QString &unit, SubmissionKind kind, const QString &arrear, const domain::FeeItem &fee,
                                 const QString &besides) const
{
    const auto holder = holderOf(unit, kind, arrear, besides);
    return holder.isEmpty() ? openHolderOf(unit, kind, fee, besides) : holder;
}

QString SubmissionTable::openVoidingOf(const QString &targetId, const QString &besides) const
{
    auto row = m_connection.queryText("SELECT id FROM submission WHERE target_id = ? AND id <> ? AND state IN "
                                      + statesThat(domain::isOpen) + " LIMIT 1");
    row.bindAll(targetId, besides);
    return row.next() ? row.text(0) : QString();
}

void SubmissionTable::endVoiding(const QString &targetId)
{
    m_connection.run("UPDATE submission SET state = ? WHERE id = ? AND state = ?", static_cast<int>(SubmissionState::Succeeded),
                     targetId, static_cast<int>(SubmissionState::Voiding));
}

}  // namespace store
