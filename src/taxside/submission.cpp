#include "taxside/submission.h"

#include "base/china_time.h"
#include "taxside/cursor.h"
#include "taxside/fee_declaration.h"
#include "taxside/payment.h"
#include "taxside/voiding.h"
#include "taxside/voucher.h"
#include "taxside/wage_declaration.h"

#include <QCryptographicHash>

namespace taxside {

namespace {

const char *const kColumns = " key, registration, kind, id, status, variant, channel, submitted_at, settled_at,"
                             " reason_code, reason_text, target, reference, total, line_count, pay_before, attempts ";

Submission read(const base::sqlite::Statement &row)
{
    Submission s;
    s.key = row.integer(0);
    s.registration = row.integer(1);
    s.kind = row.text(2);
    s.id = row.text(3);
    s.status = row.text(4);
    s.variant = row.text(5);
    s.channel = row.text(6);
    s.submittedAt = row.integer(7);
    if (!row.isNull(8))
        s.settledAt = row.integer(8);
    s.reasonCode = row.text(9);
    s.reasonText = row.text(10);
    s.target = row.integer(11);
    s.reference = row.text(12);
    s.total = domain::Money::fromFen(row.integer(13));
    s.lineCount = row.integer(14);
    s.payBefore = row.text(15);
    s.attempts = static_cast<int>(row.integer(16));
    return s;
}

QString dayParameter(const Request &request, const char *name)
{
    const auto at = request.query.find(name);
    const QDate day = at == request.query.end()
        ? QDate()
        : QDate::fromString(QString::fromStdString(at->second), QStringLiteral("yyyy-MM-dd"));
    if (!day.isValid())
        throw Problem("invalid-request", QStringLiteral("参数%1应为YYYY-MM-DD。").arg(QLatin1String(name)));
    return day.toString(Qt::ISODate);
}

QString rejectionText(const QString &code)
{
    struct Row {
        const char *code;
        const char *text;
    };
    static constexpr Row rows[] = {
        {"unit-unknown", "无此户信息"},
        {"unit-state", "单位参保状态异常，请到社保经办机构核实"},
        {"period-closed", "费款所属期已关账，请联系主管税务机关"},
        {"agency-busy", "社保经办机构系统维护中，请稍后重新申报"},
    };
    for (const auto &row : rows) {
        if (code == QLatin1String(row.code))
            return QString::fromUtf8(row.text);
    }
    return QStringLiteral("未通过校验");
}

}  // namespace

QByteArray bodyHash(const Json &body)
{
    // nlohmann keeps the fields of an object in order of their names, so the text is canonical.
    return QCryptographicHash::hash(QByteArray::fromStdString(body.dump()), QCryptographicHash::Sha256);
}

std::optional<Submission> earlier(const Visit &visit, const char *kind, const QByteArray &hash)
{
    auto withdrawn = visit.world.db->query("SELECT 1 FROM withdrawal WHERE registration = ? AND kind = ? AND id = ?",
                                           visit.unit.key, QString::fromLatin1(kind), visit.id);
    if (withdrawn.next())
        throw Problem("withdrawn", QStringLiteral("该提交已由申报单位撤回，不再受理。"));
    auto row = visit.world.db->query("SELECT hash FROM submission WHERE registration = ? AND kind = ? AND id = ?",
                                     visit.unit.key, QString::fromLatin1(kind), visit.id);
    if (!row.next())
        return std::nullopt;
    if (row.blob(0) != hash)
        throw Problem("id-reused", QStringLiteral("同一编号已提交过不同的内容，本次未处理。"));
    visit.world.db->run("UPDATE submission SET attempts = attempts + 1 WHERE registration = ? AND kind = ? AND id = ?",
                        visit.unit.key, QString::fromLatin1(kind), visit.id);
    return submissionById(visit.world, visit.unit.key, kind, visit.id);
}

Submission store(const Visit &visit, const char *kind, const QByteArray &hash, Submission draft,
                 std::optional<qint64> dueAt)
{
    const qint64 now = visit.world.nowMs();
    const auto target = draft.target ? std::optional(draft.target) : std::nullopt;
    visit.world.db->run("INSERT INTO submission (registration, kind, id, hash, status, variant, submitted_at, day, due_at,"
                        " settled_at, reason_code, reason_text, target, reference, total, line_count, pay_before)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        visit.unit.key, QString::fromLatin1(kind), visit.id, hash, draft.status, draft.variant, now,
                        dayOf(now), dueAt, draft.settledAt, draft.reasonCode, draft.reasonText, target, draft.reference,
                        qint64(draft.total.fen()), draft.lineCount, draft.payBefore);
    return *submissionById(visit.world, visit.unit.key, kind, visit.id);
}

void rejectIfOrdered(World &world, const char *request, Submission &draft)
{
    const auto fault = world.faults.takeOf(QStringLiteral("reject"), QString::fromLatin1(request));
    if (!fault)
        return;
    draft.reasonCode = fault->value;
    draft.reasonText = rejectionText(fault->value);
}

std::optional<Submission> submissionById(World &world, qint64 registration, const char *kind, const QString &id)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kColumns + "FROM submission WHERE registration = ? AND kind = ? AND id = ?";
    auto row = world.db->query(sql.constData(), registration, QString::fromLatin1(kind), id);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

Submission asked(const Visit &visit, const char *kind)
{
    auto found = submissionById(visit.world, visit.unit.key, kind, visit.id);
    if (!found)
        throw Problem("not-found", QStringLiteral("没有收到过该编号的提交。"));
    return *found;
}

Submission submissionByKey(World &world, qint64 key)
{
    static const QByteArray sql = QByteArray("SELECT") + kColumns + "FROM submission WHERE key = ?";
    auto row = world.db->query(sql.constData(), key);
    if (!row.next())
        throw Problem("internal");
    return read(row);
}

void settle(World &world, const Submission &submission, const char *status, const QString &reasonCode,
            const QString &reasonText)
{
    world.db->run("UPDATE submission SET status = ?, due_at = NULL, settled_at = ?, reason_code = ?, reason_text = ?"
                  " WHERE key = ?",
                  QString::fromLatin1(status), world.nowMs(), reasonCode, reasonText, submission.key);
}

Answer submissionsByDay(const Visit &visit, const char *kind, Json (*stateJson)(World &, const Submission &))
{
    const QString from = dayParameter(visit.request, "from");
    const QString to = dayParameter(visit.request, "to");
    const auto position = cursorOf(visit.request, kind, 1);
    const qint64 limit = limitOf(visit.request);
    auto rows = visit.world.db->query("SELECT key FROM submission WHERE registration = ? AND kind = ?"
                                      " AND day BETWEEN ? AND ? AND key > ? ORDER BY key LIMIT ?",
                                      visit.unit.key, QString::fromLatin1(kind), from, to,
                                      position.empty() ? 0 : position[0], limit + 1);
    Json items = Json::array();
    Json next = nullptr;
    qint64 last = 0;
    while (rows.next()) {
        if (static_cast<qint64>(items.size()) == limit) {
            next = cursorText(kind, {last});
            break;
        }
        last = rows.integer(0);
        items.push_back(stateJson(visit.world, submissionByKey(visit.world, last)));
    }
    return answerOf({{"items", items}, {"nextCursor", next}});
}

void settleDue(World &world)
{
    static const QByteArray sql =
        QByteArray("SELECT") + kColumns + "FROM submission WHERE due_at <= ? ORDER BY due_at, key LIMIT 1";
    for (;;) {
        std::optional<Submission> due;
        {
            auto row = world.db->query(sql.constData(), world.nowMs());
            if (row.next())
                due = read(row);
        }
        if (!due)
            return;
        if (due->kind == QLatin1String("wage"))
            settleWage(world, *due);
        else if (due->kind == QLatin1String("fee"))
            settleFee(world, *due);
        else if (due->kind == QLatin1String("fee-voiding"))
            settleFeeVoiding(world, *due);
        else if (due->kind == QLatin1String("payment"))
            settlePayment(world, *due);
        else
            expireVoucher(world, *due);
    }
}

qint64 feedbackAt(const World &world)
{
    return world.nowMs() + world.options.feedbackMs;
}

QString dayOf(qint64 ms)
{
    return base::china::dayOf(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)).toString(Qt::ISODate);
}

Json settledJson(const Submission &submission)
{
    return submission.settledAt ? jsonInstant(*submission.settledAt) : Json(nullptr);
}

}  // namespace taxside
