#pragma once
// A bank's refusal and what to do about it (field.md 2, item 8). Never "log out and try again": after an answer that may
// hide a deduction the only right step is to ask for the result first.

#include <QString>

namespace ui {

struct BankAdvice {
    QString next;             ///< what to do, in a sentence
    bool askFirst = false;    ///< the money may have moved: 先查询结果
};

/// By the bank's code, else by what its text says; unknown ones are treated as ambiguous.
BankAdvice bankAdvice(const QString &code, const QString &text);

}  // namespace ui
