#pragma once
// What must hold after a chore, however it ended: the program starts, its store is whole, everything that was said to be
// done is there, and what was not said is there as a whole or not at all.

#include "campaign/chores.h"
#include "campaign/scene.h"

namespace campaign {

/// What the process of a chore had said.
struct Said {
    explicit Said(const QList<QByteArray> &lines);
    QList<QByteArray> done;
    QList<QByteArray> errors;
    bool ended = false;
    qint64 before = 0;  ///< steps of the disk on the way to the chore
    qint64 steps = 0;   ///< altogether
    qint64 renames = 0;
};

/// Throws Wrong. Returns what is there, in a word, for the tally.
std::string checkAftermath(const Chore &chore, Scene &scene, const Said &said);

/// A submission that was cut off: what the next start makes of it, and that it is settled exactly once. In a word what
/// was left on disk.
std::string checkSubmission(const Flow &flow, Scene &scene);
const char *nameOf(domain::SubmissionState state);
/// A download that was cut off, and goes on to its end.
std::string checkSync(Scene &scene, qint64 people);

}  // namespace campaign
