#pragma once
// One running program per data folder. A second start asks the first to show itself, and ends.

#include "base/error.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <optional>

namespace platform {

class Instance final : public QObject {
    Q_OBJECT

public:
    /// `folder` exists. The lock of a process that is gone is taken over.
    explicit Instance(const QString &folder, QObject *parent = nullptr);

    /// False when another living process holds the folder, or nobody can say: then there is an error.
    bool first() const { return m_lock.isLocked(); }
    /// Why the folder cannot be locked at all. Two programs might then write to one store. Store `store.read-only`,
    /// `store.cannot-open`.
    std::optional<base::Error> error() const;
    /// Asks the first to come to the front; waits a second for it at most. False when it did not answer.
    bool raiseFirst() const;

Q_SIGNALS:
    /// A second start asked for the window.
    void raiseRequested();

private:
    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

}  // namespace platform
