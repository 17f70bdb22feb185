#pragma once
// What one kill is, and what must hold after it.

#include "campaign/chores.h"
#include "campaign/scene.h"

#include <random>

namespace campaign {

enum class Kill {
    BeforeSend,    ///< the request is on its way out and has not reached the tax side
    BeforeAnswer,  ///< the tax side has it, the answer is not back
    BeforeCommit,  ///< the answer is back and cannot be written
    AnyMoment,     ///< 0 to 60 ms after the clerk's click
    Sync,          ///< anywhere in the first download of a large unit
    Draft,         ///< right after a wage was typed
    Chore,         ///< anywhere in one of kKilledChores
};
inline constexpr Kill kKills[] = {Kill::BeforeSend, Kill::BeforeAnswer, Kill::BeforeCommit, Kill::AnyMoment,
                                  Kill::Sync,       Kill::Draft,        Kill::Chore,        Kill::Chore,
                                  Kill::Chore,      Kill::Chore,        Kill::Chore,        Kill::Chore};
/// What needs no tax side; the others have kinds of their own.
inline constexpr const char *kKilledChores[] = {"first-start", "start",  "migration", "encryption", "takeover",
                                                "import",      "backup", "restore",   "settings",   "export"};

const char *nameOf(Kill kill);
/// Throws Wrong. Returns what the kill left behind, in a word, for the tally.
std::string runSubmission(Kill kill, const Flow &flow, Scene &scene, std::mt19937 &random);
std::string runDraft(Scene &scene, std::mt19937 &random);

/// How long the chore takes when nobody disturbs it.
std::chrono::microseconds measureChore(const Chore &chore, Scene &scene);
std::string runChoreKilled(const Chore &chore, std::chrono::microseconds time, Scene &scene, std::mt19937 &random);

/// How long an undisturbed first download takes here and how many people it brings.
struct Download {
    std::chrono::microseconds time{0};
    qint64 people = 0;
};
Download measureDownload(Scene &scene);
std::string runSync(Scene &scene, const Download &undisturbed, std::mt19937 &random);

}  // namespace campaign
