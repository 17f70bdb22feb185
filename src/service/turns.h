#pragma once
// One at a time for each key (a submission, the download of a unit): whoever comes meanwhile waits, and then finds what the one
// before has brought about.

#include "base/job.h"

#include <QSet>
#include <QString>

#include <condition_variable>
#include <mutex>

namespace service {

class Turns final {
private:
    friend class Turn;

    std::mutex m_mutex;
    std::condition_variable m_ended;
    QSet<QString> m_taken;
};

class Turn final {
public:
    /// Waits until nobody else has the turn of this key.
    Turn(Turns &turns, const QString &key);
    /// The same, at most until `job` is cancelled: then it has none.
    Turn(Turns &turns, const QString &key, const base::Job &job);
    ~Turn();
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

    explicit operator bool() const { return m_taken; }

private:
    Turns &m_turns;
    QString m_key;
    bool m_taken = false;
};

}  // namespace service
