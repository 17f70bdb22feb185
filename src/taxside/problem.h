#pragma once
// RFC 9457 problems. Handlers throw them; the router turns them into answers.

#include <QString>

namespace taxside {

struct Answer;

struct Problem {
    /// `code` is one of the contract's; it decides status and title.
    explicit Problem(const char *code, QString detailText = {});

    const char *code;
    int status;
    QString title;
    QString detail;  ///< for people
    int attemptsLeft = -1;
};

Answer answerOf(const Problem &problem);

}  // namespace taxside
