// The columns every record page has, and the words of a feedback.

#include "base/china_time.h"
#include "ui/models/column_makers.h"
#include "ui/shell/submission_page.h"
#include "ui/style/tr.h"

namespace ui {

using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

Column<SubmissionRecord> linkColumn(const char *id, const QString &title, OperationText text, int width)
{
    auto column = textColumn<SubmissionRecord>(id, title, text, width);
    column.link = [text](const SubmissionRecord &record) { return !text(record).isEmpty(); };
    column.kind = CellKind::Link;
    column.sortable = false;
    return column;
}

void count(QStringList &parts, qsizetype number, const QString &what)
{
    if (number > 0)
        parts << Tr::tr("%1 条%2").arg(number).arg(what);
}

/// 申报成功 2 条, …: one part per wording.
QStringList settledParts(const std::vector<domain::Submission> &settled)
{
    QStringList order;
    QHash<QString, int> numbers;
    for (const auto &submission : settled) {
        const auto text = stateText(submission).text;
        if (numbers[text]++ == 0)
            order << text;
    }
    QStringList parts;
    for (const auto &text : order)
        count(parts, numbers.value(text), text);
    return parts;
}

}  // namespace

std::vector<Column<SubmissionRecord>> operationColumns(OperationText act, OperationText more)
{
    const auto actText = [act](const SubmissionRecord &record) {
        if (record.submission.state == SubmissionState::Pending)
            return Tr::tr("重新提交");
        if (record.submission.state == SubmissionState::Unknown)
            return Tr::tr("查询结果");
        return act ? act(record) : QString();
    };
    const auto moreText = [more](const SubmissionRecord &record) {
        if (record.submission.state == SubmissionState::Pending)
            return Tr::tr("撤回");
        return more ? more(record) : QString();
    };
    auto last = linkColumn("more", {}, moreText, 52);  // 撤回, 作废: take something back
    last.tone = [](const SubmissionRecord &) { return Tone::Danger; };
    return {linkColumn("detail", Tr::tr("操作"), [](const SubmissionRecord &) { return Tr::tr("详情"); }, 52),
            linkColumn("act", {}, actText, 76), last};
}

Column<SubmissionRecord> createdColumn(const QString &title)
{
    return dateColumn<SubmissionRecord>(
        "createdAt", title, [](const SubmissionRecord &row) { return base::china::text(row.submission.createdAt); }, 140);
}

Column<SubmissionRecord> typeColumn(const QString &title)
{
    return textColumn<SubmissionRecord>(
        "type", title, [](const SubmissionRecord &row) { return submissionTypeText(row.submission); }, 116);
}

Column<SubmissionRecord> periodColumn()
{
    const auto text = [](const SubmissionRecord &row) {
        if (row.items.isEmpty())
            return QString();
        auto span = row.items.first().item.period();
        for (const auto &each : row.items)
            span = span.joined(each.item.period());
        return domain::monthsText(span);
    };
    return dateColumn<SubmissionRecord>("period", Tr::tr("费款所属期"), text, 140);
}

Column<SubmissionRecord> totalColumn()
{
    return moneyColumn<SubmissionRecord>("total", Tr::tr("金额"),
                                         [](const SubmissionRecord &row) { return row.submission.total; });
}

Column<SubmissionRecord> settledColumn()
{
    return dateColumn<SubmissionRecord>(
        "settledAt", Tr::tr("反馈时间"), [](const SubmissionRecord &row) { return base::china::text(row.submission.settledAt); }, 140);
}

Column<SubmissionRecord> stateColumn()
{
    auto column = pillColumn<SubmissionRecord>(
        "state", Tr::tr("状态"), [](const SubmissionRecord &row) { return stateText(row.submission); }, 104);
    column.tooltip = [](const SubmissionRecord &record) { return reasonText(record.submission); };
    column.link = [](const SubmissionRecord &record) {
        const auto state = record.submission.state;
        return state == SubmissionState::Failed || state == SubmissionState::Partial;
    };
    return column;
}

QString feedbackText(const service::FeedbackReport &report)
{
    int pending = 0;
    for (const auto &submission : report.stillOpen)
        pending += submission.state == SubmissionState::Pending ? 1 : 0;
    if (report.asked == pending)
        return Tr::tr("无需获取反馈：没有待反馈的记录。");
    auto parts = settledParts(report.settled);
    count(parts, qsizetype(report.stillOpen.size()) - pending, Tr::tr("仍在等待税务端处理"));
    count(parts, qsizetype(report.neverArrived.size()), Tr::tr("确认没有到达税务端，已恢复为待提交"));
    return Tr::tr("已获取反馈：%1。").arg(parts.join(Tr::tr("，")));
}

QVector<QueryBar::Choice> stateChoices(SubmissionKind kind)
{
    QVector<QueryBar::Choice> choices;
    const auto add = [&](SubmissionState state) {
        choices.append({QString::number(int(state)), itemStateText(kind, state).text});
    };
    for (const auto state : {SubmissionState::Pending, SubmissionState::Unknown, SubmissionState::Awaiting,
                             SubmissionState::Succeeded})
        add(state);
    if (kind == SubmissionKind::Wage || kind == SubmissionKind::Payment)
        add(SubmissionState::Partial);
    add(SubmissionState::Failed);
    if (kind == SubmissionKind::Fee)
        add(SubmissionState::Voiding);
    if (kind == SubmissionKind::Fee || kind == SubmissionKind::Voucher)
        add(SubmissionState::Voided);
    if (kind == SubmissionKind::Voucher)
        add(SubmissionState::Expired);
    return choices;
}

std::optional<SubmissionState> stateFromCode(const QString &code)
{
    bool known = false;
    const int number = code.toInt(&known);
    return known ? std::optional(static_cast<SubmissionState>(number)) : std::nullopt;
}

}  // namespace ui
