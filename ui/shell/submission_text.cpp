#include "ui/shell/submission_text.h"

#include "base/china_time.h"
#include "ui/shell/error_text.h"
#include "ui/style/tr.h"

namespace ui {

using domain::Submission;
using domain::SubmissionKind;
using domain::SubmissionState;

namespace {

QString successText(SubmissionKind kind)
{
    switch (kind) {
    case SubmissionKind::Wage:
    case SubmissionKind::Fee: return Tr::tr("申报成功");
    case SubmissionKind::FeeVoiding:
    case SubmissionKind::VoucherVoiding: return Tr::tr("作废成功");
    case SubmissionKind::Payment: return Tr::tr("缴款成功");
    case SubmissionKind::Voucher: return Tr::tr("未缴款");
    }
    return {};
}

QString failureText(SubmissionKind kind)
{
    switch (kind) {
    case SubmissionKind::Wage:
    case SubmissionKind::Fee: return Tr::tr("申报失败");
    case SubmissionKind::FeeVoiding:
    case SubmissionKind::VoucherVoiding: return Tr::tr("作废失败");
    case SubmissionKind::Payment: return Tr::tr("缴款失败");
    case SubmissionKind::Voucher: return Tr::tr("开具失败");
    }
    return {};
}

StateText textOf(SubmissionKind kind, SubmissionState state)
{
    switch (state) {
    case SubmissionState::Pending: return {Tr::tr("待提交"), Tone::Warning};
    case SubmissionState::Sending: return {Tr::tr("发送中"), Tone::Info};
    case SubmissionState::Unknown: return {Tr::tr("结果未知"), Tone::Danger};
    case SubmissionState::Awaiting: return {Tr::tr("待反馈"), Tone::Info};
    case SubmissionState::Succeeded:
        return {successText(kind), kind == SubmissionKind::Voucher ? Tone::Warning : Tone::Success};
    case SubmissionState::Partial: return {Tr::tr("部分成功"), Tone::Warning};
    case SubmissionState::Failed: return {failureText(kind), Tone::Danger};
    case SubmissionState::Voiding: return {Tr::tr("作废中"), Tone::Info};
    case SubmissionState::Voided: return {Tr::tr("已作废"), Tone::Neutral};
    case SubmissionState::Expired: return {Tr::tr("已失效"), Tone::Neutral};
    }
    return {};
}

/// The stored reason as an error again, so that error_text finds its words.
base::Error reasonError(const Submission &submission)
{
    base::Error error;
    error.kind = base::Error::Kind::Business;
    if (submission.reasonCode == QLatin1String("session-expired"))
        error.kind = base::Error::Kind::SessionExpired;
    else if (submission.state == SubmissionState::Pending)
        error.kind = base::Error::Kind::Network;
    else if (submission.state == SubmissionState::Unknown)
        error.kind = base::Error::Kind::Timeout;
    error.code = submission.reasonCode;
    error.text = submission.reasonText;
    return error;
}

QString awaitingText(SubmissionKind kind)
{
    switch (kind) {
    case SubmissionKind::Wage:
    case SubmissionKind::Fee: return Tr::tr("已提交，等待税务端反馈。请稍后在申报记录中获取反馈。");
    case SubmissionKind::FeeVoiding: return Tr::tr("作废申请已提交，等待税务端反馈。请稍后获取反馈。");
    case SubmissionKind::VoucherVoiding: return Tr::tr("凭证作废申请已提交，等待税务端反馈。");
    case SubmissionKind::Payment:
        return Tr::tr("扣款指令已送达，银行尚未返回结果。请勿重复缴款，稍后在缴款记录中获取结果。");
    case SubmissionKind::Voucher: return Tr::tr("凭证开具申请已提交，等待税务端反馈。");
    }
    return {};
}

QString doneText(const Submission &submission)
{
    switch (submission.kind) {
    case SubmissionKind::Wage: return Tr::tr("缴费工资申报成功。");
    case SubmissionKind::Fee:
        return submission.owes ? Tr::tr("社保费申报成功，可前往缴款。") : Tr::tr("社保费申报成功，没有需要缴纳的费款。");
    case SubmissionKind::FeeVoiding: return Tr::tr("申报记录已作废。");
    case SubmissionKind::VoucherVoiding: return Tr::tr("缴款凭证已作废。");
    case SubmissionKind::Payment: return Tr::tr("缴款成功。");
    case SubmissionKind::Voucher: return Tr::tr("缴款凭证已开具，凭证序号 %1。").arg(submission.reference);
    }
    return {};
}

QString withReason(const QString &sentence, const Submission &submission)
{
    const auto reason = reasonText(submission);
    return reason.isEmpty() ? sentence : sentence + Tr::tr("原因：%1").arg(reason);
}

}  // namespace

StateText stateText(const Submission &submission)
{
    if (submission.kind == SubmissionKind::Voucher && submission.state == SubmissionState::Succeeded
        && submission.paid == QLatin1String("all"))
        return {Tr::tr("已缴款"), Tone::Success};
    return textOf(submission.kind, submission.state);
}

StateText itemStateText(SubmissionKind kind, SubmissionState state)
{
    return textOf(kind, state);
}

QString submissionTypeText(const Submission &submission)
{
    switch (submission.kind) {
    case SubmissionKind::Wage:
        return submission.variant == QLatin1String("annual") ? Tr::tr("年度缴费工资申报") : Tr::tr("日常缴费工资申报");
    case SubmissionKind::Fee:
        return submission.variant == QLatin1String("special") ? Tr::tr("特殊缴费申报") : Tr::tr("日常申报");
    case SubmissionKind::FeeVoiding: return Tr::tr("申报作废");
    case SubmissionKind::Payment: return Tr::tr("三方协议缴款");
    case SubmissionKind::Voucher: return Tr::tr("银行端缴款凭证");
    case SubmissionKind::VoucherVoiding: return Tr::tr("凭证作废");
    }
    return {};
}

QString recordsPageOf(SubmissionKind kind)
{
    switch (kind) {
    case SubmissionKind::Wage: return QStringLiteral("wage.records");
    case SubmissionKind::Fee:
    case SubmissionKind::FeeVoiding: return QStringLiteral("fee.records");
    case SubmissionKind::Payment: return QStringLiteral("payment.records");
    case SubmissionKind::Voucher:
    case SubmissionKind::VoucherVoiding: break;
    }
    return QStringLiteral("payment.vouchers");
}

QString channelText(const Submission &submission)
{
    switch (submission.channel) {
    case domain::Channel::Client: return submission.elsewhere ? Tr::tr("客户端（其他电脑）") : Tr::tr("客户端");
    case domain::Channel::Web: return Tr::tr("电子税务局");
    case domain::Channel::Hall: return Tr::tr("办税服务厅");
    }
    return {};
}

StateText paidText(const Submission &declaration)
{
    if (declaration.kind != SubmissionKind::Fee || declaration.state != SubmissionState::Succeeded)
        return {};
    if (declaration.paid == QLatin1String("all"))
        return {Tr::tr("已缴款"), Tone::Success};
    if (declaration.paid == QLatin1String("partly"))
        return {Tr::tr("部分缴款"), Tone::Warning};
    if (!declaration.owes)
        return {Tr::tr("无需缴款"), Tone::Neutral};
    return {Tr::tr("未缴款"), Tone::Neutral};
}

QString reasonText(const Submission &submission)
{
    if (!submission.reasonText.isEmpty())
        return submission.reasonText;
    return submission.reasonCode.isEmpty() ? QString() : errorText(reasonError(submission)).what;
}

MessageStrip::Message outcomeMessage(const Submission &submission)
{
    switch (submission.state) {
    case SubmissionState::Pending:
        return {.tone = Tone::Warning,
                .text = withReason(Tr::tr("没有发出：税务端没有收到任何数据，记录已保存为待提交，可重新提交或撤回。"),
                                   submission)};
    case SubmissionState::Unknown:
        if (submission.kind == SubmissionKind::Payment)
            return {.tone = Tone::Danger,
                    .text = withReason(Tr::tr("结果未知：款项可能已经扣出。请先查询结果，查清之前不能再次缴款。"),
                                       submission)};
        return {.tone = Tone::Danger,
                .text = withReason(Tr::tr("结果未知：数据可能已经到达税务端。请先查询结果，查清之前不能再次提交。"),
                                   submission)};
    case SubmissionState::Sending: return {.tone = Tone::Info, .text = Tr::tr("正在发送，请稍候。")};
    case SubmissionState::Awaiting:
    case SubmissionState::Voiding: return {.tone = Tone::Info, .text = awaitingText(submission.kind)};
    case SubmissionState::Succeeded: return {.tone = Tone::Success, .text = doneText(submission)};
    case SubmissionState::Partial:
        return {.tone = Tone::Warning, .text = Tr::tr("部分成功，未成功的项目及原因请查看详情。")};
    case SubmissionState::Failed:
        return {.tone = Tone::Danger, .text = withReason(Tr::tr("%1。").arg(failureText(submission.kind)), submission)};
    case SubmissionState::Voided: return {.tone = Tone::Info, .text = Tr::tr("已作废。")};
    case SubmissionState::Expired: return {.tone = Tone::Info, .text = Tr::tr("已失效。")};
    }
    return {};
}

}  // namespace ui
