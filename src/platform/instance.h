#pragma once
// One running program per data folder. A second start asks the first to show itself, and ends.

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace platform {

class Instance final : public QObject {
    Q_OBJECT

public:
    /// `folder` exists. The lock of a process that is gone is taken over.
    explicit Instance(const QString &folder, QObject *parent = nullptr);

    /// False when another living process holds the folder. A folder that cannot be locked at all counts as ours: the
    /// store says what is wrong with it.
    bool first() const { return m_first; }
    /// Asks the first to come to the front; waits a second for it at most. False when it did not answer.
    bool raiseFirst() const;

Q_SIGNALS:
    /// A second start asked for the window.
    void raiseRequested();

private:
    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
    bool m_first = false;
};

}  // namespace platform
