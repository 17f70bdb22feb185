#pragma once
// How a submission stands, in words and colour: one wording for the record pages, the strips and the dialogs.

#include "domain/payment.h"
#include "ui/style/tokens.h"
#include "ui/widgets/message_strip.h"

namespace ui {

struct StateText {
    QString text;
    Tone tone = Tone::Neutral;
};

StateText stateText(const domain::Submission &submission);
/// Of one fee inside a submission of that kind.
StateText itemStateText(domain::SubmissionKind kind, domain::SubmissionState state);
/// 日常申报, 特殊缴费申报, 日常缴费工资申报, …
QString submissionTypeText(const domain::Submission &submission);
/// The id of the page where those of that kind stand.
QString recordsPageOf(domain::SubmissionKind kind);
/// 客户端, 客户端（其他电脑）, 电子税务局, 办税服务厅
QString channelText(const domain::Submission &submission);
/// 未缴款, 部分缴款, 已缴款; empty while there is nothing to pay.
StateText paidText(const domain::Submission &declaration);
/// Why it failed or what the last attempt met, in Chinese; empty when there is nothing to say.
QString reasonText(const domain::Submission &submission);

/// What to tell right after an attempt: sent or not, what now (X1). Failed ones carry the reason.
MessageStrip::Message outcomeMessage(const domain::Submission &submission);

}  // namespace ui
