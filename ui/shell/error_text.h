#pragma once
// Turns an Error into Chinese: what happened, whether anything was sent, what to do (X13). docs/errors.md lists them.

#include "base/error.h"

#include <QVector>

namespace ui {

struct ErrorText {
    QString what;     ///< 「申报密码错误」
    QString sent;     ///< 「没有向税务端提交任何数据」; empty where the question does not arise (validation, local file)
    QString next;     ///< 「请核对后重新输入」
    QString details;  ///< code, technical detail, request id; for the details fold and 一键诊断
    bool offerLogin = false;
    bool offerNetworkSettings = false;
    bool offerRetry = false;

    /// All sentences in one paragraph.
    QString paragraph() const;
};

ErrorText errorText(const base::Error &error);

/// A row of docs/errors.md.
struct ErrorEntry {
    QString code;
    QString what;
    QString next;
    bool login = false;
    bool network = false;
    bool retry = false;
};
const QVector<ErrorEntry> &errorTable();

/// 「没有发送」 / 「可能已经发送」 / 「已经发送」 in a sentence.
QString sentText(base::Sent sent);

}  // namespace ui
