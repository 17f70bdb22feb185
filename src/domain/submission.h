#pragma once
// What is pushed to the tax side, and how it stands (X1). One state machine for wage declarations, fee declarations,
// 作废, payments and vouchers:
//
//   待提交 → 发送中 → 待反馈 → 申报成功 / 部分成功 / 申报失败 → 作废中 → 已作废
//            发送中 → 结果未知 → (ask by id) → 待反馈 … or, when it never arrived, 待提交

#include "domain/money.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace domain {

enum class SubmissionKind { Wage, Fee, FeeVoiding, Payment, Voucher, VoucherVoiding };

enum class SubmissionState {
    Pending,    ///< 待提交: stored, provably not at the tax side
    Sending,    ///< 发送中: being sent by this process
    Unknown,    ///< 结果未知: may have arrived; must be asked for before anything else
    Awaiting,   ///< 待反馈: arrived, verdict to come
    Succeeded,  ///< 申报成功
    Partial,    ///< 部分成功: some lines or items failed
    Failed,     ///< 申报失败
    Voiding,    ///< 作废中
    Voided,     ///< 已作废
    Expired,    ///< 已失效: a voucher past its day
};

/// The tax side has not had the last word yet: 获取反馈 asks for it.
constexpr bool isOpen(SubmissionState state)
{
    return state == SubmissionState::Pending || state == SubmissionState::Sending || state == SubmissionState::Unknown
           || state == SubmissionState::Awaiting || state == SubmissionState::Voiding;
}

/// Its items must not be submitted again (field.md 3.5).
constexpr bool holdsItems(SubmissionState state)
{
    return isOpen(state) || state == SubmissionState::Succeeded || state == SubmissionState::Partial;
}

enum class Channel { Client, Web, Hall };  ///< 客户端, 电子税务局, 办税服务厅
enum class FeeKind { Daily, Special };     ///< 日常申报, 特殊缴费申报
enum class WageKind { Daily, Annual };     ///< 日常, 年度缴费工资申报

/// A row of 申报记录 and its siblings.
struct Submission {
    QString id;  ///< UUID made before the first attempt; the resource id at the tax side
    SubmissionKind kind = SubmissionKind::Fee;
    SubmissionState state = SubmissionState::Pending;
    Channel channel = Channel::Client;
    QString variant;   ///< daily | special | annual
    QString targetId;  ///< the declaration or voucher that a voiding voids
    qint64 itemCount = 0;
    qint64 headcount = 0;
    Money total;
    QString paid;       ///< of a fee declaration: none | partly | all
    QString reference;  ///< agreement number of a payment, number of a voucher
    QDateTime createdAt;
    QDateTime settledAt;
    QString reasonCode;  ///< why it failed, or what the last attempt met
    QString reasonText;
    bool elsewhere = false;  ///< not sent from here: another machine, the web, the hall
    bool owes = false;       ///< one of its items is above zero, so there is something to pay
};

/// A state it has been in, its 作废 included.
struct SubmissionEvent {
    SubmissionKind kind = SubmissionKind::Fee;
    SubmissionState state = SubmissionState::Pending;
    QDateTime at;  ///< of this machine's clock
    QString reasonCode;
    QString reasonText;
};

/// Of a wage declaration.
inline WageKind wageKindOf(const Submission &submission)
{
    return submission.variant == QLatin1String("annual") ? WageKind::Annual : WageKind::Daily;
}

}  // namespace domain
