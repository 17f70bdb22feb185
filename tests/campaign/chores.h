#pragma once
// What a clerk does once, in a process that is killed, loses its power, or has a failing disk; every flow of the program
// that writes.

#include "campaign/client.h"
#include "campaign/disk.h"

#include <vector>

namespace campaign {

struct Chore {
    enum class Kind {
        Start,       ///< the program starts, whatever that means over this ground
        Sync,
        Typing,      ///< wages, one after the other
        Import,      ///< a workbook of wages into the draft, in the place of what is there
        Submission,  ///< one of kFlows
        Backup,
        Restore,     ///< an archive is checked and its restore confirmed; the next start applies it
        Settings,    ///< plan and password of backups, proxy and its password
        Export,      ///< a workbook in the place of an older one
    };
    const char *name;
    Kind kind;
    Ground ground;
    const Flow *flow = nullptr;
    int rounds = 1;  ///< how often it is done in a row, where it can be done again

    bool needsTaxSide() const { return kind == Kind::Sync || kind == Kind::Submission; }
};

const std::vector<Chore> &chores();
/// Throws Wrong when there is none.
const Chore &choreNamed(const QString &name);

constexpr int kNewRows = 400;  ///< of the workbook that Export writes
/// The wage that the round types.
constexpr qint64 wageOfRound(int round) { return 100000 + round; }
/// How many backups the round keeps; its number is in the proxy's user and password as well.
constexpr int keepOfRound(int round) { return 20 + round; }

struct ChoreOrders {
    QString folder;  ///< the data folder
    quint16 port = 0;
    QString record = {};      ///< of the disk; none: it is not watched
    disk::Orders disk = {};
    bool fromStart = false;   ///< the disk obeys from the start of the process, not from `begin`
    bool waits = false;       ///< for a line before it begins, and to be killed at the end
    int rounds = 1;
    int attempts = 1;         ///< after an error it is tried again, in the same process
};

/// Says `ready`, `before <steps>`, `begin`; for each round `done …` or `error <code>`; `steps <n>`, `renames <n>` and `end`.
int runChore(const Chore &chore, const ChoreOrders &orders);

}  // namespace campaign
